"""The rows of the matrix: events with the aspects of each, as far as a filter lets them through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.comparing.comparison import ComparisonRow
from db.records import ClaimRelation, Silence
from desktop.comparing.compared import Compared

SILENT = (Silence.SILENT, Silence.NO_FIGURE)


class Show(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    CONFLICTS = "conflicts"
    UPDATES = "updates"
    NOT_JUDGED = "not-judged"
    SILENCES = "silences"
    NOT_LOOKED = "not-looked"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted: a kind of row, one aspect by id (0 = any), one scope (None = any)."""

    show: Show = Show.ALL
    aspect: int = 0
    scope: str | None = None

    @property
    def is_costly(self) -> bool:
        """Whether every pair of claims must be compared to know the rows."""
        return self.show is not Show.ALL or self.scope is not None


MatrixRow = ComparisonRow | int
"""One aspect of an event, or the head of an event, by its id."""


def wanted_rows(compared: Compared, wanted: Filter) -> Iterator[ComparisonRow | None]:
    """Every row that a filter lets through, None for one that it does not, in order."""
    if wanted == Filter():
        yield from compared.rows
        return
    for row in compared.rows:
        if wanted.aspect and row.aspect_id != wanted.aspect:
            yield None
        elif _is_shown(compared, row, wanted):
            yield row
        else:
            yield None


def _is_shown(compared: Compared, row: ComparisonRow, wanted: Filter) -> bool:
    if wanted.scope is not None and all(c.scope != wanted.scope for c in row.claims):
        return False
    if wanted.show is Show.CONFLICTS:
        return row.has(ClaimRelation.CONFLICT)
    if wanted.show is Show.UPDATES:
        return row.has(ClaimRelation.UPDATE)
    if wanted.show is Show.NOT_JUDGED:
        return row.has(None)
    if wanted.show is Show.SILENCES:
        return any(cell.silence in SILENT for cell in row.cells)
    if wanted.show is Show.NOT_LOOKED:
        return any(cell.silence is Silence.NOT_LOOKED for cell in row.cells)
    if wanted.show is Show.OUTDATED:
        return row.is_outdated
    return True


def with_heads(rows: list[ComparisonRow]) -> list[MatrixRow]:
    """Rows under the heads of their events."""
    found: list[MatrixRow] = []
    event = 0
    for row in rows:
        if row.event_id != event:
            event = row.event_id
            found.append(event)
        found.append(row)
    return found


def event_of(row: MatrixRow) -> int:
    """The event a row belongs to."""
    return row if isinstance(row, int) else row.event_id
