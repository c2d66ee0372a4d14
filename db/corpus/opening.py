"""Opening and making corpus files: nothing is trusted before it has been checked.

The order is: a regular file? ours? too new? the right shape? older? then a backup by SQLite's own
call, the missing steps, and only then the reader.
"""

import contextlib
import os
import sqlite3
import time
from pathlib import Path

from db import schema
from db.backup import backup, is_taken, plain_reason
from db.errors import (
    CorpusDamagedError,
    CorpusNotFoundError,
    CorpusTooNewError,
    FileExistsAlreadyError,
    FileNotMadeError,
    MigrationError,
    NotACorpusError,
    UnreadableFileError,
    WriteError,
    said,
    told,
)

HEADER = b"SQLite format 3\0"
SUFFIX = ".triptych"
CHECK_SECONDS = 10.0
# SQLite quotes a damaged schema in its message, which then may not even be text.
UNREADABLE = (sqlite3.Error, UnicodeError)


def is_corpus(path: Path) -> bool:
    """Whether a file is meant as a corpus, by its name or by its first bytes."""
    if path.suffix.casefold() == SUFFIX:
        return True
    try:
        if not path.is_file():
            # A pipe would be waited for.
            return False
        with path.open("rb") as handle:
            return handle.read(len(HEADER)) == HEADER
    except OSError:
        return False


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection with the safety settings every use of a corpus has."""
    mode = "ro" if read_only else "rw"
    return _guarded(f"{path.absolute().as_uri()}?mode={mode}")


def _guarded(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5.0)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "foreign_keys = ON",
        "cache_size = -32768",
        "temp_store = MEMORY",
    ):
        try:
            connection.execute(f"PRAGMA {pragma}")
        except UNREADABLE:
            connection.close()
            raise
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Settings under which an acknowledged write survives a power cut (see reliability notes)."""
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")


def forget_journal(connection: sqlite3.Connection) -> None:
    """Remove the empty journal file that TRUNCATE keeps; a busy or read-only file keeps it."""
    with contextlib.suppress(sqlite3.Error):
        connection.execute("PRAGMA journal_mode = DELETE")


def create_file(path: Path) -> sqlite3.Connection:
    """Make an empty corpus file with this program's tables; refuses a name that is taken."""
    if is_taken(path):
        raise FileExistsAlreadyError(file=path)
    try:
        path.touch(exist_ok=False)
        connection = connect(path, read_only=False)
        make_durable(connection)
        schema.migrate(connection)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise FileNotMadeError(file=path, reason=plain_reason(error)) from error
    return connection


def open_file(path: Path, *, read_only: bool = False) -> tuple[sqlite3.Connection, bool]:
    """Open a corpus file after checking it; returns the connection and whether it is read-only."""
    _check_header(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    read_only = read_only or not writable
    try:
        if read_only and _left_unfinished(path):
            connection = _recovered(path, writable=writable)
        else:
            connection = connect(path, read_only=read_only)
    except (OSError, sqlite3.OperationalError) as error:
        raise UnreadableFileError(file=path, reason=plain_reason(error)) from error
    except UNREADABLE as error:
        raise CorpusDamagedError(file=path, reason=plain_reason(error)) from error
    try:
        found = _check_shape(connection, path)
        if found < schema.version():
            connection, read_only = _migrated(connection, path, found, read_only=read_only)
        if not read_only:
            make_durable(connection)
    except UNREADABLE as error:
        connection.close()
        raise CorpusDamagedError(file=path, reason=plain_reason(error)) from error
    except BaseException:
        connection.close()
        raise
    return connection, read_only


def _left_unfinished(path: Path) -> bool:
    """Whether a program died while it wrote: a reader alone cannot take that write back."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


def _recovered(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A reader's connection after the unfinished write was taken back.

    In the file itself where it may be written to, else in a private copy.
    """
    if writable:
        with contextlib.closing(connect(path, read_only=False)) as writer:
            writer.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return connect(path, read_only=True)
    # Needed once in a long while, and no start should wait for them.
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(f"{path}-journal", f"{copy}-journal")
        with contextlib.closing(connect(copy, read_only=False)) as writer:
            return _in_memory(writer)


def _in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    copy = _guarded("file::memory:")
    try:
        connection.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _check_header(path: Path) -> None:
    try:
        if not path.exists():
            raise CorpusNotFoundError(file=path)
        if not path.is_file():
            raise NotACorpusError(file=path, reason=said("it is not a regular file"))
        with path.open("rb") as handle:
            head = handle.read(100)
    except OSError as error:
        raise UnreadableFileError(file=path, reason=plain_reason(error)) from error
    if not head:
        raise NotACorpusError(file=path, reason=said("it is empty"))
    if not head.startswith(HEADER):
        raise NotACorpusError(file=path, reason=said("it is a file of another kind"))
    if len(head) < 100:
        raise CorpusDamagedError(file=path, reason=said("its first page is cut off"))
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise NotACorpusError(file=path, reason=said("it belongs to another program"))


def _check_shape(connection: sqlite3.Connection, path: Path) -> int:
    deadline = time.monotonic() + CHECK_SECONDS
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), 10_000)
    try:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > schema.version():
            raise CorpusTooNewError(file=path, found=found, known=schema.version())
        if found < 1 or not schema.is_expected(connection, found):
            raise NotACorpusError(file=path, reason=said("its tables differ from this program's"))
    finally:
        connection.set_progress_handler(None, 0)
    return found


def _migrated(
    connection: sqlite3.Connection, path: Path, found: int, *, read_only: bool
) -> tuple[sqlite3.Connection, bool]:
    """The file brought to this version, and whether it can only be read.

    A file that may not be written to, or beside which no copy can be kept, is migrated in memory.
    """
    kept = path.with_name(f"{path.stem}.version-{found}{path.suffix}")
    if not read_only:
        try:
            backup(connection, kept, overwrite=True)
        except WriteError:
            read_only = True
    if read_only:
        copy = _in_memory(connection)
        connection.close()
        connection = copy
    try:
        schema.migrate(connection)
    except sqlite3.Error as error:
        connection.close()
        raise MigrationError(file=path, reason=told(error), backup=kept.name) from error
    return connection, read_only
