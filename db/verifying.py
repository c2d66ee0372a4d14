"""Verifying a corpus: that every text is the one that was stored, and every place fits its text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from db import schema
from db.backup import plain_reason
from db.corpus import Corpus
from db.corpus.editions import text_hash
from db.index_check import first_difference
from db.records import Edition

# What reading a damaged file may raise: pages that make no sense, words that are no words.
UNREADABLE = (sqlite3.Error, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check on one thing."""

    check: str
    subject: str
    ok: bool
    message: str


Cancelled = Callable[[], bool]


def verify(corpus: Corpus, cancelled: Cancelled = lambda: False) -> Iterator[Finding]:
    """Every check of a corpus, one finding each; stops early when cancelled."""
    for check in (_file, _schema, _references, _texts, _index, _passages, _anchors, _claims):
        try:
            for finding in check(corpus, cancelled):
                yield finding
                if cancelled():
                    return
        except UNREADABLE as error:
            yield Finding(check.__name__.strip("_"), corpus.path.name, False, plain_reason(error))
        if cancelled():
            return


def _file(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    verdicts = [v for (v,) in corpus.connection.execute("PRAGMA quick_check(10)")]
    good = verdicts == ["ok"]
    yield Finding("file", corpus.path.name, good, "whole" if good else "; ".join(verdicts))


def _schema(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    good = schema.shape(corpus.connection) == schema.expected_shape(schema.version())
    message = "as this program makes it" if good else "tables differ from this program's"
    yield Finding("schema", f"version {schema.version()}", good, message)


def _references(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    broken = corpus.connection.execute("PRAGMA foreign_key_check").fetchall()
    message = "every row finds what it points to"
    if broken:
        message = f"{len(broken)} rows point to nothing, first in {broken[0][0]}"
    yield Finding("references", corpus.path.name, not broken, message)


def _texts(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    for edition in corpus.editions.all():
        try:
            wrong = _wrong_with(corpus, edition)
        except UNREADABLE as error:
            wrong = [f"the text cannot be read: {plain_reason(error)}"]
        message = "; ".join(wrong) or "bytes and text as stored"
        yield Finding("hash", edition.key, not wrong, message)


def _wrong_with(corpus: Corpus, edition: Edition) -> list[str]:
    text = corpus.editions.text(edition.id)
    data = corpus.editions.data(edition.id)
    wrong = []
    if hashlib.sha256(data).hexdigest() != edition.sha256:
        wrong.append("the bytes received have changed")
    if text_hash(text) != edition.text_sha256:
        wrong.append("the text has changed")
    if len(text) != edition.characters:
        wrong.append(f"{len(text)} characters instead of {edition.characters}")
    at = 0
    for start, part in corpus.editions.text_parts(edition.id):
        if start != at:
            wrong.append(f"its part at {start} should begin at {at}")
        at = start + len(part)
    return wrong


def _index(corpus: Corpus, cancelled: Cancelled) -> Iterator[Finding]:
    connection = corpus.connection
    (held,) = connection.execute(
        "SELECT count(*) FROM passage p JOIN edition e ON e.id = p.edition_id "
        "WHERE e.state = 'held'"
    ).fetchone()
    (indexed,) = connection.execute("SELECT count(*) FROM passage_index").fetchone()
    if held != indexed:
        message = f"{indexed} passages indexed, {held} held"
        yield Finding("index", "passages", False, message)
        return
    if not corpus.read_only:
        connection.execute("INSERT INTO passage_index (passage_index) VALUES ('integrity-check')")
    different = first_difference(corpus, cancelled)
    message = different or f"{indexed} passages with the words of their texts"
    if not cancelled():
        yield Finding("index", "passages", different is None, message)


def _passages(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    rows = corpus.connection.execute(
        "SELECT s.letter || '.' || p.number, p.start, p.end, e.characters FROM passage p "
        "JOIN edition e ON e.id = p.edition_id JOIN source s ON s.id = e.source_id "
        "WHERE p.start < 0 OR p.end > e.characters"
    ).fetchall()
    for address, start, end, characters in rows:
        message = f"{start}–{end} lies outside its text of {characters} characters"
        yield Finding("passage", address, False, message)
    if not rows:
        (count,) = corpus.connection.execute("SELECT count(*) FROM passage").fetchone()
        yield Finding("passage", "all", True, f"{count} passages lie within their texts")


def _anchors(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
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


def _claims(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    unfitting = corpus.claims.unfitting()
    for key, edition in unfitting:
        where = f"in {edition}" if edition else "in any text"
        yield Finding("claim", key, False, f"its words no longer stand {where}; it was kept")
    if not unfitting:
        (count,) = corpus.connection.execute("SELECT count(*) FROM claim").fetchone()
        yield Finding("claim", "all", True, f"{count} claims stand on their words")
