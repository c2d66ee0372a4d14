"""Lists of words and turns of words, looked up at a place among the tokens of a text.

A ``*`` ends a word of any ending, or begins one of any beginning; ``...`` inside a phrase stands
for up to three other words; a ``+`` begins a verb of which every form is meant (see
``inflections``), a ``~`` a Kazakh noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from db.text.inflections import kazakh_noun_forms, verb_forms
from db.text.tokens import Token, plain, tokenize

Words = tuple[str, ...]


class Phrases:
    """Phrases with the name each is listed under."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[Words, str]]] = {}
        self._by_two: dict[Words, list[tuple[Words, str]]] = {}
        self._by_last: dict[str, list[tuple[Words, str]]] = {}
        # What may begin or end with a word, found once for each word of a text.
        self._beginning: dict[str, list[tuple[Words, str]]] = {}
        self._ending: dict[str, list[tuple[Words, str]]] = {}
        self._firsts_of_two: frozenset[str] = frozenset()
        for name, phrases in named.items():
            for phrase in dict.fromkeys(form for listed in phrases for form in inflected(listed)):
                words = _words(phrase)
                if len(words) > 1 and _is_fixed(words[0]) and _is_fixed(words[1]):
                    self._by_two.setdefault(words[:2], []).append((words, name))
                else:
                    self._by_first.setdefault(_key(words[0]), []).append((words, name))
                self._by_last.setdefault(_key(words[-1]), []).append((words, name))
        for found in (*self._by_first.values(), *self._by_last.values()):
            found.sort(key=_length, reverse=True)
        self._firsts_of_two = frozenset(first for first, _ in self._by_two)

    def at(self, tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
        """Return (number of tokens, name) of the longest phrase that begins at a token."""
        if not 0 <= index < len(tokens):
            return None
        first = tokens[index].plain
        found = self._beginning.get(first)
        if found is None:
            found = _remembered(self._beginning, self._by_first, first, 0)
        two = None
        if first in self._firsts_of_two and index + 1 < len(tokens):
            two = self._by_two.get((first, tokens[index + 1].plain))
        for words, name in sorted(found + two, key=_length, reverse=True) if two else found:
            length = _length_at(words, tokens, index)
            if length:
                return length, name
        return None

    def begins(self, word: str) -> bool:
        """Tell whether a phrase may begin with a word in its plain form."""
        found = _remembered(self._beginning, self._by_first, word, 0)
        return bool(found) or word in self._firsts_of_two

    def before(self, tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
        """Return (number of tokens, name) of the longest phrase that ends before a token."""
        if not 0 < index <= len(tokens):
            return None
        last = tokens[index - 1].plain
        found = self._ending.get(last)
        if found is None:
            found = _remembered(self._ending, self._by_last, last, -1)
        for words, name in found:
            if _length_at(words, tokens, index - len(words)) == len(words):
                return len(words), name
        return None


def _remembered(
    known: dict[str, list[tuple[Words, str]]],
    index: Mapping[str, list[tuple[Words, str]]],
    word: str,
    end: int,
) -> list[tuple[Words, str]]:
    """Return the phrases whose first (``end`` 0) or last (-1) word fits a word."""
    found = known.get(word)
    if found is None:
        if len(known) > _MOST_KNOWN:
            known.clear()
        found = known[word] = _candidates(index, word, end)
    return found


def _candidates(
    index: Mapping[str, list[tuple[Words, str]]], word: str, end: int
) -> list[tuple[Words, str]]:
    found = index.get(word, []) + index.get(_ANY, [])
    for length in range(1, _STEM + 1):
        found = found + index.get(f"{word[:length]}*", [])
    fitting = [entry for entry in found if _is_word(entry[0][end], word)]
    return sorted(fitting, key=_length, reverse=True)


_MOST_KNOWN: Final = 20_000
_STEM: Final = 3
_ANY: Final = "*"
_INFLECTED: Final = re.compile(r"([+~])([^\W\d_]+)")


def inflected(phrase: str) -> Iterator[str]:
    """Yield a phrase with each form of the verb or noun marked in it, or as it is."""
    marked = _INFLECTED.search(phrase)
    if not marked:
        yield phrase
        return
    forms = verb_forms(marked[2]) if marked[1] == "+" else kazakh_noun_forms(marked[2])
    for form in forms:
        yield from inflected(phrase[: marked.start()] + form + phrase[marked.end() :])


def _is_fixed(word: str) -> bool:
    return "*" not in word and word != _GAP


def _key(word: str) -> str:
    """Return what a word is filed under: itself, or the first letters of its stem and a star."""
    if word.startswith("*"):
        return _ANY
    return word if not word.endswith("*") else f"{word[:-1][:_STEM]}*"


def _length(entry: tuple[Words, str]) -> int:
    return sum(map(len, entry[0]))


def _words(phrase: str) -> Words:
    words: list[str] = []
    end = 0
    for token in tokenize(plain(phrase.replace("...", _GAP))):
        joined, end = token.start == end, token.end
        if token.plain == "*" and joined and words and words[-1] != "*":
            words[-1] += "*"
        elif words and words[-1] == "*":
            words[-1] += token.plain
        else:
            words.append(token.plain)
    return tuple(words)


_GAP: Final = "…"
_WIDEST_GAP: Final = 3


def _length_at(words: Words, tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens from an index a phrase takes, 0 where it does not stand there."""
    if index < 0:
        return 0
    at = index
    for place, word in enumerate(words):
        if word == _GAP:
            rest = words[place + 1 :]
            return next((n for n in _after_gap(rest, tokens, index, at) if n), 0)
        if at >= len(tokens) or not _is_word(word, tokens[at].plain):
            return 0
        at += 1
    return at - index


def _after_gap(rest: Words, tokens: Sequence[Token], index: int, at: int) -> Iterator[int]:
    for skipped in range(at, min(at + _WIDEST_GAP, len(tokens) - 1) + 1):
        if skipped > at and not (tokens[skipped - 1].is_word or tokens[skipped - 1].is_figure):
            return
        length = _length_at(rest, tokens, skipped)
        yield skipped - index + length if length else 0


def _is_word(word: str, token: str) -> bool:
    if word.startswith("*"):
        return token.endswith(word[1:])
    return token.startswith(word[:-1]) if word.endswith("*") else token == word
