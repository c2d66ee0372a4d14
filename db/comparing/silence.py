"""Why a source has nothing on an event: what the reader settled, else what the dates show."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.records import Event, Report, Review, Silence, Source

if TYPE_CHECKING:
    from db.corpus import Corpus

# Keyed by kind so that the window can show them in the reader's language.
PHRASES: Final[Mapping[Silence, str]] = {
    Silence.NOT_PUBLISHED: "not yet published at that time",
    Silence.OUT_OF_SCOPE: "outside the text's scope",
    Silence.NO_FIGURE: "names the event, gives no figure",
    Silence.SILENT: "silent, though it covers the neighbours",
    Silence.NOT_LOOKED: "nobody has looked yet",
}

SILENT_STATE: Final = "silent"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in UTC seconds, ends included; None = open."""

    earliest: int | None = None
    latest: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a source can speak of.

    `events` reaches from the first to the last event it speaks of, None where it speaks of none.
    `first_known` and `last_published` are the latest instants at which its first and its last
    piece may have been published, None = not known.
    """

    events: Span | None = None
    first_known: int | None = None
    last_published: int | None = None


def derive_silence(
    event: Span, coverage: Coverage, review: Review | None, *, known_by: int | None = None
) -> Silence:
    """Say why a source that does not mention an event is silent on it.

    The first that fits: nothing of the source was known at `known_by` → not published; nobody
    has reviewed it → not looked; the kind the reader set; the event came after the source's last
    publication → not published; it lies outside the events the source speaks of → out of scope;
    else silent.
    """
    if known_by is not None and not _known(coverage.first_known, known_by):
        return Silence.NOT_PUBLISHED
    if review is None or review.state != SILENT_STATE:
        return Silence.NOT_LOOKED
    if review.silence is not None:
        return review.silence
    if _after(event, coverage.last_published):
        return Silence.NOT_PUBLISHED
    return Silence.OUT_OF_SCOPE if _outside(event, coverage.events) else Silence.SILENT


def _known(latest: int | None, known_by: int) -> bool:
    return latest is not None and latest <= known_by


def _after(event: Span, instant: int | None) -> bool:
    return event.earliest is not None and instant is not None and event.earliest > instant


def _outside(event: Span, covered: Span | None) -> bool:
    """Whether a time lies wholly before the first or after the last event covered."""
    if covered is None:
        return False
    before = (
        event.latest is not None
        and covered.earliest is not None
        and event.latest < covered.earliest
    )
    return before or _after(event, covered.latest)


def span_over(events: Iterable[Event]) -> Span | None:
    """The stretch from the first to the last of some events, None for none; unknown ends open."""
    times = [(e.happened.earliest, e.happened.latest) for e in events if e.happened]
    if not times:
        return None
    starts = [start for start, _ in times]
    ends = [end for _, end in times]
    return Span(
        None if None in starts else min(s for s in starts if s is not None),
        None if None in ends else max(e for e in ends if e is not None),
    )


def publications(source: Source, reports: Iterable[Report]) -> list[int | None]:
    """The latest instant of everything a source dates: its reports, and itself."""
    dated = [r.reported for r in reports if r.reported]
    if source.published:
        dated.append(source.published)
    return [time.latest for time in dated]


def coverage_of(source: Source, reports: Iterable[Report], spoken_of: Iterable[Event]) -> Coverage:
    """What a source can speak of, from its dates and the events it mentions."""
    latest = publications(source, reports)
    known = [instant for instant in latest if instant is not None]
    return Coverage(
        events=span_over(spoken_of),
        first_known=min(known, default=None),
        last_published=max(known) if known and len(known) == len(latest) else None,
    )


# As `Editions.known_since` tells it, but for the mentions alone and all texts at once. An unknown
# date is later than any that is asked for.
_FIRST_TOLD: Final = f"""SELECT m.event_id, e.source_id, min(coalesce(
    CASE WHEN coalesce(r.reported_edtf, '') <> '' THEN r.reported_latest
    ELSE s.published_latest END, {sys.maxsize}))
FROM mention m
JOIN placement pl ON pl.anchor_id = m.anchor_id
JOIN edition e ON e.id = pl.edition_id
JOIN source s ON s.id = e.source_id
JOIN passage p ON p.id = pl.passage_id
LEFT JOIN report r ON r.id = p.report_id
WHERE m.status = 'accepted'
GROUP BY m.event_id, e.source_id"""


class Silences:
    """Why each source is silent on each event, for a whole corpus read once.

    `known_by` (UTC seconds) hides what may have been published later. None = no limit.
    """

    def __init__(self, corpus: Corpus, *, known_by: int | None = None) -> None:
        self._known_by = known_by
        events = corpus.events.all()
        told = corpus.connection.execute(_FIRST_TOLD)
        self._told: dict[tuple[int, int], int] = {(e, s): first for e, s, first in told}
        self._spans = {e.id: Span(e.happened.earliest, e.happened.latest) for e in events}
        self._reviews = {(r.event_id, r.source_id): r for r in corpus.reviews.all()}
        reports: defaultdict[int, list[Report]] = defaultdict(list)
        for report in corpus.sources.reports():
            reports[report.source_id].append(report)
        spoken: defaultdict[int, list[Event]] = defaultdict(list)
        known = {e.id: e for e in events}
        for event_id, source_id in self._told:
            spoken[source_id].append(known[event_id])
        self._coverage = {
            source.id: coverage_of(source, reports[source.id], spoken[source.id])
            for source in corpus.sources.all()
        }

    def kind(self, event_id: int, source_id: int) -> Silence | None:
        """Why a source is silent on an event; None where it speaks of it."""
        if self.speaks(event_id, source_id):
            return None
        if (event_id, source_id) in self._told:
            return Silence.NOT_PUBLISHED
        return derive_silence(
            self._spans.get(event_id, Span()),
            self._coverage.get(source_id, Coverage()),
            self._reviews.get((event_id, source_id)),
            known_by=self._known_by,
        )

    def speaks(self, event_id: int, source_id: int) -> bool:
        """Whether a source has a passage on an event that was surely published by then."""
        first = self._told.get((event_id, source_id))
        return first is not None and (self._known_by is None or first <= self._known_by)

    def reason(self, event_id: int, source_id: int) -> str:
        """The reader's own words on why, where there are some."""
        review = self._reviews.get((event_id, source_id))
        return review.reason if review else ""
