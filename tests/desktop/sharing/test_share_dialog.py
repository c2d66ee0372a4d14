"""A sharing copy from the window: chosen, looked at, decided, written, the key kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.corpus import Corpus
from db.sharing.keys import KeyRow, read_key, write_key
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sharing.share_dialog import ShareDialog
from tests.db.sharing.world import named_everywhere
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import Window

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "c.triptych"
    named_everywhere(path)
    made = Session(Corpus.open(path))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(session: Session, window: Window, show: Show, qtbot: QtBot) -> Any:
    jobs = Jobs(session, inline=True)
    made: Any = show(ShareDialog(session, window, jobs=jobs))  # type: ignore[arg-type]
    qtbot.waitUntil(made.ok.isEnabled)
    return made


def row(dialog: Any, title: str) -> Any:
    return next(r for r in dialog.persons.rows() if r.text(0) == title)


def forms(dialog: Any) -> dict[str, Any]:
    return {r.text(0): r for r in dialog.forms.rows()}


def test_the_preview_shows_persons_pseudonyms_and_forms(dialog: Any) -> None:
    shown = {r.text(0): (r.text(1), int(r.text(2)) > 0) for r in dialog.persons.rows()}
    assert shown == {"Oskar Tingrev": ("Person 1", True), "Berta Malm": ("Person 2", True)}
    found = forms(dialog)
    assert found["Тингревым"].checkState(0) is CHECKED
    assert found["Тингревым"].text(1) == "another ending: Oskar Tingrev"
    assert found["Тингревым"].text(3) == "A.3"
    assert found["tingrevite"].checkState(0) is UNCHECKED


def test_other_persons_make_another_preview(dialog: Any, qtbot: QtBot) -> None:
    row(dialog, "Oskar Tingrev").setCheckState(0, UNCHECKED)
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert "Тингревым" not in forms(dialog)
    dialog.none_button.click()
    assert not dialog.ok.isEnabled()
    assert "Tick a person" in dialog.told.text()


def test_the_copy_is_written_as_decided(
    dialog: Any, window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / "c.triptych").read_bytes()
    asked = {"triptych": tmp_path / "copy.triptych", "json": tmp_path / "who.json"}
    monkeypatch.setattr(dialog, "_ask", lambda title, name, ending: asked[ending])
    row(dialog, "Oskar Tingrev").setText(1, "The docker")
    qtbot.waitUntil(dialog.ok.isEnabled)
    forms(dialog)["tingrevite"].setCheckState(0, CHECKED)
    forms(dialog)["Тингревым"].setCheckState(0, UNCHECKED)
    dialog.keep_key.setChecked(True)
    dialog.ok.click()
    qtbot.waitUntil(lambda: bool(window.said))
    # With or without the plurals of a translation, which another test may have loaded.
    said = window.said[-1].replace("(s)", "s")
    assert said.startswith("The copy is in copy.triptych: 2 persons under another name.")
    assert "no listed spelling of theirs is left in it" in said
    with Corpus.open(asked["triptych"], read_only=True) as copy:
        text = "".join(copy.editions.text(e.id) for e in copy.editions.all())
    assert "The docker spoke at noon" in text
    assert "Тингревым" in text and "tingrevite" not in text
    assert {r.pseudonym for r in read_key(asked["json"])} == {"The docker", "Person 1"}
    assert (tmp_path / "c.triptych").read_bytes() == before


def test_a_key_gives_its_pseudonyms(dialog: Any, tmp_path: Path, qtbot: QtBot) -> None:
    write_key(tmp_path / "who.json", [KeyRow("x", ("Berta Malm",), "The baker")])
    dialog.take_key(tmp_path / "who.json")
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert row(dialog, "Berta Malm").text(1) == "The baker"
    assert dialog.request().pseudonyms == {"malm": "The baker", "tingrev": "Person 1"}
    (tmp_path / "who.json").write_text("[]")
    dialog.take_key(tmp_path / "who.json")
    assert "is no key" in dialog.error.text() or "it is no key" in dialog.error.text()


def test_a_pseudonym_that_would_not_do_is_told(dialog: Any, qtbot: QtBot) -> None:
    row(dialog, "Oskar Tingrev").setText(1, "Tingrev's friend")
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert "is a name of a person chosen" in dialog.error.text()
    assert not dialog.ok.isEnabled()


def test_persons_are_found_by_filter_and_ticked_as_shown(dialog: Any) -> None:
    dialog.filter.setText("malm")
    assert [r.text(0) for r in dialog.persons.rows() if not r.isHidden()] == ["Berta Malm"]
    dialog.none_button.click()
    dialog.filter.setText("")
    assert len(dialog.persons.chosen()) == len(dialog.persons.rows()) - 1
    assert row(dialog, "Berta Malm").checkState(0) is UNCHECKED


def test_an_open_corpus_is_never_replaced(
    dialog: Any, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.triptych"
    named_everywhere(other)
    before = other.read_bytes()
    with Corpus.open(other, hold=True):
        monkeypatch.setattr(ShareDialog, "_ask", lambda *given: other)
        dialog.ok.click()
        assert "other.triptych is open" in dialog.error.text()
    monkeypatch.setattr(ShareDialog, "_ask", lambda *given: session.corpus.path)
    dialog.ok.click()
    assert "the corpus itself" in dialog.error.text()
    assert dialog.isVisible()
    assert other.read_bytes() == before


def test_a_key_that_cannot_be_written_is_told_with_the_copy(
    dialog: Any, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    places = iter([tmp_path / "copy.triptych", tmp_path / "no folder" / "key.json"])
    monkeypatch.setattr(ShareDialog, "_ask", lambda *given: next(places))
    dialog.keep_key.setChecked(True)
    dialog.ok.click()
    qtbot.waitUntil(lambda: bool(window.warned))
    assert "copy.triptych" in window.warned[-1]
    assert "key.json" in window.warned[-1]
    assert window.said == []
