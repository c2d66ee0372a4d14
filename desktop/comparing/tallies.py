"""Rows of very many claims, compared in spare moments: every two of a thousand are half a million.

Other rows are compared when they are asked for, which takes no time that a reader would notice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.comparing.relating import WEIGHT, Relating, by_weight, relating

if TYPE_CHECKING:
    from db.comparing.comparison import ComparedPair, ComparisonRow
    from db.records import ClaimRelation
    from desktop.comparing.compared import Compared

MOST_AT_ONCE: Final = 5_000
"""Rows of so many pairs are compared at once: a tenth of a second."""
MOST_KEPT: Final = 200
"""So many of the weightiest pairs of a larger row are kept, to be shown and judged."""
BUDGET: Final = 0.006
"""Seconds of comparing before the window gets a turn."""

Key = tuple[int, int]


class Tally:
    """Counts the pairs of one row as they come, and keeps the weightiest."""

    def __init__(self) -> None:
        self._counts: Counter[ClaimRelation | None] = Counter()
        self._judged = 0
        self._outdated = 0
        self._kept: dict[ClaimRelation | None, list[ComparedPair]] = {}

    def add(self, pair: ComparedPair) -> None:
        """Count one more pair."""
        self._counts[pair.relation] += 1
        self._judged += pair.judgement is not None
        self._outdated += bool(pair.changed)
        kept = self._kept.setdefault(pair.relation, [])
        if len(kept) < MOST_KEPT:
            kept.append(pair)

    def relating(self) -> Relating:
        """How the claims of the row relate."""
        counts = tuple((r, self._counts[r]) for r in WEIGHT if self._counts[r])
        return Relating(counts, self._judged, self._outdated)

    def weightiest(self) -> list[ComparedPair]:
        """The pairs a reader asks after first."""
        found = [pair for r in WEIGHT for pair in self._kept.get(r, ())]
        return by_weight(found)[:MOST_KEPT]


class Tallies(QObject):
    """How the claims of rows relate; large rows are told of when they have been compared."""

    changed = Signal(object)
    """A large row has been compared: its Key."""

    def __init__(self, compared: Compared) -> None:
        super().__init__(compared)
        self._compared = compared
        self._done: dict[Key, Tally] = {}
        self._waiting: dict[Key, ComparisonRow] = {}
        self._work: Iterator[None] | None = None
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._turn)

    def of(self, row: ComparisonRow) -> Relating | None:
        """How the claims of a row relate; None while a large one is being compared."""
        if row.weight <= MOST_AT_ONCE:
            return relating(row)
        tally = self._tally(row)
        return tally.relating() if tally is not None else None

    def weightiest(self, row: ComparisonRow) -> list[ComparedPair]:
        """The pairs of a row, what conflicts first; of a large one those that were kept."""
        if row.weight <= MOST_AT_ONCE:
            return by_weight(row.pairs)
        tally = self._tally(row)
        return tally.weightiest() if tally is not None else []

    def put(self, row: ComparisonRow, tally: Tally) -> None:
        """Keep what somebody has counted of a large row on another occasion."""
        if row.weight > MOST_AT_ONCE:
            self._finish((row.event_id, row.aspect_id), tally)

    def forget(self) -> None:
        """Compare every large row anew when it is asked for."""
        self._turns.stop()
        self._work = None
        self._done.clear()
        self._waiting.clear()

    def _tally(self, row: ComparisonRow) -> Tally | None:
        key = (row.event_id, row.aspect_id)
        if key not in self._done:
            self._waiting[key] = row
            self._turns.start()
        return self._done.get(key)

    def _turn(self) -> None:
        if self._work is None and self._waiting:
            self._work = self._compare(next(iter(self._waiting)))
        until = perf_counter() + BUDGET
        for _ in self._work or ():
            if perf_counter() > until:
                return
        self._work = None
        if not self._waiting:
            self._turns.stop()

    def _compare(self, key: Key) -> Iterator[None]:
        tally = Tally()
        for pair in self._compared.known.pairs(self._waiting[key]):
            tally.add(pair)
            yield
            if key not in self._waiting:
                return
        self._finish(key, tally)

    def _finish(self, key: Key, tally: Tally) -> None:
        self._done[key] = tally
        self._waiting.pop(key, None)
        self.changed.emit(key)
