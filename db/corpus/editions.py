"""Editions: the texts of the sources, their passages, and the originals a reader brings."""

from __future__ import annotations

import sqlite3
import time
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from db.corpus.facet import Facet
from db.errors import InvalidEditError, UnknownOriginalError, UnreadableFileError, said
from db.records import Edition, EditionKind, PassageKind, Passages

if TYPE_CHECKING:
    from db.corpus.indexing import Span

COLUMNS = """e.id, e.source_id, s.key, e.kind, e.ordinal, e.language, e.state = 'held', e.sha256,
    e.text_sha256, e.characters, e.media_type, e.encoding, e.importer, e.recorded"""

KINDS = {kind.value: kind for kind in PassageKind}

# Least characters of a part of a text; few enough that reading one passage costs next to nothing.
PART = 16_384

PLACE_ANCHORS = """INSERT INTO placement (anchor_id, edition_id, passage_id, start, end)
SELECT DISTINCT pl.anchor_id, twin.edition_id, twin.id, twin.start, twin.end
FROM passage twin
JOIN anchor n ON n.source_id = ?2
JOIN placement pl ON pl.anchor_id = n.id
JOIN passage p ON p.id = pl.passage_id AND p.number = twin.number
WHERE twin.edition_id = ?1 AND pl.edition_id <> ?1"""


class PassageRow(NamedTuple):
    """A passage about to be stored: its span in the edition's text, kind and report id."""

    number: int
    start: int
    end: int
    kind: PassageKind
    report_id: int | None = None


