"""Reading the claims of a corpus for comparison: once, as plain rows, made into records on demand.

A matrix of 10,000 claims shows some dozens of them at a time; making a record of each would cost
more than reading them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from db.comparing.context import Context
from db.comparing.silence import Span
from db.records import Claim, Event, Judgement, Time
from db.text.word_lists import SHIPPED, WordLists
from db.text.zones import ZoneStatus

if TYPE_CHECKING:
    from db.corpus import Corpus

ClaimRow = tuple[Any, ...]
RowKey = tuple[int, int]

CLAIMS: Final = """SELECT c.event_id, c.aspect_id, n.source_id, c.id,
iif(coalesce(r.reported_edtf, '') <> '', r.reported_earliest, s.published_earliest),
iif(coalesce(r.reported_edtf, '') <> '', r.reported_latest, s.published_latest),
c.key, c.anchor_id, c.min, c.max, c.value, c.vague, c.unit, c.scope, c.hedge, c.polarity,
c.as_of_edtf, c.as_of_earliest, c.as_of_latest, c.status, c.note
FROM claim c
JOIN anchor n ON n.id = c.anchor_id
JOIN source s ON s.id = n.source_id
LEFT JOIN report r ON r.id = (SELECT p.report_id FROM placement pl
    JOIN passage p ON p.id = pl.passage_id WHERE pl.anchor_id = c.anchor_id LIMIT 1)
WHERE c.status = 'accepted'"""
SOURCE, CLAIM, EARLIEST, LATEST = 2, 3, 4, 5


class ClaimTable:
    """The accepted claims of a corpus by event and aspect, and what their comparison needs.

    `events` narrows the reading to those events and their parts, by id; empty = all.
    """

    def __init__(
        self, corpus: Corpus, events: Collection[int] = (), lists: WordLists = SHIPPED
    ) -> None:
        self._corpus = corpus
        self._lists = lists
        self._records: dict[int, Claim] = {}
        self._reported: dict[int, Span] = {}
        self.parents: dict[int, int | None] = dict(
            corpus.connection.execute("SELECT id, parent_id FROM event").fetchall()
        )
        self.groups: defaultdict[RowKey, list[ClaimRow]] = defaultdict(list)
        for row in self._read(events):
            self.groups[row[0], row[1]].append(row)

    def _read(self, events: Collection[int]) -> Iterator[ClaimRow]:
        if not events:
            return self._corpus.connection.execute(CLAIMS)
        wanted = sorted({part for event in events for part in (event, *self.parts(event))})
        marks = ", ".join("?" * len(wanted))
        return self._corpus.connection.execute(f"{CLAIMS} AND c.event_id IN ({marks})", wanted)

    def parts(self, event_id: int) -> list[int]:
        """The parts of an event, and theirs, outermost first."""
        found: list[int] = []
        waiting = [event_id]
        while waiting:
            for part in self._children.get(waiting.pop(0), ()):
                if part != event_id and part not in found:
                    found.append(part)
                    waiting.append(part)
        return found

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for event_id, parent_id in self.parents.items():
            if parent_id is not None:
                found[parent_id].append(event_id)
        return dict(found)

    def record(self, row: ClaimRow) -> Claim:
        """The record of a row."""
        claim_id = row[CLAIM]
        if claim_id not in self._records:
            voices = self._corpus.connection.execute(
                "SELECT voice_id FROM claim_voice WHERE claim_id = ? ORDER BY position", (claim_id,)
            )
            self._records[claim_id] = _claim(row, tuple(v for (v,) in voices))
            self._reported[claim_id] = Span(row[EARLIEST], row[LATEST])
        return self._records[claim_id]

    @cached_property
    def context(self) -> Context:
        """What the rules need to know beside the claims."""
        corpus = self._corpus
        return Context(
            {a.id: a for a in corpus.aspects.all()},
            {v.id: v for v in corpus.voices.all()},
            events=_Events(corpus),
            parents=self.parents,
            reported=self._reported,
            zone=corpus.info.zone,
            lists=self._lists,
        )

    @cached_property
    def judgements(self) -> dict[RowKey, Judgement]:
        """What was settled for pairs of claims, by their ids, the lower first."""
        return {(j.a_id, j.b_id): j for j in self._corpus.judgements.all()}

    @cached_property
    def confirmed_origins(self) -> frozenset[RowKey]:
        """Pairs of claims that a reader has confirmed to rest on one origin, the lower id first."""
        return frozenset(self._corpus.origins.confirmed())


class _Events(Mapping[int, Event]):
    """Events by id, each read when it is first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[int, Event] = {}

    def __getitem__(self, event_id: int) -> Event:
        if event_id not in self._known:
            event = self._corpus.events.get(event_id)
            if event is None:
                raise KeyError(event_id)
            self._known[event_id] = event
        return self._known[event_id]

    def __iter__(self) -> Iterator[int]:
        return iter(e.id for e in self._corpus.events.all())

    def __len__(self) -> int:
        return len(self._corpus.events.all())


def _claim(row: ClaimRow, voices: tuple[int, ...]) -> Claim:
    event_id, aspect_id, source_id, claim_id, _, _, key, anchor_id, *rest = row
    least, most, value, vague, unit, scope, hedge, polarity, edtf, first, last, status, note = rest
    return Claim(
        claim_id, key, event_id, source_id, anchor_id, aspect_id, least, most, value, vague, unit,
        scope, hedge, polarity,
        Time(edtf=edtf, zone_status=ZoneStatus.ASSUMED, earliest=first, latest=last),
        voices, status, note,
    )  # fmt: skip
