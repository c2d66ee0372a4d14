"""A small corpus made by hand: three papers on a flood, written as a reader would write it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.editions import NewEdition, PassageRow, text_hash
from db.corpus.events import EventFields
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.corpus.voices import VoiceFields
from db.records import Change, EditionKind, PassageKind
from tests.builders import made_once

# The last words of the first passage stand in two papers alike.
TEXTS = {
    "daily": "At least 40 people drowned when the river rose over the market on Friday evening.\n\n"
    "The mayor speaks of 11 dead. The dam held.\n",
    "weekly": "Witnesses say that people drowned when the river rose over the market on Friday "
    "evening.\n\nThe mayor now gives 15 dead. Children are among them.\n",
    "radio": "No word of the flood.\n",
}
PUBLISHED = {"daily": "2020-05-02", "weekly": "2020-05-04", "radio": "2020-05-05"}


def make_corpus(path: Path) -> Corpus:
    """A corpus with three sources, a flood and its part, one aspect and two voices."""
    return Corpus.open(made_once(_build, path))


def _build(path: Path) -> None:
    corpus = Corpus.create(path, title="Flood", zone="UTC")
    for key, text in TEXTS.items():
        published = understood(PUBLISHED[key], "UTC")
        source_id, _ = corpus.sources.add(SourceFields(label=key, key=key, published=published))
        _add_text(corpus, source_id, text)
    flood, _ = corpus.events.add(EventFields("Flood", when="2020-05-01", key="flood"))
    corpus.events.add(EventFields("Market", when="2020-05-01", key="market", parent_id=flood))
    corpus.aspects.add(
        AspectFields("Drowned", unit="people", counts=True, grows=True,
                     scopes=(("children", "all"), ("all", "")))
    )  # fmt: skip
    corpus.aspects.add(
        AspectFields("Dam", type="choice", excludes=True, choices=(("held", ""), ("broke", "")))
    )
    corpus.aspects.add(AspectFields("Told", type="text"))
    corpus.aspects.add(AspectFields("When", type="time"))
    corpus.voices.add(VoiceFields("The mayor", kind="official"))
    corpus.voices.add(VoiceFields("A witness", kind="eyewitness"))
    corpus.close()


def _add_text(corpus: Corpus, source_id: int, text: str) -> None:
    passages, at = [], 0
    for number, words in enumerate(text.strip().split("\n\n"), start=1):
        at = text.index(words, at)
        passages.append(PassageRow(number, at, at + len(words), PassageKind.PARAGRAPH))
    data = text.encode()
    corpus.editions.add(
        NewEdition(
            source_id, EditionKind.ORIGINAL, "en", hashlib.sha256(data).hexdigest(),
            text_hash(text), len(text), text=text, data=data,
        ),
        passages,
    )  # fmt: skip


class Made:
    """The corpus with its rows by key."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.events = {e.key: e.id for e in corpus.events.all()}
        self.aspects = {a.key: a.id for a in corpus.aspects.all()}
        self.voices = {v.key: v.id for v in corpus.voices.all()}
        self.sources = {s.key: s.id for s in corpus.sources.all()}
        self.editions = {e.source_key: e.id for e in corpus.editions.all()}

    def fields(self, aspect: str = "drowned", event: str = "flood", **more: object) -> ClaimFields:
        """What a claim says; `voices` by key."""
        voices = tuple(self.voices[v] for v in more.pop("voices", ()))
        return ClaimFields(self.events[event], self.aspects[aspect], voices=voices, **more)

    def place(self, source: str, words: str) -> tuple[int, int, int]:
        """Where words stand: the edition's id, start and end."""
        start = TEXTS[source].index(words)
        return self.editions[source], start, start + len(words)

    def claim(self, source: str, words: str, **said: object) -> tuple[int, Change]:
        """Record a claim on words of a source."""
        return self.corpus.claims.add(self.fields(**said), *self.place(source, words))
