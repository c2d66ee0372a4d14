"""Ways of showing the columns: one or all, side by side or stacked, how large."""

from __future__ import annotations

from collections.abc import Callable

from desktop.commands.group import CommandGroup
from desktop.desk import Desk


class ViewCommands(CommandGroup):
    """The View menu's first half: the columns."""

    needs_desk = (
        "only_event", "solo", "stacked", "interleave", "ribbons", "caret", "zoom_in", "zoom_out",
        "zoom_reset",
    )  # fmt: skip

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "only_event": self.only_event,
            "solo": self.solo,
            "stacked": self.stacked,
            "interleave": self.interleave,
            "ribbons": self.ribbons,
            "caret": self.caret,
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_reset": self.zoom_reset,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.reading.box.arranged.connect(self._arranged)
        desk.reading.places.only_event_changed.connect(self._only_event_changed)
        desk.reading.active_changed.connect(self._active_changed)
        for action_id in ("only_event", "solo", "stacked", "interleave", "ribbons", "caret"):
            self.set_checked(action_id, False)

    def only_event(self, on: bool) -> None:
        """Show only the passages of this event."""
        if self.desk is not None:
            self.desk.reading.places.set_only_event(on)

    def _only_event_changed(self, on: bool) -> None:
        self.set_checked("only_event", on)

    def solo(self, on: bool) -> None:
        """Show the active column alone."""
        if self.desk is not None:
            self.desk.reading.box.set_solo(self.column if on else None)

    def _arranged(self) -> None:
        if self.desk is not None:
            self.set_checked("solo", self.desk.reading.box.solo is not None)

    def _active_changed(self) -> None:
        if self.desk is not None and self.desk.reading.box.solo not in (None, self.column):
            self.desk.reading.box.set_solo(self.column)

    def stacked(self, on: bool) -> None:
        """Put the columns one above another."""
        if self.desk is not None:
            self.desk.reading.box.set_stacked(on)

    def interleave(self, on: bool) -> None:
        """Show originals with their digests."""
        if self.desk is not None:
            self.desk.reading.set_interleaved(on)
            if on and not any(c.companion for c in self.desk.reading.columns):
                self.window.inform(
                    self.window.tr("Original and digest stand together once an original is added.")
                )

    def ribbons(self, on: bool) -> None:
        """Join this event's passages across the columns."""
        if self.desk is not None:
            self.desk.reading.set_ribbons(on)

    def caret(self, on: bool) -> None:
        """Let arrow keys move a caret in the text."""
        if self.desk is not None:
            for column in self.desk.reading.columns:
                column.pane.set_caret_mode(on)

    # How large

    def zoom_in(self) -> None:
        """Larger text."""
        if self.desk is not None:
            self.desk.reading.zoom_by(1)

    def zoom_out(self) -> None:
        """Smaller text."""
        if self.desk is not None:
            self.desk.reading.zoom_by(-1)

    def zoom_reset(self) -> None:
        """Text as designed."""
        if self.desk is not None:
            self.desk.reading.set_zoom(1.0)
