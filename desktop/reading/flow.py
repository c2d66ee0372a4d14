"""The order in which passages stand under one another in a pane.

A pane never counts pixels of text it has not laid out. What it counts are slots: one for each
passage, several for a passage too long to lay out at once, two where a second edition is read
under the first, and one for each empty row of an aligned view.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import sub
from typing import NamedTuple

from desktop.reading.pane_text import PaneText

LONGEST = 10_000
"""Characters laid out in one piece: Qt needs the square of the time for unbroken text."""

TEXT, COMPANION, NOTHING = 0, 1, 2


class Slot(NamedTuple):
    """One piece of a pane from top to bottom; start and end are offsets in its own edition."""

    side: int
    passage: int
    start: int
    end: int
    opens: bool = True
    closes: bool = True


def pieces(text: PaneText, passage: int) -> Iterator[tuple[int, int]]:
    """Cut a passage into spans of at most LONGEST characters, after white space if there is any."""
    start, end = text.starts[passage], text.ends[passage]
    while end - start > LONGEST:
        stop = _break_before(text.text, start, start + LONGEST)
        yield start, stop
        start = stop
    yield start, end


def _break_before(text: str, start: int, limit: int) -> int:
    for stop in range(limit, max(start, limit - 2_000), -1):
        if text[stop - 1].isspace():
            return stop
    return limit


class Flow:
    """Slots in order, each standing for a stretch of the edition's characters.

    bounds has one item more than there are slots and never falls: slot i stands for the
    characters from bounds[i] to bounds[i + 1], which is what the scroll bar counts and what
    panes are kept in step by. rows is the row of each slot where passages are aligned in rows.
    """

    __slots__ = ("_count", "bounds", "first", "rows", "slots")

    def __init__(
        self, slots: Sequence[Slot], bounds: Sequence[float],
        first: tuple[Sequence[int], Sequence[int]], rows: Sequence[int] = (),
    ) -> None:  # fmt: skip
        self.slots, self.bounds, self.first, self.rows = slots, bounds, first, rows
        self._count = len(slots)

    def __len__(self) -> int:
        return self._count

    @property
    def length(self) -> float:
        """Return the characters that all slots stand for."""
        return self.bounds[self._count]

    def index_of_passage(self, passage: int, side: int = TEXT) -> int:
        """Return the first slot of a passage, or -1 where it is not shown."""
        found = self.first[side]
        return found[passage] if 0 <= passage < len(found) else -1

    def index_of(self, text: PaneText, offset: int, side: int = TEXT) -> int:
        """Return the slot that holds a code point offset of one side, or -1."""
        index = self.index_of_passage(text.passage_at(offset), side)
        if index < 0:
            return -1
        while not self.slots[index].closes and offset >= self.slots[index].end:
            index += 1
        return index

    def index_at(self, position: float) -> int:
        """Return the slot that stands for a position counted in characters, or -1."""
        return min(max(0, bisect_right(self.bounds, position) - 1), self._count - 1)

    def row_slots(self, row: int) -> range:
        """Return the slots of one row, which always has at least one."""
        return range(*(bisect_right(self.rows, wanted) for wanted in (row - 1, row)))


class _PassageSlots(Sequence[Slot]):
    """One slot a passage, made when asked for: opening a long edition costs nothing."""

    KEPT = 2_000

    def __init__(self, text: PaneText) -> None:
        self._text = text
        self._made: dict[int, Slot] = {}

    def __len__(self) -> int:
        return len(self._text)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        found = self._made.get(index)
        if found is None:
            if len(self._made) >= self.KEPT:
                self._made.clear()
            text = self._text
            found = Slot(TEXT, index, text.starts[index], text.ends[index])
            self._made[index] = found
        return found


class _PassageBounds(Sequence[float]):
    """The starts of the passages, closed by the length of the text."""

    def __init__(self, text: PaneText) -> None:
        self._text = text

    def __len__(self) -> int:
        return len(self._text) + 1

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        text = self._text
        if index > len(text):
            raise IndexError(index)
        if 0 < index < len(text):
            return text.starts[index]
        return 0 if index == 0 and len(text) else len(text.text)


def passage_flow(text: PaneText) -> Flow:
    """Lay an edition's passages one under another."""
    if max(map(sub, text.ends, text.starts), default=0) > LONGEST:
        return _built_flow(text, None)
    return Flow(_PassageSlots(text), _PassageBounds(text), (range(len(text)), ()))


def interleaved_flow(text: PaneText, companion: PaneText) -> Flow:
    """Lay a second edition's passages under those of the first with the same address."""
    return _built_flow(text, companion)


def _built_flow(text: PaneText, companion: PaneText | None) -> Flow:
    slots: list[Slot] = []
    bounds = array("d", (0.0,))
    first = array("q"), array("q", [-1]) * (len(companion) if companion else 0)
    found = {a: i for i, a in enumerate(companion.addresses)} if companion else {}
    for passage in range(len(text)):
        first[TEXT].append(len(slots))
        group = _slots(text, passage, TEXT, passage)
        other = found.get(text.addresses[passage])
        if companion is not None and other is not None:
            first[COMPANION][other] = len(slots) + len(group)
            group += _slots(companion, other, COMPANION, passage)
        slots += group
        last = passage + 1 == len(text)
        _share(bounds, group, len(text.text) if last else text.starts[passage + 1])
    return Flow(slots, bounds, first)


def _slots(text: PaneText, passage: int, side: int, shown_at: int) -> list[Slot]:
    spans = list(pieces(text, passage))
    return [
        Slot(side, passage if side == TEXT else shown_at, start, end, i == 0, i + 1 == len(spans))
        for i, (start, end) in enumerate(spans)
    ]


def _share(bounds: array[float], group: list[Slot], end: int) -> None:
    """Share the characters up to end among slots by their own lengths."""
    start, done = bounds[-1], 0
    whole = sum(slot.end - slot.start for slot in group) or 1
    for slot in group[:-1]:
        done += slot.end - slot.start
        bounds.append(start + (end - start) * done / whole)
    bounds.append(max(start, end))


def row_flow(text: PaneText, rows: Sequence[Sequence[int]]) -> Flow:
    """Lay only the given passages, row by row; a row without passages gets an empty slot."""
    slots: list[Slot] = []
    of_row = array("q")
    first = array("q", [-1]) * len(text)
    for number, passages in enumerate(rows):
        before = len(slots)
        for passage in passages:
            if first[passage] < 0:
                first[passage] = len(slots)
            slots += _slots(text, passage, TEXT, passage)
        if len(slots) == before:
            slots.append(Slot(NOTHING, -1, 0, 0))
        of_row.extend([number] * (len(slots) - before))
    bounds = array("d", (0.0,))
    for slot in slots:
        bounds.append(bounds[-1] + max(40, slot.end - slot.start))
    return Flow(slots, bounds, (first, ()), of_row)
