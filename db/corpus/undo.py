"""Taking edits back: what each transaction wrote, as the statements that undo it.

Temporary triggers write the inverse of every row change into a temporary table while an edit
runs; the method is the one SQLite's own documentation describes (https://sqlite.org/undoredo.html).
One mechanism serves every kind of edit, cascades included, and restores the same row ids.
"""

import sqlite3

from db.records import Change

# Every table but the search index, which follows the texts (see Corpus.revert), and the seal.
LOGGED_TABLES = (
    "corpus", "source", "edition", "edition_text", "edition_bytes", "report", "passage", "event",
    "event_order", "anchor", "placement", "mention", "aspect", "aspect_scope", "aspect_choice",
    "claim", "voice", "claim_voice", "judgement", "judged_as", "origin", "name", "spelling", "link",
    "note", "review", "sheet",
)  # fmt: skip


def install(connection: sqlite3.Connection) -> None:
    """Create the log and its triggers for this connection, once; the file is not touched."""
    if _is_installed(connection):
        return
    connection.execute(
        "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, tbl TEXT, row INTEGER, sql TEXT)"
    )
    for table in LOGGED_TABLES:
        columns = [r[1] for r in connection.execute(f"PRAGMA main.table_info({table})")]
        for statement in _triggers(table, columns):
            connection.execute(statement)


def uninstall(connection: sqlite3.Connection) -> None:
    """Remove the log and its triggers, so that bulk work does not pay for them."""
    if not _is_installed(connection):
        return
    for table in LOGGED_TABLES:
        for event in ("insert", "update", "delete"):
            connection.execute(f"DROP TRIGGER temp.undo_{table}_{event}")
    connection.execute("DROP TABLE temp.undo_log")


def _is_installed(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'undo_log'")
    return found.fetchone() is not None


def _triggers(table: str, columns: list[str]) -> list[str]:
    names = ", ".join(f'"{c}"' for c in columns)
    values = " || ', ' || ".join(f'quote(OLD."{c}")' for c in columns)
    settings = " || ', ' || ".join(f'\'"{c}" = \' || quote(OLD."{c}")' for c in columns)
    log = "INSERT INTO undo_log (tbl, row, sql) VALUES"
    return [
        f"CREATE TEMP TRIGGER undo_{table}_insert AFTER INSERT ON main.{table} BEGIN "
        f"{log} ('{table}', NEW.rowid, 'DELETE FROM main.{table} WHERE rowid = ' || NEW.rowid); "
        "END",
        f"CREATE TEMP TRIGGER undo_{table}_update AFTER UPDATE ON main.{table} BEGIN "
        f"{log} ('{table}', OLD.rowid, 'UPDATE main.{table} SET ' || {settings} || "
        f"' WHERE rowid = ' || NEW.rowid); END",
        f"CREATE TEMP TRIGGER undo_{table}_delete AFTER DELETE ON main.{table} BEGIN "
        f"{log} ('{table}', OLD.rowid, 'INSERT INTO main.{table} ({names}) VALUES (' || "
        f"{values} || ')'); END",
    ]


def take(connection: sqlite3.Connection, title: str) -> Change:
    """Read and empty the log of the transaction that is about to commit."""
    rows = connection.execute("SELECT tbl, row, sql FROM undo_log ORDER BY seq DESC").fetchall()
    connection.execute("DELETE FROM undo_log")
    touched: dict[str, set[int]] = {}
    for table, row, _ in rows:
        touched.setdefault(table, set()).add(row)
    return Change(
        title=title,
        tables={t: frozenset(ids) for t, ids in touched.items()},
        inverse=tuple(sql for _, _, sql in rows),
    )
