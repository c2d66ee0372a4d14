"""The claims in one passage: to correct them, to delete them, to add one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from db.comparing.speakers import Speakers
from db.records import Claim
from desktop.comparing.wording import source_words, value_words
from desktop.dialogs.base import label, theme_of
from desktop.dialogs.mention_dialog import shortened
from desktop.recording.claim_edits import deleting
from desktop.recording.records_dialog import RecordsDialog
from desktop.recording.words import Words
from desktop.session import Session
from desktop.theme import reading_font

Open = Callable[[Words, Claim | None, QWidget], None]


class ClaimsDialog(RecordsDialog):
    """`open_claim` opens the form of a claim, or of a new one on words."""

    def __init__(
        self, session: Session, words: Words, open_claim: Open, parent: QWidget | None
    ) -> None:
        self._words, self._open = words, open_claim
        self._claims: list[tuple[Claim, int, int]] = []
        super().__init__(
            session,
            parent,
            QCoreApplication.translate("claims", "Claims in {address}").format(
                address=words.address
            ),
            [
                QCoreApplication.translate("claims", "Event"),
                QCoreApplication.translate("claims", "About"),
                QCoreApplication.translate("claims", "Says"),
                QCoreApplication.translate("claims", "Whose word"),
            ],
            QCoreApplication.translate(
                "claims", "Nothing is claimed in this passage yet. C records a claim on words."
            ),
            width=820,
        )
        passage = words.shown.text.passage_text(words.passage)
        quoted = label(shortened(passage, 260), parent=self)
        quoted.setFont(reading_font(theme_of(parent)))
        self.add = self.add_button(self.tr("&New claim…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.add.setEnabled(not session.corpus.read_only)
        self.add.clicked.connect(self._add)
        self.lay_out(quoted)

    def rows(self) -> list[tuple[str, ...]]:
        """The claims of the passage in reading order."""
        corpus = self.session.corpus
        claims = {c.id: c for c in corpus.claims.all()}
        self._claims = [
            (claims[place.claim_id], place.start, place.end)
            for place in corpus.claims.placements(self._words.edition_id)
            if place.passage == self._words.number
        ]
        aspects = {a.id: a for a in corpus.aspects.all()}
        speakers = Speakers({v.id: v for v in corpus.voices.all()})
        events = self.session.events_by_id
        return [
            (
                events[claim.event_id].title,
                aspects[claim.aspect_id].title,
                value_words(claim, aspects[claim.aspect_id]),
                source_words(claim, speakers),
            )
            for claim, _, _ in self._claims
        ]

    def tell(self, row: int) -> str:
        """The words that the claim rests on, and its note."""
        claim, start, end = self._claims[row]
        words = shortened(self._words.shown.text.text[start:end], 240)
        return "\n".join(filter(None, (f"{claim.key}: {words}", claim.note)))

    def edit(self, row: int) -> None:
        """Open the claim's form."""
        claim, start, end = self._claims[row]
        self._open(self._at(start, end), claim, self)

    def delete(self, row: int) -> None:
        """Delete the claim."""
        self.perform(deleting(self._claims[row][0].id))

    def go(self, row: int) -> bool:
        """Select the claim's words in the text."""
        _, start, end = self._claims[row]
        self.session.selection.go_to_words(self._words.edition_id, start, end)
        return True

    def _add(self) -> None:
        self._open(self._words, None, self)

    def _at(self, start: int, end: int) -> Words:
        words = self._words
        return Words(words.source, words.shown, words.passage, start, end)
