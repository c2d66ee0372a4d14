"""Events that sources put in different orders, for the timeline to join by lines."""

from __future__ import annotations

from typing import Final

from desktop.session import Session
from desktop.timeline.corpus_timeline import timeline_data
from desktop.timeline.crossings import crossed_pairs
from desktop.timeline.scene import Axis
from desktop.timeline.timeline_data import Marks

NEAR: Final = 1_000
"""Events around the current one that are looked at first, for only so many lines can be read."""
MOST_PAIRS: Final = 200


def crossings(session: Session, axis: Axis) -> list[tuple[int, int]]:
    """Pairs of events in one order in one source and in the other in another.

    Of very many, those among the events near the current one.
    """
    lanes = timeline_data(session).lanes
    marks = [lane.marks if axis is Axis.HAPPENED else lane.reported for lane in lanes]
    near = _nearest(session)
    if near is not None:
        found = crossed_pairs([_only(each, near) for each in marks], MOST_PAIRS)
        if len(found) >= MOST_PAIRS:
            return found
    return crossed_pairs(marks, MOST_PAIRS)


def _nearest(session: Session) -> set[int] | None:
    """The events around the current one where there are very many; None for all of them."""
    shared = [e.id for e in session.events if len(session.spoken.get(e.id, ())) > 1]
    if len(shared) <= NEAR:
        return None
    order = session.event_order
    here = order.get(session.selection.event_id or 0, 0)

    def distance(event: int) -> int:
        return abs(order[event] - here)

    return set(sorted(shared, key=distance)[:NEAR])


def _only(marks: Marks, wanted: set[int]) -> Marks:
    return marks.chosen([event in wanted for event in marks.events])
