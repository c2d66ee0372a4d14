"""The chosen persons and their pseudonyms, which nobody can work out from the names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from db.corpus import Corpus
from db.errors import InvalidEditError, said
from db.records import Name
from db.sharing.finding import Finder, Hit
from db.sharing.request import ShareRequest
from db.sharing.vocabulary import LIKELY, Kind
from db.text.folding import fold

LONGEST: Final = 80
NUMBERED: Final = "Person {}"


@dataclass(frozen=True, slots=True)
class Person:
    """One chosen person: the name's id and key, what it goes by, every spelling, the pseudonym."""

    id: int
    key: str
    title: str
    spellings: tuple[str, ...]
    pseudonym: str = ""


class Persons:
    """The chosen persons of a corpus, found in any text.

    They have no pseudonyms before they are named. Raises InvalidEditError for a key that names no
    person.
    """

    def __init__(self, corpus: Corpus, request: ShareRequest) -> None:
        self._corpus = corpus
        names = corpus.names.all()
        chosen = _chosen(names, request.persons)
        self.listed = [_person(name, request.also.get(name.key, ())) for name in chosen]
        ids = {person.id for person in self.listed}
        self._others = [s.text for name in names if name.id not in ids for s in name.spellings]
        self.finder = Finder([person.spellings for person in self.listed], self._others)
        self._forms = request.forms
        self._own = {
            p.key: " ".join(request.pseudonyms.get(p.key, "").split()) for p in self.listed
        }

    def accepts(self, hit: Hit) -> bool:
        """Whether a hit is to be replaced: listed, or as the reader chose, or likely."""
        if hit.kind is Kind.LISTED:
            return True
        if self._forms is None:
            return hit.kind in LIKELY
        return (self.listed[hit.person].key, hit.form, hit.kind) in self._forms

    def name(self, order: Iterable[int] | None = None) -> None:
        """Give everybody a pseudonym: the reader's, else a number.

        Numbers go by `order`, places in the list as they first appear; None = looked up in the
        texts. Raises InvalidEditError for pseudonyms that would not do.
        """
        given = dict(self._own)
        spellings = [spelling for person in self.listed for spelling in person.spellings]
        used = [*filter(None, given.values()), *self._others, *spellings]
        numbers = _free_numbers({fold(word) for word in used})
        if order is None:
            order = self._first_named() if not all(given.values()) else ()
        for place in dict.fromkeys([*order, *range(len(self.listed))]):
            key = self.listed[place].key
            given[key] = given[key] or next(numbers)
        self.listed = [Person(p.id, p.key, p.title, p.spellings, given[p.key]) for p in self.listed]
        for person in self.listed:
            self._check(person, self.listed)

    def _first_named(self) -> Iterator[int]:
        editions = self._corpus.editions
        for edition in editions.all():
            for hit in self.finder.find(editions.text(edition.id), self.accepts):
                yield hit.person

    def _check(self, person: Person, every: Sequence[Person]) -> None:
        pseudonym = person.pseudonym
        if len(pseudonym) > LONGEST or not pseudonym.isprintable() or not _has_word(pseudonym):
            raise InvalidEditError(
                reason=said(
                    "“{pseudonym}” cannot be a pseudonym: it must be a word or two.",
                    pseudonym=pseudonym[:LONGEST],
                )
            )
        if sum(fold(other.pseudonym) == fold(pseudonym) for other in every) > 1:
            raise InvalidEditError(
                reason=said("“{pseudonym}” would be two persons at once.", pseudonym=pseudonym)
            )
        if any(hit.kind <= Kind.LOWER for hit in self.finder.find(pseudonym)):
            raise InvalidEditError(
                reason=said(
                    "“{pseudonym}” cannot be a pseudonym: it is a name of a person chosen.",
                    pseudonym=pseudonym,
                )
            )


def _chosen(names: Sequence[Name], keys: Sequence[str]) -> list[Name]:
    persons = {name.key: name for name in names if name.kind == "person"}
    if not keys:
        return list(persons.values())
    for key in keys:
        if key not in persons:
            raise InvalidEditError(
                reason=said("There is no name of a person with the key {key}.", key=key)
            )
    return [persons[key] for key in dict.fromkeys(keys)]


def _person(name: Name, also: Iterable[str]) -> Person:
    texts = [spelling.text for spelling in name.spellings]
    every = dict.fromkeys(text.strip() for text in [*texts, *also] if text.strip())
    return Person(name.id, name.key, texts[0] if texts else name.key, tuple(every))


def _free_numbers(used: set[str]) -> Iterator[str]:
    number = 1
    while True:
        pseudonym = NUMBERED.format(number)
        if fold(pseudonym) not in used:
            yield pseudonym
        number += 1


def _has_word(words: str) -> bool:
    return any(unicodedata.category(char)[0] in "LN" for char in words)
