"""Times as EDTF: level 0 and 1, and of level 2 what intervals and sets need, with clock times.

Read: ``2011``, ``2011-12``, ``2011-12-16``, ``2011-12-16T14:52`` (also to the hour or second, with
``Z`` or an offset), parts of the year (``2011-21`` spring), ``201X``, ``2011-12-XX``, ``1X5X``,
years beyond four digits (``Y-17000``, ``Y17E7``, ``1950S2``), the qualifiers ``?`` ``~`` ``%``
after any of them, also before or after one component, intervals ``a/b`` with ``..`` (open) or
nothing (unknown) at an end, one of several ``[a, b..c]`` and all of several ``{a, b}``.

Conventions of this program: qualifiers may stand after a clock time; a time whose seconds are
:00 is a printed minute and lasts to :59; a qualifier never widens the bounds; northern seasons of
three months, winter being December to February of the next year.
"""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from enum import StrEnum
from typing import Final, NamedTuple

from db.errors import said, told
from db.text.instants import EASTMOST, WESTMOST, first_instant, instants_of, last_instant
from db.text.moments import EdtfError, Moment, Precision, read_moment

__all__ = [
    "Edge", "EdtfError", "Moment", "Precision", "Span", "When", "WhenKind",
    "bounds", "is_open", "midpoint", "parse", "sort_key",
]  # fmt: skip

Bounds = tuple[int | None, int | None]
MAX_LENGTH: Final = 500


class WhenKind(StrEnum):
    """What a text in EDTF stands for."""

    POINT = "point"
    INTERVAL = "interval"
    ONE_OF = "one-of"
    ALL_OF = "all-of"


class Edge(StrEnum):
    """An end of a span where no date stands."""

    OPEN = ".."
    UNKNOWN = ""


class Span(NamedTuple):
    """From one moment to another; a single moment is both ends."""

    start: Moment | Edge
    end: Moment | Edge

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The dates that stand at its ends."""
        ends = (self.start,) if self.start is self.end else (self.start, self.end)
        return tuple(end for end in ends if isinstance(end, Moment))


class When(NamedTuple):
    """A time as read: one span, or the members of a set."""

    text: str
    kind: WhenKind
    spans: tuple[Span, ...]

    @property
    def approximate(self) -> bool:
        """Whether any part is marked as about."""
        return any(moment.approximate for span in self.spans for moment in span.moments)

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked as doubtful."""
        return any(moment.uncertain for span in self.spans for moment in span.moments)

    @property
    def is_point(self) -> bool:
        """Whether it is one date or time, however coarse."""
        return self.kind is WhenKind.POINT

    @property
    def precision(self) -> Precision | None:
        """The precision of a point, else None."""
        start = self.spans[0].start
        return start.precision if self.is_point and isinstance(start, Moment) else None


def parse(text: str) -> When:
    """Read a time; raises EdtfError with a sentence for anything that is not EDTF."""
    stripped = text.strip()
    if not stripped:
        raise EdtfError(said("No time is given."))
    if len(stripped) > MAX_LENGTH:
        raise EdtfError(said("A time is at most {most} characters long.", most=MAX_LENGTH))
    if stripped[0] in "[{":
        return _read_set(stripped)
    if "/" in stripped:
        return When(stripped, WhenKind.INTERVAL, (_read_interval(stripped),))
    moment = read_moment(stripped)
    return When(stripped, WhenKind.POINT, (Span(moment, moment),))


def _read_interval(text: str) -> Span:
    ends = text.split("/")
    if len(ends) != 2 or ends == ["", ""]:
        raise EdtfError(
            said("“{text}” is not an interval such as 2011-12-17/2011-12-18.", text=text[:40])
        )
    return _ordered(Span(*(_read_end(end.strip()) for end in ends)), text)


def _read_end(text: str) -> Moment | Edge:
    return Edge(text) if text in ("", "..") else read_moment(text)


