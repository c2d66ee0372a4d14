"""The corpus as the timeline shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from db.comparing.own_times import OwnTime, own_times
from db.records import Event, Report, Source
from db.text.zones import ZoneStatus
from desktop.reading.column import Column
from desktop.session import Session
from desktop.timeline.scene import Place
from desktop.timeline.timeline_data import Lane, Mark, Marks, TimelineData
from desktop.timeline.timeline_data import Report as Published

APPROXIMATE = ("~", "?", "%")


def timeline_data(session: Session) -> TimelineData:
    """Every source's lane: the events it speaks of, and when it reported them."""
    reports: dict[int, list[Report]] = {}
    for report in session.corpus.sources.reports():
        reports.setdefault(report.source_id, []).append(report)
    spoken: dict[int, list[Event]] = {}
    for event in session.events:
        for source in session.spoken.get(event.id, ()):
            spoken.setdefault(source, []).append(event)
    own = own_times(session.corpus)
    lanes = [
        Lane(
            source.letter,
            source.label,
            source.style,
            Marks.of(
                mark
                for event in spoken.get(source.id, ())
                for mark in _told(event, own.get((source.id, event.id), ()))
            ),
            _published(source, reports.get(source.id, ())),
            _reported(session, source),
        )
        for source in session.sources
    ]
    words = QCoreApplication.translate("timeline", "Times of {zone}, where no other is stated")
    return TimelineData(
        lanes,
        session.zone,
        words.format(zone=session.info.zone),
        events=[_happened(e) for e in session.events],
    )


def _told(event: Event, own: Iterable[OwnTime]) -> Iterator[Mark]:
    """Every time a source itself gives for an event, else the event's own."""
    told = False
    for time in own:
        told = True
        yield Mark(
            event.id,
            time.earliest,
            time.latest,
            assumed_zone="T" in time.edtf,
            approximate=any(sign in time.edtf for sign in APPROXIMATE),
            lasting=event.lasting,
        )
    if not told:
        yield _happened(event)


def _happened(event: Event) -> Mark:
    time = event.happened
    return Mark(
        event.id,
        time.earliest,
        time.latest,
        # A whole day or month hardly moves with the zone: only a time of day is marked.
        assumed_zone=time.zone_status is not ZoneStatus.STATED and "T" in time.edtf,
        approximate=any(sign in time.edtf for sign in APPROXIMATE),
        lasting=event.lasting,
    )


def _published(source: Source, reports: Iterable[Report]) -> list[Published]:
    times = [r.reported for r in reports if r.reported]
    if not times and source.published:
        times = [source.published]
    return [(t.earliest, t.latest, t.zone_status is not ZoneStatus.STATED) for t in times]


def _reported(session: Session, source: Source) -> Marks:
    """When a source reported each event: the time of the report that speaks of it."""
    return Marks.of(
        Mark(event, earliest, latest, assumed_zone=status != ZoneStatus.STATED)
        for event, earliest, latest, status in session.corpus.mentions.reported_times(source.id)
    )


def positions(session: Session, columns: Iterable[Column]) -> dict[int, Place]:
    """For each lane, when what its column shows was reported: (earliest, latest)."""
    lanes = {source.id: number for number, source in enumerate(session.sources)}
    found: dict[int, Place] = {}
    for column in columns:
        place = _position(session, column)
        if place is not None and place != (None, None):
            found[lanes[column.source.id]] = place
    return found


def _position(session: Session, column: Column) -> Place | None:
    """The time of the event the column is at, by the passage on the event line."""
    if column.shown is None:
        return None
    at = column.pane.passage_at_line()
    event = session.event_at(column.shown.edition.id, column.shown.text, at)
    return None if event is None else (event.happened.earliest, event.happened.latest)
