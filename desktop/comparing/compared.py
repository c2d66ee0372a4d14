"""The comparison of a session's corpus, read once and shared by every view of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.comparing.claim_places import ClaimPlaces
from desktop.session import Session

if TYPE_CHECKING:
    from db.comparing.comparison import Comparison, ComparisonRow
    from db.comparing.silence import Silences
    from db.comparing.speakers import Speakers
    from db.records import Aspect, Change, Claim, Source
    from desktop.comparing.claim_times import ClaimTimes
    from desktop.comparing.tallies import Tallies

Key = tuple[int, int]
"""The ids of an event and an aspect."""

OF_KNOWN = ("known", "rows", "_interned")
BESIDE = frozenset({"note", "link"})
"""Tables on which no comparison depends."""
DERIVED = ("aspects", "sources", "speakers", "times", "whole", *OF_KNOWN)


class Compared(QObject):
    """Every event and aspect with its claims, as of the reader's *known by*."""

    changed = Signal()
    """What was read no longer holds."""
    revealed = Signal(object)
    """The reader was brought to an event and aspect: a Key."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.places = ClaimPlaces(self)
        self._tallies: Tallies | None = None
        session.changed.connect(self._corpus_changed)
        session.selection.known_by_changed.connect(self._known_by_changed)

    # What is known without asking again

    @cached_property
    def aspects(self) -> dict[int, Aspect]:
        """Every aspect by id."""
        return {a.id: a for a in self.session.corpus.aspects.all()}

    @cached_property
    def sources(self) -> dict[int, Source]:
        """Every source by id."""
        return {s.id: s for s in self.session.sources}

    @cached_property
    def speakers(self) -> Speakers:
        """The voices of the corpus."""
        from db.comparing.speakers import Speakers

        return Speakers({v.id: v for v in self.session.corpus.voices.all()})

    @cached_property
    def times(self) -> ClaimTimes:
        """When claims held and were reported."""
        from desktop.comparing.claim_times import ClaimTimes

        return ClaimTimes(self)

    @cached_property
    def whole(self) -> Comparison:
        """The comparison of everything published."""
        known_by = self.session.selection.known_by
        return self._read(None, self.session.silences if known_by is None else None)

    @cached_property
    def known(self) -> Comparison:
        """The comparison of what was published by the reader's clock."""
        known_by = self.session.selection.known_by
        if known_by is None:
            return self.whole
        return self._read(known_by, self.session.silences)

    def _read(self, known_by: int | None, silences: Silences | None) -> Comparison:
        # Imported late: the text comes first.
        from db.comparing.comparison import Comparison

        with _no_collecting():
            return Comparison(
                self.session.corpus,
                known_by=known_by,
                silences=silences,
                lists=self.session.word_lists,
            )

    @cached_property
    def rows(self) -> list[ComparisonRow]:
        """Every event and aspect of which something is claimed, in order."""
        if self._interned:
            return [self._intern(row) for row in self.known.rows()]
        with _no_collecting():
            rows = list(self.known.rows())
        self._interned = {(row.event_id, row.aspect_id): row for row in rows}
        return rows

    @cached_property
    def _interned(self) -> dict[Key, ComparisonRow]:
        return {}

    def _intern(self, row: ComparisonRow) -> ComparisonRow:
        # What a row has worked out is worth keeping: all views ask the same rows.
        return self._interned.setdefault((row.event_id, row.aspect_id), row)

    def rows_of(self, event_id: int) -> list[ComparisonRow]:
        """The rows of one event, in the order of aspects."""
        return [self._intern(row) for row in self.known.rows_of(event_id)]

    def row(self, key: Key) -> ComparisonRow:
        """The row of an event and an aspect."""
        return self._intern(self.known.row(*key))

    # Claims

    def claims(self, row: ComparisonRow, source_id: int) -> list[tuple[Claim, bool]]:
        """What a source claims, each with whether it was published only later."""
        cell = self.known.cell(row, source_id)
        known = [(claim, False) for claim in cell.claims]
        if not cell.withheld:
            return known
        ids = {claim.id for claim in cell.claims}
        everything = self.whole.cell(row, source_id).claims
        return known + [(claim, True) for claim in everything if claim.id not in ids]

    def claim(self, claim_id: int) -> Claim | None:
        """A claim that some view has shown, by its id."""
        rows = (self.whole.row(r.event_id, r.aspect_id) for r in self.rows)
        return next((c for row in rows for c in row.claims if c.id == claim_id), None)

    @property
    def tallies(self) -> Tallies:
        """How the claims of rows relate."""
        # Imported late: the text comes first.
        from desktop.comparing.tallies import Tallies

        if self._tallies is None:
            self._tallies = Tallies(self)
        return self._tallies

    def claiming(self, row: ComparisonRow) -> list[Source]:
        """The sources that claim something in a row, now or later, in order."""
        return [self.sources[source_id] for source_id in self.known.claiming(row)]

    def parts(self, event_id: int) -> list[int]:
        """The events that are part of one, and their parts, in order."""
        within = {event_id}
        parents = {e.id: e.parent_id for e in self.session.events}
        while more := {e for e, p in parents.items() if p in within} - within:
            within |= more
        return [e for e in parents if e in within and e != event_id]

    def origins(self, event_id: int) -> tuple[int, int]:
        """How many sources had spoken of an event by *known by*, and how many origins they have."""
        from db.comparing.origins import count_origins

        silences = self.session.silences
        told = self.session.spoken.get(event_id, ())
        speaking = {source for source in told if silences.speaks(event_id, source)}
        claims = [claim for row in self.rows_of(event_id) for claim in row.claims]
        claiming = {claim.source_id for claim in claims}
        origins = count_origins(claims, self.known.confirmed_origins) if claims else 0
        return len(speaking | claiming), origins + len(speaking - claiming)

    # Going

    def reveal(self, key: Key) -> None:
        """Bring the reader to an event and aspect, in whatever view is shown."""
        self.session.selection.set_event(key[0])
        self.revealed.emit(key)

    def _corpus_changed(self, change: Change | None = None) -> None:
        # Notes and links are shown beside claims; nothing that is compared depends on them.
        if change is None or not change.tables.keys() <= BESIDE:
            for name in DERIVED:
                self.__dict__.pop(name, None)
            self.places.forget()
            self._forget_tallies()
        self.changed.emit()

    def _forget_tallies(self) -> None:
        if self._tallies is not None:
            self._tallies.forget()

    def _known_by_changed(self) -> None:
        for name in OF_KNOWN:
            self.__dict__.pop(name, None)
        self._forget_tallies()
        self.changed.emit()


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the collector from searching ten thousand rows, all alive, while they are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
