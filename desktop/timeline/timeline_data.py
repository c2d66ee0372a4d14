"""What the timeline shows: marks, lanes and publications, in arrays fit for 100,000 marks."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from functools import cached_property
from itertools import accumulate, compress
from operator import not_
from typing import Final, Self

NO_START: Final = -(1 << 62)
"""Stands in an array for an earliest time that is not known."""
NO_END: Final = 1 << 62
"""Stands in an array for a latest time that is not known."""
POINT: Final = 60
"""Seconds: a time known to the minute or better is drawn as a point."""

ASSUMED, APPROXIMATE, LASTING = 1, 2, 4

Report = tuple[int | None, int | None, bool]
"""When a source published: earliest, latest (epoch seconds, None = open), zone assumed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One time a source gives for an event.

    `earliest` and `latest` are UTC epoch seconds, None where open. `lasting` is set where the
    event filled the whole stretch; else the stretch is what is not known about one moment.
    """

    event: int
    earliest: int | None
    latest: int | None
    assumed_zone: bool = False
    approximate: bool = False
    lasting: bool = False

    @property
    def anchor(self) -> int | None:
        """The time that places the mark: its earliest, else its latest; None without either."""
        return self.latest if self.earliest is None else self.earliest

    @property
    def flags(self) -> int:
        """The three properties as one small number."""
        return ASSUMED * self.assumed_zone + APPROXIMATE * self.approximate + LASTING * self.lasting


@dataclass(frozen=True)
class Marks:
    """Marks in the order of their anchors; those of equal anchor keep the order they came in."""

    anchors: "array[int]" = field(default_factory=lambda: array("q"))
    events: "array[int]" = field(default_factory=lambda: array("q"))
    earliest: "array[int]" = field(default_factory=lambda: array("q"))
    latest: "array[int]" = field(default_factory=lambda: array("q"))
    flags: bytes = b""

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> Self:
        """Return those marks sorted; marks without any date are left out."""
        dated = [mark for mark in marks if mark.anchor is not None]
        return cls.from_columns(
            [mark.event for mark in dated],
            [NO_START if mark.earliest is None else mark.earliest for mark in dated],
            [NO_END if mark.latest is None else mark.latest for mark in dated],
            bytes(mark.flags for mark in dated),
        )

    @classmethod
    def from_columns(
        cls, events: Sequence[int], earliest: Sequence[int], latest: Sequence[int], flags: bytes
    ) -> Self:
        """Return marks from columns of equal length, with `NO_START` and `NO_END` where open."""
        anchors = [
            late if early == NO_START else early
            for early, late in zip(earliest, latest, strict=True)
        ]
        order = sorted(range(len(anchors)), key=anchors.__getitem__)
        return cls(
            _picked(anchors, order),
            _picked(events, order),
            _picked(earliest, order),
            _picked(latest, order),
            bytes(flags[index] for index in order),
        )

    @classmethod
    def joined(cls, parts: Iterable["Marks"]) -> Self:
        """Return all those marks as one."""
        events, earliest, latest = array("q"), array("q"), array("q")
        flags = bytearray()
        for part in parts:
            events += part.events
            earliest += part.earliest
            latest += part.latest
            flags += part.flags
        return cls.from_columns(events, earliest, latest, bytes(flags))

    def __len__(self) -> int:
        return len(self.anchors)

    def __getitem__(self, index: int) -> Mark:
        early, late, flags = self.earliest[index], self.latest[index], self.flags[index]
        return Mark(
            self.events[index],
            None if early == NO_START else early,
            None if late == NO_END else late,
            bool(flags & ASSUMED),
            bool(flags & APPROXIMATE),
            bool(flags & LASTING),
        )

    def __iter__(self) -> Iterator[Mark]:
        return (self[index] for index in range(len(self)))

    @cached_property
    def ends(self) -> "array[int]":
        """The last known time of every mark, sorted for itself."""
        return array("q", sorted(self._last(index) for index in range(len(self))))

    @cached_property
    def _is_stretch(self) -> list[bool]:
        # The difference to an open end is far beyond any stretch of real time.
        pairs = zip(self.earliest, self.latest, strict=True)
        return [POINT < late - early < NO_END // 2 for early, late in pairs]

    @cached_property
    def points(self) -> "array[int]":
        """The anchors of all marks that are no stretches, sorted."""
        return array("q", compress(self.anchors, map(not_, self._is_stretch)))

    @cached_property
    def range_starts(self) -> "array[int]":
        """The starts of all stretches longer than a point, sorted."""
        return array("q", compress(self.earliest, self._is_stretch))

    @cached_property
    def range_ends(self) -> "array[int]":
        """The ends of all stretches longer than a point, sorted for themselves."""
        return array("q", sorted(compress(self.latest, self._is_stretch)))

    @cached_property
    def _reach(self) -> "array[int]":
        return array("q", accumulate((self._last(index) for index in range(len(self))), max))

    @cached_property
    def _by_event(self) -> "array[int]":
        return array("q", sorted(range(len(self)), key=self.events.__getitem__))

    def _last(self, index: int) -> int:
        late = self.latest[index]
        return self.anchors[index] if late == NO_END else late

    def chosen(self, wanted: Sequence[bool]) -> "Marks":
        """Return the marks for which `wanted`, one truth a mark, is true."""
        return Marks(
            array("q", compress(self.anchors, wanted)),
            array("q", compress(self.events, wanted)),
            array("q", compress(self.earliest, wanted)),
            array("q", compress(self.latest, wanted)),
            bytes(compress(self.flags, wanted)),
        )

    def between(self, start: float, end: float) -> range:
        """Return the indices of a stretch of marks that holds every one touching [start, end]."""
        return range(bisect_left(self._reach, start), bisect_right(self.anchors, end))

    def before(self, time: float) -> int:
        """Return how many marks lie wholly before that time."""
        return bisect_left(self.ends, time)

    def after(self, time: float) -> int:
        """Return how many marks lie wholly after that time."""
        return len(self) - bisect_right(self.anchors, time)

    def indices_of(self, event: int) -> list[int]:
        """Return the indices of the marks of one event, in order of time."""
        key = self.events.__getitem__
        first = bisect_left(self._by_event, event, key=key)
        last = bisect_right(self._by_event, event, key=key)
        return sorted(self._by_event[first:last])


def _picked(column: Sequence[int], order: Sequence[int]) -> "array[int]":
    return array("q", [column[index] for index in order])


@dataclass(frozen=True)
class Lane:
    """One source on the timeline.

    `style` is the index of its colour and pattern, -1 for a lane of many sources. `marks` are
    the times it gives for events, `reported` the times at which it reported them, `reports` all
    times at which it published.
    """

    letter: str
    label: str
    style: int
    marks: Marks = field(default_factory=Marks)
    reports: Sequence[Report] = ()
    reported: Marks = field(default_factory=Marks)

    @cached_property
    def _first_reports(self) -> dict[int, int]:
        pairs = zip(reversed(self.reported.events), reversed(self.reported.anchors), strict=True)
        return dict(pairs)

    @cached_property
    def _first_report(self) -> int:
        times = (late if early is None else early for early, late, _ in self.reports)
        return min((time for time in times if time is not None), default=NO_START)

    def published(self, event: int) -> int:
        """Return when this source first reported the event, epoch seconds.

        Where that is not known it counts from the source's first report, and where that has no
        date either, from the beginning of time.
        """
        return self._first_reports.get(event, self._first_report)

    @property
    def name(self) -> str:
        """Letter and label on one line."""
        return " ".join(f"{self.letter} {self.label}".split())


@dataclass(frozen=True)
class TimelineData:
    """All lanes, and the zone whose clock and calendar rule the axis.

    `zone_note` says in words what zone that is and whether it is assumed. `events` are the
    corpus's own times of the events, in the order of the event list; without them the lanes'
    earliest marks stand for them. `span` is the stretch the view may move in, epoch seconds.
    """

    lanes: Sequence[Lane] = ()
    zone: tzinfo = UTC
    zone_note: str = ""
    span: tuple[int, int] | None = None
    events: Iterable[Mark] | None = None

    def extent(self) -> tuple[int, int] | None:
        """Return the first and last instant of anything here; None where nothing is dated."""
        if self.span is not None:
            return self.span
        parts = [marks for lane in self.lanes for marks in (lane.marks, lane.reported)]
        parts += [Marks.of(self.events)] if self.events is not None else []
        times = [(part.anchors[0], part.ends[-1]) for part in parts if part]
        published = self.publications()
        if published:
            times.append((published[0], published[-1]))
        if not times:
            return None
        return min(first for first, _ in times), max(last for _, last in times)

    def publications(self) -> "array[int]":
        """Return every time at which something was certainly published, sorted, each once."""
        times = {
            latest if latest is not None else earliest
            for lane in self.lanes
            for earliest, latest, _ in lane.reports
        }
        return array("q", sorted(time for time in times if time is not None))


def folded(lanes: Sequence[Lane], keep: int, label: str) -> list[Lane]:
    """Return the first `keep` lanes as they are and all others as one lane of that label."""
    if len(lanes) <= keep + 1:
        return list(lanes)
    rest = lanes[keep:]
    other = Lane(
        "",
        label,
        -1,
        Marks.joined(lane.marks for lane in rest),
        [report for lane in rest for report in lane.reports],
        Marks.joined(lane.reported for lane in rest),
    )
    return [*lanes[:keep], other]
