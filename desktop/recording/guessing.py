"""Which aspect and scope some words may be about, guessed from the corpus's own claims and words.

Every claim that is there teaches which words stand around claims of its aspect; the aspects' own
titles and scopes do where there are none yet. A guess is shown with the word it comes from.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from db.corpus import Corpus
from db.records import Aspect
from db.text.folding import fold
from desktop.recording.proposal import sentence_around

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = 5
MOST_LEARNED: Final = 1_000
"""Claims learned from, the newest first: more would make the form wait."""
# A claim's own words teach more than those around them, an aspect's title as much as two claims.
_OWN, _AROUND, _TITLE = 3.0, 0.5, 6.0
_SMOOTH: Final = 0.1
# A word beside more claims than this share of all says nothing about any.
_TOO_COMMON: Final = 0.12


@dataclass(frozen=True, slots=True)
class Guess:
    """An aspect and the words that speak most for it, at most two."""

    aspect_id: int
    words: tuple[str, ...]


class AspectGuesser:
    """Weighs words as naive Bayes does; learns once, made anew when claims have changed."""

    def __init__(self, corpus: Corpus) -> None:
        self.aspects = corpus.aspects.all()
        self._weights: defaultdict[str, defaultdict[int, float]] = defaultdict(_zeros)
        self._totals: defaultdict[int, float] = defaultdict(float)
        for aspect in self.aspects:
            self._learn(aspect.id, f"{aspect.title} {aspect.key}", _TITLE)
        lessons = _lessons(corpus)
        common = Counter(
            stem for _, own, around in lessons for stem in set(stems(f"{own} {around}"))
        )
        for aspect_id, own, around in lessons:
            self._learn(aspect_id, own, _OWN)
            self._learn(aspect_id, around, _AROUND)
        for stem, count in common.items():
            if len(lessons) > 40 and count > _TOO_COMMON * len(lessons):
                del self._weights[stem]

    def _learn(self, aspect_id: int, text: str, weight: float) -> None:
        for stem in set(stems(text)):
            self._weights[stem][aspect_id] += weight
            self._totals[aspect_id] += weight

    def guess(self, near: str, around: str, *, figure: bool, unit: str = "") -> Guess | None:
        """The aspect that words are most likely about, None where no word speaks for any.

        `near` are the words themselves, `around` their sentence; with a `figure` only aspects
        of numbers are thought of, else only others.
        """
        fitting = [a.id for a in self.aspects if _fits(a, figure, unit)]
        own = set(stems(near))
        weighed = [
            (stem, word, _OWN if stem in own else _AROUND)
            for stem, word in dict(_stemmed(f"{near} {around}")).items()
            if stem in self._weights and any(a in self._weights[stem] for a in fitting)
        ]
        if not weighed:
            return None
        scores = {a: sum(w * self._log(stem, a) for stem, _, w in weighed) for a in fitting}
        best = max(scores, key=lambda a: scores[a])
        speaking = [(w * self._lead(stem, best, fitting), word) for stem, word, w in weighed]
        words = [word for lead, word in sorted(speaking, reverse=True) if lead > 0]
        return Guess(best, tuple(words[:2])) if words else None

    def _log(self, stem: str, aspect_id: int) -> float:
        count = self._weights[stem].get(aspect_id, 0.0) if stem in self._weights else 0.0
        return log((count + _SMOOTH) / (self._totals[aspect_id] + _SMOOTH * 1000))

    def _lead(self, stem: str, aspect_id: int, fitting: Sequence[int]) -> float:
        """How much more a word speaks for one aspect than for the others."""
        others = [self._log(stem, a) for a in fitting if a != aspect_id]
        if not self._weights[stem].get(aspect_id):
            return 0.0
        return self._log(stem, aspect_id) - (sum(others) / len(others) if others else -99)


def _zeros() -> defaultdict[int, float]:
    return defaultdict(float)


def _fits(aspect: Aspect, figure: bool, unit: str) -> bool:
    if not figure:
        return aspect.type != "number"
    if aspect.type != "number":
        return False
    return not unit or not aspect.unit or same_unit(aspect.unit, unit)


_TIMES: Final = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})


def same_unit(one: str, other: str) -> bool:
    """Whether figures in two units can be about one thing."""
    return one == other or (one in _TIMES and other in _TIMES)


def _lessons(corpus: Corpus) -> list[tuple[int, str, str]]:
    """The newest claims' aspects, their words in every edition, and the sentences around them."""
    rows = corpus.connection.execute(
        "SELECT c.aspect_id, pl.edition_id, pl.start, pl.end, p.start, p.end "
        "FROM (SELECT id, aspect_id, anchor_id FROM claim WHERE status = 'accepted' "
        "ORDER BY id DESC LIMIT ?) c "
        "JOIN placement pl ON pl.anchor_id = c.anchor_id JOIN passage p ON p.id = pl.passage_id "
        "JOIN edition e ON e.id = pl.edition_id WHERE e.state = 'held' "
        "ORDER BY pl.edition_id, pl.start",
        (MOST_LEARNED,),
    ).fetchall()
    lessons = []
    for aspect_id, edition_id, start, end, first, last in rows:
        passage = corpus.editions.words(edition_id, first, last)
        begin, stop = sentence_around(passage, start - first, end - first)
        lessons.append((aspect_id, passage[start - first : end - first], passage[begin:stop]))
    return lessons


def guess_scope(aspect: Aspect, near: str) -> tuple[str, bool]:
    """The narrowest scope whose words all stand in some words, and True; else the widest."""
    there = set(stems(near))
    named = [
        scope
        for scope, _ in aspect.scopes
        if (own := stems(scope)) and all(stem in there for stem in own)
    ]
    if named:
        return max(named, key=lambda scope: len(stems(scope))), True
    widest = [scope for scope, within in aspect.scopes if not within]
    return "all" if "all" in widest else "", False


def guess_choice(aspect: Aspect, near: str, around: str) -> str:
    """The choice whose words stand in the words themselves, else in their sentence, else none."""
    for place in (near, around):
        there = set(stems(place))
        named = [c for c, _ in aspect.choices if (own := stems(c)) and set(own) <= there]
        if named:
            return max(named, key=lambda choice: len(stems(choice)))
    return ""


def stems(text: str) -> list[str]:
    """The beginnings of the words of a text."""
    return [stem for stem, _ in _stemmed(text)]


def _stemmed(text: str) -> Sequence[tuple[str, str]]:
    return [(_stem(m[0]), m[0]) for m in _WORD.finditer(text)]


def _stem(word: str) -> str:
    return fold(word)[:_STEM]
