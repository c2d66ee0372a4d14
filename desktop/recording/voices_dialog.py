"""Every voice of the corpus: to correct, to make one of two, to see where it is quoted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from db.corpus import Corpus
from db.records import Change, Voice
from db.text.folding import fold
from desktop.recording.claim_edits import Edit
from desktop.recording.claims_dialog import Shown
from desktop.recording.first_hand import first_hand_words
from desktop.recording.merge_dialog import MergeDialog
from desktop.recording.records_dialog import RecordsDialog
from desktop.recording.voice_form import VoiceForm
from desktop.session import Session
from desktop.widgets.search_field import make_clearable

ShowClaims = Callable[[Shown, QWidget], bool]
"""Opens the list of claims, and tells whether the reader went to the words of one."""


class VoicesDialog(RecordsDialog):
    """`show_claims` opens the list of what a voice says."""

    def __init__(self, session: Session, show_claims: ShowClaims, parent: QWidget | None) -> None:
        self._show_claims = show_claims
        self._voices: list[Voice] = []
        self._uses: dict[int, int] = {}
        translate = QCoreApplication.translate
        heads = [
            translate("voices", "Voice"),
            translate("voices", "Kind"),
            translate("voices", "How near"),
            translate("voices", "Claims"),
            translate("voices", "Note"),
        ]
        nothing = translate("voices", "No such voice. The claim form makes one of a name you type.")
        super().__init__(session, parent, translate("voices", "Voices"), heads, nothing, width=800)
        self.table.widen(0)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by name, kind or key"))
        self.filter.setAccessibleName(self.tr("Filter voices by name, kind or key"))
        make_clearable(self.filter)
        self.filter.textChanged.connect(self.refill)
        self.go_button.setText(self.tr("What it &says…"))
        self.merge_button = QPushButton(self.tr("&Make one with…"), self)
        self.merge_button.setAutoDefault(False)
        self.merge_button.clicked.connect(self._merge)
        self.more_buttons.append(self.merge_button)
        self.new = self.add_new(self.tr("&New voice…"))
        self.new.clicked.connect(self._new)
        self.lay_out(self.filter)
        self.filter.setFocus()

    def rows(self) -> list[tuple[str, ...]]:
        """The voices that the filter lets through, by name."""
        corpus, wanted = self.session.corpus, fold(self.filter.text().strip())
        self._uses = corpus.voices.uses()
        notes = {n.subject_id: n.text for n in reversed(corpus.notes.all()) if n.subject == "voice"}
        self._voices = [
            voice
            for voice in sorted(corpus.voices.all(), key=_by_name)
            if any(wanted in fold(words) for words in (voice.name, voice.kind, voice.key))
        ]
        return [
            (
                voice.name,
                voice.kind,
                first_hand_words(voice.first_hand),
                str(self._uses.get(voice.id, 0)),
                " ".join(notes.get(voice.id, "").split()),
            )
            for voice in self._voices
        ]

    def tell(self, row: int) -> str:
        """The key, and which source it is."""
        voice = self._voices[row]
        source = self.session.source(voice.source_id) if voice.source_id is not None else None
        told = [self.tr("Key: {key}").format(key=voice.key)]
        if source is not None:
            told.append(self.tr("It is the source {source}.").format(source=source.label))
        return " · ".join(told)

    def judge(self, row: int) -> None:
        """A voice can be deleted only where nobody rests on it."""
        chosen = self._voices[row] if row >= 0 else None
        writable = chosen is not None and not self.session.corpus.read_only
        used = chosen is not None and self._uses.get(chosen.id, 0) > 0
        self.go_button.setEnabled(used)
        self.delete_button.setEnabled(writable and not used)
        self.delete_button.setToolTip(self.tr("Claims rest on this voice") if used else "")
        count = len(self.session.corpus.voices.all()) if chosen is not None else 0
        self.merge_button.setEnabled(writable and count > 1)

    def edit(self, row: int) -> None:
        """Open the voice's form."""
        VoiceForm(self.session, self._voices[row], self).exec()

    def delete(self, row: int) -> None:
        """Delete a voice that nothing rests on."""
        voice = self._voices[row]

        def do(corpus: Corpus) -> tuple[int, Change]:
            return voice.id, corpus.voices.delete(voice.id)

        self.perform(do)

    def go(self, row: int) -> bool:
        """List the claims on this voice's word, from where one goes to the words."""
        return self._show_claims(Shown("voice", self._voices[row].id), self)

    def _new(self) -> None:
        VoiceForm(self.session, None, self).exec()

    def _merge(self) -> None:
        row = self.row()
        if row < 0:
            return
        goes = self._voices[row]
        known = sorted(self.session.corpus.voices.all(), key=_by_name)
        others = [(voice.name, voice.id) for voice in known if voice.id != goes.id]
        words = self.tr("Its claims and notes are given to the one that stays. Undo takes it back.")
        title = self.tr("One voice of two")
        edit = partial(merging, gone_id=goes.id)
        MergeDialog(self.session, title, goes.name, others, words, edit, self).exec()


def merging(kept_id: int, gone_id: int) -> Edit:
    """The edit that makes one voice of two."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return kept_id, corpus.voices.merge(kept_id, gone_id)

    return do


def _by_name(voice: Voice) -> str:
    return fold(voice.name)
