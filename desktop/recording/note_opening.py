"""Opening what is noted on an event or a source: the one note there is, or the list of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.dialogs.base import Dialog
from desktop.recording.note_dialog import NoteDialog, Subject
from desktop.recording.notes_dialog import NotesDialog, changing
from desktop.session import Session


def notes_on(session: Session, table: str, row: int, parent: QWidget | None) -> Dialog:
    """The dialog that shows the notes on a row of a table."""
    notes = session.notes.get((table, row), [])
    if len(notes) != 1:
        return NotesDialog(session, None, parent, on=(table, row))
    (note,) = notes

    def keep(_: Subject, text: str) -> bool:
        return session.perform(changing(note.id, text)) is not None

    subject = Subject(table, row, _subject_words(session, table, row))
    return NoteDialog(session, [subject], keep, parent, text=note.text)


def _subject_words(session: Session, table: str, row: int) -> str:
    translate = QCoreApplication.translate
    event, source = session.events_by_id.get(row), session.source(row)
    if table == "event" and event is not None:
        return translate("notes", "On the event “{title}”").format(title=event.title)
    if table == "source" and source is not None:
        return translate("notes", "On the source {label}").format(label=source.label)
    return ""
