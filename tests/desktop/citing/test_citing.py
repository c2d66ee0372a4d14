"""References in the window: previewed and taken in, given out, copied in the style chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from db.corpus.sources import SourceFields
from desktop.citing.export_dialog import ExportReferencesDialog
from desktop.citing.import_dialog import ImportDialog
from desktop.jobs import Jobs
from desktop.session import Session
from tests.builders import harbour
from tests.desktop.conftest import Show

FILE = (
    "@article{herald, title={A crane falls}, author={Berg, Anna}, shorttitle={The Herald},"
    " keywords={x}}\n@misc{bell, title={The bell}}\n"
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    corpus = harbour(tmp_path / "c.triptych")
    made = Session(corpus)
    yield made
    made.close()


@pytest.fixture
def dialog(session: Session, show: Show, tmp_path: Path, qtbot: QtBot) -> ImportDialog:
    path = tmp_path / "list.bib"
    path.write_text(FILE, encoding="utf-8")
    made: Any = show(ImportDialog(session, path, None, jobs=Jobs(session, inline=True)))
    qtbot.waitUntil(lambda: made.tree.topLevelItemCount() == 2)
    return made


def lines(dialog: ImportDialog) -> list[tuple[str, ...]]:
    """Every row with its tick, as one sees it."""
    found = []
    for number in range(dialog.tree.topLevelItemCount()):
        row = dialog.tree.topLevelItem(number)
        for item in (row, *(row.child(i) for i in range(row.childCount()))):
            ticked = {None: " ", Qt.CheckState.Checked: "x"}.get(
                item.data(0, Qt.ItemDataRole.CheckStateRole) and item.checkState(0), "-"
            )
            found.append((ticked, *(item.text(column) for column in range(3))))
    return found


def test_nothing_is_overwritten_unseen_and_undo_takes_all_back(
    dialog: ImportDialog, session: Session
) -> None:
    shown = lines(dialog)
    assert ("x", "Title", "—", "A crane falls") in shown
    assert ("x", "By", "—", "Anna Berg") in shown
    assert ("-", "Label", "Herald", "The Herald") in shown
    assert shown[0][2:] == ("B · Herald (same key)", "not kept: keywords")
    assert any(line[1] == "The bell" and "no source here" in line[2] for line in shown)
    dialog.ok.click()
    herald = session.corpus.sources.by_key("herald")
    assert (herald.label, herald.title, herald.creators) == (
        "Herald", "A crane falls", ("Anna Berg",),
    )  # fmt: skip
    assert len(session.sources) == 2
    session.undo_stack.undo()
    assert session.corpus.sources.by_key("herald").title == ""
    session.undo_stack.redo()
    assert session.corpus.sources.by_key("herald").title == "A crane falls"


def test_what_the_reader_ticks_is_taken_in(dialog: ImportDialog, session: Session) -> None:
    dialog.none_button.click()
    assert not dialog.ok.isEnabled()
    dialog.all_button.click()
    dialog.ok.click()
    assert [s.label for s in session.sources] == ["Tower", "The Herald", "The bell"]


def test_a_file_that_is_none_is_told(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.bib"
    path.write_bytes(bytes(range(256)))
    made: Any = show(ImportDialog(session, path, None, jobs=Jobs(session, inline=True)))
    qtbot.waitUntil(lambda: bool(made.error.text()))
    assert "list.bib could not be read" in made.error.text()
    assert not made.ok.isEnabled()


def test_references_are_shown_copied_and_written(
    session: Session, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    herald = session.corpus.sources.by_key("herald")
    fields = SourceFields("Herald", title="A crane falls", creators=("Anna Berg",))
    session.perform(lambda corpus: (1, corpus.sources.change(herald.id, fields)))
    made: Any = show(ExportReferencesDialog(session, None))
    assert "Berg, Anna. n.d. “A crane falls.”" in made.shown.toPlainText()
    made.model.tick([herald.id])
    made.form.setCurrentIndex(made.form.count() - 1)
    assert made.shown.toPlainText().startswith("@article{herald,")
    made.copy_button.click()
    assert QGuiApplication.clipboard().text() == made.text()
    target = tmp_path / "out.bib"
    monkeypatch.setattr(made, "_ask_file", lambda ending: target)
    made.ok.click()
    assert target.read_text(encoding="utf-8") == made.text()
    made.model.tick([])


def test_a_place_that_cannot_be_written_is_told(
    session: Session, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Any = show(ExportReferencesDialog(session, None))
    monkeypatch.setattr(made, "_ask_file", lambda ending: tmp_path / "no" / "out.bib")
    made.ok.click()
    assert made.isVisible()
    assert "out.bib could not be written" in made.error.text()


def read_in(session: Session, show: Show, qtbot: QtBot, path: Path, data: bytes) -> ImportDialog:
    path.write_bytes(data)
    made: Any = show(ImportDialog(session, path, None, jobs=Jobs(session, inline=True)))
    qtbot.waitUntil(lambda: bool(made.error.text()) or "Reading" not in made.said.text())
    return made


def test_old_encodings_are_asked_about_and_read_as_the_reader_says(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    data = "@misc{k, title={Straße, Überfahrt und Fähre}}".encode("latin-1")
    dialog = read_in(session, show, qtbot, tmp_path / "old.bib", data)
    assert dialog.encoding.isVisible()
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("cp1252"))
    dialog.encoding.activated.emit(1)
    qtbot.waitUntil(lambda: lines(dialog)[0][1] == "Straße, Überfahrt und Fähre")


def test_a_file_that_says_its_encoding_is_not_asked_about(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    data = "\ufeffTY  - NEWS\nTI  - Жаңаөзен\nER  - \n".encode("utf-16-le")
    dialog = read_in(session, show, qtbot, tmp_path / "marked.ris", data)
    assert lines(dialog)[0][1] == "Жаңаөзен"
    assert not dialog.encoding.isVisible()


def test_a_file_without_references_is_said_to_have_none(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = read_in(session, show, qtbot, tmp_path / "none.json", b"[]")
    assert "no reference" in f"{dialog.said.text()} {dialog.error.text()}"
    assert not dialog.ok.isEnabled()


def test_what_a_file_says_twice_is_taken_in_once(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    one = "@misc{%s, title={The quay}, author={Berg, Anna}}\n"
    data = (one % "a" + one % "b" + "@misc{c, title={The mole}}").encode()
    dialog = read_in(session, show, qtbot, tmp_path / "twice.bib", data)
    assert [row[2] for row in lines(dialog)] == [
        "no source here: add one", "the same as one above", "no source here: add one",
    ]  # fmt: skip
    before = len(session.sources)
    dialog.all_button.click()
    dialog.ok.click()
    assert len(session.sources) == before + 2


def test_references_never_stand_in_the_place_of_a_corpus(
    session: Session, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog: Any = show(ExportReferencesDialog(session, None))
    monkeypatch.setattr(ExportReferencesDialog, "_ask_file", lambda *given: session.corpus.path)
    dialog.ok.click()
    assert "choose another" in dialog.error.text()
    assert dialog.isVisible()
    assert session.corpus.sources.all()
