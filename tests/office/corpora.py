"""The corpora whose sheets go through other programs: the bundled case, and one of odd texts."""

from __future__ import annotations

from pathlib import Path

from db.corpus import Corpus
from db.corpus.editions import NewEdition, PassageRow, text_hash
from db.corpus.events import EventFields
from db.corpus.sources import SourceFields
from db.packs.cases import compile_case
from db.records import EditionKind, PassageKind
from tests.odd_sheets import NAUGHTY

LONG = "A word, слово, сөз; " * 2_000
ODD = [
    # A text's lines end with line feeds only.
    *(words for words in NAUGHTY if words.strip() and "\r" not in words),
    "שלום (עולם) and back, العربية 123",
    "語 language 🏗 👩\u200d🔬 e\u0301 \u0489",
    "\x01\x1b\x7f\x85\u2028\u2029\u202e\u2066 hidden \u200b\u200d\ufeff\xad",
    "a\ttab and  two   spaces\nand a line",
    LONG,
]


def case(folder: Path) -> Path:
    """The bundled case."""
    path = folder / "case.triptych"
    compile_case("zhanaozen-2011", path)
    return path


def odd(folder: Path) -> Path:
    """Three sources with every odd text as a passage, each an event of its own."""
    path = folder / "odd.triptych"
    with Corpus.create(path, title="Odd <texts> & more", zone="Asia/Aqtau") as corpus:
        editions = [_edition(corpus, key) for key in ("one", "two", "three")]
        for number, words in enumerate(ODD):
            title = " ".join(words[:40].split()) or "—"
            event, _ = corpus.events.add(EventFields(title, "", key=f"event-{number}"))
            for edition in editions:
                start = _starts()[number]
                corpus.mentions.add(event, edition, start, start + len(words))
    return path


def _starts() -> list[int]:
    starts = [0]
    for words in ODD:
        starts.append(starts[-1] + len(words) + 1)
    return starts


def _edition(corpus: Corpus, key: str) -> int:
    source, _ = corpus.sources.add(SourceFields(f"Source {key}", key=key))
    text = "\n".join(ODD)
    passages = [
        PassageRow(n + 1, start, start + len(words), PassageKind.PARAGRAPH, None)
        for n, (start, words) in enumerate(zip(_starts(), ODD, strict=False))
    ]
    digest = text_hash(text)
    edition = NewEdition(
        source, EditionKind.ORIGINAL, "en", digest, digest, len(text), text=text,
        data=text.encode(),
    )  # fmt: skip
    return corpus.editions.add(edition, passages)
