"""The single words of chosen names, and which of them a word of a text may be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple

from db.sharing.endings import has_ending
from db.text.folding import FILLER
from db.text.romanising import plain_latin

_WORD: Final = re.compile(rf"(?:[^\W_]|{FILLER})+")
_STEM: Final = 3
SHORTEST_PART: Final = 3
SHORTEST_ALIKE: Final = 5
SHORTEST_INSIDE: Final = 5
LONGEST_SEARCHED: Final = 60


class Kind(IntEnum):
    """How a form was found, surest first."""

    LISTED = 0
    ENDING = 1
    ROMANISED = 2
    LOWER = 3
    PART = 4
    INSIDE = 5
    ALIKE = 6


# What is replaced unless the reader says otherwise.
LIKELY: Final = frozenset({Kind.LISTED, Kind.ENDING, Kind.ROMANISED, Kind.LOWER, Kind.PART})
Kinds = tuple[tuple[str, Kind], ...]


class Token(NamedTuple):
    """A word of a folded text, marks and invisible characters left out."""

    start: int
    end: int
    word: str


class Tokens:
    """The words of a folded text; their places are worked out only where they are asked for."""

    def __init__(self, folded: str) -> None:
        self._matches = list(_WORD.finditer(folded))
        plain = [m[0] for m in self._matches]
        marked = FILLER in folded
        self.words = [word.replace(FILLER, "") for word in plain] if marked else plain

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Token:
        return Token(*self._matches[at].span(), self.words[at])

    def run(self, at: int, count: int) -> list[Token]:
        """Some words that follow one another, fewer at the end of the text."""
        return [self[i] for i in range(at, min(at + count, len(self.words)))]


class Vocabulary:
    """Looks words up, each different one only once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._lengths: set[int] = set()
        self._by_stem: defaultdict[str, list[str]] = defaultdict(list)
        self._by_latin: defaultdict[str, list[str]] = defaultdict(list)
        self._known: dict[str, Kinds] = {"": ()}

    def add(self, name: str) -> None:
        """Add a folded word of a name."""
        if name in self._names:
            return
        latin = self._names[name] = plain_latin(name)
        self._by_stem[name[:_STEM]].append(name)
        self._by_latin[latin[:2]].append(name)
        if len(name) >= SHORTEST_INSIDE:
            self._lengths.add(len(name))

    def kinds_of(self, word: str) -> Kinds:
        """The words of names that a folded word may be, and how sure that is; the surest first."""
        kinds = self._known.get(word)
        if kinds is None:
            kinds = tuple(sorted(self._look(word), key=lambda pair: pair[1]))
            self._known[word] = kinds
        return kinds

    def _look(self, word: str) -> Iterator[tuple[str, Kind]]:
        found = set()
        for name in self._by_stem.get(word[:_STEM], ()):
            if name == word or has_ending(word, name):
                found.add(name)
                yield name, Kind.LISTED if name == word else Kind.ENDING
        for name in self._inside(word):
            if name not in found:
                found.add(name)
                yield name, Kind.INSIDE
        latin = plain_latin(word)
        for name in self._by_latin.get(latin[:2], ()):
            other = self._names[name]
            if name in found or len(name) < SHORTEST_PART or len(other) > len(latin) + 1:
                continue
            if other == latin or has_ending(latin, other):
                yield name, Kind.ROMANISED
            elif len(name) >= SHORTEST_ALIKE and near(latin, other):
                yield name, Kind.ALIKE

    def _inside(self, word: str) -> Iterator[str]:
        """The names that a longer word holds."""
        searched = word[:LONGEST_SEARCHED]
        for length in self._lengths:
            for at in range(len(searched) - length + 1):
                part = searched[at : at + length]
                if part in self._names and part != word:
                    yield part


def near(one: str, other: str) -> bool:
    """Whether two words differ by one letter added, left out, changed or swapped with the next."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < SHORTEST_ALIKE:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    if one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :]:
        return True
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at:]
