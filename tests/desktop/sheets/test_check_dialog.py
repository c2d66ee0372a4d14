"""A sheet that somebody changed is told from one that nobody did."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from db.corpus import Corpus
from db.sheets.checking.apart import Outcome
from db.sheets.checking.checking import CheckedQuotation
from db.sheets.checking.finding import Verdict
from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.check_dialog import CheckDialog
from desktop.sheets.check_report import Checked
from desktop.sheets.difference import difference
from desktop.sheets.quotation_list import NOT_EXACT
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import KEY, Window, press

Open = Callable[..., CheckDialog]
RIGHT_TO_LEFT_OVERRIDE = "\u202e"


@pytest.fixture
def open_dialog(desk: Any, window: Window, show: Show) -> Open:
    def opening(**given: Any) -> CheckDialog:
        dialog = CheckDialog(desk, window, **given)
        show(dialog)
        return dialog

    return opening


@pytest.fixture
def dialog(open_dialog: Open, jobs: Jobs) -> CheckDialog:
    return open_dialog(jobs=jobs)


@pytest.fixture
def sheet(session: Session, tmp_path: Path) -> Path:
    file = tmp_path / "sheet.md"
    export(SheetRequest(date="2026-01-01"), session.corpus.path, file)
    return file


@pytest.fixture
def changed_sheet(sheet: Path) -> Path:
    text = sheet.read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if each.startswith("> ") and len(each) > 20)
    words = line[2:].split()
    words[1] = "ALTERED"
    sheet.write_text(text.replace(line, "> " + " ".join(words)), encoding="utf-8")
    return sheet


def checked(dialog: CheckDialog, file: Path, qtbot: QtBot) -> None:
    dialog.check(file)
    qtbot.waitUntil(lambda: dialog.choose.isEnabled(), timeout=30_000)


def quotations(count: int, wrong: set[int]) -> Checked:
    """So many quotations of the herald, some of them altered."""
    made = [
        CheckedQuotation(
            f"B.{n}", Verdict.ALTERED if n in wrong else Verdict.EXACT, "A crane fell",
            "A crane stood" if n in wrong else "A crane fell", "herald/original", 0, 12,
        )
        for n in range(count)
    ]  # fmt: skip
    return Checked("many.pdf", Outcome(tuple(made), ()))


def test_a_sheet_nobody_changed_is_exact(dialog: CheckDialog, sheet: Path, qtbot: QtBot) -> None:
    checked(dialog, sheet, qtbot)
    assert "exact" in dialog.summary.text()
    assert "Nothing has changed" in dialog.summary.text()


def test_a_changed_word_is_chosen_and_marked(
    dialog: CheckDialog, changed_sheet: Path, qtbot: QtBot
) -> None:
    checked(dialog, changed_sheet, qtbot)
    chosen = dialog.results.current()
    assert chosen is not None and chosen.verdict is Verdict.ALTERED
    words = dialog.results.words.toPlainText()
    assert "⟦ALTERED⟧" in words
    assert formats_at(dialog.results.words, "⟦ALTERED⟧") == (True, False)
    assert formats_at(dialog.results.words, words[words.index("⟦") :][:3]) == (False, True)


def formats_at(view: QTextEdit, words: str) -> tuple[bool, bool]:
    """Whether some words are underlined, and whether they are struck through."""
    cursor = view.document().find(words)
    assert not cursor.isNull()
    format = cursor.charFormat()
    return format.fontUnderline(), format.fontStrikeOut()


def test_what_is_no_sheet_is_said(dialog: CheckDialog, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "torn.pdf"
    file.write_bytes(b"%PDF-1.7")
    checked(dialog, file, qtbot)
    assert "torn.pdf" in dialog.error.text()


def test_a_sheet_of_another_corpus_is_called_so(
    dialog: CheckDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    file, other = tmp_path / "other.csv", tmp_path / "other.triptych"
    session.corpus.save_copy(other)
    with Corpus.open(other) as corpus, corpus.edit("Another corpus", logged=False):
        corpus.connection.execute("UPDATE source SET key = 'other-' || key")
    export(SheetRequest(), other, file)
    checked(dialog, file, qtbot)
    assert "None of the texts it quotes is in this corpus" in dialog.summary.text()
    assert "Not exact" not in dialog.summary.text()
    assert not dialog.go.isEnabled()


def test_escape_stops_a_check_and_then_closes(
    open_dialog: Open, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    file = tmp_path / "long.txt"
    file.write_text("No passage of any source says these very words today.\n" * 60_000)
    dialog.check(file)
    assert dialog.strip.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.choose.isEnabled())
    assert dialog.isVisible()
    assert "stopped" in dialog.error.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_long_list_is_filtered_and_stepped_through_by_key(dialog: CheckDialog) -> None:
    dialog.show_checked(quotations(1500, {700, 1499}))
    results = dialog.results
    assert results.model.rowCount() == 1500
    assert [results.shown.itemText(at) for at in range(results.shown.count())] == [
        "all quotations (1,500)", "what is not exact (2)", "✓ exact (1,498)", "≠ altered (2)",
    ]  # fmt: skip
    chosen = []
    for _ in range(3):
        chosen.append(getattr(results.current(), "address", ""))
        press(KEY.Key_F8)
    assert chosen == ["B.700", "B.1499", "B.700"]
    results.shown.setCurrentIndex(results.shown.findData(NOT_EXACT))
    results.shown.activated.emit(1)
    assert results.model.rowCount() == 2
    assert getattr(results.current(), "address", "") == "B.1499"


def test_return_goes_to_the_words_and_the_list_is_there_again(
    open_dialog: Open, jobs: Jobs, session: Session
) -> None:
    dialog = open_dialog(jobs=jobs)
    dialog.show_checked(quotations(20, {7, 9}))
    press(KEY.Key_F8)
    kept = (dialog.checked, dialog.results.current_number())
    press(KEY.Key_Return)
    assert not dialog.isVisible()
    place = session.selection.place
    herald = next(e.id for e in session.editions if e.key == "herald/original")
    assert (place.edition, place.start, place.end) == (herald, 0, 12)
    again = open_dialog(jobs=jobs, before=kept)
    assert getattr(again.results.current(), "address", "") == "B.9"
    assert "many.pdf" in again.summary.text()


def test_a_row_is_copied_and_the_report_saved(
    dialog: CheckDialog, window: Window, tmp_path: Path
) -> None:
    dialog.show_checked(quotations(30, {2}))
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "≠ altered · B.2"
    assert "On the sheet: A crane ⟦stood⟧" in copied
    dialog.save_report(tmp_path / "report.txt")
    report = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert copied in report
    assert "B.29" in report
    assert "report.txt" in window.said[-1]
    dialog.save_report(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 31
    assert rows[3][:2] == ["altered", "B.2"]


def test_a_report_never_stands_in_the_place_of_a_corpus(
    dialog: CheckDialog, session: Session
) -> None:
    dialog.show_checked(quotations(3, {2}))
    dialog.save_report(session.corpus.path)
    assert "choose another" in dialog.error.text()
    assert session.corpus.events.all()


def test_words_of_a_stranger_do_not_turn_the_line_round(dialog: CheckDialog) -> None:
    turned = f"A {RIGHT_TO_LEFT_OVERRIDE}crane"
    quotation = CheckedQuotation("B.1", Verdict.ALTERED, "A crane fell", turned, "x", 0, 12)
    dialog.show_checked(Checked("odd.md", Outcome((quotation,), ())))
    assert RIGHT_TO_LEFT_OVERRIDE not in dialog.results.words.toPlainText()
    index = dialog.results.model.index(0, 2)
    assert RIGHT_TO_LEFT_OVERRIDE not in str(dialog.results.model.data(index))


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_difference_loses_no_word(one: str, other: str) -> None:
    first, second = difference(one, other)
    plain = one.replace("⟦", "").replace("⟧", "")
    assert "".join(first.replace("⟦", "").replace("⟧", "").split()) == "".join(plain.split())
    plain = other.replace("⟦", "").replace("⟧", "")
    assert "".join(second.replace("⟦", "").replace("⟧", "").split()) == "".join(plain.split())


def test_a_word_in_a_very_long_passage_is_still_marked() -> None:
    words = [f"word{n}" for n in range(9000)]
    said = [*words[:4000], "never", *words[4000:]]
    assert difference(" ".join(words), " ".join(said))[1].count("⟦never ⟧") == 1
