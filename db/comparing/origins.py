"""Origins: claims of several sources that rest on one voice or on one text count once.

The program proposes, by the innermost voice and by long runs of words that two passages share;
only what a reader has confirmed is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Final

from db.comparing.speakers import Speakers
from db.corpus.indexing import plain_words
from db.records import Claim, Origin

if TYPE_CHECKING:
    from db.corpus import Corpus

# Shorter runs are shared by chance: names with their titles, stock phrases.
LONG_RUN: Final = 10

Gram = tuple[str, ...]


def count_origins(claims: Collection[Claim], confirmed: Collection[tuple[int, int]]) -> int:
    """How many origins the sources of some claims have, by pairs of ids confirmed as one.

    A source whose every claim rests on the origin of another source's claims adds none. Without
    anything confirmed every source is an origin of its own.
    """
    group = _Groups(c.id for c in claims)
    for one, other in confirmed:
        group.join(one, other)
    rests_on: defaultdict[int, set[int]] = defaultdict(set)
    for claim in claims:
        rests_on[claim.source_id].add(group.of(claim.id))
    sources = _Groups(rests_on)
    for one, other in combinations(rests_on, 2):
        if rests_on[one] <= rests_on[other] or rests_on[other] <= rests_on[one]:
            sources.join(one, other)
    return len({sources.of(s) for s in rests_on})


class _Groups:
    """Which of some ids belong together (union-find)."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._above = {i: i for i in ids}

    def of(self, one: int) -> int:
        """The id that stands for a group."""
        while self._above[one] != one:
            one = self._above[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Put two ids into one group; ids that are not there stay out."""
        if one in self._above and other in self._above:
            self._above[self.of(one)] = self.of(other)


def propose_origins(corpus: Corpus, claims: Iterable[Claim]) -> list[Origin]:
    """Pairs of claims of different sources that may rest on one origin, each as it now stands.

    `claims` are those of one row; those that were settled come with their state.
    """
    row = list(claims)
    speakers = Speakers({v.id: v for v in corpus.voices.all()})
    settled = {(o.a_id, o.b_id): o for o in corpus.origins.all()}
    texts = PassageTexts(corpus)
    found: list[Origin] = []
    for one, other in combinations(sorted(row, key=_by_id), 2):
        basis = _basis(one, other, speakers, texts)
        known = settled.get((one.id, other.id))
        if known is not None:
            found.append(known)
        elif basis:
            found.append(Origin(one.id, other.id, basis, "proposed"))
    return found


def _by_id(claim: Claim) -> int:
    return claim.id


def _basis(one: Claim, other: Claim, speakers: Speakers, texts: PassageTexts) -> str:
    if one.source_id == other.source_id:
        return ""
    if speakers.same_voice(one, other):
        return "voice"
    return "words" if texts.share_a_run(one.anchor_id, other.anchor_id) else ""


class PassageTexts:
    """The runs of words in the passages that claims stand in, read as they are asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._by_passage: dict[int, frozenset[Gram]] = {}
        self._texts: dict[int, str] = {}

    def share_a_run(self, one_anchor: int, other_anchor: int) -> bool:
        """Whether the passages of two anchors share a run of LONG_RUN words in some edition."""
        ones, others = list(self._grams(one_anchor)), list(self._grams(other_anchor))
        return any(not one.isdisjoint(other) for one in ones for other in others)

    def _grams(self, anchor_id: int) -> Iterator[frozenset[Gram]]:
        rows = self._corpus.connection.execute(
            "SELECT p.id, p.edition_id, p.start, p.end FROM placement pl "
            "JOIN passage p ON p.id = pl.passage_id JOIN edition e ON e.id = p.edition_id "
            "WHERE pl.anchor_id = ? AND e.state = 'held' AND e.kind <> 'digest'",
            (anchor_id,),
        )
        for passage_id, edition_id, start, end in rows.fetchall():
            if passage_id not in self._by_passage:
                words = self._text(edition_id)[start:end]
                self._by_passage[passage_id] = grams(words)
            yield self._by_passage[passage_id]

    def _text(self, edition_id: int) -> str:
        if edition_id not in self._texts:
            self._texts[edition_id] = self._corpus.editions.text(edition_id)
        return self._texts[edition_id]


def grams(text: str, size: int = LONG_RUN) -> frozenset[Gram]:
    """Every run of that many words in a text, folded."""
    words = plain_words(text).split()
    return frozenset(zip(*(words[i:] for i in range(size)), strict=False))
