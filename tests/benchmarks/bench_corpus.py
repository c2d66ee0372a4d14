"""The corpus file: bulk import, opening a long source, searching a million passages."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from db.corpus import Corpus
from db.search import search
from db.text.folding import fold
from desktop.reading.source_text import EditionTexts
from desktop.session import Session
from tests.benchmarks.corpora import FULL, Scale, build, invent, store
from tests.benchmarks.measuring import Result, Times, once
from tests.benchmarks.panes import SEED, Screen
from tests.benchmarks.words import Words

TERMS = ("и", "жанаозен", "полиция", "больница", "resume", "alle", "сот", "Жаңаөзен", "рабочие")
REBUILD = """CREATE TABLE passage (id INTEGER PRIMARY KEY, words TEXT);
CREATE VIRTUAL TABLE found USING fts5(words, content='passage', content_rowid='id');
INSERT INTO found (found, rank) VALUES ('hashsize', 67108864);"""


def bulk_import(scale: Scale = FULL) -> Iterator[Result]:
    """Importing as the program does, against plain rows and one rebuild of their index."""
    words = Words(SEED)
    count = max(1, scale.sources // 10)
    texts = [invent(words, f"Source {n}", scale.passages_each) for n in range(count)]
    folder = Path(tempfile.mkdtemp())
    try:
        plain = min(once(lambda n=n: _plain_import(folder / f"plain-{n}.db", texts))
                    for n in range(2))  # fmt: skip
        own = min(once(lambda n=n: _own_import(folder / f"own-{n}.triptych", texts))
                  for n in range(2))  # fmt: skip
    finally:
        shutil.rmtree(folder)
    name = "bulk import / (executemany + rebuild at 64 MB)"
    yield Result(name, own / plain, 1.15, f"{own:.1f} s", f"{plain:.1f} s")


def _plain_import(path: Path, texts: list) -> None:  # type: ignore[type-arg]
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA synchronous = OFF;" + REBUILD)
    connection.execute("BEGIN")
    at = 0
    for invented in texts:
        folded = fold(invented.text)
        rows = [(at + r.number, folded[r.start : r.end]) for r in invented.passages]
        connection.executemany("INSERT INTO passage VALUES (?, ?)", rows)
        at += len(rows)
    connection.execute("INSERT INTO found (found) VALUES ('rebuild')")
    connection.execute("COMMIT")
    connection.close()


def _own_import(path: Path, texts: list) -> None:  # type: ignore[type-arg]
    with Corpus.create(path, title="Import") as corpus:
        corpus.connection.execute("PRAGMA synchronous = OFF")
        with corpus.edit("Import", logged=False):
            for invented in texts:
                store(corpus, invented)


def large_corpus(scale: Scale = FULL) -> Iterator[Result]:
    """A corpus of that scale: opening its long source, any event, and the first page of a search."""
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "large.triptych"
        build(path, scale)
        yield from _opening(path)
        yield from _searching(path)
    finally:
        shutil.rmtree(folder)


def _opening(path: Path) -> Iterator[Result]:
    screen = Screen.of(20_000)
    pane = screen.panes[0]
    session = Session(Corpus.open(path))
    edition = next(e for e in session.editions if e.source_id == 1)

    def bare() -> None:
        rows = session.corpus.connection.execute(
            "SELECT CAST(text AS BLOB) FROM edition_text WHERE edition_id = ?", (edition.id,)
        )
        "".join([text.decode() for (text,) in rows])

    def own() -> None:
        pane.set_text(EditionTexts(session).get(edition).text)
        pane.viewport().repaint()

    from tests.benchmarks.measuring import interleaved, result

    reference, subject = interleaved(bare, own, 40)
    yield result("open 5 MB / bare SELECT and decode", 1.7, reference, subject)
    session.close()


def _searching(path: Path) -> Iterator[Result]:
    with Corpus.open(path, read_only=True) as corpus:
        worst: tuple[float, str, Times, Times] | None = None
        for term in TERMS:
            plain, own = _search_times(corpus, term)
            ratio = own.p50 / plain.p50
            if worst is None or ratio > worst[0]:
                worst = (ratio, term, plain, own)
        assert worst is not None
        ratio, term, plain, own = worst
        yield Result("search first page, any term / in rowid order", ratio, 12.0,
                     f"{own.p50:.1f} ms ({term})", f"{plain.p50:.2f} ms")  # fmt: skip


def _search_times(corpus: Corpus, term: str) -> tuple[Times, Times]:
    def plain() -> None:
        corpus.connection.execute(
            "SELECT rowid FROM passage_index WHERE passage_index MATCH ? ORDER BY rowid LIMIT 50",
            (f'"{fold(term)}"',),
        ).fetchall()

    series: tuple[list[float], list[float]] = ([], [])
    for _ in range(12):
        for times, work in zip(series, (plain, lambda: search(corpus, term)), strict=True):
            start = time.process_time()
            work()
            times.append(max(time.process_time() - start, 1e-5))
    return Times.of(series[0]), Times.of(series[1])
