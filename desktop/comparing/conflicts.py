"""From one disagreement to the next."""

from __future__ import annotations

from db.records import ClaimRelation
from desktop.comparing.compared import Compared, Key


def next_conflict(
    compared: Compared, after: Key | None, event_id: int | None, by: int = 1
) -> Key | None:
    """The next, or with -1 the previous, row in conflict; goes round at the end.

    Counted from a row, or from the first row of an event where that row is another's.
    """
    rows = compared.rows
    keys = [(row.event_id, row.aspect_id) for row in rows]
    if after in keys and after is not None and after[0] == event_id:
        at = keys.index(after)
    else:
        at = _first_row(compared, event_id) - (1 if by > 0 else 0)
    for step in range(1, len(rows) + 1):
        index = (at + by * step) % len(rows)
        if rows[index].has(ClaimRelation.CONFLICT):
            return keys[index]
    return None


def _first_row(compared: Compared, event_id: int | None) -> int:
    """The first row of an event, or of the next one that has any."""
    order = compared.session.event_order
    place = order.get(event_id or 0, 0)
    rows = enumerate(compared.rows)
    return next((i for i, row in rows if order.get(row.event_id, 0) >= place), 0)
