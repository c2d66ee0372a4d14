"""Recording: claims, links, notes and names on the words that are selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.records import Change, Claim
from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.recording.claim_edits import Draft, correcting, recording
from desktop.recording.guessing import AspectGuesser
from desktop.recording.words import Words, passage_at_hand, reaches_further, words_at_hand

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class RecordingCommands(CommandGroup):
    """The Claim menu."""

    needs_desk = ("claim", "claims")

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._guesser: AspectGuesser | None = None

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {"claim": self.claim, "claims": self.claims}

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self._guesser = None
        desk.session.changed.connect(self._changed)

    def _changed(self, change: Change) -> None:
        if change.touches("claim", "aspect", "placement", "edition"):
            self._guesser = None

    # Claims

    def claim(self) -> None:
        """Record what the selected words, or the passage at hand, say about an event."""
        column = self.column
        words = words_at_hand(column) if column is not None else None
        if column is None or words is None:
            return
        if reaches_further(column, words):
            sentence = self.window.tr("A claim rests on words of one passage: those in {address}.")
            self.window.inform(sentence.format(address=words.address))
        self.open_claim(words, None, self.window)

    def open_claim(self, words: Words, claim: Claim | None, parent: QWidget) -> None:
        """Open the form of a claim, or of a new one on words."""
        session = self.session
        if session is None:
            return
        from desktop.recording.claim_dialog import ClaimDialog

        if self._guesser is None:
            self._guesser = AspectGuesser(session.corpus)

        def keep(draft: Draft) -> bool:
            edit = recording(words, draft) if claim is None else correcting(claim.id, draft)
            return session.perform(edit) is not None

        ClaimDialog(session, words, self._guesser, keep, parent, claim=claim).exec()

    def claims(self) -> None:
        """Show the claims in the passage at hand."""
        session, column = self.session, self.column
        words = passage_at_hand(column) if column is not None else None
        if session is not None and words is not None:
            from desktop.recording.claims_dialog import ClaimsDialog

            ClaimsDialog(session, words, self.open_claim, self.window).exec()
