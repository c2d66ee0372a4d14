"""Corpus: open, close, read, write; one transaction per edit."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from db.backup import backup, plain_reason
from db.corpus import undo
from db.corpus.facets import Facets
from db.corpus.holding import Hold, Holder, hold_file
from db.corpus.opening import UNREADABLE, connect, create_file, forget_journal, open_file
from db.errors import (
    CorpusDamagedError,
    CorpusGoneError,
    CorpusMovedError,
    FileExistsAlreadyError,
    FileNotMadeError,
    HeldError,
    InvalidEditError,
    ReadOnlyError,
    WriteError,
    said,
)
from db.records import Change, CorpusInfo

if TYPE_CHECKING:
    import sqlite_utils


class Pending:
    """A transaction under way; `change` is set once it has been committed."""

    change: Change


class Corpus(Facets):
    """One open corpus file.

    A corpus belongs to the thread that opened it. Reading is by facet (`corpus.events.all()`);
    every writing method of a facet is one transaction and returns a Change.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.connection = connection
        self.path = path
        self.read_only = read_only
        self._identity = _identity(path)
        self._nonce = _nonce(connection)
        self._stamp = _stamp(path)
        self._depth = 0
        self._logged = True
        self._changed = False
        self._hold: Hold | None = None

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, hold: bool = False) -> Corpus:
        """Open a corpus file; raises a CorpusError that says what is wrong with it.

        With `hold`, for whoever goes on changing it: held by another program it is opened for
        reading only, and `holder` says by whom.
        """
        held = hold_file(path) if hold and not read_only else None
        try:
            taken = held is not None and held.holder is not None
            connection, read_only = open_file(path, read_only=read_only or taken)
            try:
                corpus = cls(connection, path, read_only=read_only)
            except UNREADABLE as error:
                connection.close()
                raise CorpusDamagedError(file=path, reason=plain_reason(error)) from error
        except BaseException:
            if held is not None:
                held.release()
            raise
        # What is only read is nobody's to hold.
        if held is not None and read_only:
            held.release()
        corpus._hold = held
        return corpus

    @property
    def holder(self) -> Holder | None:
        """Who has the file open for changing it; None where nobody else was found to."""
        return self._hold.holder if self._hold is not None else None

    @classmethod
    def create(
        cls, path: Path, *, title: str = "", zone: str = "UTC", language: str = "en"
    ) -> Corpus:
        """Make a new, empty corpus; raises FileExistsAlreadyError where the name is taken."""
        connection = create_file(path)
        row = (title or path.stem, zone, language, os.urandom(16).hex(), int(time.time()))
        try:
            connection.execute(
                "INSERT INTO corpus (id, title, zone, language, nonce, made) "
                "VALUES (1, ?, ?, ?, ?, ?)",
                row,
            )
        except sqlite3.Error as error:
            connection.close()
            path.unlink(missing_ok=True)
            raise FileNotMadeError(file=path, reason=plain_reason(error)) from error
        return cls(connection, path, read_only=False)

    def close(self) -> None:
        """Let go of the file, what was changed sealed, leaving no journal beside it."""
        self._seal()
        forget_journal(self.connection)
        self.connection.close()
        if self._hold is not None:
            self._hold.release()

    def _seal(self) -> None:
        """Seal what was changed; a file that cannot be written, or was replaced, stays unsealed."""
        if not self._changed or _identity(self.path) != self._identity:
            return
        from db.corpus.sealing import seal

        with contextlib.suppress(sqlite3.Error):
            seal(self.connection)
            self._changed = False
            self._stamp = _stamp(self.path)

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def info(self) -> CorpusInfo:
        """What the corpus says of itself."""
        row = self.connection.execute(
            "SELECT title, zone, language, summary, case_key, nonce, made FROM corpus"
        ).fetchone()
        if row is None:
            return CorpusInfo(self.path.stem, "UTC", "en", "", None, "", 0)
        return CorpusInfo(*row)

    def rows(self, sql: str, parameters: tuple[Any, ...] = ()) -> Iterator[sqlite3.Row]:
        """Rows of a query, by column name."""
        cursor = self.connection.cursor()
        cursor.row_factory = sqlite3.Row
        return iter(cursor.execute(sql, parameters))

    @cached_property
    def _writer(self) -> sqlite_utils.Database:
        # Imported on the first write: reading must not wait 80 ms for it.
        import sqlite_utils

        return sqlite_utils.Database(self.connection, execute_plugins=False)

    def insert(self, table: str, row: dict[str, Any]) -> int:
        """Insert one row inside an edit and return its id."""
        if self._logged:
            self._writer.table(table).insert(row)
            return int(self.connection.execute("SELECT last_insert_rowid()").fetchone()[0])
        # Bulk work: no savepoint for each row, at which the index would write itself out.
        names, marks = ", ".join(f'"{c}"' for c in row), ", ".join("?" * len(row))
        cursor = self.connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values())
        )
        return int(cursor.lastrowid or 0)

    def update(self, table: str, row_id: int, values: dict[str, Any]) -> None:
        """Change columns of one row inside an edit; raises InvalidEditError where it is gone."""
        self._require(table, row_id)
        self._writer.table(table).update(row_id, values)

    def delete(self, table: str, row_id: int) -> None:
        """Delete one row, and what hangs on it, inside an edit; raises as `update` does."""
        self._require(table, row_id)
        self._writer.table(table).delete(row_id)

    def _require(self, table: str, row_id: int) -> None:
        found = self.connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row_id,))
        if found.fetchone() is None:
            from db.corpus.things import thing

            raise InvalidEditError(
                reason=said("The {thing} that was to be changed is gone.", thing=thing(table))
            )

    @contextlib.contextmanager
    def edit(self, title: str, *, logged: bool = True) -> Iterator[Pending]:
        """One transaction that yields a Pending and leaves the Change in it.

        Nested edits join the outer one. Not logged: bulk work that its own method takes back.
        Raises ReadOnlyError, CorpusMovedError, WriteError, or InvalidEditError for what
        contradicts the rows that are there, with nothing written.
        """
        pending = Pending()
        if self._depth:
            yield pending
            pending.change = Change(title, {}, ())
            return
        self._begin(logged=logged)
        try:
            yield pending
            change = undo.take(self.connection, title) if logged else Change(title, {}, ())
            self.connection.execute("DELETE FROM seal")
            self.connection.execute("COMMIT")
            self._changed = True
            self._stamp = _stamp(self.path)
            pending.change = change
        except sqlite3.IntegrityError as error:
            self._rollback()
            raise InvalidEditError(
                reason=said("It contradicts what is there: {error}.", error=error)
            ) from error
        except sqlite3.Error as error:
            self._rollback()
            raise WriteError(file=self.path, reason=plain_reason(error)) from error
        except BaseException:
            self._rollback()
            raise
        finally:
            self._depth = 0
            self._logged = True

    def _begin(self, *, logged: bool) -> None:
        if self.holder is not None:
            raise HeldError(file=self.path, holder=self.holder.words)
        if self.read_only:
            raise ReadOnlyError(file=self.path)
        self.check_place()
        try:
            if logged:
                undo.install(self.connection)
            else:
                undo.uninstall(self.connection)
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute("PRAGMA defer_foreign_keys = ON")
        except sqlite3.Error as error:
            self._rollback()
            raise WriteError(file=self.path, reason=plain_reason(error)) from error
        self._depth = 1
        self._logged = logged

    def check_place(self) -> None:
        """Raise CorpusMovedError where another file stands at the path, or other pages, or none."""
        if self._identity is not None and (now := _identity(self.path)) != self._identity:
            raise CorpusMovedError(file=self.path) if now else CorpusGoneError(file=self.path)
        if _stamp(self.path) == self._stamp:
            return
        # Somebody wrote. This connection may still show what it read before: ask a new one.
        try:
            with contextlib.closing(connect(self.path, read_only=True)) as other:
                same = _nonce(other) == self._nonce
        except sqlite3.Error:
            same = False
        if not same:
            raise CorpusMovedError(file=self.path)

    def _rollback(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def revert(self, change: Change) -> Change:
        """Take a change back; the Change returned does it again."""
        texts = sorted(change.rows("edition"))
        with self.edit(change.title) as pending:
            self.editions.unindex_words(texts)
            for statement in change.inverse:
                self.connection.execute(statement)
            self.editions.index_words(texts)
        return pending.change

    def save_copy(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a whole, checked copy of the corpus as it is now, never over the corpus itself."""
        if _identity(target) in (self._identity, _identity(self.path)) and target.exists():
            raise FileExistsAlreadyError(file=target)
        self._seal()
        backup(self.connection, target, overwrite=overwrite)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name."""
    try:
        status = os.stat(path)  # noqa: PTH116 - one system call, no Path machinery
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when anybody writes to the file."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns)


def _nonce(connection: sqlite3.Connection) -> str | None:
    """What tells this corpus from another one written over the same file."""
    row = connection.execute("SELECT nonce FROM corpus").fetchone()
    return row[0] if row else None
