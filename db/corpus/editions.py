"""Editions: the texts of the sources, their passages, and the originals a reader brings."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from db.corpus.facet import Facet
from db.errors import UnknownOriginalError, UnreadableFileError
from db.records import Edition, EditionKind, PassageKind, Passages
from db.text.folding import fold
from db.text.passages import decode

COLUMNS = """e.id, e.source_id, s.key, e.kind, e.ordinal, e.language, e.state = 'held', e.sha256,
    e.text_sha256, e.characters, e.media_type, e.encoding, e.importer, e.recorded"""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage about to be stored: its span in the edition's text, kind and report id."""

    number: int
    start: int
    end: int
    kind: PassageKind
    report_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewEdition:
    """An edition about to be stored; `text` and `data` are None while it is awaited."""

    source_id: int
    kind: EditionKind
    language: str
    sha256: str
    text_sha256: str
    characters: int
    media_type: str = "text/plain"
    importer: str = ""
    text: str | None = None
    data: bytes | None = None
    recorded: int | None = None


class Editions(Facet):
    """The editions of a corpus."""

    def all(self, *, held_only: bool = True) -> list[Edition]:
        """Every edition, in the order of sources; awaited ones only when asked for."""
        where = "WHERE e.state = 'held'" if held_only else ""
        rows = self._corpus.connection.execute(
            f"SELECT {COLUMNS} FROM edition e JOIN source s ON s.id = e.source_id {where} "
            "ORDER BY s.ordinal, e.kind = 'digest', e.kind, e.ordinal"
        )
        return [_edition(r) for r in rows]

    def text(self, edition_id: int) -> str:
        """The whole text of a held edition; empty for an awaited one."""
        row = self._corpus.connection.execute(
            "SELECT text FROM edition_text WHERE edition_id = ?", (edition_id,)
        ).fetchone()
        return row[0] if row else ""

    def data(self, edition_id: int) -> bytes:
        """The untouched bytes as they were received."""
        row = self._corpus.connection.execute(
            "SELECT bytes FROM edition_bytes WHERE edition_id = ?", (edition_id,)
        ).fetchone()
        return row[0] if row else b""

    def passages(self, edition_id: int) -> Passages:
        """All passages of an edition in reading order."""
        rows = self._corpus.connection.execute(
            "SELECT id, number, start, end, coalesce(report_id, 0), kind FROM passage "
            "WHERE edition_id = ? ORDER BY number",
            (edition_id,),
        ).fetchall()
        columns = list(zip(*rows, strict=True)) if rows else [()] * 6
        ids, numbers, starts, ends, reports = (array("q", c) for c in columns[:5])
        return Passages(ids, numbers, starts, ends, reports, [PassageKind(k) for k in columns[5]])

    def add(self, edition: NewEdition, passages: Iterable[PassageRow]) -> int:
        """Store an edition with its passages and index its words; returns its id."""
        corpus = self._corpus
        with corpus.edit("Add edition", logged=False):
            connection = corpus.connection
            (ordinal,) = connection.execute(
                "SELECT count(*) + 1 FROM edition WHERE source_id = ? AND kind = ?",
                (edition.source_id, str(edition.kind)),
            ).fetchone()
            cursor = connection.execute(
                "INSERT INTO edition (source_id, kind, ordinal, language, state, sha256, "
                "text_sha256, characters, media_type, importer, recorded) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    edition.source_id, str(edition.kind), ordinal, edition.language,
                    "awaited" if edition.text is None else "held", edition.sha256,
                    edition.text_sha256, edition.characters, edition.media_type,
                    edition.importer, edition.recorded,
                ),
            )  # fmt: skip
            edition_id = int(cursor.lastrowid or 0)
            connection.executemany(
                "INSERT INTO passage (edition_id, number, kind, start, end, report_id) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                ((edition_id, p.number, p.kind, p.start, p.end, p.report_id) for p in passages),
            )
            if edition.text is not None:
                self._store_text(edition_id, edition.text, edition.data or b"")
        return edition_id

    def add_original(self, name: str, data: bytes) -> tuple[Edition, bool]:
        """Add an awaited original; returns it and whether anything changed.

        Recognised by the SHA-256 of the bytes, else of the text read from them (a copy with
        other line ends or a byte-order mark). Raises UnknownOriginalError by the file's name.
        """
        digest = hashlib.sha256(data).hexdigest()
        found = self._original("sha256", digest)
        decoded = decode(data, "utf-8" if found else None)
        text_digest = text_hash(decoded.text)
        found = found or self._original("text_sha256", text_digest)
        if found is None:
            raise UnknownOriginalError(file=name)
        if found.held:
            return found, False
        if text_digest != found.text_sha256:
            raise UnreadableFileError(file=name, reason="its text could not be decoded as expected")
        with self._corpus.edit("Add original", logged=False):
            self._corpus.connection.execute(
                "UPDATE edition SET state = 'held', sha256 = ?, recorded = ? WHERE id = ?",
                (digest, int(time.time()), found.id),
            )
            self._store_text(found.id, decoded.text, data)
        return next(e for e in self.all() if e.id == found.id), True

    def remove_original(self, edition_id: int) -> bytes:
        """Take an original's text out again, keeping every place in it; returns its bytes."""
        data = self.data(edition_id)
        text = self.text(edition_id)
        with self._corpus.edit("Remove original", logged=False):
            connection = self._corpus.connection
            connection.executemany(
                "INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', ?, ?)",
                self._words(edition_id, text),
            )
            connection.execute("DELETE FROM edition_text WHERE edition_id = ?", (edition_id,))
            connection.execute("DELETE FROM edition_bytes WHERE edition_id = ?", (edition_id,))
            connection.execute("UPDATE edition SET state = 'awaited' WHERE id = ?", (edition_id,))
        return data

    def known_since(self, edition_id: int) -> list[int | None]:
        """For each passage in order, the latest instant at which it may have been published.

        That of its report where it has one with a time, else that of its source; None = unknown.
        """
        rows = self._corpus.connection.execute(
            "SELECT CASE WHEN coalesce(r.reported_edtf, '') <> '' THEN r.reported_latest "
            "ELSE s.published_latest END "
            "FROM passage p JOIN edition e ON e.id = p.edition_id "
            "JOIN source s ON s.id = e.source_id LEFT JOIN report r ON r.id = p.report_id "
            "WHERE p.edition_id = ? ORDER BY p.number",
            (edition_id,),
        )
        return [latest for (latest,) in rows]

    def _original(self, column: str, digest: str) -> Edition | None:
        row = self._corpus.connection.execute(
            f"SELECT {COLUMNS} FROM edition e JOIN source s ON s.id = e.source_id "
            f"WHERE e.{column} = ? AND e.kind = 'original'",
            (digest,),
        ).fetchone()
        return _edition(row) if row else None

    def _store_text(self, edition_id: int, text: str, data: bytes) -> None:
        connection = self._corpus.connection
        connection.execute("INSERT INTO edition_text VALUES (?, ?)", (edition_id, text))
        connection.execute("INSERT INTO edition_bytes VALUES (?, ?)", (edition_id, data))
        connection.executemany(
            "INSERT INTO passage_index (rowid, words) VALUES (?, ?)", self._words(edition_id, text)
        )

    def _words(self, edition_id: int, text: str) -> list[tuple[int, str]]:
        folded = fold(text)
        spans = self._corpus.connection.execute(
            "SELECT id, start, end FROM passage WHERE edition_id = ?", (edition_id,)
        )
        return [(i, folded[start:end]) for i, start, end in spans.fetchall()]


def text_hash(text: str) -> str:
    """SHA-256 of a text's UTF-8 form; lone surrogates count as U+FFFD."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _edition(row: sqlite3.Row | tuple[object, ...]) -> Edition:
    values = list(row)
    values[3] = EditionKind(str(values[3]))
    values[6] = bool(values[6])
    return Edition(*values)
