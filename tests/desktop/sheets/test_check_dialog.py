"""A sheet that somebody changed is told from one that nobody did."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.check_dialog import CheckDialog
from desktop.sheets.difference import difference
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import Window

Open = Callable[[], CheckDialog]


@pytest.fixture
def dialog(desk: Any, window: Window, jobs: Jobs, show: Show) -> CheckDialog:
    made = CheckDialog(desk, window, jobs=jobs)
    show(made)
    return made


@pytest.fixture
def sheet(session: Session, tmp_path: Path) -> Path:
    file = tmp_path / "sheet.md"
    export(SheetRequest(date="2026-01-01"), session.corpus.path, file)
    return file


def checked(dialog: CheckDialog, file: Path, qtbot: QtBot) -> None:
    dialog.check(file)
    qtbot.waitUntil(lambda: dialog.choose.isEnabled())


def test_a_sheet_nobody_changed_is_exact(dialog: CheckDialog, sheet: Path, qtbot: QtBot) -> None:
    checked(dialog, sheet, qtbot)
    assert "exact" in dialog.summary.text()
    assert "Nothing has changed" in dialog.summary.text()


def test_a_changed_word_comes_first_and_is_shown(
    dialog: CheckDialog, sheet: Path, qtbot: QtBot
) -> None:
    text = sheet.read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if each.startswith("> ") and len(each) > 20)
    sheet.write_text(text.replace(line, f"{line} never"), encoding="utf-8")
    words = line[2:].split()
    words[1] = "ALTERED"
    sheet.write_text(text.replace(line, "> " + " ".join(words)), encoding="utf-8")
    checked(dialog, sheet, qtbot)
    item = dialog.quotations.item(0, 0)
    assert item is not None and "altered" in item.text()
    assert "⟦ALTERED⟧" in dialog.words.toPlainText()


def test_what_is_no_sheet_is_said(dialog: CheckDialog, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "torn.pdf"
    file.write_bytes(b"%PDF-1.7")
    checked(dialog, file, qtbot)
    assert "torn.pdf" in dialog.error.text()


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_difference_loses_no_word(one: str, other: str) -> None:
    first, second = difference(one, other)
    plain = one.replace("⟦", "").replace("⟧", "")
    assert "".join(first.replace("⟦", "").replace("⟧", "").split()) == "".join(plain.split())
    plain = other.replace("⟦", "").replace("⟧", "")
    assert "".join(second.replace("⟦", "").replace("⟧", "").split()) == "".join(plain.split())
