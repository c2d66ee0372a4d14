"""One voice: what it is called, what kind it is, how near it was, and a note."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from db.corpus import Corpus
from db.corpus.voices import VoiceFields
from db.records import Change, Voice
from desktop.dialogs.base import Dialog, Form, label
from desktop.dialogs.search_combo import SearchCombo
from desktop.recording.claim_edits import Edit
from desktop.recording.first_hand import HandField, KindField
from desktop.session import Session


@dataclass(frozen=True, slots=True)
class VoiceDraft:
    """What the form holds; `note_id` is the note that `note` replaces, 0 for a new one."""

    fields: VoiceFields
    note: str = ""
    note_id: int = 0


class VoiceForm(Dialog):
    """A new voice, or one that is there; `made` is its id once it was kept."""

    TOPIC = "recording"

    def __init__(self, session: Session, voice: Voice | None, parent: QWidget | None) -> None:
        title = self.tr("Edit voice") if voice is not None else self.tr("New voice")
        super().__init__(parent, title, width=500)
        self._session, self._voice = session, voice
        self.made: int | None = None
        notes = session.corpus.notes.on("voice", voice.id) if voice is not None else []
        self._note_id = notes[0].id if notes else 0
        self.name = self._line(self.tr("Name"), voice.name if voice is not None else "")
        self.key = self._line(self.tr("Key"), voice.key if voice is not None else "")
        self.key.setPlaceholderText(self.tr("made from the name"))
        self.kind = KindField(session.corpus.voices.all(), self)
        self.hand = HandField(self)
        self.source = SearchCombo(self.tr("The source it is"), self)
        self.note = self._line(self.tr("Note"), notes[0].text if notes else "")
        self._more_notes = len(notes) - 1
        self._fill()
        self.add_cancel()
        self.ok = self.add_accept(self.tr("Sa&ve") if voice is not None else self.tr("&Add"))
        self.ok.setEnabled(not session.corpus.read_only)
        session.failed.connect(self.say)
        self.name.setFocus()

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(name)
        line.setCursorPosition(0)
        return line

    def _fill(self) -> None:
        voice = self._voice
        sources = [(source.label, source.id) for source in self._session.sources]
        none: tuple[str, int | None] = (self.tr("none of the sources"), None)
        self.source.fill([none, *sources], voice.source_id if voice is not None else None)
        if voice is not None:
            self.kind.setEditText(voice.kind)
            self.hand.choose(voice.first_hand)
        form = Form()
        form.add(self.tr("&Name"), self.name)
        form.add(self.tr("&Kind"), self.kind)
        form.add(self.tr("&How near"), self.hand)
        form.add(self.tr("It &is"), self.source)
        form.add(self.tr("Ke&y"), self.key)
        form.add(self.tr("N&ote"), self.note)
        if self._more_notes > 0:
            more = self.tr("%n more note(s) on it in the list of notes", "", self._more_notes)
            form.add("", label(more, kind="secondary"))
        self.box.addLayout(form)
        words = self.tr(
            "An official and an outlet have a part in how claims are compared. First-hand is who "
            "saw or did what it tells."
        )
        self.box.addWidget(label(words, kind="secondary"))

    def draft(self) -> VoiceDraft:
        """What the reader said."""
        self.source.settle()
        source = self.source.choice()
        fields = VoiceFields(
            name=self.name.text(),
            kind=self.kind.kind(),
            first_hand=self.hand.hand(),
            source_id=source if isinstance(source, int) else None,
            key="-".join(self.key.text().split()),
        )
        return VoiceDraft(fields, self.note.text().strip(), self._note_id)

    def accept(self) -> None:
        """Keep the voice; where it cannot be, say why and stay."""
        self.say("")
        voice_id = self._voice.id if self._voice is not None else None
        self.made = self._session.perform(keeping(voice_id, self.draft()))
        if self.made is not None:
            super().accept()


def keeping(voice_id: int | None, draft: VoiceDraft) -> Edit:
    """The edit that adds or changes a voice, with its note."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        with corpus.edit("Edit voice" if voice_id is not None else "Add voice") as pending:
            kept = voice_id
            if kept is None:
                kept, _ = corpus.voices.add(draft.fields)
            else:
                corpus.voices.change(kept, draft.fields)
            if draft.note_id and not draft.note:
                corpus.notes.delete([draft.note_id])
            elif draft.note_id:
                corpus.notes.change(draft.note_id, draft.note)
            elif draft.note:
                corpus.notes.add("voice", kept, draft.note)
        return kept, pending.change

    return do
