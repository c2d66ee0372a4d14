"""Where a pane stands in its text, and every way to move there.

The place is a slot and the distance of the viewport's top from that slot's top. Nothing depends
on the height of text that was never laid out, so a new width or zoom leaves the place alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from db.records import PassageKind
from desktop.reading.body import PaneBody
from desktop.reading.flow import TEXT

EVENT_LINE = 0.18
"""Height of the line where the current event's passages stand, as a part of the viewport's."""


class Place(NamedTuple):
    """The top of a viewport: a slot, and pixels from that slot's top down to it."""

    slot: int
    offset: int


class Scroller:
    """Moves a viewport of a height over a body of slots.

    The reader's own scrolling stays between the first and the last line. Bringing a passage to
    a line may go past both ends, so that any passage can stand there.
    """

    def __init__(self, body: PaneBody) -> None:
        self._body = body
        self._height = 400
        self._place = Place(0, 0)
        self._lowest: Place | None = None

    @property
    def place(self) -> Place:
        """Return where the viewport's top stands."""
        return self._place

    @property
    def height(self) -> int:
        """Return the viewport's height."""
        return self._height

    @property
    def event_line(self) -> int:
        """Return the y of the line where the current event's passages stand."""
        typography = self._body.typography
        # In a pane as low as a few lines the first line of the passage is to be seen whole.
        line = typography.blocks[PassageKind.PARAGRAPH].line
        lowest = max(0, (self._height - line) // 2)
        return min(max(typography.pad, round(self._height * EVENT_LINE)), lowest)

    def set_height(self, height: int) -> None:
        """Take the viewport's height; the place stays."""
        self._height = height
        self._lowest = None

    def forget(self) -> None:
        """Measure the end of the text anew, after heights have changed."""
        self._lowest = None

    def start(self) -> None:
        """Go to the first line."""
        self._place = self.highest()

    def visible(self) -> Iterator[tuple[int, int]]:
        """Yield the slots in sight with the y of their tops."""
        return self.visible_from(self._place)

    def visible_from(self, place: Place) -> Iterator[tuple[int, int]]:
        """Yield the slots that would be in sight at a place with the y of their tops."""
        index, y = place.slot, -place.offset
        count = len(self._body.flow)
        while index < count and y < self._height:
            height = self._body.height(index)
            if y + height > 0:
                yield index, y
            y += height
            index += 1

    def highest(self) -> Place:
        """Return the place that shows the first line with a comfortable space above."""
        return Place(0, -self._body.typography.pad)

    def lowest(self) -> Place:
        """Return the place that shows the last line with a comfortable space below."""
        if self._lowest is None:
            # However low the pane: the last line is the end, not what lies below it.
            room = max(1, self._height - self._body.typography.pad)
            index = len(self._body.flow)
            while index > 0 and room > 0:
                index -= 1
                room -= self._body.height(index)
            self._lowest = max(self.highest(), Place(index, -room))
        return self._lowest

    @property
    def end_is_measured(self) -> bool:
        """Return whether the last screen has been laid out."""
        return self._lowest is not None

    def end_position(self, guess: float) -> float:
        """Return the position at the viewport's top when the last line is shown, or the guess."""
        if self._lowest is None or not len(self._body.flow):
            return guess
        slot, offset = self._lowest
        first, last = self._bounds(slot)
        return first + (last - first) * max(0, offset) / max(1, self._body.height(slot))

    def settle(self, slot: int, offset: int) -> Place:
        """Return the place written with the slot that really is at the viewport's top."""
        body, last = self._body, len(self._body.flow) - 1
        while offset < 0 and slot > 0:
            slot -= 1
            offset += body.height(slot)
        while slot < last and offset >= body.height(slot):
            offset -= body.height(slot)
            slot += 1
        return Place(max(0, slot), offset)

    def move_to(self, slot: int, offset: int) -> None:
        """Put the viewport's top at a place; past the ends at most by a viewport."""
        self._place = self.within_reach(slot, offset)

    def within_reach(self, slot: int, offset: int) -> Place:
        """Return the place where the viewport's top comes to stand if it is put there."""
        place = self.settle(slot, offset)
        last = len(self._body.flow) - 1
        if place.slot == 0 and place.offset < -self._height:
            place = Place(0, -self._height)
        if place.slot == last:
            place = Place(last, min(place.offset, self._body.height(last)))
        return place

    def move_by(self, pixels: int) -> int:
        """Scroll as the reader does, within the text, and return how far it went.

        A pane that was brought past an end may stay there and come back, but not go further.
        """
        before = self._place
        wanted = self.settle(before.slot, before.offset + pixels)
        if pixels < 0:
            wanted = max(wanted, min(before, self.highest()))
        else:
            wanted = min(wanted, max(before, self.lowest()))
        self._place = wanted
        return self.distance(before, wanted)

    def distance(self, first: Place, second: Place) -> int:
        """Return the pixels from one place down to another, negative when it is above."""
        if second < first:
            return -self.distance(second, first)
        between = range(first.slot, second.slot)
        return sum(map(self._body.height, between)) + second.offset - first.offset

    def show_slot(self, slot: int, y: int) -> None:
        """Put the first line of a slot at a y of the viewport."""
        if slot >= 0:
            self.move_to(slot, self._body.head(slot) - y)

    def place_of(self, slot: int) -> Place:
        """Return the place that shows the first line of a slot at the event line."""
        return self.within_reach(slot, self._body.head(slot) - self.event_line)

    def show_offset(self, offset: int, y: int, side: int = TEXT) -> None:
        """Put the line that holds a code point offset at a y of the viewport."""
        slot = self._body.flow.index_of(self._body.edition(side), offset, side)
        if slot >= 0:
            self.move_to(slot, self.line_top(slot, offset) - y)

    def line_top(self, slot: int, offset: int) -> int:
        """Return the y, from a slot's top, of the line that holds an offset."""
        layout = self._body.layout(slot)
        line = layout.line_of(offset - self._body.flow.slots[slot].start)
        return self._body.head(slot) + line * layout.style.line

    def slot_at(self, y: int) -> tuple[int, int]:
        """Return the slot at a y of the viewport and the y of its top; (-1, 0) if none."""
        found = (-1, 0)
        for index, top in self.visible():
            if found[0] >= 0 and top > y:
                break
            found = index, top
        return found

    def position_at(self, y: float) -> float:
        """Return the characters of the text above a y of the viewport, with fractions.

        Above the first line and below the last it goes on evenly, so that no two places are
        told the same.
        """
        if not len(self._body.flow):
            return 0.0
        whole = int(y)
        place = self.settle(self._place.slot, self._place.offset + whole)
        first, last = self._bounds(place.slot)
        part = (place.offset + y - whole) / max(1, self._body.height(place.slot))
        return first + part * (last - first)

    def scroll_position_to(self, position: float, y: float) -> None:
        """Put a position counted in characters at a y of the viewport."""
        slot = self._body.flow.index_at(position)
        if slot < 0:
            return
        first, last = self._bounds(slot)
        part = (position - first) / (last - first) if last > first else 0.0
        self.move_to(slot, round(part * self._body.height(slot) - y))

    def _bounds(self, slot: int) -> tuple[float, float]:
        return self._body.flow.bounds[slot], self._body.flow.bounds[slot + 1]

    def room(self, limit: int) -> tuple[int, int]:
        """Return the pixels the reader can scroll up and down from here, each at most limit.

        Negative where the pane was brought past that end.
        """
        here, highest, lowest = self._place, self.highest(), self.lowest()
        above = self.settle(here.slot, here.offset - limit)
        below = self.settle(here.slot, here.offset + limit)
        return (
            limit if above > highest else self.distance(highest, here),
            limit if below < lowest else self.distance(here, lowest),
        )
