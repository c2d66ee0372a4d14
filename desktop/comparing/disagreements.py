"""Which events the claims conflict on, counted in spare moments for whoever lists events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from db.records import ClaimRelation
from desktop.comparing.compared import Compared

PAUSE: Final = 250
"""Milliseconds without news before counting begins: the text and the panel come first."""
BUDGET: Final = 0.004
"""Seconds of counting before the window gets a turn."""

Counts = Mapping[int, Mapping[int, int]]
"""For an event's id, for an aspect's id: how many pairs of claims are in conflict."""


class Disagreements(QObject):
    """Counts conflicts in force, as judged and as of *known by*; old counts stay until new ones.

    Nothing is counted before `start`, and nothing while the reader goes from event to event.
    """

    changed = Signal()
    """Other events are in disagreement than before."""

    def __init__(self, compared: Compared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts: Counts = {}
        self._compared = compared
        self._stale = True
        self._started = False
        self._work: Iterator[None] | None = None
        self._counting: dict[int, dict[int, int]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._begin)
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._turn)
        compared.changed.connect(self._go_stale)
        compared.session.selection.moved.connect(self._let_pass)

    @property
    def rows(self) -> int:
        """How many events and aspects are in conflict: the stations of *next disagreement*."""
        return sum(len(aspects) for aspects in self.counts.values())

    def conflicts(self, event_id: int) -> int:
        """How many pairs of claims about an event are in conflict."""
        return sum(self.counts.get(event_id, {}).values())

    def aspects(self, event_id: int) -> list[str]:
        """The titles of the aspects of an event that are in conflict."""
        known = self._compared.aspects
        return [known[a].title for a in self.counts.get(event_id, ()) if a in known]

    def start(self) -> None:
        """Count as soon as there is time: somebody looks."""
        self._started = True
        if self._stale:
            self._pause.start()

    def finish(self) -> None:
        """Count now, to the end."""
        self._begin()
        for _ in self._work or ():
            pass
        self._end()

    def _go_stale(self) -> None:
        self._stale = True
        self._turns.stop()
        self._work = None
        if self._started:
            self._pause.start()

    def _let_pass(self) -> None:
        """Do nothing while the reader goes to another place; go on from here afterwards."""
        if self._turns.isActive():
            self._turns.stop()
            self._pause.start()
        elif self._pause.isActive():
            self._pause.start()

    def _begin(self) -> None:
        self._pause.stop()
        if self._work is None:
            self._counting = {}
            self._work = self._count()
        self._turns.start()

    def _turn(self) -> None:
        until = perf_counter() + BUDGET
        for _ in self._work or ():
            if perf_counter() > until:
                return
        self._end()

    def _end(self) -> None:
        self._turns.stop()
        self._work, self._stale = None, False
        if self._counting != self.counts:
            self.counts = self._counting
            self.changed.emit()

    def _count(self) -> Iterator[None]:
        """Go through every pair of claims, one a step: a row can have thousands."""
        # Imported late: the text comes first.
        from desktop.comparing.tallies import Tally

        known = self._compared.known
        yield
        rows = self._compared.rows
        yield
        for row in rows:
            found, tally = 0, Tally()
            for pair in known.pairs(row):
                found += pair.relation is ClaimRelation.CONFLICT
                tally.add(pair)
                yield
            self._compared.tallies.put(row, tally)
            if found:
                self._counting.setdefault(row.event_id, {})[row.aspect_id] = found
            yield
