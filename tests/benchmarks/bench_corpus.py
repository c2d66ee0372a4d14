"""The corpus file: bulk import, opening a long source, any event, searching a million passages."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from db.corpus import Corpus
from db.queries import expression, terms
from db.search import _hit, highlighter, search
from desktop.reading.source_text import EditionTexts
from desktop.session import Session
from tests.benchmarks.corpora import FULL, InventedText, Scale, build, invent, store
from tests.benchmarks.measuring import Result, interleaved, once, result
from tests.benchmarks.panes import SEED, Screen
from tests.benchmarks.words import Words

# In every language words that are everywhere, some and few; a name, two words, a phrase, a
# beginning, a number that stands once or nowhere.
TERMS = (
    "и", "было", "жанаозен", "больница", "резюме", "және", "сот", "the", "wage", "resume",
    "полиция раненые", '"в городе"', "не -город", "телеф*", "123456",
)  # fmt: skip
PAGE = 50
BATCHES = 10
PLAIN = """CREATE TABLE passage (
    id INTEGER PRIMARY KEY, source INTEGER, number INTEGER, words TEXT
);
CREATE INDEX passage_by_source ON passage(source, number);
CREATE VIRTUAL TABLE found USING fts5(words, content='passage', content_rowid='id');
INSERT INTO found (found, rank) VALUES ('hashsize', 67108864);"""


def bulk_import(scale: Scale = FULL) -> Iterator[Result]:
    """Importing as the program does, against plain rows and one rebuild of their index.

    The two take turns, a tenth of the sources each time.
    """
    words = Words(SEED)
    folder = Path(tempfile.mkdtemp())
    spent = {"plain": 0.0, "own": 0.0}
    try:
        plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
        plain.executescript(f"PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; {PLAIN}")
        with Corpus.create(folder / "own.triptych") as corpus:
            for _ in range(BATCHES):
                texts = [invent(words, f"Source {n}", scale.passages_each)
                         for n in range(scale.sources // BATCHES)]  # fmt: skip
                spent["plain"] += once(lambda t=texts: _plain_import(plain, t))
                spent["own"] += once(lambda t=texts: _own_import(corpus, t))
            rebuild = "INSERT INTO found (found) VALUES ('rebuild')"
            spent["plain"] += once(lambda: plain.execute(rebuild))
        plain.close()
    finally:
        shutil.rmtree(folder)
    name = "bulk import / (executemany + rebuild at 64 MB)"
    yield Result(name, spent["own"] / spent["plain"], 1.15,
                 f"{spent['own']:.1f} s", f"{spent['plain']:.1f} s")  # fmt: skip


def _plain_import(connection: sqlite3.Connection, texts: list[InventedText]) -> None:
    (last,) = connection.execute("SELECT coalesce(max(source), 0) FROM passage").fetchone()
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO passage (source, number, words) VALUES (?, ?, ?)",
        (
            (source, row.number, invented.text[row.start : row.end])
            for source, invented in enumerate(texts, start=last + 1)
            for row in invented.passages
        ),
    )
    connection.execute("COMMIT")


def _own_import(corpus: Corpus, texts: list[InventedText]) -> None:
    with corpus.edit("Import", logged=False):
        for invented in texts:
            store(corpus, invented)


def large_corpus(scale: Scale = FULL) -> Iterator[Result]:
    """A corpus of that scale: opening its long source, any event, a search's first page."""
    given = os.environ.get("TRIPTYCH_BENCH_FOLDER")
    folder = Path(given or tempfile.mkdtemp())
    path = folder / "large.triptych"
    try:
        if not path.exists():
            build(path, scale)
        yield from _opening(path)
        yield from _any_event(path, scale)
        yield from _searching(path)
    finally:
        if not given:
            shutil.rmtree(folder)


def _opening(path: Path) -> Iterator[Result]:
    screen = Screen.of(20_000)
    pane = screen.panes[0]
    session = Session(Corpus.open(path))
    edition = next(e for e in session.editions if e.source_id == 1)
    # The same characters as one text in a table of its own.
    bare = sqlite3.connect(path.with_name("bare.db"), isolation_level=None)
    bare.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text BLOB)")
    whole = session.corpus.editions.text(edition.id).encode()
    bare.execute("INSERT OR REPLACE INTO bare VALUES (1, ?)", (whole,))

    def select_and_decode() -> str:
        (text,) = bare.execute("SELECT text FROM bare WHERE id = 1").fetchone()
        return str(text, "utf-8")

    def open_pane() -> None:
        pane.set_text(EditionTexts(session).get(edition).text)
        pane.viewport().repaint()

    reference, subject = interleaved(select_and_decode, open_pane, 60)
    yield result("open 5 MB / bare SELECT and decode", 1.7, reference, subject)
    bare.close()
    session.close()


def _any_event(path: Path, scale: Scale) -> Iterator[Result]:
    chance = random.Random(SEED)
    with Corpus.open(path, read_only=True) as corpus:

        def row() -> None:
            for _ in range(20):
                wanted = (chance.randint(1, scale.events),)
                corpus.connection.execute("SELECT * FROM event WHERE id = ?", wanted).fetchone()

        def places() -> None:
            for _ in range(20):
                found = corpus.mentions.of_event(chance.randint(1, scale.events))
                assert len(found) == 3

        reference, subject = interleaved(row, places)
        yield result("20 events in three sources / 20 rows by key", 8.0, reference, subject)


def _searching(path: Path) -> Iterator[Result]:
    """The slowest of all terms, against the same page of hits in the order of their rows."""
    with Corpus.open(path, read_only=True) as corpus:
        lines = [_search(corpus, term) for term in TERMS]
    yield max(lines, key=lambda line: line.ratio)


def _search(corpus: Corpus, term: str) -> Result:
    wanted = expression(corpus, term)
    pattern = highlighter(terms(wanted))

    def in_row_order() -> None:
        rows = corpus.connection.execute(
            "SELECT rowid, 0.0 FROM passage_index WHERE passage_index MATCH ? "
            f"ORDER BY rowid LIMIT {PAGE}",
            (wanted,),
        ).fetchall()
        for row in rows:
            _hit(corpus, row, pattern)

    reference, subject = interleaved(in_row_order, lambda: search(corpus, term, limit=PAGE), 20)
    line = result("search first page, any term / in rowid order", 12.0, reference, subject)
    return replace(line, subject=f"{line.subject} ({term})")
