"""Rows to choose one from, as the lists of claims, links and notes show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from desktop.widgets.plain import plain_tooltip
from desktop.widgets.rows_table import RowsTable

MOST_ROWS = 10


class RecordTable(RowsTable):
    """One line a row; one column, at first the last, takes the room that is left."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, heads, parent)
        self._widest = len(heads) - 1
        self.widen(self._widest)

    def widen(self, column: int) -> None:
        """Let another column take the room that is left."""
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(self._widest, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._widest = column

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, the same row chosen as far as there is one."""
        at = max(0, self.currentRow())
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tooltip(words))
                self.setItem(number, column, item)
        widest = self.fontMetrics().averageCharWidth() * 22
        for column in set(range(self.columnCount())) - {self._widest}:
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(widest, self.columnWidth(column)))
        self.blockSignals(False)
        if rows:
            self.selectRow(min(at, len(rows) - 1))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """High enough for its rows, up to ten."""
        return QSize(560, self.height_of(max(2, min(MOST_ROWS, self.rowCount()))))

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(240, self.height_of(2))
