"""Suggested claims: making them, and accepting or rejecting them one by one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.recording.suggestions import Suggestions


class SuggestionCommands(CommandGroup):
    """The Claim menu's suggestions."""

    needs_desk = ("suggest", "accept_suggestion", "reject_suggestion", "next_suggestion")
    strip: Suggestions | None = None

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "suggest": self.suggest,
            "accept_suggestion": self.accept,
            "reject_suggestion": self.reject,
            "next_suggestion": self.step,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self.strip = Suggestions(desk.session, desk.panel)
        self.strip.list_requested.connect(self.window.commands.claims.suggestions)
        panel = desk.panel.layout()
        if isinstance(panel, QVBoxLayout):
            panel.setDirection(QVBoxLayout.Direction.BottomToTop)
            panel.addWidget(self.strip)

    def detach(self) -> None:
        """Work on nothing."""
        self.strip = None
        super().detach()

    def suggest(self) -> None:
        """Suggest claims on figures of this event that nothing is claimed of yet."""
        session = self.session
        event = session.selection.event_id if session is not None else None
        if session is None or event is None:
            return
        from desktop.recording.suggesting import Suggester, suggesting

        commands = self.window.commands
        guesser, lists = commands.claims.guesser(session), commands.lenses.word_lists_now()
        found = Suggester(session, guesser, lists).of_event(event)
        if not found:
            words = self.window.tr("Every figure in the passages of this event is claimed.")
            self.window.inform(words)
        elif session.perform(suggesting(found)) is not None:
            words = self.window.tr("%n claim(s) suggested beside the text.", "", len(found))
            self.window.inform(words)

    def accept(self) -> None:
        """Accept the suggestion that the panel of this event shows."""
        strip = self._shown()
        if strip is not None:
            strip.accept()

    def reject(self) -> None:
        """Reject the suggestion that the panel of this event shows."""
        strip = self._shown()
        if strip is not None:
            strip.reject()

    def step(self) -> None:
        """Step on to the next suggestion for this event."""
        strip = self._shown()
        if strip is not None:
            strip.step()

    def _shown(self) -> Suggestions | None:
        """The suggestions beside this event; where there is none, the reader is told."""
        if self.strip is not None and self.strip.current() is not None:
            return self.strip
        self.window.inform(self.window.tr("No claim is suggested for this event."))
        return None
