"""What a text calls people, places and things: the spellings of known names, counted in it.

Words are compared folded (case, accents and marks set aside) and whole; of several spellings that
begin at one word the longest counts. A form that is not in the list of spellings is not found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from db.records import Name, Passages
from db.text.folding import FILLER, fold

_WORD: Final = re.compile(rf"[^\W_][\w{FILLER}]*")
# Passages between two looks at the clock: some milliseconds of work.
STEP: Final = 40

Words = tuple[str, ...]


@dataclass(slots=True)
class Called:
    """One spelling in one text: how often, and where first; offsets are in the text.

    `later` counts what stands in passages that nobody had published yet.
    """

    spelling: str
    count: int
    passage: int
    start: int
    end: int
    later: bool = False


@dataclass(frozen=True, slots=True)
class _Spelling:
    name_id: int
    text: str
    words: Words


# By name, spelling, and whether it was published later.
Found = dict[tuple[int, str, bool], Called]


class NameCounter:
    """The spellings of names, ready to be counted in texts."""

    def __init__(self, names: Iterable[Name]) -> None:
        by_first: defaultdict[str, list[_Spelling]] = defaultdict(list)
        for name in names:
            for spelling in name.spellings:
                words = tuple(word for word, _, _ in _words(spelling.text))
                if words:
                    by_first[words[0]].append(_Spelling(name.id, spelling.text, words))
        self._by_first = {
            first: sorted(found, key=_longest_first) for first, found in by_first.items()
        }

    def count(
        self,
        text: str,
        passages: Passages,
        later: Container[int] = (),
        watch: Callable[[], None] | None = None,
    ) -> dict[int, list[Called]]:
        """Every spelling found in an edition's text by name, the most frequent first.

        `watch` is called now and then, and may raise to stop.
        """
        counting = self.counting(text, passages, later)
        try:
            while True:
                next(counting)
                if watch is not None:
                    watch()
        except StopIteration as done:
            found: dict[int, list[Called]] = done.value
            return found

    def counting(
        self, text: str, passages: Passages, later: Container[int] = ()
    ) -> Generator[None, None, dict[int, list[Called]]]:
        """Count some passages at a time; the generator's value is what `count` returns.

        `later` are passages, by their places from 0, that nobody had published yet.
        """
        found: Found = {}
        for at in range(len(passages)):
            for match, start, end in self._found_in(text, passages.starts[at], passages.ends[at]):
                key = (match.name_id, match.text, at in later)
                if key in found:
                    found[key].count += 1
                else:
                    number = passages.numbers[at]
                    found[key] = Called(match.text, 1, number, start, end, at in later)
            if at % STEP == STEP - 1:
                yield
        return _by_name(found)

    def _found_in(self, text: str, start: int, end: int) -> Iterator[tuple[_Spelling, int, int]]:
        """The spellings in a stretch of a text, each with where it stands in the text."""
        words = list(_words(text[start:end]))
        at = 0
        while at < len(words):
            matches = self._matches(words, at)
            for match in matches:
                last = words[at + len(match.words) - 1]
                yield match, start + words[at][1], start + last[2]
            at += len(matches[0].words) if matches else 1

    def _matches(self, words: list[tuple[str, int, int]], at: int) -> list[_Spelling]:
        """The longest spellings that begin at a word; several where names share one."""
        found: list[_Spelling] = []
        for spelling in self._by_first.get(words[at][0], ()):
            if found and len(spelling.words) < len(found[0].words):
                break
            part = words[at : at + len(spelling.words)]
            is_new = all(s.name_id != spelling.name_id for s in found)
            if is_new and tuple(word for word, _, _ in part) == spelling.words:
                found.append(spelling)
        return found


def _longest_first(spelling: _Spelling) -> int:
    return -len(spelling.words)


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text folded, each with where it stands."""
    for match in _WORD.finditer(fold(text)):
        yield match[0].replace(FILLER, ""), match.start(), match.end()


def _by_name(found: Found) -> dict[int, list[Called]]:
    names: defaultdict[int, list[Called]] = defaultdict(list)
    for (name_id, _, _), called in found.items():
        names[name_id].append(called)
    return {name_id: sorted(each, key=_most_first) for name_id, each in names.items()}


def _most_first(called: Called) -> tuple[bool, int, int]:
    return (called.later, -called.count, called.start)
