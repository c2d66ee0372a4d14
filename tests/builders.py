"""Small invented corpora that every test can build in a line, and all that stands in one."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from db.corpus import Corpus
from db.corpus.editions import NewEdition, PassageRow, text_hash
from db.corpus.events import EventFields
from db.corpus.sources import SourceFields
from db.records import EditionKind, PassageKind

ZONE = "Asia/Aqtau"
TOWER = (
    "Smoke over the harbour",
    "Dockers say that the crane fell. Two of them are hurt.",
    "The port master denies that any crane fell. 🏗 He shows nobody the quay.",
)
TOWER_DIGEST = ("Smoke.", "A fall, two hurt.", "The port master denies it.")
HERALD = (
    "A crane fell at noon; three were hurt, Өскен says.",
    "The mayor expects an inquiry on Monday.",
)


def rows(passages: Sequence[str]) -> list[PassageRow]:
    """Paragraphs that follow one another with a line end between them."""
    found, at = [], 0
    for number, words in enumerate(passages, start=1):
        found.append(PassageRow(number, at, at + len(words), PassageKind.PARAGRAPH))
        at += len(words) + 1
    return found


def text_of(passages: Sequence[str]) -> str:
    """The text those paragraphs make."""
    return "\n".join(passages) + "\n"


def add_source(corpus: Corpus, key: str, language: str = "en") -> int:
    """A source without any text."""
    return corpus.sources.add(SourceFields(label=key.title(), key=key, language=language))[0]


def add_edition(
    corpus: Corpus,
    source_id: int,
    passages: Sequence[str],
    kind: EditionKind = EditionKind.ORIGINAL,
    *,
    awaited: bool = False,
) -> int:
    """An edition of those paragraphs, held or awaited."""
    text = text_of(passages)
    edition = NewEdition(
        source_id, kind, "en", hashlib.sha256(text.encode()).hexdigest(), text_hash(text),
        len(text), text=None if awaited else text, data=None if awaited else text.encode(),
    )  # fmt: skip
    return corpus.editions.add(edition, rows(passages))


def add_event(corpus: Corpus, title: str, when: str = "", **fields: object) -> int:
    """An event by its title and EDTF."""
    return corpus.events.add(EventFields(title=title, when=when, **fields))[0]  # type: ignore[arg-type]


def harbour(path: Path) -> Corpus:
    """Two sources about a crane: the tower's original is awaited, the herald's is held."""
    return Corpus.open(made_once(build_harbour, path))


def build_harbour(path: Path) -> None:
    """The same, built anew: another corpus than any other."""
    corpus = Corpus.create(path, title="Harbour", zone=ZONE)
    tower, herald = add_source(corpus, "tower"), add_source(corpus, "herald")
    add_edition(corpus, tower, TOWER, awaited=True)
    add_edition(corpus, tower, TOWER_DIGEST, EditionKind.DIGEST)
    add_edition(corpus, herald, HERALD)
    add_event(corpus, "The crane falls", "2011-12-16T12:00:00")
    add_event(corpus, "The inquiry", "2011-12-19")
    corpus.close()


def made_once(build: Callable[[Path], object], path: Path) -> Path:
    """A file that a builder makes, at a place; from the second time on it is a copy."""
    if build not in _MADE:
        build(path)
        _MADE[build] = path.read_bytes()
    else:
        path.write_bytes(_MADE[build])
    return path


_MADE: dict[Callable[[Path], object], bytes] = {}


def held(corpus: Corpus, key: str) -> int:
    """The id of a held edition by its key, such as `tower/digest`."""
    return next(e.id for e in corpus.editions.all() if e.key == key)


def span(corpus: Corpus, edition_id: int, words: str) -> tuple[int, int]:
    """Where words stand in an edition."""
    at = corpus.editions.text(edition_id).index(words)
    return at, at + len(words)


def contents(corpus: Corpus) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the seal, and every place of every word in the index."""
    connection = corpus.connection
    found = {
        table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in tables(connection)
        if table != "seal"
    }
    connection.execute(
        "CREATE VIRTUAL TABLE temp.words_indexed USING fts5vocab(main, passage_index, instance)"
    )
    found["index"] = connection.execute("SELECT * FROM temp.words_indexed").fetchall()
    connection.execute("DROP TABLE temp.words_indexed")
    return found


def tables(connection: sqlite3.Connection) -> list[str]:
    """The tables of a corpus that hold what a reader has, the index aside."""
    return [
        name
        for (name,) in connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'passage_index%' ORDER BY name"
        )
    ]
