"""Notes on words, events and sources, and names with their spellings."""

from __future__ import annotations

from collections.abc import Callable

from desktop.commands.on_words import WordsGroup
from desktop.desk import Desk
from desktop.recording.note_subjects import note_subjects
from desktop.recording.source_notes import SourceNotes


class NoteCommands(WordsGroup):
    """The Claim menu's notes and names."""

    needs_desk = ("note", "notes", "name", "names")

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {"note": self.note, "notes": self.notes, "name": self.name, "names": self.names}

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        SourceNotes(desk.session, desk.reading).pressed.connect(self.open_notes)
        desk.events.notes_requested.connect(self.open_notes)
        desk.panel.notes_requested.connect(self.open_notes)

    # Notes

    def note(self) -> None:
        """Write a note on the selected words, on the event or on the source."""
        session = self.session
        if session is None:
            return
        from desktop.recording.note_dialog import NoteDialog
        from desktop.recording.notes_dialog import adding

        words = self.chosen_words(needed=False)
        subjects = note_subjects(session, words)
        if subjects:
            NoteDialog(
                session,
                subjects,
                lambda subject, text: session.perform(adding(subject, words, text)) is not None,
                self.window,
            ).exec()

    def notes(self) -> None:
        """Show the notes."""
        if self.session is not None:
            from desktop.recording.notes_dialog import NotesDialog

            NotesDialog(self.session, self.passage(), self.window).exec()

    def open_notes(self, table: str, row: int) -> None:
        """Open the note on a row of a table, or the list of them where there are several."""
        if self.session is not None:
            from desktop.recording.note_opening import notes_on

            notes_on(self.session, table, row, self.window).exec()

    # Names

    def name(self) -> None:
        """Keep the selected words as a spelling of a name."""
        session, words = self.session, self.chosen_words()
        if session is None or words is None:
            return
        if not words.selected:
            self.window.inform(self.window.tr("Select the name in a text first."))
            return
        from desktop.recording.name_dialog import NameDialog, naming

        around = words.shown.text.passage_text(words.passage)
        NameDialog(
            session,
            words.text,
            around,
            lambda choice: session.perform(naming(choice)) is not None,
            self.window,
        ).exec()

    def names(self) -> None:
        """Show every name with its spellings."""
        if self.session is not None:
            from desktop.recording.names_dialog import NamesDialog

            NamesDialog(self.session, self.window).exec()
