"""What becomes of each column of each table in a sharing copy.

Every text is searched for names but for those listed here, so that a column that is added later is
searched as well.
"""

from __future__ import annotations

import sqlite3
from typing import Final

Column = tuple[str, str]

# Words the program itself puts there, which its tables check; and what says nothing about persons.
FIXED: Final = frozenset(
    {
        ("corpus", "zone"), ("corpus", "language"), ("corpus", "nonce"),
        ("edition", "kind"), ("edition", "state"), ("edition", "sha256"),
        ("edition", "text_sha256"), ("passage", "kind"), ("mention", "relation"),
        ("mention", "status"), ("aspect", "type"), ("claim", "hedge"), ("claim", "polarity"),
        ("claim", "status"), ("voice", "first_hand"), ("judgement", "relation"),
        ("judged_as", "hedge"), ("judged_as", "polarity"), ("judged_as", "voices"),
        ("origin", "basis"), ("origin", "state"), ("name", "kind"), ("spelling", "script"),
        ("spelling", "folded"), ("link", "kind"), ("note", "subject"), ("review", "state"),
        ("review", "silence"), ("source", "letter"), ("source", "published_zone_status"),
        ("report", "reported_zone_status"), ("event", "happened_zone_status"),
    }
)  # fmt: skip
# JSON, in which a name may be written with escapes.
JSON: Final = frozenset({("source", "creators"), ("sheet", "layout")})
# Where a machine or its user could show: names of files and the hours somebody worked at.
FILE_NAMES: Final = frozenset({"file", "file_name", "filename", "path", "file_path", "folder"})
MOMENTS: Final = frozenset({"made", "changed", "recorded"})
RECORDERS: Final = frozenset({"", "reader", "case", "importer", "suggestion"})
# Stored apart, after the texts have been rewritten.
APART: Final = frozenset({"edition_text", "edition_bytes"})


def tables(connection: sqlite3.Connection) -> list[str]:
    """The tables of a corpus that hold what a reader has, the search index and the seal aside."""
    rows = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'passage_index%' AND name <> 'seal' ORDER BY name"
    )
    return [name for (name,) in rows]


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table."""
    return [row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")')]
