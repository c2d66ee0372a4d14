"""Large invented corpora, the same for the same scale and seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db.corpus import Corpus
from db.corpus.editions import NewEdition, PassageRow
from db.corpus.sources import SourceFields
from db.records import EditionKind, PassageKind
from db.text.folding import fold
from tests.benchmarks.words import Words

DAY = 86_400
START = 1_305_000_000  # May 2011
SPAN = 220 * DAY
NAMES = {"zhanaozen": ("Жанаозен", "Жаңаөзен", "Zhanaozen"), "police": ("полиция", "police")}


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a corpus is; the big source comes on top of the others."""

    sources: int
    passages: int
    events: int
    big_characters: int = 5_000_000

    @property
    def passages_each(self) -> int:
        """Passages of every source but the big one."""
        return self.passages // self.sources


FULL = Scale(10_000, 1_000_000, 10_000)
SMALL = Scale(400, 40_000, 1_000)


@dataclass(frozen=True, slots=True)
class InventedText:
    """A source's text before it is stored."""

    label: str
    language: str
    text: str
    passages: tuple[PassageRow, ...]


def invent(words: Words, label: str, count: int) -> InventedText:
    """A source of so many passages."""
    language = words.language()
    return _assemble(label, language, words.passages(language, count))


def invent_long(words: Words, label: str, characters: int) -> InventedText:
    """A Russian source of about so many characters."""
    return _assemble(label, "ru", _until(words, characters))


def _until(words: Words, characters: int) -> Iterator[str]:
    while characters > 0:
        passage = next(words.passages("ru", 1))
        characters -= len(passage) + 1
        yield passage


def _assemble(label: str, language: str, passages: Iterator[str]) -> InventedText:
    parts: list[str] = []
    rows: list[PassageRow] = []
    at = 0
    for number, passage in enumerate(passages, start=1):
        rows.append(PassageRow(number, at, at + len(passage), PassageKind.PARAGRAPH))
        parts.append(passage)
        at += len(passage) + 1
    return InventedText(label, language, "\n".join(parts), tuple(rows))


def store(corpus: Corpus, invented: InventedText) -> int:
    """Store a source as an importer would, inside an edit; returns its edition's id."""
    source_id, _ = corpus.sources.add(
        SourceFields(label=invented.label, language=invented.language)
    )
    data = invented.text.encode()
    digest = hashlib.sha256(data).hexdigest()
    edition = NewEdition(
        source_id, EditionKind.ORIGINAL, invented.language, digest, digest, len(invented.text),
        text=invented.text, data=data,
    )  # fmt: skip
    return corpus.editions.add(edition, invented.passages)


def build(path: Path, scale: Scale, seed: int = 20111216) -> None:
    """Make a corpus of that scale at `path`, whose big source is its first."""
    words = Words(seed)
    with Corpus.create(path, title="Invented", zone="Asia/Aqtau") as corpus:
        corpus.connection.execute("PRAGMA synchronous = OFF")
        with corpus.edit("Import", logged=False):
            store(corpus, invent_long(words, "Big", scale.big_characters))
            for number in range(scale.sources):
                store(corpus, invent(words, f"Source {number}", scale.passages_each))
            _store_events(corpus, words, scale)
            _store_names(corpus)


def _store_events(corpus: Corpus, words: Words, scale: Scale) -> None:
    times = sorted(START + words.random.randrange(SPAN) for _ in range(scale.events))
    corpus.connection.executemany(
        "INSERT INTO event (id, key, title, ordinal, happened_edtf, happened_earliest, "
        "happened_latest) VALUES (?, ?, ?, ?, '2011', ?, ?)",
        (
            (i, f"event-{i}", words.passage("en", 6), i, at, at + words.random.choice((59, DAY)))
            for i, at in enumerate(times, start=1)
        ),
    )
    mentions = list(_mentions(corpus, words, scale))
    execute = corpus.connection.executemany
    execute("INSERT INTO anchor (id, source_id) VALUES (?, ?)", (m[:2] for m in mentions))
    execute(
        "INSERT INTO placement (anchor_id, edition_id, passage_id, start, end) "
        "VALUES (?, ?, ?, ?, ?)",
        ((m[0], *m[3:]) for m in mentions),
    )
    execute("INSERT INTO mention (event_id, anchor_id) VALUES (?, ?)",
            ((m[2], m[0]) for m in mentions))  # fmt: skip


def _mentions(
    corpus: Corpus, words: Words, scale: Scale
) -> Iterator[tuple[int, int, int, int, int, int, int]]:
    """Rows of (anchor, source, event, edition, passage, start, end): three sources an event.

    The first of them is the big source, so that events can be walked through in it.
    """
    chosen = corpus.connection
    anchor = 0
    for event in range(1, scale.events + 1):
        others = words.random.sample(range(2, scale.sources + 2), 2)
        for source in (1, *others):
            (last,) = chosen.execute(
                "SELECT max(number) FROM passage WHERE edition_id = ?", (source,)
            ).fetchone()
            number = 1 + words.random.randrange(last)
            passage, start, end = chosen.execute(
                "SELECT id, start, end FROM passage WHERE edition_id = ? AND number = ?",
                (source, number),
            ).fetchone()
            anchor += 1
            yield anchor, source, event, source, passage, start, end


def _store_names(corpus: Corpus) -> None:
    for key, spellings in NAMES.items():
        name_id = corpus.insert("name", {"key": key, "kind": "thing"})
        for text in spellings:
            corpus.insert("spelling", {"name_id": name_id, "text": text, "folded": fold(text)})
