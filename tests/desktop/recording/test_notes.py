"""Notes: on words, on the event, on the source; marked in the text; listed, edited, deleted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.reading.decoration import MarkStyle
from desktop.recording.note_dialog import NoteDialog
from desktop.recording.notes_dialog import NotesDialog
from tests.builders import contents
from tests.desktop.recording.conftest import Answer
from tests.stories.reader import Reader

SHIFT = Qt.KeyboardModifier.ShiftModifier


def notes(reader: Reader) -> list[tuple[str, str]]:
    return [(note.subject, note.text) for note in reader.desk.session.corpus.notes.all()]


def noted(reader: Reader, letter: str) -> list[str]:
    column = reader.column(letter)
    assert column.shown is not None
    text = column.shown.text.text
    marks = column.pane.body.decoration.marks
    return [
        text[mark.start : mark.end]
        for passage in column.pane.visible_passages()
        for mark in marks(passage)
        if mark.style is MarkStyle.NOTE
    ]


def write(text: str, choice: int = 0) -> Answer:
    def answer(dialog: NoteDialog) -> None:
        dialog._choices[choice].setChecked(True)
        dialog.text.setPlainText(text)
        dialog.accept()

    return answer


def test_a_note_on_words_is_marked_at_them_and_undone(
    reader: Reader, answers: list[Answer]
) -> None:
    before = contents(reader.desk.session.corpus)
    answers.append(write("Who *counted*?\n\n- nobody"))
    reader.selects("A", "more than 70 people")
    reader.presses(Qt.Key.Key_N)
    assert notes(reader) == [("anchor", "Who *counted*?\n\n- nobody")]
    assert noted(reader, "A") == ["more than 70 people"]
    reader.does("undo")
    assert noted(reader, "A") == []
    assert contents(reader.desk.session.corpus) == before
    reader.does("redo")
    assert noted(reader, "A") == ["more than 70 people"]


def test_event_and_source_can_be_noted_on(reader: Reader, answers: list[Answer]) -> None:
    answers += [write("of the event", 1), write("of the source", 2)]
    reader.selects("A", "more than 70 people")
    reader.does("note")
    reader.does("note")
    assert notes(reader) == [("event", "of the event"), ("source", "of the source")]
    assert noted(reader, "A") == []


def test_without_a_selection_the_event_comes_first(reader: Reader, answers: list[Answer]) -> None:
    def look(dialog: NoteDialog) -> None:
        assert [s.table for s in dialog._subjects] == ["event", "words", "source"]

    answers.append(look)
    reader.column("A").pane.select(0, 0)
    reader.does("note")
    assert notes(reader) == []


def test_an_empty_note_is_refused_with_a_sentence(reader: Reader, answers: list[Answer]) -> None:
    def try_it(dialog: NoteDialog) -> None:
        dialog.text.setPlainText("  \n")
        dialog.accept()
        assert dialog.isVisible()
        assert "some words" in dialog.error.text()

    answers.append(try_it)
    reader.does("note")
    assert notes(reader) == []


def test_a_note_is_shown_as_it_reads_and_loads_nothing(
    reader: Reader, answers: list[Answer]
) -> None:
    def look(dialog: NoteDialog) -> None:
        dialog.text.setPlainText("**Strong** <b>raw</b> ![x](file:///etc/passwd) [y](http://z)")
        dialog.preview.setChecked(True)
        assert dialog.page.isVisible() and not dialog.text.isVisible()
        assert dialog.page.asked == []
        assert "Strong" in dialog.page.toPlainText()
        assert "**" not in dialog.page.toPlainText()

    answers.append(look)
    reader.does("note")


def test_notes_are_listed_edited_and_deleted(reader: Reader, answers: list[Answer]) -> None:
    def edit(dialog: NoteDialog) -> None:
        assert dialog.text.toPlainText() == "on words"
        dialog.text.setPlainText("on these words")
        dialog.accept()

    def work(dialog: NotesDialog) -> None:
        assert [dialog.table.item(row, 2).text() for row in range(2)] == [
            "of the source", "on words",
        ]  # fmt: skip
        dialog.table.selectRow(1)
        assert dialog.table.item(1, 0).text().startswith("A.2 ")
        QTest.keyClick(dialog.table, Qt.Key.Key_F2)
        assert dialog.table.item(1, 2).text() == "on these words"
        dialog.only_here.setChecked(True)
        assert dialog.table.rowCount() == 0
        dialog.only_here.setChecked(False)
        dialog.table.selectRow(0)
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
        assert dialog.table.rowCount() == 1
        dialog.go_button.click()

    answers += [write("on words"), write("of the source", 2), work, edit]
    reader.selects("A", "more than 70 people")
    reader.does("note")
    reader.selects("A", "The port master")
    reader.does("note")
    reader.selects("B", "inquiry")
    reader.does("notes")
    assert notes(reader) == [("anchor", "on these words")]
    assert reader.column("A").pane.selected_text() == "more than 70 people"
