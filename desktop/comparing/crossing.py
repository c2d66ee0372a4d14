"""Events that sources put in different orders, for the timeline to join by lines."""

from __future__ import annotations

from typing import Final

from desktop.session import Session
from desktop.timeline.corpus_timeline import timeline_data
from desktop.timeline.crossings import crossed_pairs
from desktop.timeline.scene import Axis
from desktop.timeline.timeline_data import Marks

MOST_EVENTS: Final = 1_000
"""The work grows with the square of the events: beyond these, the nearest are looked at."""


def crossings(session: Session, axis: Axis) -> list[tuple[int, int]]:
    """Pairs of events in one order in one source and in the other in another."""
    lanes = timeline_data(session).lanes
    marks = [lane.marks if axis is Axis.HAPPENED else lane.reported for lane in lanes]
    wanted = _nearest(session)
    if wanted is not None:
        marks = [_only(each, wanted) for each in marks]
    return crossed_pairs(marks)


def _nearest(session: Session) -> set[int] | None:
    """The events around the current one where there are too many; None for all of them."""
    shared = [e.id for e in session.events if len(session.spoken.get(e.id, ())) > 1]
    if len(shared) <= MOST_EVENTS:
        return None
    order = session.event_order
    here = order.get(session.selection.event_id or 0, 0)

    def distance(event: int) -> int:
        return abs(order[event] - here)

    return set(sorted(shared, key=distance)[:MOST_EVENTS])


def _only(marks: Marks, wanted: set[int]) -> Marks:
    return marks.chosen([event in wanted for event in marks.events])
