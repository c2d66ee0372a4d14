"""The row, or stack, of columns: adding, removing, moving, showing one alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop.reading.column import Column
from desktop.widgets.sides import told_in_turn

MOST_COLUMNS = 6

NARROWEST = 150
"""Pixels: six columns and what stands beside them fit the smallest screen, 1280 wide."""
LOWEST = 64
"""Pixels: six stacked columns and the timeline under them fit a screen 768 high."""


class ColumnsBox(QWidget):
    """One to six columns side by side or stacked."""

    arranged = Signal()
    """Columns were added, removed, moved, stacked or shown alone."""
    resized = Signal()
    """The reader has moved the border between columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("columns")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setAccessibleName(self.tr("Columns"))
        self.splitter.splitterMoved.connect(self._moved)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._solo: Column | None = None

    def __iter__(self) -> Iterator[Column]:
        for index in range(self.splitter.count()):
            widget = self.splitter.widget(index)
            if isinstance(widget, Column):
                yield widget

    def all(self) -> list[Column]:
        """Every column from left to right."""
        return list(self)

    def shown(self) -> list[Column]:
        """The columns in sight: one alone, or all."""
        return [self._solo] if self._solo is not None else self.all()

    @property
    def solo(self) -> Column | None:
        """The column shown alone, None where all are."""
        return self._solo

    def add(self, column: Column) -> None:
        """Put a column to the right of the others, all equally wide."""
        self.set_solo(None)
        column.setMinimumSize(NARROWEST, LOWEST)
        self.splitter.addWidget(column)
        told_in_turn(self.splitter)
        self.even_out()
        self.arranged.emit()

    def remove(self, column: Column) -> None:
        """Take a column away; the last one stays."""
        if len(self.all()) < 2:
            return
        self.set_solo(None)
        column.setParent(None)
        column.deleteLater()
        self.even_out()
        self.arranged.emit()

    def move_column(self, column: Column, by: int) -> None:
        """Move a column to the left (-1) or right (+1)."""
        columns = self.all()
        at = columns.index(column) + by
        if 0 <= at < len(columns):
            sizes = self.splitter.sizes()
            self.splitter.insertWidget(at, column)
            told_in_turn(self.splitter)
            self.splitter.setSizes(sizes)
            self.arranged.emit()

    def set_solo(self, column: Column | None) -> None:
        """Show one column alone, or all again."""
        if column is self._solo:
            return
        self._solo = column
        for other in self:
            other.setVisible(column is None or other is column)
        self.arranged.emit()

    def set_stacked(self, stacked: bool) -> None:
        """Put the columns one above another, or side by side."""
        orientation = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        if self.splitter.orientation() != orientation:
            self.splitter.setOrientation(orientation)
            self.even_out()
            self.arranged.emit()

    def even_out(self) -> None:
        """Give every column the same room."""
        self.splitter.setSizes([1000] * self.splitter.count())

    def sizes(self) -> str:
        """The columns' sizes as text, to be restored later."""
        return bytes(self.splitter.saveState().toBase64().data()).decode("ascii")

    def restore_sizes(self, state: str) -> None:
        """Give the columns the sizes they had."""
        self.splitter.restoreState(QByteArray.fromBase64(state.encode("ascii")))

    def _moved(self) -> None:
        self.resized.emit()
