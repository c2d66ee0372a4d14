"""Putting a finished file in its place: whole, or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from db.backup import plain_reason, sync_folder
from db.errors import ExportError, said

_DATABASE = b"SQLite format 3\0"
# What SQLite writes beside a database: changes that are not in it yet.
_OF_A_DATABASE = ("-wal", "-shm", "-journal")


def write_whole(target: Path, data: bytes) -> None:
    """Write a file under a temporary name, sync it and rename it over an older export.

    Raises ExportError, with what stood there left as it was. A database is never written over,
    nor anything that is not a regular file.
    """
    try:
        # A link stays a link: what it points to is replaced.
        place = target.resolve() if target.is_symlink() else target
        _refuse_what_is_no_export(target, place)
        partial = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}.partial")
        try:
            _write(partial, data)
            partial.replace(place)
        finally:
            partial.unlink(missing_ok=True)
        sync_folder(place.parent)
    except OSError as error:
        raise ExportError(file=target, reason=plain_reason(error)) from error


def _refuse_what_is_no_export(target: Path, place: Path) -> None:
    if not place.parent.is_dir():
        raise ExportError(file=target, reason=said("its folder is not there"))
    for ending in _OF_A_DATABASE:
        if place.name.endswith(ending) and _is_database(
            place.with_name(place.name.removesuffix(ending))
        ):
            raise ExportError(file=target, reason=said("it belongs to a corpus; choose another"))
    if not place.exists():
        return
    if not place.is_file():
        raise ExportError(file=str(target), reason=said("something else than a file has that name"))
    if _is_database(place):
        raise ExportError(
            file=target, reason=said("a corpus or another database has that name; choose another")
        )


def _is_database(place: Path) -> bool:
    if not place.is_file():
        return False
    with place.open("rb") as handle:
        return handle.read(len(_DATABASE)) == _DATABASE


def _write(partial: Path, data: bytes) -> None:
    with partial.open("xb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
