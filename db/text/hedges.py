"""How sure a text says it is: stated, confirmed, reported, unconfirmed, alleged, denied, expected.

A sentence takes the strongest mark in it, in the order of ``Hedge``; without a mark it is stated.
The marks are word lists, which readers can see and change: they measure words, not truth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from db.text.hedge_senses import means_other, passive_denials
from db.text.kazakh_futures import futures
from db.text.phrases import Phrases
from db.text.russian_futures import is_future
from db.text.sentences import clauses
from db.text.speech_acts import is_promised_sum
from db.text.speech_verbs import VerbReader
from db.text.tokens import Token, tokens_of
from db.text.voice_words import voice_words
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
    tokens = tokens_of(text)
    verbs = VerbReader(text, tokens, voice_words(language, lists))
    listed = list(_found(tokens, _phrases(language, lists)))
    found = [
        (first, last, hedge)
        for first, last, hedge in listed
        if hedge
        and not is_promised_sum(tokens, first, last)
        and (hedge is Hedge.EXPECTED or not means_other(tokens, first, last, verbs))
    ]
    if language == "ru":
        found += _futures(tokens, listed)
    if language == "kk":
        found += [(first, last, Hedge.EXPECTED) for first, last in futures(tokens)]
    found += [(first, last, Hedge.DENIED) for first, last in passive_denials(tokens)]
    return [
        HedgeMark(tokens[first].start, tokens[last - 1].end, hedge)
        for first, last, hedge in sorted(found)
    ]


@lru_cache(maxsize=8)
def _phrases(language: str, lists: WordLists) -> Phrases:
    return Phrases(lists.table(language, "hedges"))


def _futures(
    tokens: Sequence[Token], listed: Sequence[tuple[int, int, Hedge | None]]
) -> Iterator[tuple[int, int, Hedge]]:
    """Yield the Russian verbs in the future that are part of no listed turn."""
    taken = {at for first, last, _ in listed for at in range(first, last)}
    for at, token in enumerate(tokens):
        if token.is_word and at not in taken and is_future(token.plain):
            yield at, at + 1, Hedge.EXPECTED


def _found(tokens: Sequence[Token], phrases: Phrases) -> Iterator[tuple[int, int, Hedge | None]]:
    """Yield the phrases that stand among tokens: first token, the one after, hedge if any."""
    index = 0
    while index < len(tokens):
        found = phrases.at(tokens, index)
        last = index + (found[0] if found else 1)
        if found:
            yield index, last, None if found[1] == "none" else Hedge(found[1])
        index = last


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
    if not marks:
        return Hedge.STATED
    start, end = next(
        (part for part in clauses(text, *sentence) if part[0] <= at < part[1]), sentence
    )
    own = [mark for mark in marks if start <= mark.start < end]
    if own:
        return strongest(own)
    rest = [mark for mark in marks if sentence[0] <= mark.start < sentence[1]]
    return strongest(mark for mark in rest if mark.hedge in _FAR_REACHING)
