"""Comparing the search index with the texts it was made from.

SQLite's own check of an index like this one, which holds no texts, finds broken structure but not
wrong words. So a second index is made in a temporary file, and the two are compared term by term.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from db.corpus import Corpus
from db.corpus.indexing import index, spans_of
from db.errors import said

# Up to so many passages every place of every word is compared; above, how often each word occurs.
EVERY_PLACE = 50_000


def first_difference(corpus: Corpus, cancelled: Callable[[], bool]) -> str | None:
    """What first differs between the index and the texts, None where nothing does."""
    (passages,) = corpus.connection.execute("SELECT count(*) FROM passage").fetchone()
    detail = "instance" if passages <= EVERY_PLACE else "row"
    with contextlib.closing(sqlite3.connect("", isolation_level=None)) as fresh:
        _fill(fresh, corpus, cancelled)
        if cancelled():
            return None
        with _terms(corpus.connection, detail) as held, _terms(fresh, detail) as expected:
            for found, wanted in zip_longest(held, expected):
                if found != wanted:
                    return _difference(corpus, found, wanted, detail)
    return None


def _fill(fresh: sqlite3.Connection, corpus: Corpus, cancelled: Callable[[], bool]) -> None:
    (definition,) = corpus.connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'passage_index'"
    ).fetchone()
    fresh.execute(definition)
    fresh.execute("INSERT INTO passage_index (passage_index, rank) VALUES ('hashsize', 67108864)")
    fresh.execute("BEGIN")
    for edition in corpus.editions.all():
        if cancelled():
            return
        index(fresh, spans_of(corpus.connection, edition.id), corpus.editions.text(edition.id))
    fresh.execute("COMMIT")


@contextlib.contextmanager
def _terms(connection: sqlite3.Connection, detail: str) -> Iterator[sqlite3.Cursor]:
    connection.execute(
        f"CREATE VIRTUAL TABLE temp.index_terms USING fts5vocab(main, passage_index, {detail})"
    )
    cursor = connection.execute("SELECT * FROM temp.index_terms")
    try:
        yield cursor
    finally:
        cursor.close()
        connection.execute("DROP TABLE temp.index_terms")


def _difference(corpus: Corpus, found: Any, wanted: Any, detail: str) -> str:
    term = min(row[0] for row in (found, wanted) if row)
    if detail == "row":
        return said("“{term}” is indexed in other places than it stands in", term=term)
    passage = min(row[1] for row in (found, wanted) if row and row[0] == term)
    row = corpus.connection.execute(
        "SELECT s.letter || '.' || p.number FROM passage p JOIN edition e ON e.id = p.edition_id "
        "JOIN source s ON s.id = e.source_id WHERE p.id = ?",
        (passage,),
    ).fetchone()
    where = row[0] if row else said("a passage that is gone")
    return said("“{term}” is indexed otherwise than it stands in {place}", term=term, place=where)
