"""What the rules of comparison need to know beside the two claims."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final

from db.comparing.intervals import Interval
from db.comparing.ladders import Ladder
from db.comparing.moments import Held
from db.comparing.silence import Span
from db.comparing.speakers import Speakers
from db.records import Aspect, Claim, Event, Voice
from db.text.edtf import EdtfError, bounds, parse
from db.text.word_lists import SHIPPED, WordLists
from db.text.zones import resolve_zone

_LEAST_LEEWAY: Final = 30 * 60


class Context:
    """Aspects, voices and events of a corpus by id, and when its claims were reported.

    `parents` maps an event to the one it is a part of. `reported` maps a claim's id to when its
    words were reported; `zone` is the corpus's; `lists` say what vague words stand for.
    """

    def __init__(
        self,
        aspects: Mapping[int, Aspect],
        voices: Mapping[int, Voice],
        *,
        events: Mapping[int, Event],
        parents: Mapping[int, int | None],
        reported: Mapping[int, Span],
        zone: str = "UTC",
        lists: WordLists = SHIPPED,
    ) -> None:
        self.aspects = aspects
        self.speakers = Speakers(voices)
        self.events = events
        self.zone = zone
        self.lists = lists
        self._parents = parents
        self._reported = reported
        self._scopes: dict[int, Ladder] = {}
        self._choices: dict[int, Ladder] = {}
        self._held: dict[int, Held] = {}

    def scopes(self, aspect_id: int) -> Ladder:
        """Which scope of an aspect lies within which."""
        if aspect_id not in self._scopes:
            self._scopes[aspect_id] = Ladder.of(self.aspects[aspect_id].scopes)
        return self._scopes[aspect_id]

    def choices(self, aspect_id: int) -> Ladder:
        """Which word of an aspect is a narrower one of which."""
        if aspect_id not in self._choices:
            self._choices[aspect_id] = Ladder.of(self.aspects[aspect_id].choices)
        return self._choices[aspect_id]

    def is_part(self, event_id: int, whole_id: int) -> bool:
        """Whether an event is a part of another, or a part of its part, and so on."""
        seen: set[int] = set()
        above = self._parents.get(event_id)
        while above is not None and above not in seen:
            if above == whole_id:
                return True
            seen.add(above)
            above = self._parents.get(above)
        return False

    def held(self, claim: Claim) -> Held:
        """When a claim held and was reported."""
        found = self._held.get(claim.id)
        if found is None:
            as_of = Span(claim.as_of.earliest, claim.as_of.latest) if claim.as_of else None
            found = Held(as_of, self._reported.get(claim.id, Span()))
            self._held[claim.id] = found
        return found

    def goes_on_at(self, event_id: int, span: Span) -> bool:
        """Whether an event whose time is known was not yet over, or over that day, at a time."""
        happened = self.events[event_id].happened
        if not happened or span.latest is None:
            return False
        return happened.latest is None or span.latest <= end_of_day(happened.latest, self.zone)


@lru_cache(maxsize=1_024)
def end_of_day(instant: int, zone: str) -> int:
    """The last second of the day an instant in UTC seconds is of, in a zone; of no year, itself."""
    try:
        day = datetime.fromtimestamp(instant, resolve_zone(zone or "UTC"))
        return int(day.replace(hour=23, minute=59, second=59).timestamp())
    except (ValueError, OverflowError, OSError):
        return instant


@lru_cache(maxsize=4_096)
def instants(edtf: str, zone: str) -> Interval | None:
    """The UTC seconds a time claim allows, from first to last; None where its value is no time."""
    try:
        return Interval(*bounds(edtf, zone or None, zone_unknown=not zone))
    except (EdtfError, ValueError):
        return None


@lru_cache(maxsize=4_096)
def stretches(edtf: str, zone: str) -> tuple[Interval, ...]:
    """The same, one for each date of a list: what lies between two of them is not allowed."""
    try:
        when = parse(edtf)
        alone = (when._replace(spans=(span,)) for span in when.spans)
        return tuple(Interval(*bounds(w, zone or None, zone_unknown=not zone)) for w in alone)
    except (EdtfError, ValueError):
        return ()


@lru_cache(maxsize=4_096)
def time_leeway(edtf: str) -> int:
    """By how many seconds a time marked as about or doubtful may be off; 0 for any other.

    As much as it is exact: a month for *about June*; half an hour for a clock time.
    """
    try:
        spans = parse(edtf).spans
    except (EdtfError, ValueError):
        return 0
    loose = [m for span in spans for m in span.moments if m.approximate or m.uncertain]
    return max((max(m.last - m.first + 1, _LEAST_LEEWAY) for m in loose), default=0)
