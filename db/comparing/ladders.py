"""Words that lie within others: scopes within wider scopes, choices under more general words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ladder:
    """Each word with the one right above it; what stands on no rung is related to nothing."""

    above: Mapping[str, str]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Ladder:
        """The ladder of pairs of a word and the one above it, "" = none."""
        return cls({word: wider for word, wider in pairs if wider})

    def lies_within(self, word: str, wider: str) -> bool:
        """Whether one word stands below another, any number of rungs."""
        return word != wider and wider in self._climb(word)[1:]

    def related(self, one: str, other: str) -> bool:
        """Whether two words are the same, or one stands below the other."""
        return one == other or self.lies_within(one, other) or self.lies_within(other, one)

    def circle(self) -> list[str]:
        """Words that stand above themselves, in their order; none where all is well."""
        for word in self.above:
            climbed = self._climb(word)
            if self.above.get(climbed[-1]) == word:
                return [*climbed, word]
        return []

    def _climb(self, word: str) -> list[str]:
        climbed = [word]
        while (wider := self.above.get(climbed[-1])) is not None and wider not in climbed:
            climbed.append(wider)
        return climbed
