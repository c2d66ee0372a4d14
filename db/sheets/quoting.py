"""From a passage and the places that speak of an event to the runs of a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from db.records import Placement, Relation
from db.sheets.model import Run

# Where places overlap, the one that a reader would miss most is shown.
_STRONGEST: Final = (Relation.DENIES, Relation.EXPECTS, Relation.REPORTS, Relation.CONTEXT)


def runs_of(text: str, start: int, end: int, places: Sequence[Placement]) -> tuple[Run, ...]:
    """The words from `start` to `end` of a text, split where a place that is quoted begins or ends.

    The runs together are exactly `text[start:end]`.
    """
    inside = [(max(start, p.start), min(end, p.end), p.relation) for p in places]
    borders = sorted({start, end, *(b for s, e, _ in inside for b in (s, e) if start <= b <= end)})
    runs: list[Run] = []
    for first, last in pairwise(borders):
        relation = _strongest([r for s, e, r in inside if s <= first and last <= e])
        if runs and runs[-1].relation is relation:
            runs[-1] = Run(runs[-1].text + text[first:last], relation)
        else:
            runs.append(Run(text[first:last], relation))
    return tuple(runs)


def _strongest(relations: Sequence[Relation]) -> Relation | None:
    return min(relations, key=_STRONGEST.index, default=None)


def clipped(
    text: str, start: int, end: int, places: Sequence[Placement], context: int
) -> tuple[int, int]:
    """The part of a passage from its first place to its last with `context` characters around.

    It is cut between words where there are any.
    """
    first = max(start, min(p.start for p in places) - context)
    last = min(end, max(p.end for p in places) + context)
    if first > start:
        first = _after_space(text, first, min(p.start for p in places))
    if last < end:
        last = _before_space(text, last, max(p.end for p in places))
    return first, last


def _after_space(text: str, first: int, limit: int) -> int:
    """The first place from `first` to `limit` where a word begins, else `first`."""
    if text[first - 1].isspace():
        return first
    return next((i + 1 for i in range(first, limit) if text[i].isspace()), first)


def _before_space(text: str, last: int, limit: int) -> int:
    """The last place from `last` down to `limit` where a word ends, else `last`."""
    if text[last].isspace():
        return last
    return next((i for i in range(last - 1, limit - 1, -1) if text[i].isspace()), last)
