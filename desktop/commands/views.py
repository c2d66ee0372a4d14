"""Ways of showing: panels, themes, text size, the palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.widgets.command_palette import CommandPalette
from desktop.widgets.matching import Command


class ViewCommands(CommandGroup):
    """The View menu."""

    needs_desk = (
        "only_event", "solo", "stacked", "interleave", "ribbons", "caret", "zoom_in", "zoom_out",
        "zoom_reset", "show_events", "show_event", "show_timeline",
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
            "show_events": self.show_events,
            "show_event": self.show_event,
            "show_timeline": self.show_timeline,
            "full_screen": self.full_screen,
            "palette": self.palette,
            "theme_system": self.theme_system,
            "theme_light": self.theme_light,
            "theme_dark": self.theme_dark,
            "theme_contrast": self.theme_contrast,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.reading.box.arranged.connect(self._arranged)
        desk.reading.places.only_event_changed.connect(self._only_event_changed)
        desk.reading.active_changed.connect(self._active_changed)
        for action_id in ("show_events", "show_event", "show_timeline"):
            self.set_checked(action_id, True)
        for action_id in ("only_event", "solo", "stacked", "interleave", "ribbons", "caret"):
            self.set_checked(action_id, False)

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        choice = self.window.settings.theme
        for name in ("system", "light", "dark", "contrast"):
            self.set_checked(f"theme_{name}", name == choice)

    # Ways of showing

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

    def show_events(self, on: bool) -> None:
        """Show the list of events."""
        if self.desk is not None:
            self.desk.side.setVisible(on)

    def show_event(self, on: bool) -> None:
        """Show what is said of this event."""
        if self.desk is not None:
            self.desk.panel.setVisible(on)

    def show_timeline(self, on: bool) -> None:
        """Show the timeline."""
        if self.desk is not None:
            self.desk.timeline.setVisible(on)

    def full_screen(self, on: bool) -> None:
        """Fill the screen."""
        if on:
            self.window.showFullScreen()
        else:
            self.window.showNormal()

    def _arranged(self) -> None:
        if self.desk is not None:
            self.set_checked("solo", self.desk.reading.box.solo is not None)

    def _active_changed(self) -> None:
        if self.desk is not None and self.desk.reading.box.solo not in (None, self.column):
            self.desk.reading.box.set_solo(self.column)

    # Themes

    def theme_system(self) -> None:
        """Follow the system."""
        self._theme("system")

    def theme_light(self) -> None:
        """Light."""
        self._theme("light")

    def theme_dark(self) -> None:
        """Dark."""
        self._theme("dark")

    def theme_contrast(self) -> None:
        """High contrast."""
        self._theme("contrast")

    def _theme(self, choice: str) -> None:
        self.window.application.set_theme_choice(choice)
        for window in self.window.application.windows:
            window.commands.views.refresh()

    # Everything in one list

    def palette(self) -> None:
        """Show every command in one searchable list."""
        actions = self.window.actions_
        lines = [
            Command(
                action_id,
                actions.title(action_id).rstrip("…"),
                actions.menu_path(action_id),
                actions[action_id].shortcut().toString(),
                actions[action_id].isEnabled(),
            )
            for action_id in actions.ids()
            if action_id != "palette"
        ]
        popup = CommandPalette(self.window.theme, self.window)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._run)
        popup.open_over(self.window, lines)

    def _run(self, action_id: str) -> None:
        self.window.actions_[action_id].trigger()
