"""The reader's place and selection inside a pane, in code points of one edition."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from desktop.reading.body import PaneBody
from desktop.reading.flow import TEXT
from desktop.reading.scroller import Scroller


class Step(Enum):
    """How far the caret goes."""

    LETTER = auto()
    WORD = auto()
    LINE = auto()
    LINE_END = auto()
    PAGE = auto()
    TEXT_END = auto()


class Spot(NamedTuple):
    """A position: a code point offset on one side of a pane."""

    side: int
    offset: int


class Caret:
    """A position and the other end of the selection; both always stand in a shown passage.

    shown tells whether the reader has begun to use it, by a click, a key or caret browsing.
    """

    def __init__(self, body: PaneBody, scroller: Scroller) -> None:
        self._body = body
        self._scroller = scroller
        self._column: float | None = None
        self.spot = Spot(TEXT, 0)
        self.anchor = 0
        self.shown = False

    def reset(self) -> None:
        """Forget place and selection, after another text has come."""
        self.spot = Spot(TEXT, self._body.text.starts[0] if len(self._body.text) else 0)
        self.anchor = self.spot.offset
        self.shown = False
        self._column = None

    def selection(self) -> tuple[int, int] | None:
        """Return the selected code points of its edition, or None."""
        first, last = sorted((self.anchor, self.spot.offset))
        return (first, last) if first < last else None

    def selected_text(self) -> str:
        """Return the selected words as the edition has them, without passages not shown."""
        chosen = self.selection()
        if chosen is None:
            return ""
        edition = self._body.edition(self.spot.side)
        if not self._body.flow.rows:
            return edition.text[chosen[0] : chosen[1]]
        parts = (
            edition.text[max(slot.start, chosen[0]) : min(slot.end, chosen[1])]
            for slot in self._body.flow.slots
            if slot.passage >= 0
        )
        return "\n".join(part for part in parts if part)

    def select(self, start: int, end: int, side: int = TEXT) -> None:
        """Select a range of code points and put the caret at its end."""
        self.spot, self.anchor = Spot(side, end), start
        self.shown = True
        self._column = None

    def select_all(self) -> None:
        """Select everything on the caret's side."""
        edition = self._body.edition(self.spot.side)
        if len(edition):
            self.select(edition.starts[0], edition.ends[-1], self.spot.side)

    def put(self, spot: Spot, *, extend: bool) -> None:
        """Put the caret somewhere; extending keeps the other end and the side of it."""
        if extend and spot.side != self.spot.side:
            return
        self.spot = spot
        self.shown = True
        self._column = None
        if not extend:
            self.anchor = spot.offset

    def drop(self) -> None:
        """Forget the selection where the caret stands."""
        self.anchor = self.spot.offset

    def spot_at(self, x: float, y: float, side: int | None = None) -> Spot | None:
        """Return the position nearest to a point of the viewport, on one side if given."""
        best: tuple[float, Spot] | None = None
        for index, top in self._scroller.visible():
            slot = self._body.flow.slots[index]
            if slot.passage < 0 or side not in (None, slot.side):
                continue
            first = top + self._body.head(index)
            last = top + self._body.tail_top(index)
            distance = max(first - y, y - last, 0)
            if best is None or distance < best[0]:
                layout = self._body.layout(index)
                point = layout.point_at(x - self._body.margins.text, y - first)
                best = distance, Spot(slot.side, slot.start + point)
        return best[1] if best else None

    def word_at(self, spot: Spot) -> tuple[int, int]:
        """Return the word around a position."""
        index = self._body.flow.index_of(self._body.edition(spot.side), spot.offset, spot.side)
        slot, layout = self._body.flow.slots[index], self._body.layout(index)
        point = spot.offset - slot.start
        after = layout.step(point, forward=True, words=True)
        before = layout.step(after, forward=False, words=True)
        text = self._body.edition(spot.side).text
        first, last = slot.start + min(before, point), slot.start + after
        while last > first + 1 and text[last - 1].isspace():
            last -= 1
        return first, last

    def passage_range(self, spot: Spot) -> tuple[int, int]:
        """Return the passage around a position."""
        edition = self._body.edition(spot.side)
        passage = edition.passage_at(spot.offset)
        return edition.starts[passage], edition.ends[passage]

    def _index(self) -> int:
        return self._body.flow.index_of(
            self._body.edition(self.spot.side), self.spot.offset, self.spot.side
        )

    def move(self, step: Step, forward: bool, *, extend: bool) -> None:
        """Move the caret as the arrow, Home, End and Page keys ask."""
        if self._index() < 0:
            return
        chosen = self.selection()
        if step is Step.LETTER and chosen and not extend:
            self.put(Spot(self.spot.side, chosen[1] if forward else chosen[0]), extend=False)
            return
        column = self._column
        if step in (Step.LINE, Step.PAGE):
            column = self._caret_x() if column is None else column
        offset = self._target(step, forward, column or 0.0)
        self.put(Spot(self.spot.side, offset), extend=extend)
        self._column = column if step in (Step.LINE, Step.PAGE) else None

    def _target(self, step: Step, forward: bool, column: float) -> int:
        if step is Step.LETTER or step is Step.WORD:
            return self._by_letters(forward, step is Step.WORD)
        if step is Step.LINE_END:
            return self._line_end(forward)
        if step is Step.TEXT_END:
            edition = self._body.edition(self.spot.side)
            return edition.ends[-1] if forward else edition.starts[0]
        lines = 1
        if step is Step.PAGE:
            line = self._body.layout(self._index()).style.line
            lines = max(1, (self._scroller.height - line) // line)
        return self._by_lines(forward, lines, column)

    def _by_letters(self, forward: bool, words: bool) -> int:
        index = self._index()
        slot, layout = self._body.flow.slots[index], self._body.layout(index)
        point = self.spot.offset - slot.start
        after = layout.step(point, forward, words)
        if after != point:
            return slot.start + after
        other = self._neighbour(index, forward)
        if other < 0:
            return self.spot.offset
        found = self._body.flow.slots[other]
        return found.start if forward else found.end

    def _neighbour(self, index: int, forward: bool) -> int:
        """Return the next slot of the caret's side, or -1."""
        step = 1 if forward else -1
        index += step
        while 0 <= index < len(self._body.flow):
            if self._body.flow.slots[index].side == self.spot.side:
                return index
            index += step
        return -1

    def _line_end(self, forward: bool) -> int:
        index = self._index()
        slot, layout = self._body.flow.slots[index], self._body.layout(index)
        line = layout.line_of(self.spot.offset - slot.start)
        return slot.start + layout.line_range(line)[1 if forward else 0]

    def _by_lines(self, forward: bool, lines: int, column: float) -> int:
        index = self._index()
        slot, layout = self._body.flow.slots[index], self._body.layout(index)
        line = layout.line_of(self.spot.offset - slot.start)
        while lines:
            line += 1 if forward else -1
            lines -= 1
            if 0 <= line < layout.lines:
                continue
            other = self._neighbour(index, forward)
            if other < 0:
                return slot.end if forward else slot.start
            index = other
            slot, layout = self._body.flow.slots[index], self._body.layout(index)
            line = 0 if forward else layout.lines - 1
        return slot.start + layout.point_at(column, (line + 0.5) * layout.style.line)

    def words_passed(self, step: Step) -> str:
        """Return what a screen reader says after a step: the letter, the word or the line."""
        index = self._index()
        if index < 0:
            return ""
        text, offset = self._body.edition(self.spot.side).text, self.spot.offset
        slot = self._body.flow.slots[index]
        if step is Step.LETTER:
            return text[offset : offset + 1] if offset < slot.end else ""
        if step is Step.WORD:
            first, last = self.word_at(self.spot)
        else:
            layout = self._body.layout(index)
            first, last = layout.line_range(layout.line_of(offset - slot.start))
            first, last = slot.start + first, slot.start + last
        return text[first:last]

    def _caret_x(self) -> float:
        index = self._index()
        slot = self._body.flow.slots[index]
        return self._body.layout(index).caret_x(self.spot.offset - slot.start)

    def runs_left(self) -> bool:
        """Return whether the caret's passage runs from right to left."""
        index = self._index()
        return index >= 0 and self._body.layout(index).runs_left()
