"""The last look at a sharing copy before it takes its name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from db.corpus import Corpus
from db.corpus.things import thing
from db.errors import ExportError, said
from db.sharing.columns import FIXED, columns_of, tables
from db.sharing.finding import Hit
from db.sharing.persons import Persons
from db.sharing.request import Cancelled, check
from db.sharing.vocabulary import Kind
from db.verifying import verify


def check_copy(path: Path, target: Path, persons: Persons, cancelled: Cancelled) -> None:
    """Verify a copy that is to become `target`, and search every text of it.

    Raises ExportError where anything is wrong.
    """
    with Corpus.open(path, read_only=True) as corpus:
        for finding in verify(corpus, cancelled):
            if not finding.ok and finding.check != "claim":
                raise ExportError(
                    file=target,
                    reason=said(
                        "{subject}: {message}", subject=finding.subject, message=finding.message
                    ),
                )
        check(cancelled)
        for where, _, words in texts(corpus.connection):
            if persons.finder.find(words, _is_listed):
                raise ExportError(
                    file=target,
                    reason=said("a name would still stand in a {thing}", thing=thing(where)),
                )


def _is_listed(hit: Hit) -> bool:
    return hit.kind is Kind.LISTED


def texts(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Every text of a corpus that could hold a name, with its table and column."""
    for table in tables(connection):
        columns = [c for c in columns_of(connection, table) if (table, c) not in FIXED]
        names = ", ".join(f'"{name}"' for name in columns)
        for row in connection.execute(f'SELECT {names} FROM "{table}"'):
            for column, value in zip(columns, row, strict=True):
                if isinstance(value, str) and value:
                    yield table, column, value
