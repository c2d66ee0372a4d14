"""The rows of the event list: which events, under which heads, with which words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from db.records import Event, Silence
from db.text.folding import fold
from db.text.zones import ZoneStatus, is_zone, resolve_zone
from desktop.session import Session
from desktop.theme import Presence
from desktop.when import display_day, display_when, language

LONGEST_TIME = 12
MOST_DOTS = 6
"""Presence is shown for so many sources; more would be noise in a narrow list."""


class Filter(StrEnum):
    """Which events the list shows."""

    ALL = "all"
    SHARED = "shared"
    EVERY = "every"
    ONE = "one"
    CONFLICT = "conflict"
    NOT_LOOKED = "not-looked"


class EventWords:
    """When events happened and which sources speak of them, worked out for the rows in sight.

    All is as it was when the list was filled: rows are drawn once more before they are gone.
    """

    def __init__(self, session: Session) -> None:
        self._events, self._zone = session.events_by_id, session.zone
        self._sources, self._silences = session.sources[:MOST_DOTS], session.silences
        self._presence: dict[int, tuple[Presence, ...]] = {}

    def when(self, event_id: int) -> str:
        """An event's time for a narrow column."""
        return short_when(self._events[event_id], self._zone)

    def spoken_when(self, event_id: int) -> str:
        """An event's time as it is read aloud: the signs of the narrow column are words there."""
        happened = self._events[event_id].happened
        return display_when(happened.edtf) if happened.edtf else happened.printed

    def presence(self, event_id: int) -> tuple[Presence, ...]:
        """What each source has on an event, in the order of sources."""
        if event_id not in self._presence:
            kinds = (self._silences.kind(event_id, source.id) for source in self._sources)
            self._presence[event_id] = tuple(presence_of(kind) for kind in kinds)
        return self._presence[event_id]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row: an event, or a head (event 0)."""

    event: int
    title: str
    words: EventWords | None = None

    @property
    def when(self) -> str:
        """The event's time in words."""
        return self.words.when(self.event) if self.words is not None else ""

    @property
    def spoken_when(self) -> str:
        """The event's time as it is read aloud."""
        return self.words.spoken_when(self.event) if self.words is not None else ""

    @property
    def presence(self) -> tuple[Presence, ...]:
        """What each source has on the event."""
        return self.words.presence(self.event) if self.words is not None else ()


def event_rows(
    session: Session, wanted: Filter, text: str, conflicts: Collection[int] = ()
) -> list[EventRow]:
    """The rows of the list for a filter and the words typed; `conflicts` are events' ids."""
    keep = _filter(session, wanted, conflicts)
    needle = fold(text.strip())
    words, zone = EventWords(session), session.zone
    rows: list[EventRow] = []
    head = ""
    for event in session.events:
        if not keep(event) or (needle and needle not in fold(f"{event.title} {event.place}")):
            continue
        title = group_title(event, zone)
        if title != head:
            rows.append(EventRow(0, title))
            head = title
        rows.append(EventRow(event.id, event.title, words))
    return rows


def presences(session: Session, event: int) -> Iterator[Presence]:
    """What each source has on an event, in the order of sources."""
    silences = session.silences
    for source in session.sources[:MOST_DOTS]:
        yield presence_of(silences.kind(event, source.id))


def presence_of(silence: Silence | None) -> Presence:
    """The mark of a silence, None being a source that speaks."""
    if silence is None:
        return Presence.SPEAKS
    return Presence.NOT_LOOKED if silence is Silence.NOT_LOOKED else Presence.SILENT


def _filter(
    session: Session, wanted: Filter, conflicts: Collection[int]
) -> Callable[[Event], bool]:
    spoken, count = session.spoken, len(session.sources)

    def voices(event: Event) -> int:
        return len(spoken.get(event.id, ()))

    return {
        Filter.ALL: lambda event: True,
        Filter.SHARED: lambda event: voices(event) > 1,
        Filter.EVERY: lambda event: count > 0 and voices(event) == count,
        Filter.ONE: lambda event: voices(event) == 1,
        Filter.CONFLICT: lambda event: event.id in conflicts,
        Filter.NOT_LOOKED: lambda event: Presence.NOT_LOOKED in presences(session, event.id),
    }[wanted]


def group_title(event: Event, zone: tzinfo) -> str:
    """The head an event stands under: its day, its month or its year."""
    day = _day(event, zone)
    if day is None:
        return display_when(event.happened.edtf) or QCoreApplication.translate(
            "events", "Without a date"
        )
    known = _first_date(event)
    # Digits not known and seasons: the head of the first day they can mean would not be true.
    if "X" in known or (len(known) == 7 and known[5:] > "12"):
        return display_when(known, short=True)
    return _head(day, len(known), language())


@lru_cache(maxsize=4_096)
def _head(day: date, digits: int, spoken: str) -> str:
    """A day, or only its month or year where no more digits are known."""
    return display_day(day) if digits > 7 else display_when(day.isoformat()[: max(4, digits)])


def _first_date(event: Event) -> str:
    """The date an event is sorted by, as printed in its EDTF: how exactly is it known?"""
    start, _, end = event.happened.edtf.partition("/")
    date = end if start in ("", "..") else start
    return date.split("T")[0].rstrip("?~%")


def short_when(event: Event, zone: tzinfo) -> str:
    """An event's time for a narrow column, as "<14:52"."""
    if not event.happened.edtf:
        return event.happened.printed
    return _short(event.happened.edtf, _day(event, zone), language())


@lru_cache(maxsize=4_096)
def _short(edtf: str, day: date | None, spoken: str) -> str:
    words = display_when(edtf, short=True, reference_day=day)
    start, slash, _ = edtf.partition("/")
    if slash and len(words) > LONGEST_TIME and start not in ("", ".."):
        return display_when(start, short=True, reference_day=day) + "–"
    return words


def _day(event: Event, zone: tzinfo) -> date | None:
    instant = event.happened.earliest
    instant = event.happened.latest if instant is None else instant
    if event.happened.zone_status is ZoneStatus.STATED and is_zone(event.happened.zone):
        # The day that is printed, not the one it was elsewhere at that moment.
        zone = resolve_zone(event.happened.zone)
    try:
        return None if instant is None else datetime.fromtimestamp(instant, zone).date()
    except (ValueError, OverflowError, OSError):
        return None
