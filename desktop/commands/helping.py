"""Help, and what the program says of itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop.commands.group import CommandGroup


class HelpCommands(CommandGroup):
    """The Help menu."""

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "help": self.help,
            "help_contents": self.contents,
            "help_keys": self.keys,
            "about": self.about,
        }

    def help(self) -> None:
        """Open the help on what has the keyboard."""
        from desktop.help.help_window import topic_for

        self.window.application.open_help(topic_for(QApplication.focusWidget()), self.window)

    def contents(self) -> None:
        """Open the help at its contents."""
        self.window.application.open_help("index", self.window)

    def keys(self) -> None:
        """Open the list of keys."""
        self.window.application.open_help("keys", self.window)

    def about(self) -> None:
        """Say what this program is, its version, licences and folders."""
        from desktop.dialogs.about_dialog import AboutDialog

        AboutDialog(self.window).exec()
