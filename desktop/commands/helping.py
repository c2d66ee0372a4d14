"""Help, print, export and what the program says of itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop.commands.group import CommandGroup


class HelpCommands(CommandGroup):
    """The Help menu, and what leaves the program."""

    needs_desk = ("export", "print")

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "export": self.export,
            "print": self.print,
            "help": self.help,
            "help_contents": self.contents,
            "help_keys": self.keys,
            "about": self.about,
        }

    def export(self) -> None:
        """Ask what to put on a sheet, and write it."""
        if self.desk is not None:
            from desktop.sheets.export_dialog import ExportDialog

            ExportDialog(self.desk, self.window).exec()

    def print(self) -> None:
        """Ask what to print, and print it."""
        if self.desk is not None:
            from desktop.sheets.printing import print_sheet

            print_sheet(self.desk, self.window)

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
