"""Every spelling of every name of the corpus, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from db.records import Name
from db.text.folding import fold

_WORD: Final = re.compile(r"\w+")
_STEM: Final = 3
_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 4
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_FINAL_VOWEL: Final = re.compile(r"[аеиоуыьэюяй]$")


class Found(NamedTuple):
    """Where a name stands, and its place in the list of names."""

    start: int
    end: int
    name: int


class _Spelling(NamedTuple):
    words: tuple[str, ...]
    whole: str
    capital: bool
    inflects: bool
    name: int


class NameFinder:
    """Looks names up by the first letters of their first words, so that many cost no more.

    Cyrillic words may have other endings: Жанаозен is found in Жанаозене, Москва in Москве.
    """

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_stem: dict[str, list[_Spelling]] = {}
        for number, name in enumerate(names):
            for spelling in name.spellings:
                self._add(spelling.text, number)
        for listed in self._by_stem.values():
            listed.sort(key=_length, reverse=True)

    def _add(self, text: str, number: int) -> None:
        words = tuple(_WORD.findall(fold(text)))
        if words:
            cyrillic = _CYRILLIC.search(text) is not None
            # Of a name like "K+" the signs count too; of longer ones only the words.
            whole = fold(text) if sum(map(len, words)) < _SHORTEST_STEM else ""
            made = _Spelling(words, whole, text[:1].isupper(), cyrillic, number)
            self._by_stem.setdefault(words[0][:_STEM], []).append(made)

    def find(self, text: str) -> Iterator[Found]:
        """The names in a text in order, the longest where several begin at one word."""
        folded = fold(text)
        words = [(m[0], m.start(), m.end()) for m in _WORD.finditer(folded)]
        at = 0
        while at < len(words):
            spelling = self._at(text, folded, words, at)
            if spelling is None:
                at += 1
                continue
            last = at + len(spelling.words) - 1
            yield Found(words[at][1], words[last][2], spelling.name)
            at = last + 1

    def _at(
        self, text: str, folded: str, words: list[tuple[str, int, int]], at: int
    ) -> _Spelling | None:
        word, start, _ = words[at]
        for spelling in self._by_stem.get(word[:_STEM], ()):
            # "Union" is not "union".
            if spelling.capital and not text[start].isupper():
                continue
            if not folded.startswith(spelling.whole, start):
                continue
            there = words[at : at + len(spelling.words)]
            if len(there) == len(spelling.words) and all(
                _same(wanted, found[0], spelling.inflects)
                for wanted, found in zip(spelling.words, there, strict=True)
            ):
                return spelling
        return None


def _length(spelling: _Spelling) -> int:
    return sum(map(len, spelling.words))


def _same(wanted: str, found: str, inflects: bool) -> bool:
    if wanted == found:
        return True
    if not inflects or len(wanted) < _SHORTEST_STEM:
        return False
    stem = _FINAL_VOWEL.sub("", wanted)
    return (
        len(stem) >= _SHORTEST_STEM
        and found.startswith(stem)
        and len(found) <= len(wanted) + _LONGEST_ENDING
    )
