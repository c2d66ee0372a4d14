"""The corpus's tables: append-only steps, and the check that a file holds exactly them."""

import sqlite3
from functools import cache
from pathlib import Path

from db.errors import said

APPLICATION_ID = 0x54525054  # "TRPT"
OF_FULL_TEXT = {
    "data": "(id INTEGER PRIMARY KEY, block BLOB)",
    "idx": "(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "docsize": "(id INTEGER PRIMARY KEY, sz BLOB)",
    "config": "(k PRIMARY KEY, v) WITHOUT ROWID",
}
"""The tables SQLite itself makes for a full-text table whose words stand elsewhere."""
Shape = frozenset[tuple[str, str, str]]


@cache
def steps() -> tuple[str, ...]:
    """The SQL of every step, oldest first; a file's `user_version` counts the steps it has had."""
    files = sorted(file for file in Path(__file__).parent.iterdir() if file.suffix == ".sql")
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
        # Sealed were the rows as they were.
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'seal'").fetchone():
            connection.execute("DELETE FROM seal")
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


def is_expected(connection: sqlite3.Connection, at_version: int) -> bool:
    """Whether a file holds exactly what one of that version holds.

    Asked at each start: SQLite keeps definitions as they were written, so that most files are
    known by reading the steps, without taking them.
    """
    found = shape(connection)
    return found == written_shape(at_version) or found == expected_shape(at_version)


def written_shape(at_version: int) -> Shape:
    """The shape as the steps write it down: that of a file none of whose tables was altered."""
    written = set()
    for statement in (s for script in steps()[:at_version] for s in statements(script)):
        _, create, rest = statement.partition("CREATE ")
        if not create:
            continue
        kind, name, *_ = rest.removeprefix("UNIQUE ").removeprefix("VIRTUAL ").split(maxsplit=2)
        written.add((kind.lower(), name, f"CREATE {rest.strip().removesuffix(';')}"))
        if rest.startswith("VIRTUAL "):
            for part, columns in OF_FULL_TEXT.items():
                own = f"{name}_{part}"
                written.add(("table", own, f"CREATE TABLE '{own}'{columns}"))
    return frozenset(written)


def shape(connection: sqlite3.Connection) -> Shape:
    """Every table, index, view and trigger of a file with its exact definition."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    )
    return frozenset((kind, name, sql) for kind, name, sql in rows)


@cache
def expected_shape(at_version: int) -> Shape:
    """The shape a file of that version must have."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for script in steps()[:at_version]:
            for statement in statements(script):
                connection.execute(statement)
        return shape(connection)
    finally:
        connection.close()
