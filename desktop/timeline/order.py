"""The order in which a reader walks through events and publications, searched by bisection."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from enum import Enum
from math import ceil
from typing import Final, Self

from desktop.timeline.ticks import is_day_end, is_day_start, local_time
from desktop.timeline.timeline_data import POINT, Mark, Marks

_LONGEST_DAY: Final = 26 * 3600
_MANY: Final = 20
_LEAST_SHARE: Final = 0.699

Stretch = tuple[int, int]


class EventOrder:
    """Every dated event once, in the order the reader walks, each with its place in time.

    The place is where the handle stands for it; what is not known to the minute has a place too,
    but is never drawn as a point there.
    """

    def __init__(self, marks: Iterable[Mark] = (), zone: tzinfo = UTC) -> None:
        self._marks: dict[int, Mark] = {}
        self._places: dict[int, int] = {}
        for mark in marks:
            place = place_of(mark, zone)
            if place is not None and mark.event not in self._marks:
                self._marks[mark.event] = mark
                self._places[mark.event] = place
        self._index()

    @classmethod
    def of_lanes(cls, lanes: Iterable[Marks], zone: tzinfo = UTC) -> Self:
        """Return the order of the earliest mark any lane has for each event, by their places."""
        order = cls(Marks.joined(lanes), zone)
        places = order._places
        order._places = {event: places[event] for event in sorted(places, key=places.__getitem__)}
        order._index()
        return order

    def _index(self) -> None:
        self.events = array("q", self._places)
        self._positions = {event: index for index, event in enumerate(self.events)}
        self._by_place = array("q", sorted(self.events, key=self._places.__getitem__))
        self._times = array("q", (self._places[event] for event in self._by_place))

    def __len__(self) -> int:
        return len(self.events)

    def position(self, event: int | None) -> int | None:
        """Return where in the order the event stands; None where it has no date."""
        return None if event is None else self._positions.get(event)

    def mark(self, event: int | None) -> Mark | None:
        """Return the mark that places the event."""
        return None if event is None else self._marks.get(event)

    def place(self, event: int | None) -> int | None:
        """Return where the handle stands for the event, epoch seconds; None without a date."""
        return None if event is None else self._places.get(event)

    def event(self, position: int) -> int:
        """Return the event at that position; IndexError outside the order."""
        return self.events[position]

    def nearest(self, time: float, current: int | None = None) -> int | None:
        """Return the event nearest in time; `current` where it is as near as any other."""
        if not self._times:
            return None
        found = nearest_index(self._times, time)
        if self.place(current) == self._times[found]:
            return current
        return self._by_place[found]

    def stepped(self, event: int | None, delta: int, near: float) -> int | None:
        """Return the event `delta` places on, at most the first or last.

        From no event, or one without a date, the walk begins with the event next to `near`.
        """
        if not len(self):
            return None
        position = self.position(event)
        target = self._first(near, delta) if position is None else position + delta
        return self.event(min(max(target, 0), len(self) - 1))

    def _first(self, near: float, delta: int) -> int:
        if abs(delta) >= len(self):
            return delta
        index = bisect_left(self._times, near) - (delta < 0)
        event = self._by_place[min(max(index, 0), len(self) - 1)]
        return self._positions[event]


def place_of(mark: Mark, zone: tzinfo) -> int | None:
    """Return where the handle stands for a mark, epoch seconds; None without a date.

    At its time, or the only bound it has. A lasting event's place is its beginning. Of an
    uncertain stretch it is the bound that somebody gave (a day before 14:52 is at 14:52, a day
    after it likewise), and with two such bounds or none, as for a whole day, the middle.
    """
    if mark.earliest is None or mark.latest is None:
        return mark.anchor
    if mark.lasting or mark.latest - mark.earliest <= POINT:
        return mark.earliest
    part = part_of_day(mark.earliest, mark.latest, zone)
    if part is PartOfDay.FIRST:
        return mark.latest
    return mark.earliest if part is PartOfDay.LAST else (mark.earliest + mark.latest) // 2


class PartOfDay(Enum):
    """What part of one day a stretch of time is."""

    FIRST = "from its beginning to some moment"
    LAST = "from some moment to its end"
    OTHER = "the whole of it, a part inside it, or more than a day"


def part_of_day(earliest: int, latest: int, zone: tzinfo) -> PartOfDay:
    """Return what part of a day of that zone the stretch is."""
    if latest - earliest > _LONGEST_DAY:
        return PartOfDay.OTHER
    first, last = local_time(earliest, zone), local_time(latest, zone)
    if first.date() != last.date() or is_day_start(first) == is_day_end(last):
        return PartOfDay.OTHER
    return PartOfDay.FIRST if is_day_start(first) else PartOfDay.LAST


@dataclass(frozen=True)
class PublicationSteps:
    """The stations of the known-by handle: each publication but the last, then everything."""

    times: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.times)

    def nearest(self, time: float) -> int | None:
        """Return the publication nearest to a time, None where there is none."""
        return self.times[nearest_index(self.times, time)] if len(self.times) else None

    def position(self, known_by: float | None) -> int:
        """Return the station of that time: the last publication not after it."""
        if known_by is None:
            return len(self.times) - 1
        return max(0, bisect_right(self.times, known_by) - 1)

    def time(self, position: int) -> int | None:
        """Return the time of a station in epoch seconds, None for everything."""
        if position >= len(self.times) - 1:
            return None
        return self.times[max(0, position)]


def nearest_index(times: "array[int]", time: float) -> int:
    """Return the index of the time nearest to `time`; of equals the first. Not for none."""
    right = bisect_left(times, time)
    if right == 0:
        return 0
    if right < len(times) and times[right] - time < time - times[right - 1]:
        return right
    return bisect_left(times, times[right - 1])


def densest(times: Sequence[int]) -> Stretch | None:
    """Return the stretch of the sorted times that is worth looking at first.

    It is the shortest that holds 85 %, of a handful all. Where less, but at least 70 %, fits into
    a small part of that, the rest was background and is left out.
    """
    if not times:
        return None
    share, gain = (0.85, 3) if len(times) >= _MANY else (1.0, 10)
    found = _shortest(times, share)
    while share - 0.05 >= _LEAST_SHARE:
        share -= 0.05
        closer = _shortest(times, share)
        if gain * (closer[1] - closer[0]) < found[1] - found[0]:
            found = closer
    return found


def _shortest(times: Sequence[int], share: float) -> Stretch:
    window = min(len(times), max(1, ceil(len(times) * share)))
    starts = range(len(times) - window + 1)
    first = min(starts, key=lambda index: times[index + window - 1] - times[index])
    return times[first], times[first + window - 1]
