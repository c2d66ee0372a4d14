"""Names: a selected spelling goes to the name it is most like, or becomes a new one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.corpus.names import NameFields
from db.errors import InvalidEditError
from db.records import Name, Spelling
from desktop.recording.merge_dialog import MergeDialog
from desktop.recording.name_dialog import NameDialog
from desktop.recording.names_dialog import NamesDialog, _NameForm
from tests.builders import contents
from tests.desktop.recording.conftest import Answer
from tests.stories.reader import Reader

SHIFT = Qt.KeyboardModifier.ShiftModifier


def names(reader: Reader) -> list[Name]:
    return reader.desk.session.corpus.names.all()


def spellings(reader: Reader) -> list[list[str]]:
    return [[s.text for s in name.spellings] for name in names(reader)]


def test_a_spelling_in_another_script_is_suggested_for_its_name(
    reader: Reader, answers: list[Answer]
) -> None:
    def keep(dialog: NameDialog) -> None:
        assert dialog.existing.isChecked()
        assert dialog.name.currentText().startswith("Gullhaven")
        dialog.spelling.setText("Галхавен")
        dialog.accept()

    answers.append(keep)
    reader.selects("C", "Галхавене")
    reader.presses(Qt.Key.Key_N, SHIFT)
    assert spellings(reader) == [["Gullhaven", "Галхавен"]]
    assert names(reader)[0].spellings[1].script == "Cyrl"
    reader.does("undo")
    assert spellings(reader) == [["Gullhaven"]]


def test_an_unknown_name_is_new_and_of_a_kind(reader: Reader, answers: list[Answer]) -> None:
    def keep(dialog: NameDialog) -> None:
        assert dialog.new.isChecked()
        dialog.kinds["person"].setChecked(True)
        dialog.accept()

    answers.append(keep)
    reader.selects("B", "Өскен")
    reader.does("name")
    assert ["Өскен"] in spellings(reader)
    assert {name.kind for name in names(reader)} == {"person", "place"}


def test_a_spelling_that_is_known_is_not_added_again(reader: Reader, answers: list[Answer]) -> None:
    def look(dialog: NameDialog) -> None:
        assert "known" in dialog.why.text()
        assert not dialog.ok.isEnabled()
        dialog.accept()
        assert dialog.isVisible()

    answers.append(look)
    reader.selects("A", "Gullhaven")
    reader.does("name")
    assert spellings(reader) == [["Gullhaven"]]


def test_without_a_selection_the_reader_is_told_what_to_do(
    reader: Reader, answers: list[Answer]
) -> None:
    reader.column("A").pane.select(0, 0)
    reader.does("name")
    assert "Select" in reader.said()


def test_names_are_found_by_any_spelling_edited_and_deleted(
    reader: Reader, answers: list[Answer]
) -> None:
    def edit(form: _NameForm) -> None:
        form.spellings.setPlainText("Gullhaven\n\nГалхавен\n")
        form.accept()

    def spoil(form: _NameForm) -> None:
        form.spellings.setPlainText(" \n")
        form.accept()
        assert "needs a spelling" in form.error.text()

    def work(dialog: NamesDialog) -> None:
        dialog.filter.setText("nobody")
        assert dialog.table.rowCount() == 0
        dialog.filter.setText("gullh")
        assert dialog.table.rowCount() == 1
        dialog.edit_button.click()
        dialog.filter.setText("Галха")
        assert dialog.table.item(0, 2).text() == "Галхавен"
        dialog.edit_button.click()
        dialog.delete_button.click()
        assert dialog.table.rowCount() == 0
        dialog.undo_button.click()
        dialog.go_button.click()

    answers += [work, edit, spoil]
    reader.does("names")
    assert spellings(reader) == [["Gullhaven", "Галхавен"]]
    assert reader.window.search_field.text() == "Gullhaven"


def test_two_names_are_made_one(reader: Reader, answers: list[Answer]) -> None:
    session = reader.desk.session
    twice = (Spelling("Галхавен", "Cyrl", "ru"), Spelling("Gullhaven", "Latn", "en"))
    other = session.perform(lambda corpus: corpus.names.add(NameFields("place", twice)))
    session.perform(lambda corpus: corpus.notes.add("name", other, "A town."))
    before = contents(session.corpus)

    def work(dialog: NamesDialog) -> None:
        dialog.filter.setText("Галхавен")
        dialog.table.selectRow(next(r for r, n in enumerate(dialog._names) if n.id == other))
        dialog.merge_button.click()
        assert dialog.table.rowCount() == 1

    def into(dialog: MergeDialog) -> None:
        dialog.into.setEditText("Gullhaven")
        QTest.keyClick(dialog.into, Qt.Key.Key_Return)

    answers += [work, into]
    reader.does("names")
    assert not answers
    assert spellings(reader) == [["Gullhaven", "Галхавен"]]
    (kept,) = session.corpus.names.all()
    assert [n.subject_id for n in session.corpus.notes.all()] == [kept.id]
    reader.does("undo")
    assert contents(session.corpus) == before
    with pytest.raises(InvalidEditError, match="Two different names"):
        session.corpus.names.merge(kept.id, kept.id)
