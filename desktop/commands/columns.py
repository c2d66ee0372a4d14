"""Columns: adding, removing, moving, pinning; and what is said about a source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.reading.column import Column
from desktop.reading.columns_box import MOST_COLUMNS

if TYPE_CHECKING:
    from db.records import Source
    from desktop.main_window import MainWindow

COLUMN_MENU = (
    "solo", "pin", "unlink", "-", "move_left", "move_right", "remove_column", "-",
    "about_source", "add_original", "remove_original",
)  # fmt: skip

MOST_LISTED = 24
"""A longer menu would not fit on a small screen; more sources are found by their names."""


class ColumnCommands(CommandGroup):
    """The Source menu."""

    needs_desk = (
        "add_column", "remove_column", "move_left", "move_right", "next_column", "pin", "unlink",
        "about_source",
    )  # fmt: skip

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.actions_.submenus["add_column"].triggered.connect(self._add_chosen)

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "add_column": self.ask_column,
            "remove_column": self.remove_column,
            "move_left": self.move_left,
            "move_right": self.move_right,
            "next_column": self.next_column,
            "pin": self.pin,
            "unlink": self.unlink,
            "about_source": self.about_source,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.reading.active_changed.connect(self.refresh)
        desk.reading.box.arranged.connect(self.refresh)
        desk.reading.column_menu_requested.connect(self.open_menu)
        desk.reading.positions_changed.connect(self._show_links)

    def refresh(self) -> None:
        """Enable what can be done now, and list the sources that can be added."""
        super().refresh()
        menu = self.window.actions_.submenus["add_column"]
        menu.clear()
        if self.desk is None or self.session is None:
            return
        columns = self.desk.reading.columns
        at = columns.index(self.column) if self.column in columns else -1
        self.set_enabled("add_column", len(columns) < MOST_COLUMNS and bool(self.session.sources))
        self.set_enabled("remove_column", len(columns) > 1)
        self.set_enabled("move_left", at > 0)
        self.set_enabled("move_right", 0 <= at < len(columns) - 1)
        self._fill_sources(menu, full=len(columns) >= MOST_COLUMNS)
        self._show_links()

    def _fill_sources(self, menu: QMenu, *, full: bool) -> None:
        sources = self._by_use()
        for source in sources[:MOST_LISTED]:
            action = QAction(_title(source).replace("&", "&&"), menu)
            action.setData(source.id)
            action.setEnabled(not full)
            menu.addAction(action)
        if len(sources) > MOST_LISTED:
            menu.addSeparator()
            words = self.window.tr("Any of {count} sources…").format(count=len(sources))
            more = QAction(words, menu)
            more.setEnabled(not full)
            more.triggered.connect(self._choose_source)
            menu.addAction(more)

    def _by_use(self) -> list[Source]:
        """Every source; those not yet shown come first: they are what the reader is after."""
        assert self.session is not None and self.desk is not None
        shown = {c.source.id for c in self.desk.reading.columns}
        return sorted(self.session.sources, key=lambda s: (s.id in shown, s.ordinal))

    def _choose_source(self) -> None:
        """Find the source to add among so many that no menu holds them."""
        from desktop.widgets.command_palette import CommandPalette, Wording
        from desktop.widgets.matching import Command

        words = Wording(
            self.window.tr("Sources"),
            self.window.tr("Which source is to be added?"),
            self.window.tr("Find a source"),
            self.window.tr("No source is called that."),
        )
        lines = [
            Command(str(s.id), _title(s), " · ".join(filter(None, (s.title, s.publisher))))
            for s in self._by_use()
        ]
        popup = CommandPalette(self.window.theme, self.window, words)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._add_source)
        popup.open_over(self.window, lines)

    def _show_links(self) -> None:
        column = self.column
        if column is not None:
            self.set_checked("pin", column.pinned)
            self.set_checked("unlink", column.unlinked)

    def ask_column(self) -> None:
        """Ask which source to add."""
        if self.session is not None and len(self.session.sources) > MOST_LISTED:
            self._choose_source()
            return
        menu = self.window.actions_.submenus["add_column"]
        button = self.window.frame.toolbar_button("add_column")
        if button is not None and button.isVisible():
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        else:
            menu.popup(QCursor.pos())

    def _add_chosen(self, action: QAction) -> None:
        if action.data() is not None:
            self._add_source(str(action.data()))

    def _add_source(self, source: str) -> None:
        column = self.desk.reading.add_column(int(source)) if self.desk is not None else None
        if column is not None:
            column.pane.setFocus()

    def remove_column(self) -> None:
        """Take the active column away."""
        if self.desk is not None and self.column is not None:
            self.desk.reading.remove_column(self.column)

    def move_left(self) -> None:
        """Move the active column to the left."""
        self._move(-1)

    def move_right(self) -> None:
        """Move the active column to the right."""
        self._move(1)

    def _move(self, by: int) -> None:
        if self.desk is not None and self.column is not None:
            self.desk.reading.box.move_column(self.column, by)
            self.column.pane.setFocus()

    def next_column(self) -> None:
        """Put the keyboard into the next column."""
        if self.desk is not None:
            self.desk.reading.next_column()

    def pin(self, on: bool) -> None:
        """Let the active column stay where it is."""
        if self.desk is not None and self.column is not None:
            self.desk.reading.set_pinned(self.column, on)

    def unlink(self, on: bool) -> None:
        """Let the active column scroll by itself."""
        if self.desk is not None and self.column is not None:
            self.desk.reading.set_unlinked(self.column, on)

    def about_source(self) -> None:
        """Show everything that is known of the active column's source."""
        if self.session is not None and self.column is not None:
            from desktop.dialogs.source_dialog import SourceDialog

            SourceDialog(self.session, self.column.source, self.window).exec()

    def open_menu(self, column: Column, at: QPoint) -> None:
        """Open a column's own menu."""
        self.open_actions(COLUMN_MENU, at)


def _title(source: Source) -> str:
    return f"{source.letter} · {source.label}"
