"""The corpus's tables: append-only steps, and the check that a file holds exactly them."""

import sqlite3
from functools import cache
from pathlib import Path

from db.errors import said

APPLICATION_ID = 0x54525054  # "TRPT"


@cache
def steps() -> tuple[str, ...]:
    """The SQL of every step, oldest first; a file's `user_version` counts the steps it has had."""
    files = sorted(Path(__file__).parent.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple(file.read_text(encoding="utf-8") for file in files)


def version() -> int:
    """The version this program writes."""
    return len(steps())


def statements(script: str) -> list[str]:
    """Single statements of a script, so that they can run inside one transaction."""
    found: list[str] = []
    current = ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to this program's version in one transaction; on any error it is as it was."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = connection.execute("PRAGMA user_version").fetchone()[0]
        for script in steps()[done:]:
            for statement in statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version()}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise sqlite3.IntegrityError(
                said("table {broken} points to rows that are missing", broken=broken[0])
            )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def shape(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Every table, index, view and trigger of a file with its exact definition."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    )
    return frozenset((kind, name, sql) for kind, name, sql in rows)


@cache
def expected_shape(at_version: int) -> frozenset[tuple[str, str, str]]:
    """The shape a file of that version must have."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for script in steps()[:at_version]:
            for statement in statements(script):
                connection.execute(statement)
        return shape(connection)
    finally:
        connection.close()
