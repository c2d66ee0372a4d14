"""A corpus in which one person is named wherever a name can stand."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.editions import NewEdition, text_hash
from db.corpus.names import NameFields
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.corpus.voices import VoiceFields
from db.records import ClaimRelation, EditionKind, Silence, Spelling
from tests.builders import add_event, rows, span, text_of

SPELLINGS: Final = ("Oskar Tingrev", "Tingrev", "Оскар Тингрев", "Тингрев", "Тингреву")
OTHER: Final = "Berta Malm"
STORY: Final = (
    "Oskar Tingrev spoke at noon. OSKAR TINGREV’s words were heard on the quay.",
    "Berta Malm says that Tingrev was hurt; O. TINGREV denies it. 🏗",
    "Тингрев и О. Тингрев — одно лицо; Тингревым довольны, Тингревке айтты.",
    "Oskar",
    "Tingrev, again, over two lines. A tingrevite is a stone.",
)
QUIET: Final = ("Nobody is named here.", "The crane fell.")
WHEN: Final = 1_700_000_123


def named_everywhere(path: Path) -> None:
    """Write the corpus."""
    with Corpus.create(path, title="Tingrev and the quay", zone="Asia/Aqtau") as corpus:
        story = corpus.sources.add(_source())[0]
        quiet = corpus.sources.add(SourceFields("Bell", key="bell"))[0]
        text = text_of(STORY)
        page = f"<meta name=author content='Tingrev'>{text}".encode("utf-16")
        edition = corpus.editions.add(_edition(story, text, page, "text/html"), rows(STORY))
        calm = text_of(QUIET)
        corpus.editions.add(_edition(quiet, calm, calm.encode("utf-16"), "text/plain"), rows(QUIET))
        hidden = _edition(quiet, calm, b"<!-- Tingrev -->" + calm.encode(), "text/html")
        corpus.editions.add(hidden, rows(QUIET))
        _names(corpus)
        _records(corpus, story, quiet, edition)
        corpus.connection.execute("UPDATE corpus SET summary = 'On Tingrev', case_key = 'tingrev'")
        layout = {"title": "Тингрев", "events": ["tingrev-is-hurt"], "note": "\\u0422ингрев"}
        corpus.connection.execute(
            "INSERT INTO sheet (title, layout, made, changed) VALUES (?, ?, ?, ?)",
            ("Tingrev's sheet", json.dumps(layout), WHEN, WHEN),
        )


def _source() -> SourceFields:
    return SourceFields(
        "Tingrev's letter", key="tingrev-letter", title="Oskar Tingrev: what I saw",
        creators=("Oskar Tingrev", OTHER), publisher="Tingrev & Sons", place="Tingrev's quay",
        position="Close to Tingrev", rights="O. Tingrev", summary="By Тингрев",
        citation="Tingrev, https://a.example/~tingrev/x", language="en",
        published=understood("2011-12-17", "UTC", printed="Tingrev's day", note="Tingrev says so"),
    )  # fmt: skip


def _edition(source: int, text: str, data: bytes, media: str) -> NewEdition:
    digest = hashlib.sha256(data).hexdigest()
    return NewEdition(
        source, EditionKind.ORIGINAL, "en", digest, text_hash(text), len(text), media,
        "page 1 of tingrev.html", text, data, WHEN,
    )  # fmt: skip


def _names(corpus: Corpus) -> None:
    texts = tuple(Spelling(text, "Latn", "en") for text in SPELLINGS)
    corpus.names.add(NameFields("person", texts, "Tingrev, called the crane", "tingrev"))
    corpus.names.add(
        NameFields("person", (Spelling(OTHER, "Latn", "en"),), "Knows Tingrev", "malm")
    )
    sons = (Spelling("Tingrev & Sons", "Latn", "en"), Spelling("Tingrev and Sons", "Latn", "en"))
    corpus.names.add(NameFields("body", sons, "", "sons"))


def _records(corpus: Corpus, source: int, quiet: int, edition: int) -> None:
    event = add_event(corpus, "Tingrev is hurt", "2011-12-16", place="Tingrev's quay",
                      summary="**Тингрев** is hurt", printed="Tingrev's noon")  # fmt: skip
    corpus.sources.add_report(source, 1, "Tingrev speaks", "Oskar Tingrev", understood("2011", ""))
    corpus.mentions.add(event, edition, *span(corpus, edition, "Tingrev was hurt"))
    corpus.mentions.add(event, edition, *span(corpus, edition, "GREV denies"))
    words = (("Tingrev", ""), ("Тингрев", "Tingrev"), ("crane", "Тингрев"))
    aspect = corpus.aspects.add(AspectFields("Whom Tingrev met", "choice", choices=words))[0]
    voice = corpus.voices.add(VoiceFields("Mr Tingrev", "Tingrev's kin", key="tingrev"))[0]
    claim = ClaimFields(event, aspect, value="Тингрев", note="Tingrev", voices=(voice,))
    places = [span(corpus, edition, words) for words in ("Tingrev was", "TINGREV’s words")]
    claims = [corpus.claims.add(claim, edition, *place)[0] for place in places]
    corpus.judgements.settle(*claims, ClaimRelation.AGREE, "Tingrev said both")
    corpus.reviews.settle(event, quiet, "silent", Silence.SILENT, "Tingrev is silent")
    corpus.notes.add("source", source, "See [Tingrev](https://a.example/Tingrev_Oskar).")
    corpus.notes.add("name", 1, "Оскару Тингреву 40 лет")
