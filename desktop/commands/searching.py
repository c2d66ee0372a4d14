"""Searching: the field in the toolbar, its results, and finding in one column."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from desktop.commands.group import CommandGroup
from desktop.desk import Desk


class SearchCommands(CommandGroup):
    """The searching half of the Edit menu."""

    needs_desk = ("find", "find_here", "find_next", "find_previous")

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "find": self.find,
            "find_here": self.find_here,
            "find_next": self.find_next,
            "find_previous": self.find_previous,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        field = self.window.search_field
        field.textChanged.connect(self._typed)
        field.submitted.connect(self._submitted)
        field.stepped.connect(desk.search.step)
        field.dismissed.connect(self._dismissed)

    def detach(self) -> None:
        """Work on nothing."""
        field = self.window.search_field
        if self.desk is not None:
            field.textChanged.disconnect(self._typed)
            field.submitted.disconnect(self._submitted)
            field.stepped.disconnect(self.desk.search.step)
            field.dismissed.disconnect(self._dismissed)
        field.clear()
        super().detach()

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        self.window.search_field.setEnabled(self.desk is not None)
        self.window.search_field.set_shortcut(QKeySequence("Ctrl+F"))

    def find(self) -> None:
        """Put the keyboard into the search field."""
        chosen = self.column.pane.selected_text() if self.column is not None else ""
        field = self.window.search_field
        if chosen and len(chosen) < 80 and "\n" not in chosen:
            field.setText(chosen)
        field.setFocus()
        field.selectAll()

    def find_here(self) -> None:
        """Find in the active column."""
        if self.desk is not None and self.column is not None:
            chosen = self.column.pane.selected_text()
            self.desk.find_bar.open_bar(chosen if len(chosen) < 80 else "")

    def find_next(self) -> None:
        """Go to the next place found."""
        self._find_step(1)

    def find_previous(self) -> None:
        """Go to the previous place found."""
        self._find_step(-1)

    def _find_step(self, by: int) -> None:
        if self.desk is None:
            return
        if self.desk.find_bar.isVisible():
            (self.desk.find_bar.next if by > 0 else self.desk.find_bar.previous)()
        elif self.window.search_field.text().strip():
            self.desk.search.step(by)
        else:
            self.find()

    def _typed(self, text: str) -> None:
        if self.desk is not None:
            self.desk.show_search(bool(text.strip()))
            self.desk.search.search(text)

    def _submitted(self, text: str) -> None:
        if self.desk is not None and text.strip():
            self.desk.search.step(1)

    def _dismissed(self) -> None:
        self.window.search_field.clear()
        if self.column is not None:
            self.column.pane.setFocus()
