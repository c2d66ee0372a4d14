"""How sure a text says it is: stated, confirmed, reported, unconfirmed, alleged, denied, expected.

A sentence takes the strongest mark in it, in the order of ``Hedge``; without a mark it is stated.
The marks are word lists, which readers can see and change: they measure words, not truth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from db.text.phrases import Phrases
from db.text.sentences import clauses
from db.text.tokens import Token, tokens_of
from db.text.word_lists import SHIPPED, WordLists


class Hedge(StrEnum):
    """How sure a text says it is, the strongest mark first and the unmarked last."""

    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    ALLEGED = "alleged"
    CONFIRMED = "confirmed"
    EXPECTED = "expected"
    REPORTED = "reported"
    STATED = "stated"


_ORDER: Final = tuple(Hedge)
# Who reports a number vouches for it through the whole sentence; a doubt stays in its clause.
_FAR_REACHING: Final = (Hedge.ALLEGED, Hedge.CONFIRMED, Hedge.REPORTED)


@dataclass(frozen=True, slots=True)
class HedgeMark:
    """Words that give a hedge, as offsets in the text."""

    start: int
    end: int
    hedge: Hedge


def hedge_marks(text: str, language: str, *, lists: WordLists = SHIPPED) -> list[HedgeMark]:
    """Return the hedging words of a text in order."""
    return _marks(tokens_of(text), _phrases(language, lists))


@lru_cache(maxsize=8)
def _phrases(language: str, lists: WordLists) -> Phrases:
    return Phrases(lists.table(language, "hedges"))


def _marks(tokens: Sequence[Token], phrases: Phrases) -> list[HedgeMark]:
    marks: list[HedgeMark] = []
    index = 0
    while index < len(tokens):
        found = phrases.at(tokens, index)
        if found and found[1] != "none":
            last = tokens[index + found[0] - 1]
            marks.append(HedgeMark(tokens[index].start, last.end, Hedge(found[1])))
        index += found[0] if found else 1
    return marks


def strongest(marks: Iterable[HedgeMark]) -> Hedge:
    """Return the hedge that marks together give."""
    return min((mark.hedge for mark in marks), key=_ORDER.index, default=Hedge.STATED)


def paragraph_hedge(hedges: Iterable[Hedge]) -> Hedge:
    """Return the hedge of a paragraph: the mark most of its sentences carry, else stated."""
    counted = Counter(hedge for hedge in hedges if hedge is not Hedge.STATED)
    return min(
        counted, key=lambda hedge: (-counted[hedge], _ORDER.index(hedge)), default=Hedge.STATED
    )


def hedge_at(text: str, marks: Sequence[HedgeMark], sentence: tuple[int, int], at: int) -> Hedge:
    """Return the hedge of what stands at an offset: that of its clause, else of the sentence."""
    start, end = next(
        (part for part in clauses(text, *sentence) if part[0] <= at < part[1]), sentence
    )
    own = [mark for mark in marks if start <= mark.start < end]
    if own:
        return strongest(own)
    rest = [mark for mark in marks if sentence[0] <= mark.start < sentence[1]]
    return strongest(mark for mark in rest if mark.hedge in _FAR_REACHING)
