"""The sign in a column's head that there are notes on its source."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from db.records import Change
from desktop.events.event_signs import note_words
from desktop.reading.column import Column
from desktop.reading.reading_view import ReadingView
from desktop.session import Session


class SourceNotes(QObject):
    """Keeps the heads of all columns true."""

    pressed = Signal(str, int)
    """The sign was pressed: "source" and the source's id."""

    def __init__(self, session: Session, reading: ReadingView) -> None:
        super().__init__(reading)
        self._session, self._reading = session, reading
        self._known: list[Column] = []
        reading.box.arranged.connect(self._arranged)
        session.changed.connect(self._changed)
        self._arranged()

    def _arranged(self) -> None:
        columns = self._reading.columns
        for column in columns:
            if column not in self._known:
                press = partial(self.pressed.emit, "source", column.source.id)
                column.header.notes_requested.connect(press)
                self._show(column)
        self._known = columns

    def _changed(self, change: Change) -> None:
        if change.touches("note", "source"):
            for column in self._known:
                self._show(column)

    def _show(self, column: Column) -> None:
        notes = self._session.notes.get(("source", column.source.id), ())
        column.header.set_notes(note_words([note.text for note in notes]))
