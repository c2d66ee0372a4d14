"""Only the passages of one event, aligned row by row across the columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.reading.column import Column

PAD = 24


class EventRows(QObject):
    """Keeps the rows of all columns equally high and scrolls them as one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: list[Column] = []
        self._busy = False

    @property
    def active(self) -> bool:
        """Whether the columns show only the event's passages."""
        return bool(self._columns)

    def show(self, columns: Sequence[Column], row: int = 0) -> None:
        """Show only the passages of the event that is marked in the columns, from a row on."""
        self.hide()
        self._columns = list(columns)
        passages = [column.distinct_passages() for column in self._columns]
        count = max(map(len, passages), default=0) or 1
        for column, own in zip(self._columns, passages, strict=True):
            rows = [[own[i]] if i < len(own) else [] for i in range(count)]
            column.pane.set_rows(rows)
            column.pane.relaid.connect(self.align)
        self.align()
        self._scroll_to_row(min(row, count - 1))

    def hide(self) -> None:
        """Show the whole texts again."""
        for column in self._columns:
            column.pane.relaid.disconnect(self.align)
            column.pane.set_rows(None)
        self._columns = []

    def align(self) -> None:
        """Make every row as high as it is in the column where it is highest."""
        if self._busy:
            return
        self._busy = True
        try:
            heights = [column.pane.row_heights() for column in self._columns]
            highest = [max(row) for row in zip(*heights, strict=False)]
            for column in self._columns:
                column.pane.set_row_heights(highest)
        finally:
            self._busy = False

    def _scroll_to_row(self, row: int) -> None:
        """Put a row at the top of every column, as far as there is text below it."""
        for column in self._columns if row else ():
            pane = column.pane
            slot = pane.body.flow.row_slots(row).start
            pane.set_place(min(pane.scroller.lowest(), pane.scroller.settle(slot, -PAD)))
        self._count_rows()

    def _count_rows(self) -> None:
        """Let each column's count say which of its passages is at the top."""
        for column in self._columns:
            pane = column.pane
            index, _ = pane.scroller.slot_at(pane.scroller.event_line)
            rows = pane.body.flow.rows
            if 0 <= index < len(rows):
                column.step = min(rows[index] + 1, len(column.distinct_passages()))

    def scroll_with(self, leader: Column) -> None:
        """Put every column where the leader is, to the pixel."""
        if self._busy:
            return
        self._busy = True
        try:
            row_at = leader.pane.place()
            top = _pixels_down(leader, row_at.slot, row_at.offset)
            for column in self._columns:
                if column is not leader:
                    column.pane.set_place(column.pane.scroller.settle(0, top))
            self._count_rows()
        finally:
            self._busy = False


def _pixels_down(column: Column, slot: int, offset: int) -> int:
    return sum(column.pane.body.height(i) for i in range(slot)) + offset
