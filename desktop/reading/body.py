"""How high everything in a pane is: heads, lines and tails of its slots."""

from __future__ import annotations

from desktop.reading.flow import COMPANION, NOTHING, TEXT, Slot
from desktop.reading.laid_out import LaidOut, Measured
from desktop.reading.pane_text import PassageKind

EMPTY_ROW = 64
ROW_GAP = 28


class PaneBody(LaidOut):
    """What stands in a pane, measured only where somebody looks.

    A slot is, from top to bottom: its head (a notice, a label or a silence bar above the first
    passage), the lines, and its tail (a silence bar, the room a row still needs, the gap to the
    next slot). All heights are whole logical pixels.
    """

    def measure(self, index: int) -> Measured:
        """Return a slot with its heights, from memory if nothing has changed since."""
        found = self.measured.get(index)
        if found is None:
            slot = self.flow.slots[index]
            head = self._head(index, slot)
            end = self._end(index, slot, head)
            found = Measured(slot, head, end, end + self._tail(index, slot))
            self.measured[index] = found
        return found

    def height(self, index: int) -> int:
        """Return the height of a slot with its head and tail."""
        return self.measure(index).height

    def head(self, index: int) -> int:
        """Return the space above a slot's lines."""
        return self.measure(index).head

    def tail_top(self, index: int) -> int:
        """Return the y, from the slot's top, where its lines end."""
        return self.measure(index).end

    def _head(self, index: int, slot: Slot) -> int:
        if slot.side == NOTHING or not slot.opens:
            return 0
        line = self.typography.label_line
        if slot.side == COMPANION:
            return line
        above = line + self.notice_gap if self.decoration.has_notice(slot.passage) else 0
        if index == 0 and self.silence_after(-1):
            above += self.silence_room
        return above

    def _end(self, index: int, slot: Slot, head: int) -> int:
        if slot.side == NOTHING:
            return max(EMPTY_ROW, self.silence_box.height if self.silence_box else 0)
        return head + self.layout(index).height

    def _tail(self, index: int, slot: Slot) -> int:
        below = self.gap(index)
        if self.silence_after(slot.passage) and self.ends_passage(index):
            below += self.silence_room
        if self.row_heights and self._ends_row(index):
            row = self.flow.rows[index]
            below += max(0, self.row_heights[row] - self.natural_row_height(row))
        return below

    def gap(self, index: int) -> int:
        """Return the space between a slot and the next."""
        following = index + 1
        if following == len(self.flow):
            return 0
        if self._ends_row(index):
            return ROW_GAP
        slot = self.flow.slots[following]
        return self.style(slot).gap if slot.opens else 0

    def ends_passage(self, index: int) -> bool:
        """Return whether a slot is the last of its passage, a companion's slots included."""
        following = index + 1
        if following == len(self.flow):
            return True
        return self.flow.slots[following].passage != self.flow.slots[index].passage

    def silence_after(self, passage: int) -> bool:
        """Return whether the silence bar stands below a passage; -1: above the first."""
        silence = self.decoration.silence
        return silence is not None and silence.after_passage == passage and not self.flow.rows

    def silence_place(self) -> tuple[int, int]:
        """Return the slot that the silence bar stands in and its y from the slot's top.

        In rows the first empty slot; the slot is -1 where there is no silence.
        """
        silence, slots = self.decoration.silence, self.flow.slots
        if self.flow.rows:
            empty = (i for i in range(len(slots)) if slots[i].side == NOTHING)
            return next(empty, -1), 0
        if silence is None or not len(slots):
            return -1, 0
        index = self.flow.index_of_passage(max(0, silence.after_passage))
        if silence.after_passage < 0:
            return index, 0
        while index >= 0 and not self.ends_passage(index):
            index += 1
        return (index, self.tail_top(index) + self.silence_gap) if index >= 0 else (-1, 0)

    @property
    def silence_gap(self) -> int:
        """Return the space between the silence bar and its neighbours."""
        return self.typography.style(TEXT, PassageKind.PARAGRAPH).gap * 4 // 3

    @property
    def silence_room(self) -> int:
        """Return the height that the silence bar takes with the gap to its neighbour."""
        box = self.silence_box
        return box.height + self.silence_gap if box else 0

    @property
    def notice_gap(self) -> int:
        """Return the space between a notice and the passage below it."""
        return self.typography.label_line // 3

    def _ends_row(self, index: int) -> bool:
        rows = self.flow.rows
        return bool(rows) and (index + 1 == len(rows) or rows[index + 1] != rows[index])

    def natural_row_height(self, row: int) -> int:
        """Return what a row's own passages need, the gap to the next row left out."""
        slots = self.flow.row_slots(row)
        inner = sum(self.gap(index) for index in slots[:-1])
        return inner + sum(self._natural_end(index) for index in slots)

    def _natural_end(self, index: int) -> int:
        slot = self.flow.slots[index]
        return self._end(index, slot, self._head(index, slot))
