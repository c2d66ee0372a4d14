"""The window around the columns: panels, themes, the whole screen, all commands in one list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.widgets.command_palette import CommandPalette
from desktop.widgets.matching import Command
from desktop.widgets.sides import LEFT, RIGHT

PANELS = ("show_events", "show_event", "show_timeline")


class AppearanceCommands(CommandGroup):
    """The View menu's second half: the window."""

    needs_desk = PANELS

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
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
        for action_id in PANELS:
            self.set_checked(action_id, True)

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        choice = self.window.settings.theme
        for name in ("system", "light", "dark", "contrast"):
            self.set_checked(f"theme_{name}", name == choice)

    # Panels

    def show_events(self, on: bool) -> None:
        """Show the list of events."""
        if self.desk is not None:
            self.desk.splitter.show_side(LEFT, on)

    def show_event(self, on: bool) -> None:
        """Show what is said of this event."""
        if self.desk is not None:
            _ = self.desk.panel
            self.desk.splitter.show_side(RIGHT, on)

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
            window.commands.appearance.refresh()

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
