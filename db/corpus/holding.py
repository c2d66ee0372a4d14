"""Who works in a corpus file: one program at a time may change it, and the next is told who.

A small hidden file beside the corpus names the program; a lock of the system on that file lasts
as long as the program does, so that one that died holds nothing back. Where files cannot be
locked (some network drives), everybody may write, as without this module.
"""

import contextlib
import json
import os
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from db.errors import said

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Beyond all that is written in the file: on Windows nobody else could read what is locked.
_LOCKED_BYTE = 1 << 20
_MOST_READ = 4_096
_TRIES = 8


class Holder(NamedTuple):
    """Who has a corpus open: user and machine, empty where unknown, and since when."""

    user: str = ""
    host: str = ""
    pid: int = 0
    since: int = 0

    @property
    def is_here(self) -> bool:
        """Whether that is a program on this machine."""
        return self.host == _host()

    @property
    def words(self) -> str:
        """Who that is, in a few words."""
        if self.user and self.host:
            return said("{user} on {host}", user=self.user, host=self.host)
        return self.user or self.host or said("another program")


class Hold:
    """A claim on a corpus file; `holder` is who has it already, None where it is ours.

    To be released when the file is closed; the end of the program releases it too.
    """

    def __init__(self, path: Path) -> None:
        self._file = lock_file(path)
        self._descriptor: int | None = None
        self.holder: Holder | None = None
        for _ in range(_TRIES):
            if self._try():
                break

    def release(self) -> None:
        """Let go of the file."""
        if self._descriptor is None:
            return
        # Removed while it is locked: whoever waits for it then sees that it is gone.
        with contextlib.suppress(OSError):
            self._file.unlink()
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        self._descriptor = None

    def _try(self) -> bool:
        """Lock the file, or learn who has; False where it was removed meanwhile."""
        try:
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError:
            return True
        try:
            _lock(descriptor)
        except BlockingIOError:
            self.holder = _read(descriptor)
            os.close(descriptor)
            return True
        except OSError:
            os.close(descriptor)
            return True
        if not _is_at(descriptor, self._file):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        self._sign(descriptor)
        return True

    def _sign(self, descriptor: int) -> None:
        signed = {"user": _user(), "host": _host(), "pid": os.getpid(), "since": int(time.time())}
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, json.dumps(signed).encode())


def hold_file(path: Path) -> Hold | None:
    """A claim on a file that this program might change; None for any other."""
    # Unlike Path.is_file this is no error for a name that no file can have.
    is_file = os.path.isfile(path)  # noqa: PTH113
    changeable = is_file and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return Hold(path) if changeable else None


def writes_seen(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection has written; 0 for one that is closed."""
    try:
        return int(connection.execute("PRAGMA data_version").fetchone()[0])
    except sqlite3.Error:
        return 0


def lock_file(path: Path) -> Path:
    """The file beside a corpus that says who has it open."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.lock")


def _lock(descriptor: int) -> None:
    """Lock a file or raise: BlockingIOError where somebody has it, OSError where none can."""
    if sys.platform == "win32":
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _read(descriptor: int) -> Holder:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        found: Any = json.loads(os.read(descriptor, _MOST_READ))
        user, host = (str(found[name])[:100] for name in ("user", "host"))
        return Holder(user, host, int(found["pid"]), int(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def _is_at(descriptor: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except OSError:
        return False


def _user() -> str:
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
