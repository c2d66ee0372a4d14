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
from db.corpus.sealing import broken_seals
from db.errors import said
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
    for check in (
        _file,
        _schema,
        _references,
        _texts,
        _index,
        _passages,
        _anchors,
        _claims,
        _records,
    ):
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
    yield Finding("file", corpus.path.name, good, said("whole") if good else "; ".join(verdicts))


def _schema(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    good = schema.shape(corpus.connection) == schema.expected_shape(schema.version())
    message = (
        said("as this program makes it") if good else said("tables differ from this program's")
    )
    yield Finding("schema", f"version {schema.version()}", good, message)


def _references(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    broken = corpus.connection.execute("PRAGMA foreign_key_check").fetchall()
    message = said("every row finds what it points to")
    if broken:
        message = said(
            "{count} rows point to nothing, first in {table}",
            count=len(broken),
            table=broken[0][0],
        )
    yield Finding("references", corpus.path.name, not broken, message)


def _texts(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    for edition in corpus.editions.all():
        try:
            wrong = _wrong_with(corpus, edition)
        except UNREADABLE as error:
            wrong = [said("the text cannot be read: {why}", why=plain_reason(error))]
        message = _together(wrong) if wrong else said("bytes and text as stored")
        yield Finding("hash", edition.key, not wrong, message)


def _together(wrong: list[str]) -> str:
    words = wrong[0]
    for further in wrong[1:]:
        words = said("{first}; {further}", first=words, further=further)
    return words


def _wrong_with(corpus: Corpus, edition: Edition) -> list[str]:
    text = corpus.editions.text(edition.id)
    data = corpus.editions.data(edition.id)
    wrong: list[str] = []
    if hashlib.sha256(data).hexdigest() != edition.sha256:
        wrong.append(said("the bytes received have changed"))
    if text_hash(text) != edition.text_sha256:
        wrong.append(said("the text has changed"))
    if len(text) != edition.characters:
        wrong.append(
            said(
                "{count} characters instead of {expected}",
                count=len(text),
                expected=edition.characters,
            )
        )
    at = 0
    for start, part in corpus.editions.text_parts(edition.id):
        if start != at:
            wrong.append(
                said("its part at {start} should begin at {expected}", start=start, expected=at)
            )
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
        message: str = said("{indexed} passages indexed, {held} held", indexed=indexed, held=held)
        yield Finding("index", "passages", False, message)
        return
    if not corpus.read_only:
        connection.execute("INSERT INTO passage_index (passage_index) VALUES ('integrity-check')")
    different = first_difference(corpus, cancelled)
    message = different or said("{count} passages with the words of their texts", count=indexed)
    if not cancelled():
        yield Finding("index", "passages", different is None, message)


def _passages(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    rows = corpus.connection.execute(
        "SELECT s.letter || '.' || p.number, p.start, p.end, e.characters FROM passage p "
        "JOIN edition e ON e.id = p.edition_id JOIN source s ON s.id = e.source_id "
        "WHERE p.start < 0 OR p.end > e.characters"
    ).fetchall()
    for address, start, end, characters in rows:
        message = said(
            "{start}–{end} lies outside its text of {characters} characters",
            start=start,
            end=end,
            characters=characters,
        )
        yield Finding("passage", address, False, message)
    if not rows:
        (count,) = corpus.connection.execute("SELECT count(*) FROM passage").fetchone()
        yield Finding(
            "passage", "all", True, said("{count} passages lie within their texts", count=count)
        )


def _anchors(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    rows = corpus.connection.execute(
        "SELECT s.letter || '.' || p.number, pl.start, pl.end, p.start, p.end FROM placement pl "
        "JOIN passage p ON p.id = pl.passage_id JOIN edition e ON e.id = p.edition_id "
        "JOIN source s ON s.id = e.source_id "
        "WHERE e.state = 'held' AND (pl.start < p.start OR pl.end > p.end OR pl.start >= pl.end "
        "OR pl.edition_id <> p.edition_id)"
    ).fetchall()
    for address, start, end, first, last in rows:
        message = said(
            "{start}–{end} lies outside its passage {first}–{last}",
            start=start,
            end=end,
            first=first,
            last=last,
        )
        yield Finding("anchor", address, False, message)
    if not rows:
        (count,) = corpus.connection.execute("SELECT count(*) FROM placement").fetchone()
        yield Finding(
            "anchor", "all", True, said("{count} places lie within their passages", count=count)
        )


def _claims(corpus: Corpus, _: Cancelled) -> Iterator[Finding]:
    unfitting = corpus.claims.unfitting()
    for key, edition in unfitting:
        message = (
            said("its words no longer stand in {edition}; it was kept", edition=edition)
            if edition
            else said("its words no longer stand in any text; it was kept")
        )
        yield Finding("claim", key, False, message)
    if not unfitting:
        (count,) = corpus.connection.execute("SELECT count(*) FROM claim").fetchone()
        yield Finding(
            "claim", "all", True, said("{count} claims stand on their words", count=count)
        )


def _records(corpus: Corpus, cancelled: Cancelled) -> Iterator[Finding]:
    """What is said about the texts, against the seal of the last time the file was let go of."""
    broken = broken_seals(corpus.connection, cancelled)
    if broken is None:
        message = said("changed since the file was last closed, so there is nothing to compare")
        yield Finding("records", "all", True, message)
    elif not broken:
        message = said("every table holds the rows it held when the file was last closed")
        yield Finding("records", "all", True, message)
    for table in broken or ():
        message = said("other rows than when the file was last closed; a backup may have them")
        yield Finding("records", table, False, message)
