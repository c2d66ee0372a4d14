"""Whole, checked copies of a corpus.

A copy is made with SQLite's backup call under a temporary name, checked, synced to disk, and only
then given its name, so that a file of that name is always a whole one.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from db.errors import FileExistsAlreadyError, FileNotMadeError, WriteError, said, told


def backup(connection: sqlite3.Connection, target: Path, *, overwrite: bool = False) -> None:
    """Copy an open corpus to `target`, whole or not at all; raises FileNotMadeError."""
    if not overwrite and is_taken(target):
        raise FileExistsAlreadyError(file=target)
    with made_aside(target) as partial:
        _copy(connection, partial)


def is_taken(path: Path) -> bool:
    """Whether something stands at a name; one that no file can have is free, and cannot be made."""
    try:
        return path.exists()
    except OSError:
        return False


@contextlib.contextmanager
def made_aside(target: Path) -> Iterator[Path]:
    """A name to make a file under, which then takes the place of `target`, whole or not at all.

    What stood there stays until then. Raises FileNotMadeError and leaves nothing half-made behind.
    """
    # Never longer than a name may be.
    partial = target.with_name(f".{target.stem[:40]}.{os.urandom(4).hex()}.partial")
    try:
        yield partial
        sync_file(partial)
        forget_sidecars(target)
        partial.replace(target)
        sync_folder(target.parent)
    except WriteError as error:
        raise FileNotMadeError(file=target, reason=error.fields["reason"]) from error
    except (OSError, sqlite3.Error) as error:
        raise FileNotMadeError(file=target, reason=plain_reason(error)) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
    finally:
        copy.close()


def forget_sidecars(target: Path) -> None:
    """Remove journals left beside a name: SQLite would play them into the file that takes it."""
    for ending in ("-journal", "-wal", "-shm"):
        target.with_name(target.name + ending).unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Make the system write a file's bytes to the disk now."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename durable; systems that cannot sync folders are left alone."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def plain_reason(error: Exception) -> str:
    """A reader's words for what the system or SQLite said."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    if isinstance(error, UnicodeError):
        return said("its contents do not fit together")
    text = told(error)
    return {
        "database or disk is full": said("the disk is full"),
        "attempt to write a readonly database": said("it may not be written to"),
        "disk I/O error": said("the drive reported an error"),
        "database is locked": said("another program is writing to it"),
        "database disk image is malformed": said("its contents do not fit together"),
        "file is not a database": said("its first page makes no sense"),
        "unable to open database file": said("the system did not open it"),
        "interrupted": said("checking it took too long"),
    }.get(text, text)
