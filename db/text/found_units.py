"""A number that was found, and the unit, the currency or the age it is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.text.counts import CountChecker
from db.text.number_words import Cardinal
from db.text.quantity_words import QuantityWords
from db.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """A number or range at tokens first..last, before the words around it are read."""

    first: int
    last: int
    low: float | None
    high: float | None
    vague: str = ""
    unit: str = ""
    unit_last: int = 0
    case: str = ""
    scale: bool = False
    one: Cardinal | None = None


class UnitFinder:
    """Looks beside the numbers of one text."""

    def __init__(self, words: QuantityWords, tokens: Sequence[Token], counts: CountChecker) -> None:
        self._words = words
        self._tokens = tokens
        self._counts = counts

    def with_unit(self, found: Found) -> Found:
        """Return a number with the unit or the currency beside it."""
        currency = self._words.currency.before(self._tokens, found.first)
        found = self._in_millions(found, paid=bool(currency))
        near = self._counts.unit_near(found.last)
        if near and not currency:
            return replace(found, unit=near[1], unit_last=self._after_ending(near[0]))
        if currency:
            first = found.first - currency[0]
            return replace(found, first=first, unit=currency[1], unit_last=found.last)
        sign = self._words.currency.at(self._tokens, found.last)
        if sign:
            return replace(found, unit=sign[1], unit_last=found.last + sign[0])
        if self._is_age(found):
            return replace(found, unit="years", unit_last=found.last)
        return replace(found, unit_last=found.last)

    def _in_millions(self, found: Found, *, paid: bool) -> Found:
        """Read the "m" of "$900m" and "1.2m people", which are no metres."""
        low, high, last = found.low, found.high, found.last
        if self._counts.word(last) != "m" or not self._counts.adjacent(last):
            return found
        unit = self._counts.unit_near(last + 1)
        counted = unit is not None and unit[1] not in self._words.continuous
        if low is None or high is None or not (paid or counted):
            return found
        return replace(found, low=low * 1_000_000, high=high * 1_000_000, last=last + 1)

    def _after_ending(self, last: int) -> int:
        """Return the index after a Kazakh ending of a unit: "80 см-ге"."""
        if not self._words.cases or not self._counts.is_hyphenated(last):
            return last
        ending = self._counts.word(last + 1)
        return last + 2 if any(ending in listed for listed in self._words.cases.values()) else last

    def _is_age(self, found: Found) -> bool:
        """Tell whether it stands between commas as in "A. Person, 28, was"."""
        around = (self._counts.word(found.first - 1), self._counts.word(found.last))
        if around[0] == "of" and self._counts.word(found.first - 2) == "age":
            return True
        return around == (",", ",") and found.low is not None and found.low < 120
