"""The reader's notes: those at hand, or all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtWidgets import QCheckBox, QWidget

from db.corpus import Corpus
from db.records import Change, Note
from desktop.dialogs.mention_dialog import shortened
from desktop.recording.anchored import Anchored
from desktop.recording.claim_edits import Edit
from desktop.recording.note_dialog import NoteDialog, Subject
from desktop.recording.records_dialog import RecordsDialog
from desktop.recording.words import Words
from desktop.session import Session

MOST_LINE = 160


class NotesDialog(RecordsDialog):
    """Notes on the passage at hand, the current event and the column's source, or every note.

    `on` is the one row of a table whose notes are to be shown first.
    """

    def __init__(
        self,
        session: Session,
        words: Words | None,
        parent: QWidget | None,
        *,
        on: tuple[str, int] | None = None,
    ) -> None:
        self._words = words
        self._subject = on
        self._notes: list[Note] = []
        translate = QCoreApplication.translate
        super().__init__(
            session,
            parent,
            translate("notes", "Notes"),
            [
                translate("notes", "On"),
                translate("notes", "Written"),
                translate("notes", "Note"),
            ],
            translate("notes", "No note here yet. N writes one on words, an event or a source."),
        )
        self._anchored = Anchored(session.corpus)
        here = self.tr("Only those on this &passage, event and source")
        self.only_here = QCheckBox(here if on is None else self.tr("Only those on &this"))
        self.only_here.setChecked(on is not None)
        self.only_here.toggled.connect(self.refill)
        self.lay_out(self.only_here)

    def rows(self) -> list[tuple[str, ...]]:
        """The notes, the newest first."""
        self._anchored = Anchored(self.session.corpus)
        here = self._here() if self.only_here.isChecked() else None
        notes = reversed(self.session.corpus.notes.all())
        self._notes = [n for n in notes if here is None or (n.subject, n.subject_id) in here]
        return [(self._on(n), _date(n.made), _line(n.text)) for n in self._notes]

    def _here(self) -> set[tuple[str, int]]:
        if self._subject is not None:
            return {self._subject}
        here = {("event", self.session.selection.event_id or 0)}
        words = self._words
        if words is not None:
            here.add(("source", words.source.id))
            here |= {
                ("anchor", place.anchor_id)
                for place in self._anchored.note_places(words.edition_id)
                if place.passage == words.number
            }
        return here

    def _on(self, note: Note) -> str:
        session = self.session
        if note.subject == "event":
            event = session.events_by_id.get(note.subject_id)
            return event.title if event is not None else ""
        if note.subject == "source":
            source = session.source(note.subject_id)
            return source.label if source is not None else ""
        place = next(iter(self._anchored.places(note.subject_id)), None)
        if note.subject != "anchor" or place is None:
            return note.subject
        letter = session.source(place.source_id)
        words = session.corpus.editions.words(place.edition_id, place.start, place.end)
        return f"{letter.letter if letter else '?'}.{place.passage} {shortened(words, 40)}"

    def tell(self, row: int) -> str:
        """The whole note."""
        return shortened(self._notes[row].text, 600)[1:-1]

    def edit(self, row: int) -> None:
        """Open the note."""
        note = self._notes[row]
        subject = Subject(note.subject, note.subject_id, self._on(note))

        def keep(_: Subject, text: str) -> bool:
            return self.perform(changing(note.id, text))

        NoteDialog(self.session, [subject], keep, self, text=note.text).exec()

    def delete(self, row: int) -> None:
        """Delete the note."""
        self.perform(deleting(self._notes[row].id))

    def go(self, row: int) -> bool:
        """Go to what the note is on."""
        note, selection = self._notes[row], self.session.selection
        if note.subject == "event":
            selection.set_event(note.subject_id)
            return True
        place = next(iter(self._anchored.places(note.subject_id)), None)
        if note.subject != "anchor" or place is None:
            return False
        selection.go_to_words(place.edition_id, place.start, place.end)
        return True


def _date(made: int) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(made), QLocale.FormatType.ShortFormat)


def _line(text: str) -> str:
    return " ".join(text.split())[:MOST_LINE]


def adding(subject: Subject, words: Words | None, text: str) -> Edit:
    """The edit that writes a note on words, or on a row of a table."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        if subject.table == "words" and words is not None:
            return corpus.notes.add_on_words(words.edition_id, words.start, words.end, text)
        return corpus.notes.add(subject.table, subject.row, text)

    return do


def changing(note_id: int, text: str) -> Edit:
    """The edit that writes a note anew."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return note_id, corpus.notes.change(note_id, text)

    return do


def deleting(note_id: int) -> Edit:
    """The edit that deletes a note."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return note_id, corpus.notes.delete([note_id])

    return do
