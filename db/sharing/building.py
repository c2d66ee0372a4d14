"""Building a sharing copy: a fresh file that never held what was taken out of it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.backup import forget_sidecars, is_taken, plain_reason, sync_file, sync_folder
from db.corpus import Corpus
from db.corpus.editions import bytes_hash, cuts, text_hash
from db.corpus.indexing import index, spans_of
from db.corpus.opening import create_file, forget_journal
from db.corpus.sealing import seal
from db.errors import ExportError, FileExistsAlreadyError, said
from db.records import Edition
from db.sharing.checking import check_copy
from db.sharing.columns import APART, columns_of, tables
from db.sharing.persons import Person, Persons
from db.sharing.renaming import Renamer, Shift
from db.sharing.request import Cancelled, Report, ShareRequest, check, never, no_report
from db.sharing.rows import Rows
from db.text.decoding import DecodeError, decode

PLAIN = "text/plain"


@dataclass(frozen=True, slots=True)
class Shared:
    """A copy that was written: who is who in it, and the editions that lost their bytes."""

    persons: tuple[Person, ...]
    changed: tuple[str, ...]
    without_bytes: tuple[str, ...]


def share(
    path: Path,
    target: Path,
    request: ShareRequest,
    report: Report = no_report,
    cancelled: Cancelled = never,
    *,
    overwrite: bool = False,
) -> Shared:
    """Write a copy of a corpus with the chosen persons under pseudonyms; the corpus stays as it is.

    The copy is a new file, checked and searched for the names before it takes its name. Raises
    InvalidEditError for a request that cannot be, FileExistsAlreadyError, ExportError, or
    SharingCancelledError, each with nothing left behind.
    """
    if is_taken(target) and (not overwrite or target.samefile(path)):
        raise FileExistsAlreadyError(file=target)
    partial = target.with_name(f".{target.name}.partial")
    with Corpus.open(path, read_only=True) as corpus:
        persons = Persons(corpus, request)
        persons.name()
        try:
            partial.unlink(missing_ok=True)
            made = _Copy(corpus, persons, request, report, cancelled).write(partial)
            check_copy(partial, target, persons, cancelled)
            sync_file(partial)
            forget_sidecars(target)
            partial.replace(target)
            sync_folder(target.parent)
        except (OSError, sqlite3.Error) as error:
            raise ExportError(file=target, reason=plain_reason(error)) from error
        finally:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)
                forget_sidecars(partial)
    return made


class _Copy:
    """One copy on its way."""

    def __init__(
        self,
        corpus: Corpus,
        persons: Persons,
        request: ShareRequest,
        report: Report,
        cancelled: Cancelled,
    ) -> None:
        self._corpus = corpus
        self._persons = persons
        self._renamer = Renamer(persons)
        self._request, self._report, self._cancelled = request, report, cancelled
        self._shifts: dict[int, Shift] = {}
        self._editions: dict[int, dict[str, Any]] = {}
        self._changed: list[str] = []
        self._without: list[str] = []

    def write(self, partial: Path) -> Shared:
        """Write every row, then the index, then the file anew without gaps."""
        target = create_file(partial)
        try:
            target.execute("PRAGMA foreign_keys = OFF")
            target.execute("BEGIN")
            self._write_texts(target)
            self._write_rows(target)
            self._write_index(target)
            target.execute("COMMIT")
            self._check_references(target)
            seal(target)
            # SQLite writes the file anew beside itself, which counts as attaching one.
            target.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
            target.execute("VACUUM")
        finally:
            forget_journal(target)
            target.close()
        return Shared(tuple(self._persons.listed), tuple(self._changed), tuple(self._without))

    # Texts

    def _write_texts(self, target: sqlite3.Connection) -> None:
        held = self._corpus.editions.all()
        for number, edition in enumerate(held):
            check(self._cancelled)
            self._report(number, len(held) * 2)
            self._write_text(target, edition)

    def _write_text(self, target: sqlite3.Connection, edition: Edition) -> None:
        text = self._corpus.editions.text(edition.id)
        spans = spans_of(self._corpus.connection, edition.id)
        renamed, shift = self._renamer.shifted(text, [(start, end) for _, start, end in spans])
        self._shifts[edition.id] = shift
        moved = [(i, shift.start(start), shift.end(end)) for i, start, end in spans]
        target.executemany(
            "INSERT INTO edition_text (edition_id, start, text) VALUES (?, ?, ?)",
            [(edition.id, a, renamed[a:b]) for a, b in cuts(len(renamed), moved)],
        )
        data = self._bytes_to_keep(edition, text, shift)
        target.execute("INSERT INTO edition_bytes VALUES (?, ?)", (edition.id, data))
        digest = text_hash(renamed)
        self._editions[edition.id] = {"text_sha256": digest, "characters": len(renamed)}
        if data is None:
            plain = {"sha256": bytes_hash(renamed.encode()), "media_type": PLAIN}
            self._editions[edition.id] |= {**plain, "encoding": "utf-8"}
        if shift.changed:
            self._changed.append(edition.key)
            self._editions[edition.id]["importer"] = ""

    def _bytes_to_keep(self, edition: Edition, text: str, shift: Shift) -> bytes | None:
        """The bytes as received where they hold nothing but the unchanged text, else none.

        A page or a document has names and traces where its text does not show them.
        """
        data = self._corpus.editions.data(edition.id)
        if bytes_hash(data) == edition.text_sha256:
            return None
        if not shift.changed and edition.media_type == PLAIN and _is_only(data, edition, text):
            return data
        self._without.append(edition.key)
        return None

    # Rows

    def _write_rows(self, target: sqlite3.Connection) -> None:
        source = self._corpus.connection
        rows = Rows(self._renamer, self._persons, self._shifts, self._editions, self._request.day)
        rows.learn_keys(source)
        listed = [table for table in tables(source) if table not in APART]
        for number, table in enumerate(listed):
            check(self._cancelled)
            self._report(len(listed) + number, len(listed) * 2)
            columns = columns_of(source, table)
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" * len(columns))
            # Two words that were different may be one now, as choices of an aspect.
            target.executemany(
                f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})',
                self._rows_of(rows, table, columns),
            )

    def _rows_of(self, rows: Rows, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
        names = ", ".join(f'"{name}"' for name in columns)
        for row in self._corpus.connection.execute(f'SELECT {names} FROM "{table}"'):
            made = rows.made(table, dict(zip(columns, row, strict=True)))
            if made is not None:
                yield tuple(made[name] for name in columns)

    def _write_index(self, target: sqlite3.Connection) -> None:
        for edition_id in self._shifts:
            check(self._cancelled)
            parts = target.execute(
                "SELECT text FROM edition_text WHERE edition_id = ? ORDER BY start", (edition_id,)
            )
            text = "".join(part for (part,) in parts)
            index(target, spans_of(target, edition_id), text)

    def _check_references(self, target: sqlite3.Connection) -> None:
        broken = target.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise sqlite3.IntegrityError(
                said("a row of {broken} points to nothing", broken=broken[0])
            )


def _is_only(data: bytes, edition: Edition, text: str) -> bool:
    """Whether bytes are nothing but a text, in its encoding."""
    try:
        found = (decode(data, encoding).text for encoding in (edition.encoding, None))
        return any(decoded == text for decoded in found)
    except DecodeError:
        return False
