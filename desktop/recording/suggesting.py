"""Suggesting claims: figures in the passages of an event that nothing is claimed of yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from db.corpus import Corpus
from db.corpus.claim_fields import ClaimFields
from db.records import Change, Placement, Relation
from db.text.reading import read_paragraph
from db.text.word_lists import WordLists
from desktop.reading.source_text import EditionTexts
from desktop.recording.claim_edits import Edit
from desktop.recording.claim_lines import SUGGESTED
from desktop.recording.guessing import AspectGuesser, guess_scope
from desktop.recording.proposal import propose
from desktop.recording.words import Words
from desktop.session import Session

MOST: Final = 40
"""Suggestions made at once: more than a reader would look through."""
AROUND: Final = 40
"""Letters beside a figure that tell what it counts."""
TELLING: Final = (Relation.REPORTS, Relation.DENIES)


class Suggestion(NamedTuple):
    """A claim that could be made of words."""

    fields: ClaimFields
    edition_id: int
    start: int
    end: int


class Suggester:
    """Reads the passages that speak of an event, each in the edition that is read first."""

    def __init__(self, session: Session, guesser: AspectGuesser, lists: WordLists) -> None:
        self._session, self._guesser, self._lists = session, guesser, lists
        self._texts = EditionTexts(session)
        self._voices = session.corpus.voices.all()
        self._aspects = {aspect.id: aspect for aspect in guesser.aspects}
        self._claimed: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for place in session.corpus.claims.placements():
            self._claimed[place.edition_id].append((place.start, place.end))

    def of_event(self, event_id: int) -> list[Suggestion]:
        """What could be claimed of an event, in reading order, source by source."""
        found: list[Suggestion] = []
        for words in self._passages(event_id):
            for made in self._of_passage(words, event_id):
                found.append(made)
                if len(found) == MOST:
                    return found
        return found

    def _passages(self, event_id: int) -> Iterator[Words]:
        first = {s.id: self._session.editions_of(s.id)[:1] for s in self._session.sources}
        seen: set[tuple[int, int]] = set()
        for place in self._session.corpus.mentions.of_event(event_id):
            edition = next((e for e in first[place.source_id] if e.id == place.edition_id), None)
            key = (place.edition_id, place.passage)
            if edition is None or place.relation not in TELLING or key in seen:
                continue
            seen.add(key)
            yield self._words(place)

    def _words(self, place: Placement) -> Words:
        edition = next(e for e in self._session.editions if e.id == place.edition_id)
        shown = self._texts.get(edition)
        source = next(s for s in self._session.sources if s.id == place.source_id)
        at = shown.index_of(place.passage)
        return Words(source, shown, at, shown.text.starts[at], shown.text.ends[at])

    def _of_passage(self, passage: Words, event_id: int) -> Iterator[Suggestion]:
        text = passage.shown.text.text
        read = read_paragraph(text, passage.start, passage.end, lists=self._lists)
        for figure in read.quantities:
            taken = self._claimed[passage.edition_id]
            if any(start < figure.end and figure.start < end for start, end in taken):
                continue
            words = Words(passage.source, passage.shown, passage.passage, figure.start, figure.end)
            fields = self._fields(words, event_id)
            if fields is not None:
                yield Suggestion(fields, words.edition_id, words.start, words.end)

    def _fields(self, words: Words, event_id: int) -> ClaimFields | None:
        """What a figure could claim; None where nothing tells what it is about."""
        proposal = propose(words, self._voices, lists=self._lists)
        if not proposal.figures:
            return None
        figure = proposal.figures[0]
        first, last = words.bounds
        near = words.shown.text.text[
            max(first, words.start - AROUND) : min(last, words.end + AROUND)
        ]
        guess = self._guesser.guess(near, proposal.around, figure=True, unit=figure.unit)
        if guess is None:
            return None
        known = [v.voice_id for v in proposal.voices if v.voice_id is not None]
        new = [v.words for v in proposal.voices if v.voice_id is None]
        said = QCoreApplication.translate("claims", "On the word of {names}, no voice yet.")
        return ClaimFields(
            event_id=event_id,
            aspect_id=guess.aspect_id,
            min=figure.min,
            max=figure.max,
            vague=figure.vague,
            unit=figure.unit,
            scope=guess_scope(self._aspects[guess.aspect_id], near)[0],
            hedge=figure.hedge,
            polarity="deny" if proposal.denies(figure.hedge, figure) else "affirm",
            voices=tuple(dict.fromkeys(known)),
            note=said.format(names=", ".join(new)) if new else "",
            status=SUGGESTED,
        )


def suggesting(found: list[Suggestion]) -> Edit:
    """The edit that records suggestions; its result is their number."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        with corpus.edit("Suggest claims") as pending:
            for each in found:
                corpus.claims.add(each.fields, each.edition_id, each.start, each.end)
        return len(found), pending.change

    return do
