"""Events: going through them, and the two clocks."""

from __future__ import annotations

from collections.abc import Callable

from desktop.commands.group import CommandGroup
from desktop.desk import Desk


class EventCommands(CommandGroup):
    """The first half of the Event menu."""

    needs_desk = (
        "next_event", "previous_event", "next_passage", "previous_passage", "realign", "play",
        "known_all",
    )  # fmt: skip

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "next_event": self.next_event,
            "previous_event": self.previous_event,
            "next_passage": self.next_passage,
            "previous_passage": self.previous_passage,
            "realign": self.realign,
            "back": self.back,
            "forward": self.forward,
            "play": self.play,
            "known_all": self.known_all,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.session.selection.history_changed.connect(self.refresh)
        desk.session.selection.event_changed.connect(self.refresh)
        desk.session.selection.known_by_changed.connect(self.refresh)
        desk.session.changed.connect(self.refresh)
        desk.timeline.playing_changed.connect(self._playing)

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        session = self.session
        selection = session.selection if session is not None else None
        self.set_enabled("back", selection is not None and selection.can_go_back)
        self.set_enabled("forward", selection is not None and selection.can_go_forward)
        self.set_enabled("known_all", selection is not None and selection.known_by is not None)

    # Going

    def next_event(self) -> None:
        """Go to the next event listed."""
        if self.desk is not None:
            self.desk.events.step(1)

    def previous_event(self) -> None:
        """Go to the event before."""
        if self.desk is not None:
            self.desk.events.step(-1)

    def next_passage(self) -> None:
        """Go to the active column's next passage of this event."""
        if self.column is not None:
            self.column.step_by(1)

    def previous_passage(self) -> None:
        """Go to the active column's passage of this event before."""
        if self.column is not None:
            self.column.step_by(-1)

    def realign(self) -> None:
        """Bring every column to this event."""
        if self.desk is not None:
            self.desk.reading.realign()

    def back(self) -> None:
        """Return to the place before."""
        if self.session is not None:
            self.session.selection.back()

    def forward(self) -> None:
        """Go again to where the reader came back from."""
        if self.session is not None:
            self.session.selection.forward()

    def play(self, on: bool) -> None:
        """Go through the events, one after another."""
        if self.desk is not None and self.desk.timeline.playback.is_playing != on:
            self.desk.timeline.playback.toggle()

    def _playing(self, playing: bool) -> None:
        self.set_checked("play", playing)

    def known_all(self) -> None:
        """Count everything published."""
        if self.session is not None:
            self.session.selection.set_known_by(None)
        self.refresh()
