"""What is done with the words in a column: copying, with or without reference."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.reading.column import Column

PASSAGE_MENU = (
    "copy", "copy_reference", "-", "mention", "claim", "link", "note", "name", "-", "new_event",
    "edit_mentions", "claims", "links", "notes", "-", "find_here",
)  # fmt: skip


class TextCommands(CommandGroup):
    """The copying half of the Edit menu, undo, and the menu in a text."""

    needs_desk = ("copy", "copy_reference", "select_all", "undo", "redo")

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "copy": self.copy,
            "copy_reference": self.copy_reference,
            "select_all": self.select_all,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.reading.passage_menu_requested.connect(self.open_menu)

    def refresh(self) -> None:
        """Enable what can be done now, and say what undo would take back."""
        super().refresh()
        stack = self.session.undo_stack if self.session is not None else None
        undo, redo = self.window.actions_["undo"], self.window.actions_["redo"]
        undo.setEnabled(stack is not None and stack.canUndo())
        redo.setEnabled(stack is not None and stack.canRedo())
        undo_words = stack.undoText() if stack is not None else ""
        redo_words = stack.redoText() if stack is not None else ""
        undo.setText(self.window.tr("&Undo") + (f": {undo_words}" if undo_words else ""))
        redo.setText(self.window.tr("&Redo") + (f": {redo_words}" if redo_words else ""))

    def undo(self) -> None:
        """Take the last edit back."""
        if self.session is not None:
            self.session.undo()

    def redo(self) -> None:
        """Make the edit again that was taken back."""
        if self.session is not None:
            self.session.redo()

    def copy(self) -> None:
        """Copy the selected words."""
        if self.column is not None:
            self.column.pane.copy()

    def copy_reference(self) -> None:
        """Copy the selected words, or the passage at hand, with where they stand."""
        column = self.column
        if column is None or self.session is None:
            return
        # Imported late: the text comes first.
        from desktop.reading.reference import with_reference

        settings = self.window.settings
        style, language = settings.citation_style, settings.citation_language
        words = with_reference(self.session, column, style, language)
        if words:
            QGuiApplication.clipboard().setText(words)
            self.window.status.showMessage(self.window.tr("Copied with reference"), 2500)

    def select_all(self) -> None:
        """Select the whole text of the active column."""
        column = self.column
        if column is not None and column.shown is not None:
            column.pane.select(0, len(column.shown.text.text))

    def open_menu(self, column: Column, at: QPoint) -> None:
        """Open the menu of the words under the mouse."""
        self.open_actions(PASSAGE_MENU, at)
