"""A table of rows to choose one from, not to edit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTableWidget, QWidget


class RowsTable(QTableWidget):
    """One line a row, chosen whole; Tab leaves it."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        choose_rows(self)

    def height_of(self, rows: int) -> int:
        """How high so many rows are under their heads, in pixels."""
        line = self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + rows * line + 4


def choose_rows(table: QTableView) -> None:
    """Have a table's rows chosen whole, one line each without a grid; Tab leaves it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
