"""Going about in a grid: rows brought to the top, claims brought into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.comparing.grid_view import GridView


MOST_TRIES = 4


class GridTravel:
    """Scrolls one view; `going` while it does so by itself."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        self.going = False
        self._waiting: int | None = None

    def arrive(self) -> None:
        """Go where the view was told to go before it was seen."""
        row, self._waiting = self._waiting, None
        if row is not None:
            self.go_to(row)

    def go_to(self, row: int) -> None:
        """Bring a row to the top, below its head, and put the key's place on it."""
        view, table = self._view, self._view.table
        if not 0 <= row < table.rowCount():
            return
        # Until it is seen a view has no size, and what it scrolls to is lost.
        self._waiting = None if view.isVisible() else row
        is_head = table.is_head(row)
        at = row + 1 if is_head else row
        column = next((c for c in range(table.columnCount()) if table.cell(at, c).lines), 0)
        self.going = True
        view.setCurrentIndex(table.index(at, column))
        self.going = False
        above = 0 if is_head else view.painter.head_height
        # What is measured on the way may be higher than was assumed, and the range longer.
        for _ in range(MOST_TRIES):
            wanted = view.names.sectionPosition(row) - above
            view.updateGeometries()
            view.verticalScrollBar().setValue(wanted)
            view.measure()
            if view.names.sectionPosition(row) - above == wanted:
                break

    def reveal(self) -> None:
        """Scroll as far as the claim at hand needs, below the head that covers the rows."""
        view, index = self._view, self._view.currentIndex()
        if not index.isValid():
            return
        view.measure()
        bar, rect = view.verticalScrollBar(), view.visualRect(index)
        span = view.painter.target_span(view.cell_at(index), view.target, rect.width())
        top = rect.top() + (span[0] if view.target else 0) - view.painter.head_height
        bottom = rect.top() + span[1] + 8 - view.viewport().height()
        if top < 0:
            bar.setValue(bar.value() + round(top))
        elif bottom > 0:
            bar.setValue(bar.value() + round(min(bottom, top)))
        self._reveal_column(index.column())

    def _reveal_column(self, column: int) -> None:
        """Scroll sideways; the view's own way would also bring a high row's top under the head."""
        view = self._view
        left = view.columnViewportPosition(column)
        beyond = left + view.columnWidth(column) - view.viewport().width()
        if left < 0 or beyond > 0:
            bar = view.horizontalScrollBar()
            bar.setValue(bar.value() + (left if left < 0 else min(beyond, left)))
