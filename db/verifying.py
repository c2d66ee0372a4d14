"""Verifying a corpus: that every text is the one that was stored, and every place fits its text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from db import schema
from db.corpus import Corpus
from db.corpus.editions import text_hash


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check on one thing."""

    check: str
    subject: str
    ok: bool
    message: str


def verify(corpus: Corpus, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Finding]:
    """Every check of a corpus, one finding each; stops early when cancelled."""
    for check in (_file, _schema, _references, _texts, _index, _anchors, _claims):
        try:
            for finding in check(corpus):
                yield finding
                if cancelled():
                    return
        except sqlite3.Error as error:
            yield Finding(check.__name__.strip("_"), corpus.path.name, False, str(error))


def _file(corpus: Corpus) -> Iterator[Finding]:
    verdicts = [v for (v,) in corpus.connection.execute("PRAGMA quick_check(10)")]
    good = verdicts == ["ok"]
    yield Finding("file", corpus.path.name, good, "whole" if good else "; ".join(verdicts))


def _schema(corpus: Corpus) -> Iterator[Finding]:
    good = schema.shape(corpus.connection) == schema.expected_shape(schema.version())
    message = "as this program makes it" if good else "tables differ from this program's"
    yield Finding("schema", f"version {schema.version()}", good, message)


def _references(corpus: Corpus) -> Iterator[Finding]:
    broken = corpus.connection.execute("PRAGMA foreign_key_check").fetchall()
    message = "every row finds what it points to"
    if broken:
        message = f"{len(broken)} rows point to nothing, first in {broken[0][0]}"
    yield Finding("references", corpus.path.name, not broken, message)


def _texts(corpus: Corpus) -> Iterator[Finding]:
    for edition in corpus.editions.all():
        text = corpus.editions.text(edition.id)
        data = corpus.editions.data(edition.id)
        wrong = []
        if hashlib.sha256(data).hexdigest() != edition.sha256:
            wrong.append("the bytes received have changed")
        if text_hash(text) != edition.text_sha256:
            wrong.append("the text has changed")
        if len(text) != edition.characters:
            wrong.append(f"{len(text)} characters instead of {edition.characters}")
        message = "; ".join(wrong) or "bytes and text as stored"
        yield Finding("hash", edition.key, not wrong, message)


def _index(corpus: Corpus) -> Iterator[Finding]:
    connection = corpus.connection
    (held,) = connection.execute(
        "SELECT count(*) FROM passage p JOIN edition e ON e.id = p.edition_id "
        "WHERE e.state = 'held'"
    ).fetchone()
    (indexed,) = connection.execute("SELECT count(*) FROM passage_index").fetchone()
    good = held == indexed
    message = f"{indexed} passages" if good else f"{indexed} passages indexed, {held} held"
    if good and not corpus.read_only:
        connection.execute("INSERT INTO passage_index (passage_index) VALUES ('integrity-check')")
    yield Finding("index", "passages", good, message)


def _anchors(corpus: Corpus) -> Iterator[Finding]:
    rows = corpus.connection.execute(
        "SELECT s.letter || '.' || p.number, pl.start, pl.end, p.start, p.end FROM placement pl "
        "JOIN passage p ON p.id = pl.passage_id JOIN edition e ON e.id = p.edition_id "
        "JOIN source s ON s.id = e.source_id "
        "WHERE e.state = 'held' AND (pl.start < p.start OR pl.end > p.end OR pl.start >= pl.end "
        "OR pl.edition_id <> p.edition_id)"
    ).fetchall()
    for address, start, end, first, last in rows:
        message = f"{start}–{end} lies outside its passage {first}–{last}"
        yield Finding("anchor", address, False, message)
    if not rows:
        (count,) = corpus.connection.execute("SELECT count(*) FROM placement").fetchone()
        yield Finding("anchor", "all", True, f"{count} places lie within their passages")


def _claims(corpus: Corpus) -> Iterator[Finding]:
    unfitting = corpus.claims.unfitting()
    for key, edition in unfitting:
        where = f"in {edition}" if edition else "in any text"
        yield Finding("claim", key, False, f"its words no longer stand {where}; it was kept")
    if not unfitting:
        (count,) = corpus.connection.execute("SELECT count(*) FROM claim").fetchone()
        yield Finding("claim", "all", True, f"{count} claims stand on their words")
