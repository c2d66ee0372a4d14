"""The comparison of a corpus: for every event and aspect, what each source claims, or its silence,
and how every two claims relate."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Final

from db.comparing.moments import Held
from db.comparing.origins import count_origins
from db.comparing.reading import LATEST, SOURCE, ClaimRow, ClaimTable, RowKey
from db.comparing.reasons import Proposal, changed_words
from db.comparing.relations import propose
from db.comparing.silence import Silences
from db.corpus.judged_as import as_judged
from db.records import Claim, ClaimRelation, Judgement, Silence
from db.text.word_lists import SHIPPED, WordLists

if TYPE_CHECKING:
    from db.corpus import Corpus


MOST_KEPT: Final = 5_000
"""Rows of more pairs do not keep them only because one was asked after."""


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What one source claims about one aspect of an event, in the order in which it held.

    `silence` says why there is nothing, None where there is something. `withheld` counts claims
    published after the comparison's *known by*.
    """

    source_id: int
    claims: tuple[Claim, ...]
    silence: Silence | None
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two claims and how they relate: as the rules propose, and as a person judged it."""

    proposal: Proposal
    judgement: Judgement | None = None

    @property
    def a(self) -> Claim:
        """The claim that held earlier, where that is known."""
        return self.proposal.claims[0]

    @property
    def b(self) -> Claim:
        """The other claim."""
        return self.proposal.claims[1]

    @property
    def proposed(self) -> ClaimRelation | None:
        """What the rules give; None = not judged."""
        return self.proposal.relation

    @property
    def relation(self) -> ClaimRelation | None:
        """What is in force: the judgement where there is one, else the proposal."""
        return self.judgement.relation if self.judgement else self.proposal.relation

    @property
    def changed(self) -> list[tuple[Claim, Claim]]:
        """The claims that were changed after they were judged: each as it was, and as it is."""
        now = {claim.id: claim for claim in self.proposal.claims}
        before = self.judgement.before if self.judgement else ()
        return [(as_judged(now[i], state), now[i]) for i, state in before if i in now]

    @property
    def reason(self) -> str:
        """Why, in plain sentences: the person's or the rule's."""
        if self.judgement is None:
            return self.proposal.reason
        aspect = self.proposal.grounds().aspect
        later = (changed_words(before, now, aspect) for before, now in self.changed)
        return " ".join((self.judgement.reason, *later))


class ComparisonRow:
    """One event and aspect; cells and pairs are worked out when they are first asked for."""

    def __init__(self, comparison: Comparison, event_id: int, aspect_id: int) -> None:
        self.event_id = event_id
        self.aspect_id = aspect_id
        self._comparison = comparison

    @cached_property
    def cells(self) -> tuple[ClaimCell, ...]:
        """One cell for each source, in the comparison's order."""
        return tuple(self._comparison.cell(self, s) for s in self._comparison.source_ids)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The row's own claims, source by source."""
        found = (self._comparison.claims(self, s) for s in self._comparison.claiming(self))
        return tuple(claim for claims in found for claim in claims)

    @cached_property
    def pairs(self) -> tuple[ComparedPair, ...]:
        """Every two claims of the row, and each of them with those of the event's parts."""
        return tuple(self._comparison.pairs(self))

    @property
    def sources(self) -> int:
        """How many sources claim something."""
        return len({claim.source_id for claim in self.claims})

    @property
    def origins(self) -> int:
        """How many origins that makes, by what a reader has confirmed."""
        return count_origins(self.claims, self._comparison.confirmed_origins)

    @property
    def weight(self) -> int:
        """How many pairs its own claims make: what comparing them takes."""
        count = len(self.claims)
        return count * (count - 1) // 2

    @property
    def is_outdated(self) -> bool:
        """Whether some pair was judged before one of its claims was changed."""
        changed = self._comparison.changed
        return any(c.id in changed for c in self.claims) and any(p.changed for p in self.pairs)

    def has(self, relation: ClaimRelation | None) -> bool:
        """Whether some pair relates so; a row too large to keep its pairs is gone through."""
        known = self.__dict__.get("pairs")
        if known is None:
            large = self.weight > MOST_KEPT
            known = self._comparison.pairs(self) if large else self.pairs
        return any(pair.relation is relation for pair in known)