def _ordered(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    if not isinstance(start, Moment) or not isinstance(end, Moment):
        return span
    # A stated offset beside an assumed zone can only be compared once the zone is known.
    if (start.offset is None) == (end.offset is None) and (
        start.first - (start.offset or 0) > end.last - (end.offset or 0)
    ):
        raise EdtfError(said("“{text}” ends before it begins.", text=text))
    return span


_SET: Final = re.compile(r"\[([^\[\]{}]+)\]|\{([^\[\]{}]+)\}")


def _read_set(text: str) -> When:
    match = _SET.fullmatch(text)
    if match is None:
        raise EdtfError(
            said("“{text}” is not a list such as [2011-12-16, 2011-12-17].", text=text[:40])
        )
    members = (match[1] or match[2]).split(",")
    spans = tuple(_read_member(member.strip(), text) for member in members)
    return When(text, WhenKind.ONE_OF if match[1] else WhenKind.ALL_OF, spans)


def _read_member(text: str, whole: str) -> Span:
    start, dots, end = text.partition("..")
    if not dots:
        moment = read_moment(text)
        return Span(moment, moment)
    if not start and not end:
        raise EdtfError(
            said("“{whole}” lists a time without a beginning and an end.", whole=whole[:40])
        )
    return _ordered(Span(_read_end(start or ".."), _read_end(end or "..")), text)


def bounds(when: When | str, zone: tzinfo | str | None, *, zone_unknown: bool = False) -> Bounds:
    """Return the earliest and latest instant in seconds since 1970 UTC, both inclusive.

    None stands for an open or unknown end, and (None, None) for the empty text.  The zone is that
    of times without an offset; where it is None, "" or ``zone_unknown`` is set, it may be any from
    -12:00 to +14:00.  Raises EdtfError for what cannot be read.
    """
    if isinstance(when, str):
        if not when.strip():
            return None, None
        when = parse(when)
    known = None if zone_unknown else _zone(zone)
    spans = [_span_bounds(span, known) for span in when.spans]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    earliest = None if None in starts else min(start for start in starts if start is not None)
    latest = None if None in ends else max(end for end in ends if end is not None)
    if earliest is not None and latest is not None and earliest > latest:
        raise EdtfError(said("“{text}” ends before it begins.", text=when.text))
    return earliest, latest


def _zone(zone: tzinfo | str | None) -> tzinfo | None:
    if not isinstance(zone, str):
        return zone
    # The first text says times, and compares none.
    from db.text.zones import ZoneError, resolve_zone

    try:
        return resolve_zone(zone) if zone.strip() else None
    except ZoneError as error:
        raise EdtfError(told(error)) from error


def _span_bounds(span: Span, zone: tzinfo | None) -> Bounds:
    start = _moment_bounds(span.start, zone)[0] if isinstance(span.start, Moment) else None
    end = _moment_bounds(span.end, zone)[1] if isinstance(span.end, Moment) else None
    return start, end


def _moment_bounds(moment: Moment, zone: tzinfo | None) -> tuple[int, int]:
    zone = _own_zone(moment) or zone
    if zone is None:
        return moment.first - EASTMOST, moment.last - WESTMOST
    if not moment.has_time:
        first, last = first_instant(moment.first, zone), last_instant(moment.last, zone)
        if first <= last:
            return first, last
    # A clock time, or a day that the zone left out altogether when it changed sides.
    return instants_of(moment.first, zone)[0], instants_of(moment.last, zone)[1]


def _own_zone(moment: Moment) -> tzinfo | None:
    return None if moment.offset is None else timezone(timedelta(seconds=moment.offset))


def is_open(when: When) -> bool:
    """Tell whether an end is open or unknown."""
    return any(isinstance(end, Edge) for span in when.spans for end in (span.start, span.end))


def midpoint(span: Bounds) -> int | None:
    """Return the middle of two bounds, the one that is known, or None."""
    earliest, latest = span
    if earliest is None or latest is None:
        return latest if earliest is None else earliest
    return (earliest + latest) // 2


def sort_key(span: Bounds) -> tuple[int, int, int, int]:
    """Return a key that orders bounds by their start, or their end where the start is unknown.

    At one second, what ended there comes before what began; what has neither end comes last.
    """
    earliest, latest = span
    if earliest is not None:
        return 0, earliest, 1, latest if latest is not None else 2**62
    if latest is not None:
        return 0, latest, 0, latest
    return 1, 0, 0, 0
