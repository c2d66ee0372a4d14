"""Intervals of numbers: what a figure allows, with open ends and vague words.

A figure's words keep their own bounds in the corpus; a vague word without bounds stands for a
range only here, in comparison (`resources/word_lists`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from db.text.word_lists import LANGUAGES, SHIPPED, WordLists

# By how much a number next to a vague word may be off before it is another number.
LEEWAY: Final = 0.1


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `least` to `most`, ends included; None = open."""

    least: float | None = None
    most: float | None = None

    def holds(self, number: float) -> bool:
        """Whether a number lies in it."""
        return (self.least is None or self.least <= number) and (
            self.most is None or number <= self.most
        )

    def lies_above(self, other: Interval) -> bool:
        """Whether every number in it is above every number in the other."""
        return self.least is not None and other.most is not None and self.least > other.most

    def grows_into(self, other: Interval, *, by: float) -> bool:
        """Whether some number in it becomes one in the other by growing no more than that."""
        if self.most is None or other.least is None or self.lies_above(other):
            return not self.lies_above(other)
        return other.least - self.most <= by

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self.lies_above(other) or other.lies_above(self))

    def lies_within(self, other: Interval) -> bool:
        """Whether every number in it lies in the other."""
        above = other.least is None or (self.least is not None and self.least >= other.least)
        below = other.most is None or (self.most is not None and self.most <= other.most)
        return above and below

    def widened(self, share: float) -> Interval:
        """The interval with each end moved outwards by a share of itself."""
        least = None if self.least is None else self.least - abs(self.least) * share
        most = None if self.most is None else self.most + abs(self.most) * share
        return Interval(least, most)

    def stretched(self, by: float) -> Interval:
        """The interval with each end moved outwards by a number."""
        return Interval(
            None if self.least is None else self.least - by,
            None if self.most is None else self.most + by,
        )


# A vague word of which nothing is known is taken to mean more than one of what is counted, and
# of what is measured (frost, a share, a price) anything.
SOME: Final = Interval(2, None)
ANY: Final = Interval()


@lru_cache(maxsize=16_384)
def allowed(
    least: float | None,
    most: float | None,
    vague: str | None,
    lists: WordLists = SHIPPED,
    *,
    counted: bool = True,
) -> Interval:
    """The numbers a figure allows: those within its bounds, else those its vague word means."""
    if least is not None or most is not None or not vague:
        return Interval(least, most)
    return vague_range(vague, lists) or (SOME if counted else ANY)


def meet(one: Interval, other: Interval) -> bool:
    """Whether two intervals that do not overlap part at one number that both name.

    *Up to 70* and *more than 70* (71 or more); 1,500 and *over 1,500*. Only whole numbers can
    lie side by side so, and only where at least one figure is open on its far side: 5 and 6 are
    two numbers.
    """
    lower, upper = (one, other) if other.lies_above(one) else (other, one)
    if lower.most is None or upper.least is None or not upper.lies_above(lower):
        return False
    whole = float(lower.most).is_integer() and float(upper.least).is_integer()
    return whole and upper.least - lower.most == 1 and None in (lower.least, upper.most)


def nearly_overlap(one: Interval, other: Interval, vague: tuple[bool, bool]) -> bool:
    """Whether two intervals overlap once those with a vague word are given some leeway."""
    first = one.widened(LEEWAY) if vague[0] else one
    second = other.widened(LEEWAY) if vague[1] else other
    return any(vague) and first.overlaps(second)


@lru_cache(maxsize=1_024)
def vague_range(word: str, lists: WordLists = SHIPPED) -> Interval | None:
    """The range a vague word or phrase stands for, by the longest phrase known in it."""
    known = _vague_words(lists)
    words = _plain(word).split()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            found = known.get(" ".join(words[start : start + size]))
            if found is not None:
                return found
    return None


@lru_cache(maxsize=4)
def _vague_words(lists: WordLists) -> dict[str, Interval]:
    found: dict[str, Interval] = {}
    for language in LANGUAGES:
        for phrase, (least, most) in lists.table(language, "vague").items():
            found.setdefault(_plain(phrase), Interval(least, most))
    return found


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("ё", "е").split())
