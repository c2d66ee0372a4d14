"""Make `version-N.triptych` as the program of version N made it: `python -m tests.legacy.make N`.

A file is made once, when its version is released, and then kept: it stands for all the files that
readers have. Until then a change to the first step needs a new one.
"""

import sqlite3
import sys
from pathlib import Path

from db import schema
from db.corpus import Corpus
from db.records import Relation
from tests import builders

FOLDER = Path(__file__).parent


def make(version: int) -> Path:
    """Write the harbour corpus with the tables of that version."""
    path = FOLDER / f"version-{version}.triptych"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA page_size = 1024")
    for script in schema.steps()[:version]:
        for statement in schema.statements(script):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(
        "INSERT INTO corpus (id, title, zone, nonce, made) VALUES (1, 'Old harbour', ?, 'old', 1)",
        (builders.ZONE,),
    )
    with Corpus(connection, path, read_only=False) as corpus:
        herald = builders.add_source(corpus, "herald")
        edition = builders.add_edition(corpus, herald, builders.HERALD)
        event = builders.add_event(corpus, "The crane falls", "2011-12-16T12:00:00")
        start, end = builders.span(corpus, edition, "A crane fell at noon")
        corpus.mentions.add(event, edition, start, end, Relation.REPORTS)
    return path


if __name__ == "__main__":
    make(int(sys.argv[1]))
