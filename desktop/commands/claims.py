"""Claims: recording them, their lists, who is quoted and what they are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from db.records import Change, Claim
from desktop.commands.on_words import WordsGroup
from desktop.desk import Desk
from desktop.recording.claim_edits import Draft, correcting, recording
from desktop.recording.guessing import AspectGuesser
from desktop.recording.words import Words, words_at_hand

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.recording.claims_dialog import Shown
    from desktop.session import Session


class ClaimCommands(WordsGroup):
    """The Claim menu's claims."""

    needs_desk = ("claim", "claims", "all_claims", "suggestions", "voices", "aspects")

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._guesser: AspectGuesser | None = None

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "claim": self.claim,
            "claims": self.claims,
            "all_claims": self.all_claims,
            "suggestions": self.suggestions,
            "voices": self.voices,
            "aspects": self.aspects,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self._guesser = None
        desk.session.changed.connect(self._changed)

    def _changed(self, change: Change) -> None:
        if change.touches("claim", "aspect", "placement", "edition"):
            self._guesser = None

    def guesser(self, session: Session) -> AspectGuesser:
        """What guesses the aspect of words, by what was claimed before."""
        if self._guesser is None:
            self._guesser = AspectGuesser(session.corpus)
        return self._guesser

    # One claim

    def claim(self) -> None:
        """Record what the selected words, or the passage at hand, say about an event."""
        words = self.chosen_words()
        if words is not None:
            self.open_claim(words, None, self.window)

    def open_claim(self, words: Words, claim: Claim | None, parent: QWidget) -> None:
        """Open the form of a claim, or of a new one on words."""
        session = self.session
        if session is None:
            return
        from desktop.recording.claim_dialog import ClaimDialog

        guesser = self.guesser(session)
        lists = self.window.commands.lenses.word_lists_now()

        def keep(draft: Draft) -> bool:
            edit = recording(words, draft) if claim is None else correcting(claim.id, draft)
            made = session.perform(edit) is not None
            if made:
                done = self.window.tr("Claim on {address} kept").format(address=words.address)
                self.window.status.showMessage(done, 2500)
                self._tell_of_judgements(claim)
                if session.selection.event_id is None:
                    # The first claim of a corpus: what was recorded is to be seen.
                    session.selection.set_event(draft.fields.event_id)
            return made

        ClaimDialog(session, words, guesser, keep, parent, claim=claim, lists=lists).exec()

    def _tell_of_judgements(self, claim: Claim | None) -> None:
        """Say so where a claim had been judged before what it says was changed."""
        if claim is None or self.session is None:
            return
        judged = self.session.corpus.judgements.all()
        count = sum(1 for j in judged if claim.id in dict(j.before))
        if count:
            words = self.window.tr(
                "%n pair(s) with this claim had been judged before the change. What was judged "
                "stays in force; “Judge…” shows it.",
                None,
                count,
            )
            self.window.inform(words)

    # Lists

    def claims(self) -> None:
        """Show the claims in the passage at hand."""
        if self.passage() is not None:
            self._list_claims("here")

    def all_claims(self) -> None:
        """Show every claim."""
        self._list_claims("all")

    def suggestions(self) -> None:
        """Show the claims that are only suggested."""
        self._list_claims("suggested")

    def _list_claims(self, kind: str) -> None:
        if self.session is None:
            return
        from desktop.recording.claims_dialog import Shown

        self._open_claims(Shown(kind), self.window)

    def _open_claims(self, shown: Shown, parent: QWidget) -> bool:
        """Show a list of claims; True where the reader went to the words of one."""
        assert self.session is not None
        from desktop.recording.claims_dialog import ClaimsDialog

        words = words_at_hand(self.column) if self.column is not None else None
        dialog = ClaimsDialog(self.session, words, self.open_claim, parent, shown=shown)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def voices(self) -> None:
        """Show who is quoted."""
        if self.session is not None:
            from desktop.recording.voices_dialog import VoicesDialog

            VoicesDialog(self.session, self._open_claims, self.window).exec()

    def aspects(self) -> None:
        """Show what claims are about."""
        if self.session is not None:
            from desktop.recording.aspects_dialog import AspectsDialog

            AspectsDialog(self.session, self._open_claims, self.window).exec()