class Comparison:
    """A corpus compared, its claims read once.

    `events`, `sources` and `aspects` are row ids, empty = all. `known_by` (UTC seconds) withholds
    every claim that may have been published later. Suggested claims are left out. `silences` are
    those of the same corpus and time where they have been read already; `lists` say what vague
    words stand for.
    """

    def __init__(
        self,
        corpus: Corpus,
        *,
        events: Collection[int] = (),
        sources: Collection[int] = (),
        aspects: Collection[int] = (),
        known_by: int | None = None,
        silences: Silences | None = None,
        lists: WordLists = SHIPPED,
    ) -> None:
        self._corpus = corpus
        self._read_silences = silences
        self._table = ClaimTable(corpus, events, lists)
        self._known_by = known_by
        everyone = [s.id for s in corpus.sources.all()]
        self.source_ids = [s for s in everyone if s in sources] if sources else everyone
        self._all_sources = len(self.source_ids) == len(everyone)
        self._place = {source_id: at for at, source_id in enumerate(self.source_ids)}
        self._wanted = (frozenset(events), frozenset(aspects))

    def rows(self) -> Iterator[ComparisonRow]:
        """Every event and aspect of which some chosen source claims something, in order."""
        events = {e.id: i for i, e in enumerate(self._corpus.events.all())}
        aspects = {a.id: i for i, a in enumerate(self._corpus.aspects.all())}
        keys = [key for key in self._table.groups if self._is_wanted(key)]
        keys.sort(key=lambda key: (events[key[0]], aspects[key[1]]))
        return (ComparisonRow(self, *key) for key in keys)

    def row(self, event_id: int, aspect_id: int) -> ComparisonRow:
        """One event and aspect, whether or not anything is claimed."""
        return ComparisonRow(self, event_id, aspect_id)

    def rows_of(self, event_id: int) -> list[ComparisonRow]:
        """The rows of one event, in the order of aspects."""
        order = self._table.context.aspects
        keys = [(event_id, aspect_id) for aspect_id in order]
        found = (key for key in keys if key in self._table.groups and self._is_wanted(key))
        return [ComparisonRow(self, *key) for key in found]

    def _is_wanted(self, key: RowKey) -> bool:
        events, aspects = self._wanted
        if (events and key[0] not in events) or (aspects and key[1] not in aspects):
            return False
        return self._all_sources or any(
            row[SOURCE] in self._place for row in self._table.groups[key]
        )

    @cached_property
    def silences(self) -> Silences:
        """Why each source is silent on each event."""
        return self._read_silences or Silences(self._corpus, known_by=self._known_by)

    @property
    def confirmed_origins(self) -> frozenset[RowKey]:
        """Pairs of claims that a reader has confirmed to rest on one origin."""
        return self._table.confirmed_origins

    @cached_property
    def changed(self) -> frozenset[int]:
        """Claims of whose judgements one was made before a claim of it was changed."""
        outdated = (j for j in self._table.judgements.values() if j.before)
        return frozenset(claim_id for j in outdated for claim_id in (j.a_id, j.b_id))

    def cell(self, row: ComparisonRow, source_id: int) -> ClaimCell:
        """What one source claims in a row, or why it claims nothing."""
        claims = self.claims(row, source_id)
        withheld = len(self._found(row, source_id)) - len(claims)
        silence = None if claims else self._silence(row.event_id, source_id, withheld > 0)
        return ClaimCell(source_id, claims, silence, withheld)

    def claims(self, row: ComparisonRow, source_id: int) -> tuple[Claim, ...]:
        """What one source claims in a row, in the order in which it held."""
        known = (r for r in self._found(row, source_id) if self._is_known(r))
        return tuple(sorted((self._table.record(r) for r in known), key=self._held_order))

    def claiming(self, row: ComparisonRow) -> list[int]:
        """The chosen sources that claim something in a row, be it published later, in order."""
        found = self._table.groups.get((row.event_id, row.aspect_id), ())
        return sorted({r[SOURCE] for r in found} & self._place.keys(), key=self._place.__getitem__)

    def held(self, claim: Claim) -> Held:
        """When a claim of this comparison held, and when it was reported."""
        return self._table.context.held(claim)

    def _found(self, row: ComparisonRow, source_id: int) -> list[ClaimRow]:
        found = self._table.groups.get((row.event_id, row.aspect_id), ())
        return [r for r in found if r[SOURCE] == source_id]

    def _is_known(self, row: ClaimRow) -> bool:
        if self._known_by is None:
            return True
        return row[LATEST] is not None and row[LATEST] <= self._known_by

    def _held_order(self, claim: Claim) -> tuple[bool, int, int]:
        span = self._table.context.held(claim).span
        at = span.earliest if span.earliest is not None else span.latest
        return (at is None, at or 0, claim.id)

    def _silence(self, event_id: int, source_id: int, withheld: bool) -> Silence:
        if withheld:
            return Silence.NOT_PUBLISHED
        return self.silences.kind(event_id, source_id) or Silence.NO_FIGURE

    def pairs(self, row: ComparisonRow) -> Iterator[ComparedPair]:
        """Every two claims of a row, then each of them with those of the event's parts."""
        for one, other in combinations(row.claims, 2):
            yield self._compared(one, other)
        for part_id in self._table.parts(row.event_id):
            part = self._table.groups.get((part_id, row.aspect_id), ())
            for one in row.claims:
                for found in part:
                    if found[SOURCE] in self._place and self._is_known(found):
                        yield self._compared(one, self._table.record(found))

    def _compared(self, one: Claim, other: Claim) -> ComparedPair:
        key = (min(one.id, other.id), max(one.id, other.id))
        proposal = propose(one, other, self._table.context)
        return ComparedPair(proposal, self._table.judgements.get(key))
