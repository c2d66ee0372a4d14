"""What a sharing copy would replace and what it might miss, for the reader to look at first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from db.corpus import Corpus
from db.sharing.checking import texts
from db.sharing.finding import Hit
from db.sharing.persons import Person, Persons
from db.sharing.request import Cancelled, Form, Report, ShareRequest, check, never, no_report
from db.sharing.vocabulary import LIKELY, Kind

MOST_PLACES: Final = 5
AROUND: Final = 30


@dataclass(slots=True)
class FormFound:
    """A form that is not listed: as written, in which words, whose it may be, how often, where."""

    form: Form
    written: str
    context: str
    persons: tuple[str, ...]
    count: int = 0
    places: list[str] = field(default_factory=list)

    @property
    def is_likely(self) -> bool:
        """Whether it is replaced unless the reader says otherwise."""
        return self.form.kind in LIKELY


@dataclass(frozen=True, slots=True)
class Preview:
    """The persons, how often each is named by a listed spelling, and the forms to decide on.

    `awaited` are texts described but not held: whoever has them can add them to the copy again.
    """

    persons: tuple[Person, ...]
    counts: tuple[int, ...]
    forms: tuple[FormFound, ...]
    awaited: tuple[str, ...]


def preview(
    path: Path,
    request: ShareRequest,
    report: Report = no_report,
    cancelled: Cancelled = never,
) -> Preview:
    """Look through every text of a corpus for the chosen persons; raises as `share` does."""
    with Corpus.open(path, read_only=True) as corpus:
        persons = Persons(corpus, request)
        looked = _Look(persons)
        held = len(corpus.editions.all())
        for number, (where, starts, words) in enumerate(_everything(corpus)):
            check(cancelled)
            if number <= held:
                report(number, held + 1)
            looked.take(where, starts, words)
        persons.name(looked.order)
        awaited = [e.key for e in corpus.editions.all(held_only=False) if not e.held]
    return Preview(
        tuple(persons.listed), tuple(looked.counts), tuple(looked.sorted_forms()), tuple(awaited)
    )


class _Look:
    """What was found so far."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons
        self._forms: dict[Form, FormFound] = {}
        self.counts = [0] * len(persons.listed)
        self.order: dict[int, None] = {}

    def take(self, where: str, starts: list[int], words: str) -> None:
        """Look through one text."""
        for hit in self._persons.finder.find(words):
            if self._persons.accepts(hit):
                self.order.setdefault(hit.person)
            if hit.kind is Kind.LISTED:
                self.counts[hit.person] += 1
                continue
            found = self._found(hit, words)
            found.count += 1
            place = f"{where}{bisect_right(starts, hit.start)}" if starts else where
            if len(found.places) < MOST_PLACES and place not in found.places:
                found.places.append(place)

    def _found(self, hit: Hit, words: str) -> FormFound:
        form = Form(self._persons.listed[hit.person].key, hit.form, hit.kind)
        if form not in self._forms:
            around = _around(words, hit.start, hit.end)
            persons = tuple(self._persons.listed[p].key for p in hit.persons)
            self._forms[form] = FormFound(form, words[hit.start : hit.end], around, persons)
        return self._forms[form]

    def sorted_forms(self) -> list[FormFound]:
        """The forms by person, the surest first."""
        order = {person.key: number for number, person in enumerate(self._persons.listed)}
        return sorted(
            self._forms.values(), key=lambda f: (order[f.form.person], f.form.kind, f.written)
        )


def _everything(corpus: Corpus) -> Iterator[tuple[str, list[int], str]]:
    """Every text: where it is, where its passages begin, and its words."""
    letters = {source.id: source.letter for source in corpus.sources.all()}
    for edition in corpus.editions.all():
        starts = list(corpus.editions.passages(edition.id).starts)
        yield f"{letters[edition.source_id]}.", starts, corpus.editions.text(edition.id)
    for table, column, words in texts(corpus.connection):
        # Keys are rewritten in any case.
        if table != "edition_text" and column != "key":
            yield table, [], words


def _around(words: str, start: int, end: int) -> str:
    """The words around a place, in one line."""
    left = "…" if start > AROUND else ""
    right = "…" if end + AROUND < len(words) else ""
    return left + " ".join(words[max(0, start - AROUND) : end + AROUND].split()) + right