class NewEdition(NamedTuple):
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
        return "".join([part for _, part in self.text_parts(edition_id)])

    def text_parts(self, edition_id: int) -> list[tuple[int, str]]:
        """The parts a text is stored in, each with the offset at which it begins."""
        return self._corpus.connection.execute(
            "SELECT start, text FROM edition_text WHERE edition_id = ? ORDER BY start",
            (edition_id,),
        ).fetchall()

    def words(self, edition_id: int, start: int, end: int) -> str:
        """The words of a held edition between two offsets, read without the rest of its text."""
        parts = self._corpus.connection.execute(
            "SELECT substr(text, max(?2 - start, 0) + 1, max(?3 - max(?2, start), 0)) "
            "FROM edition_text WHERE edition_id = ?1 AND start < ?3 AND start >= "
            "(SELECT max(start) FROM edition_text WHERE edition_id = ?1 AND start <= ?2) "
            "ORDER BY start",
            (edition_id, start, end),
        )
        return "".join([text for (text,) in parts])

    def data(self, edition_id: int) -> bytes:
        """The untouched bytes as they were received."""
        row = self._corpus.connection.execute(
            "SELECT bytes FROM edition_bytes WHERE edition_id = ?", (edition_id,)
        ).fetchone()
        if row is None:
            return b""
        return self.text(edition_id).encode() if row[0] is None else row[0]

    def passages(self, edition_id: int) -> Passages:
        """All passages of an edition in reading order."""
        # Only where each begins and ends is read for every one: making Python's numbers is what
        # takes the time, and nearly all are paragraphs outside any report, numbered on from 1.
        execute = self._corpus.connection.execute
        spans = execute(
            "SELECT start, end FROM passage WHERE edition_id = ? ORDER BY number", (edition_id,)
        ).fetchall()
        columns = zip(*spans, strict=True) if spans else ((), ())
        starts, ends = (array("q", column) for column in columns)
        numbers = self._numbers(edition_id, len(spans))
        kinds = [PassageKind.PARAGRAPH] * len(spans)
        reports = array("q", bytes(8 * len(spans)))
        for number, kind, report_id in execute(
            "SELECT number, kind, report_id FROM passage WHERE edition_id = ? "
            "AND (kind <> 'paragraph' OR report_id IS NOT NULL)",
            (edition_id,),
        ):
            index = bisect_left(numbers, number)
            kinds[index] = KINDS[kind]
            reports[index] = report_id or 0
        return Passages(numbers, starts, ends, reports, kinds)

    def _numbers(self, edition_id: int, count: int) -> array[int]:
        execute = self._corpus.connection.execute
        # Two questions, each answered from the index's edge; asked together they walk all of it.
        first, last = (
            execute(
                f"SELECT {m}(number) FROM passage WHERE edition_id = ?", (edition_id,)
            ).fetchone()[0]
            for m in ("min", "max")
        )
        if count and last - first + 1 == count:
            return array("q", range(first, last + 1))
        rows = execute(
            "SELECT number FROM passage WHERE edition_id = ? ORDER BY number", (edition_id,)
        )
        return array("q", [number for (number,) in rows])

    def spans(self, edition_id: int) -> list[tuple[int, int, int]]:
        """The passages of an edition as (row id, start, end), in reading order."""
        from db.corpus.indexing import spans_of

        return spans_of(self._corpus.connection, edition_id)

    def add(self, edition: NewEdition, passages: Iterable[PassageRow]) -> int:
        """Store an edition with its passages and index its words; returns its id.

        What is already said about the source's passages holds for this edition's as well: each
        anchor gets its whole passage of the same address.
        """
        corpus = self._corpus
        with corpus.edit("Add edition", logged=False):
            edition_id = self._insert(edition)
            spans = self._store_passages(edition_id, passages)
            if edition.text is not None:
                # Equal hashes: the bytes are the text in UTF-8, and are not stored twice.
                same = edition.sha256 == edition.text_sha256
                self._store_text(edition_id, edition.text, None if same else edition.data, spans)
            self._place_anchors(edition_id, edition.source_id)
        return edition_id

    def _insert(self, edition: NewEdition) -> int:
        cursor = self._corpus.connection.execute(
            "INSERT INTO edition (source_id, kind, ordinal, language, state, sha256, "
            "text_sha256, characters, media_type, importer, recorded) VALUES (?, ?, "
            "(SELECT coalesce(max(ordinal), 0) + 1 FROM edition WHERE source_id = ? AND kind = ?), "
            "?, ?, ?, ?, ?, ?, ?, ?)",
            (
                edition.source_id, str(edition.kind), edition.source_id, str(edition.kind),
                edition.language, "awaited" if edition.text is None else "held", edition.sha256,
                edition.text_sha256, edition.characters, edition.media_type, edition.importer,
                edition.recorded,
            ),
        )  # fmt: skip
        return int(cursor.lastrowid or 0)

    def _store_passages(self, edition_id: int, passages: Iterable[PassageRow]) -> list[Span]:
        # Ids are given here, so that the index needs no second look at the table.
        connection = self._corpus.connection
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
        rows = [
            (i, edition_id, p.number, p.kind.value, p.start, p.end, p.report_id)
            for i, p in enumerate(passages, start=last + 1)
        ]
        connection.executemany(
            "INSERT INTO passage (id, edition_id, number, kind, start, end, report_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        return [(r[0], r[4], r[5]) for r in rows]

    def _place_anchors(self, edition_id: int, source_id: int) -> None:
        # Asked first: a statement of many rows makes the index write out what it holds in memory.
        connection = self._corpus.connection
        anchored = connection.execute("SELECT 1 FROM anchor WHERE source_id = ?", (source_id,))
        if anchored.fetchone():
            connection.execute(PLACE_ANCHORS, (edition_id, source_id))

    def add_original(
        self, name: str, data: bytes, *, recorded: int | None = None
    ) -> tuple[Edition, bool]:
        """Add an awaited original; returns it and whether anything changed.

        Recognised by the SHA-256 of the bytes, else of the text read from them (a copy with
        other line ends or a byte-order mark). Raises UnknownOriginalError by the file's name.
        `recorded` is when it came, in UTC seconds; None = now.
        """
        from db.corpus.indexing import spans_of
        from db.text.decoding import decode

        digest = bytes_hash(data)
        found = self._original("sha256", digest)
        decoded = decode(data, found.encoding if found else None)
        text_digest = text_hash(decoded.text)
        found = found or self._original("text_sha256", text_digest)
        if found is None:
            raise UnknownOriginalError(file=name)
        if found.held:
            return found, False
        if text_digest != found.text_sha256:
            raise UnreadableFileError(
                file=name, reason=said("its text could not be decoded as expected")
            )
        with self._corpus.edit("Add original", logged=False):
            self._corpus.connection.execute(
                "UPDATE edition SET state = 'held', sha256 = ?, encoding = ?, recorded = ? "
                "WHERE id = ?",
                (digest, decoded.encoding, recorded or int(time.time()), found.id),
            )
            spans = spans_of(self._corpus.connection, found.id)
            own = None if digest == text_digest else data
            self._store_text(found.id, decoded.text, own, spans)
        return next(e for e in self.all() if e.id == found.id), True

    def most_bytes(self) -> int:
        """The most bytes a file of an original can have, in any encoding and with any line ends."""
        row = self._corpus.connection.execute(
            "SELECT coalesce(max(characters), 0) FROM edition WHERE kind = 'original'"
        ).fetchone()
        # Four bytes a character, each of them a line end of two, after a byte-order mark.
        return 8 * int(row[0]) + 4

    def remove_original(self, edition_id: int) -> bytes:
        """Take an original's text out again, keeping every place in it; returns its bytes.

        It is awaited as a text again, in whatever encoding: the one that came is forgotten.
        """
        data = self.data(edition_id)
        with self._corpus.edit("Remove original", logged=False):
            connection = self._corpus.connection
            kind = connection.execute("SELECT kind FROM edition WHERE id = ?", (edition_id,))
            if kind.fetchone() != (EditionKind.ORIGINAL,):
                raise InvalidEditError(reason=said("Only an original can be removed."))
            self.unindex_words([edition_id])
            connection.execute("DELETE FROM edition_text WHERE edition_id = ?", (edition_id,))
            connection.execute("DELETE FROM edition_bytes WHERE edition_id = ?", (edition_id,))
            connection.execute(
                "UPDATE edition SET state = 'awaited', sha256 = text_sha256, "
                "encoding = 'utf-8', recorded = NULL WHERE id = ?",
                (edition_id,),
            )
        return data

    def index_words(self, editions: Iterable[int]) -> None:
        """Put the words of those editions that are held into the search index."""
        from db.corpus.indexing import index

        connection = self._corpus.connection
        for edition_id in editions:
            index(connection, self._held_spans(edition_id), self.text(edition_id))

    def unindex_words(self, editions: Iterable[int]) -> None:
        """Take the words of those editions that are held out of the search index."""
        from db.corpus.indexing import unindex

        connection = self._corpus.connection
        for edition_id in editions:
            unindex(connection, self._held_spans(edition_id), self.text(edition_id))

    def _held_spans(self, edition_id: int) -> list[Span]:
        connection = self._corpus.connection
        held = connection.execute("SELECT 1 FROM edition_text WHERE edition_id = ?", (edition_id,))
        return self.spans(edition_id) if held.fetchone() else []

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

    def _store_text(
        self, edition_id: int, text: str, data: bytes | None, spans: list[Span]
    ) -> None:
        from db.corpus.indexing import index

        connection = self._corpus.connection
        connection.executemany(
            "INSERT INTO edition_text (edition_id, start, text) VALUES (?, ?, ?)",
            [(edition_id, start, text[start:end]) for start, end in cuts(len(text), spans)],
        )
        connection.execute("INSERT INTO edition_bytes VALUES (?, ?)", (edition_id, data))
        index(connection, spans, text)


def cuts(characters: int, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Where a text is cut to be stored: at starts of passages, so that none lies in two parts."""
    begun = reached = 0
    for _, start, end in spans:
        if start - begun >= PART and start >= reached:
            yield begun, start
            begun = start
        reached = max(reached, end)
    yield begun, characters


def text_hash(text: str) -> str:
    """SHA-256 of a text's UTF-8 form; lone surrogates count as U+FFFD."""
    return bytes_hash(text.encode("utf-8", "replace"))


def bytes_hash(data: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal."""
    # Imported here: reading a corpus must not wait for it.
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _edition(row: sqlite3.Row | tuple[object, ...]) -> Edition:
    values = list(row)
    values[3] = EditionKind(str(values[3]))
    values[6] = bool(values[6])
    return Edition(*values)
