"""Sealing what a corpus says about its texts, so that a changed bit in it is noticed later.

The texts have digests of their own. The rows about them - events, claims, names, places - change
with every edit; they are sealed when the file is let go of, and the seal is taken away by the
first change after that.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from typing import Final

from db.corpus.undo import LOGGED_TABLES

WITH_DIGESTS_OF_THEIR_OWN: Final = frozenset({"edition_text", "edition_bytes"})
MOST_ROWS: Final = 200_000
"""A table of more rows is not sealed: nobody waits seconds for a window to close."""
_AT_ONCE: Final = 2_000


def seal(connection: sqlite3.Connection) -> None:
    """Write down what every table holds, in one transaction; raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DELETE FROM seal")
        for table in _sealed_tables():
            (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
            if count <= MOST_ROWS:
                row = (table, count, digest(connection, table))
                connection.execute("INSERT INTO seal (name, rows, sha256) VALUES (?, ?, ?)", row)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def broken_seals(
    connection: sqlite3.Connection, cancelled: Callable[[], bool] = lambda: False
) -> list[str] | None:
    """Return the tables that hold other rows than were sealed, None where there is no seal."""
    before = _seals(connection)
    found = []
    for table, (count, sha256) in before.items():
        if cancelled():
            return None
        known = table in _sealed_tables()
        (now,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() if known else (0,)
        if now != count or digest(connection, table, cancelled) != sha256:
            found.append(table)
    # What was changed meanwhile, by this program or another, was meant to change.
    if not before or cancelled() or _seals(connection) != before:
        return None
    return found


def digest(
    connection: sqlite3.Connection, table: str, cancelled: Callable[[], bool] = lambda: False
) -> str:
    """Return the SHA-256 of a table's rows in their order, as hexadecimal digits."""
    hashed = hashlib.sha256()
    rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')
    while (some := rows.fetchmany(_AT_ONCE)) and not cancelled():
        hashed.update(repr(some).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def _seals(connection: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    rows = connection.execute("SELECT name, rows, sha256 FROM seal")
    return {name: (count, sha256) for name, count, sha256 in rows}


def _sealed_tables() -> list[str]:
    return [table for table in LOGGED_TABLES if table not in WITH_DIGESTS_OF_THEIR_OWN]
