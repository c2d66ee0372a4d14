"""The order in which a reader walks through events and publications, searched by bisection."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil
from typing import Self

from desktop.timeline.timeline_data import Mark, Marks


@dataclass(frozen=True)
class EventOrder:
    """Every dated event once, in order of time."""

    marks: Marks = field(default_factory=Marks)

    @classmethod
    def of(cls, marks: Marks) -> Self:
        """Return the order of those marks; of several marks of an event the first counts."""
        if len(set(marks.events)) == len(marks):
            return cls(marks)
        firsts: dict[int, int] = {}
        for index, event in enumerate(marks.events):
            firsts.setdefault(event, index)
        return cls(Marks.of(marks[index] for index in firsts.values()))

    @classmethod
    def of_lanes(cls, lanes: Iterable[Marks]) -> Self:
        """Return the order of the earliest mark any lane has for each event."""
        return cls.of(Marks.joined(lanes))

    def __len__(self) -> int:
        return len(self.marks)

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {event: index for index, event in enumerate(self.marks.events)}

    def position(self, event: int | None) -> int | None:
        """Return where in the order the event stands; None where it has no date."""
        return None if event is None else self._positions.get(event)

    def mark(self, event: int | None) -> Mark | None:
        """Return the mark that places the event."""
        position = self.position(event)
        return None if position is None else self.marks[position]

    def event(self, position: int) -> int:
        """Return the event at that position; IndexError outside the order."""
        return self.marks.events[position]

    def nearest(self, time: float, current: int | None = None) -> int | None:
        """Return the event nearest in time; `current` where it is as near as any other."""
        anchors = self.marks.anchors
        if not anchors:
            return None
        found = nearest_index(anchors, time)
        here = self.position(current)
        if here is not None and anchors[here] == anchors[found]:
            return current
        return self.marks.events[found]

    def stepped(self, event: int | None, delta: int, near: float) -> int | None:
        """Return the event `delta` places on, at most the first or last.

        From no event, or one without a date, the walk begins beside the time `near`.
        """
        if not len(self):
            return None
        position = self.position(event)
        if position is None:
            start = bisect_left(self.marks.anchors, near)
            target = start + delta - (delta > 0)
        else:
            target = position + delta
        return self.event(min(max(target, 0), len(self) - 1))


@dataclass(frozen=True)
class PublicationSteps:
    """The stations of the known-by handle: each publication but the last, then everything."""

    times: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.times)

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


def densest(times: Sequence[int], share: float = 0.85) -> tuple[int, int] | None:
    """Return the shortest stretch that holds that share of the sorted times."""
    if not times:
        return None
    window = min(len(times), max(1, ceil(len(times) * share)))
    starts = range(len(times) - window + 1)
    first = min(starts, key=lambda index: times[index + window - 1] - times[index])
    return times[first], times[first + window - 1]
