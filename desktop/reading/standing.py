"""Where the columns stand, written down for the next time their corpus is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.reading.scroller import Place

if TYPE_CHECKING:
    from desktop.reading.column import Column
    from desktop.reading.reading_view import ReadingView

MOST_PIXELS = 1_000_000
"""No passage is higher, and no text has more."""


def standing(view: ReadingView) -> dict[str, Any]:
    """What holds each column from left to right, who leads, and where each stands.

    Columns that stand at the event are brought to it again, so their places are left out.
    """
    leader = next((c.source.key for c in view.columns if view.leads(c)), "")
    held = [_held(column) for column in view.columns]
    if view.places.at_event:
        return {"leader": leader, "held": held}
    return {"leader": leader, "held": held, "places": [_place(column) for column in view.columns]}


def stand(view: ReadingView, state: object) -> None:
    """Bring the columns to where they stood; what is not written as it should be counts for none.

    The same columns are to be shown, in the same order.
    """
    if not isinstance(state, Mapping):
        return
    for column, held in _pairs(view.columns, state.get("held")):
        column.pinned, column.unlinked = held == "pin", held == "unlink"
    written = _pairs(view.columns, state.get("places"))
    view.places.stand([(c, *found) for c, each in written if (found := _read(c, each))])
    for column in view.columns:
        if column.source.key == state.get("leader"):
            view.session.selection.set_leader(column.source.id)


def _held(column: Column) -> str:
    return "pin" if column.pinned else "unlink" if column.unlinked else ""


def _place(column: Column) -> list[Any] | None:
    if column.shown is None:
        return None
    return [column.shown.edition.key, *column.pane.place(), column.step]


def _read(column: Column, written: object) -> tuple[Place, int] | None:
    """The place and the step, None where the column shows another text."""
    if not isinstance(written, list) or len(written) != 4 or column.shown is None:
        return None
    edition, *numbers = written
    fit = all(type(n) is int and abs(n) <= MOST_PIXELS for n in numbers)
    if edition != column.shown.edition.key or not fit:
        return None
    slot, offset, step = numbers
    return (Place(slot, offset), step) if 0 <= slot < len(column.pane.body.flow) else None


def _pairs(columns: list[Column], written: object) -> list[tuple[Column, object]]:
    if not isinstance(written, list) or len(written) != len(columns):
        return []
    return list(zip(columns, written, strict=True))
