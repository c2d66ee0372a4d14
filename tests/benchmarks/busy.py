"""A corpus in which every event is claimed about by three long sources."""

from __future__ import annotations

import random
from pathlib import Path

from db.corpus import Corpus
from tests.benchmarks.corpora import SPAN, START, invent_long, store
from tests.benchmarks.words import Words

EVENTS, ASPECTS, VOICES = 1_000, 10, 30
CLAIMED = 3
"""Figures that each source gives about each event, in the passage that tells of it."""
KNOWN_BY = START + SPAN * 3 // 2
"""An instant at which two of the three sources have appeared."""


def build(path: Path, characters: int, seed: int = 20111216) -> None:
    """Make the corpus at a path: three sources of so many characters and 9,000 claims."""
    words = Words(seed)
    with Corpus.create(path, title="Busy") as corpus:
        corpus.connection.execute("PRAGMA synchronous = OFF")
        with corpus.edit("Import", logged=False):
            _Inventor(corpus, words).invent(characters)


class _Inventor:
    """Writes sources, events, mentions and claims by chance."""

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self._corpus = corpus
        self._insert = corpus.insert
        self._words = words
        self._chance: random.Random = words.random

    def invent(self, characters: int) -> None:
        """Fill the corpus."""
        self._sources = [self._source(number, characters) for number in range(3)]
        self._aspects = [
            self._insert("aspect", {"key": f"a{n}", "title": f"Aspect {n}", "type": "number",
                                    "unit": "people", "ordinal": n, "counts": 1})
            for n in range(ASPECTS)
        ]  # fmt: skip
        self._voices = [
            self._insert("voice", {"key": f"v{n}", "name": f"Voice {n}"}) for n in range(VOICES)
        ]
        for number in range(EVENTS):
            self._event(number)

    def _source(self, number: int, characters: int) -> tuple[int, list[tuple[int, int, int]]]:
        """One source, each published a span after the one before; its passages."""
        invented = invent_long(self._words, f"Source {number}", characters)
        edition = store(self._corpus, invented)
        published = START + number * SPAN
        self._corpus.connection.execute(
            "UPDATE source SET published_printed = '2011', published_edtf = '2011', "
            "published_earliest = ?, published_latest = ? "
            "WHERE id = (SELECT source_id FROM edition WHERE id = ?)",
            (published, published, edition),
        )
        return edition, self._corpus.editions.spans(edition)

    def _event(self, number: int) -> None:
        at = START + number * SPAN // EVENTS
        event = self._insert("event", {
            "key": f"e{number}", "title": self._words.passage("en", 6), "ordinal": number,
            "happened_edtf": "2011", "happened_earliest": at, "happened_latest": at + 60,
        })  # fmt: skip
        told = self._chance.sample(self._aspects, CLAIMED)
        for edition, spans in self._sources:
            place = self._chance.choice(spans)
            anchor = self._anchor(edition, place[0], place[1], place[2])
            self._insert("mention", {"event_id": event, "anchor_id": anchor})
            for aspect in told:
                self._claim(event, aspect, edition, place)

    def _claim(self, event: int, aspect: int, edition: int, place: tuple[int, int, int]) -> None:
        passage, first, last = place
        start = self._chance.randrange(first, max(first + 1, last - 12))
        least = self._chance.randrange(1_000)
        claim = self._insert("claim", {
            "key": f"c{event}-{edition}-{aspect}", "event_id": event, "aspect_id": aspect,
            "anchor_id": self._anchor(edition, passage, start, min(last, start + 10)),
            "min": least, "max": least + self._chance.randrange(3), "unit": "people",
            "scope": "all",
        })  # fmt: skip
        if self._chance.random() < 0.5:
            voice = self._chance.choice(self._voices)
            self._insert("claim_voice", {"claim_id": claim, "position": 0, "voice_id": voice})

    def _anchor(self, edition: int, passage: int, start: int, end: int) -> int:
        (source,) = self._corpus.connection.execute(
            "SELECT source_id FROM edition WHERE id = ?", (edition,)
        ).fetchone()
        anchor = self._insert("anchor", {"source_id": source})
        self._insert("placement", {"anchor_id": anchor, "edition_id": edition,
                                   "passage_id": passage, "start": start, "end": end})  # fmt: skip
        return anchor
