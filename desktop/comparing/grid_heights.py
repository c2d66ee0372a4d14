"""The heights of a grid's rows, each measured when it comes into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.comparing.grid_view import GridView

MOST_COLUMNS: Final = 40
"""Beyond so many columns a row is as high as the first of them need."""


class RowHeights:
    """Measures the rows of one view; the others keep the height of one line."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        self._measured: set[int] = set()

    def forget(self) -> None:
        """Measure every row anew as it comes into sight."""
        self._measured.clear()

    def measure(self) -> None:
        """Give the rows in sight the height their words need."""
        view = self._view
        header, rows = view.verticalHeader(), view.table.rowCount()
        row = max(0, view.rowAt(0))
        bottom = view.viewport().height()
        while row < rows and header.sectionViewportPosition(row) < bottom:
            if row not in self._measured:
                self._measured.add(row)
                height = self._height(row)
                if height != header.sectionSize(row):
                    header.resizeSection(row, height)
            row += 1

    def _height(self, at: int) -> int:
        view, painter = self._view, self._view.painter
        if view.table.is_head(at):
            return painter.head_height
        title, badge = view.table.label(at)
        heights = [painter.label_height(title, badge, view.verticalHeader().sizeHint().width())]
        for column in range(min(view.table.columnCount(), MOST_COLUMNS)):
            heights.append(painter.height(view.table.cell(at, column), view.columnWidth(column)))
        return max(painter.least_height, round(max(heights)))
