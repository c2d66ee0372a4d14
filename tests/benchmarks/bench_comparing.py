"""The matrix of 10,000 claims."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from db.comparing.comparison import Comparison
from db.comparing.reading import CLAIMS
from db.corpus import Corpus
from tests.benchmarks.corpora import START, invent, store
from tests.benchmarks.measuring import Result, interleaved, result
from tests.benchmarks.panes import SEED
from tests.benchmarks.words import Words

CLAIM_COUNT, EVENTS, ASPECTS, VOICES = 10_000, 1_000, 10, 30
VISIBLE = 40


def matrix() -> Iterator[Result]:
    """From the file to the rows in sight, each with its cells and pairs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.triptych"
        _invent(path)
        with Corpus.open(path, read_only=True) as corpus:
            reference, subject = interleaved(
                lambda: corpus.connection.execute(CLAIMS).fetchall(), lambda: _open(corpus), 60
            )
            yield result("matrix of 10,000 claims / bare query", 2.0, reference, subject)


def _open(corpus: Corpus) -> None:
    rows = list(Comparison(corpus).rows())
    for row in rows[:VISIBLE]:
        _ = (row.cells, row.pairs, row.origins)


def _invent(path: Path) -> None:
    chance, words = random.Random(SEED), Words(SEED)
    with Corpus.create(path) as corpus, corpus.edit("Invent", logged=False):
        places = [_source(corpus, words, f"Source {n}") for n in range(3)]
        insert = corpus.insert
        events = [
            insert("event", {"key": f"e{n}", "title": f"Event {n}", "ordinal": n,
                             "happened_edtf": "2011", "happened_earliest": START + n * 3600,
                             "happened_latest": START + n * 3600 + 60})
            for n in range(EVENTS)
        ]  # fmt: skip
        aspects = [
            insert("aspect", {"key": f"a{n}", "title": f"Aspect {n}", "type": "number",
                              "unit": "people", "ordinal": n, "counts": 1})
            for n in range(ASPECTS)
        ]  # fmt: skip
        voices = [insert("voice", {"key": f"v{n}", "name": f"Voice {n}"}) for n in range(VOICES)]
        for number in range(CLAIM_COUNT):
            source_id, edition_id, passages = chance.choice(places)
            anchor_id = insert("anchor", {"source_id": source_id})
            passage_id, start, end = chance.choice(passages)
            insert("placement", {"anchor_id": anchor_id, "edition_id": edition_id,
                                 "passage_id": passage_id, "start": start, "end": end})  # fmt: skip
            least = chance.randrange(1_000)
            claim_id = insert("claim", {
                "key": f"c{number}", "event_id": chance.choice(events), "anchor_id": anchor_id,
                "aspect_id": chance.choice(aspects), "min": least,
                "max": least + chance.randrange(3), "unit": "people", "scope": "all",
            })  # fmt: skip
            if chance.random() < 0.5:
                voice = {"claim_id": claim_id, "position": 0, "voice_id": chance.choice(voices)}
                insert("claim_voice", voice)


def _source(
    corpus: Corpus, words: Words, label: str
) -> tuple[int, int, list[tuple[int, int, int]]]:
    """A source of 2,000 passages: its id, its edition's, and where its passages stand."""
    edition_id = store(corpus, invent(words, label, 2_000))
    spans = corpus.editions.spans(edition_id)
    (source_id,) = corpus.connection.execute(
        "SELECT source_id FROM edition WHERE id = ?", (edition_id,)
    ).fetchone()
    return source_id, edition_id, spans
