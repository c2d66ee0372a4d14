"""Quantities in running text: the least and greatest value that the words allow.

Counts are whole, so "more than 70" is 71 and more; of what can be divided (months, percent,
degrees) "more than 7" is kept as 7 and more, since 7 and a half is more than 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from db.text.bounds_words import ModifierReader
from db.text.counts import CountChecker
from db.text.denied_figures import DenialReader
from db.text.found_units import Found, UnitFinder
from db.text.not_counts import blocked_tokens, shaped_spans
from db.text.number_words import Cardinal, NumberReader
from db.text.quantity_words import QuantityWords, quantity_words
from db.text.ranges import RangeReader
from db.text.tokens import Token, tokens_of, with_digits
from db.text.units import THOSE
from db.text.word_lists import SHIPPED, WordLists


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as offsets in the text and what its words allow.

    ``min`` and ``max`` are None where the words set no bound; ``vague`` is the word that makes
    the number inexact or stands in its place; ``unit`` the unit of the words, None where it
    is none of the list; ``denied`` whether the words say that it is not so ("not 70").
    """

    start: int
    end: int
    min: float | None
    max: float | None
    vague: str | None = None
    unit: str | None = None
    denied: bool = False


def find_quantities(
    text: str,
    language: str,
    dates: Iterable[tuple[int, int]] = (),
    *,
    lists: WordLists = SHIPPED,
) -> list[Quantity]:
    """Return the quantities of a text in order; ``dates`` are the places of dates in it."""
    text = with_digits(text)
    tokens = tokens_of(text)
    blocked = blocked_tokens(tokens, [*dates, *shaped_spans(text)])
    finder = _Finder(language, quantity_words(language, lists), text, tokens, blocked)
    return list(finder.all())


def counts_something(following: str, language: str) -> bool:
    """Tell whether a unit or a noun that is counted begins a text, as in "| people came"."""
    tokens = tokens_of(following[:80])
    numbers = NumberReader(language, tokens, set())
    checker = CountChecker(quantity_words(language), following, tokens, numbers)
    return checker.unit_near(0) is not None


def _idiomatic(words: QuantityWords, tokens: Sequence[Token]) -> set[int]:
    """Return the indices of the tokens of turns such as "on all fours"."""
    found: set[int] = set()
    known = words.known_idioms
    for index, token in enumerate(tokens):
        may = known.get(token.plain)
        if may is None:
            if len(known) > _MOST_KNOWN:
                known.clear()
            may = known[token.plain] = words.idioms.begins(token.plain)
        idiom = words.idioms.at(tokens, index) if may else None
        if idiom:
            found.update(range(index, index + idiom[0]))
    return found


_TWO: Final = 2
_THINGS: Final = ("вка", "вки", "вку", "вке", "тка", "тки", "тку", "тке")
_AT: Final = frozenset(["при", "до", "от", "at", "to", "of", "from", "below"])
_PLURAL: Final = ("ые", "ых", "ым", "ыми")
_MOST_KNOWN: Final = 20_000


class _Finder:
    """Walks over the tokens of one text."""

    def __init__(
        self,
        language: str,
        words: QuantityWords,
        text: str,
        tokens: Sequence[Token],
        blocked: set[int],
    ) -> None:
        self._words = words
        self._tokens = tokens
        self._numbers = NumberReader(language, tokens, blocked)
        self._counts = CountChecker(self._words, text, tokens, self._numbers)
        self._ranges = RangeReader(self._words, tokens, self._numbers)
        self._modifiers = ModifierReader(self._words, tokens)
        self._units = UnitFinder(self._words, tokens, self._counts)
        self._denials = DenialReader(self._words, tokens)
        blocked |= _idiomatic(words, tokens) | self._counts.parts_of_wholes()
        self._numbers.forget()
        self._blocked = blocked
        # The end and the bounds of the quantity found last.
        self._last: tuple[int, float | None, float | None] = (-1, None, None)

    def all(self) -> Iterator[Quantity]:
        index = end = 0
        while index < len(self._tokens):
            if index in self._blocked or not self._may_begin(index):
                index += 1
                continue
            found = self._at(index)
            quantity = self._quantity(found) if found else None
            start = self._tokens[index].start
            again = quantity is not None and self._is_again(index, quantity.min, quantity.max)
            # In "70 $ 70" the sign belongs to one of them only.
            if found and quantity and start >= end and not again:
                self._last = (quantity.end, quantity.min, quantity.max)
                yield replace(quantity, start=max(quantity.start, end))
                end = quantity.end
            index = found.last if found else self._after_number(index)

    def _is_again(self, index: int, low: float | None, high: float | None) -> bool:
        """Tell whether brackets say a number once more: "28 (twenty-eight) men"."""
        end, *values = self._last
        bracket = self._tokens[index - 1] if index else None
        beside = bracket is not None and bracket.plain == "(" and bracket.start - end in (0, 1)
        return beside and values == [low, high]

    def _may_begin(self, index: int) -> bool:
        """Tell whether a quantity may begin with a token: most words are none, once and for all."""
        token = self._tokens[index]
        if token.is_figure:
            return True
        may = self._words.known.get(token.plain)
        if may is None:
            if len(self._words.known) > _MOST_KNOWN:
                self._words.known.clear()
            may = self._numbers.begins(token) or self._is_listed(token.plain)
            self._words.known[token.plain] = may
        return may

    def _is_listed(self, word: str) -> bool:
        lists = self._words
        listed = (lists.vague, lists.exact, lists.units)
        return (
            any(phrases.begins(word) for phrases in listed)
            or word in lists.zero
            or word in lists.with_unit
            or word.endswith(THOSE)
            or any(stem in word for stems in lists.compounds.values() for stem in stems)
        )

    def _after_number(self, index: int) -> int:
        """Step over a number that counts nothing, as a whole."""
        number = None if index in self._blocked else self._numbers.read(index)
        return number.last if number else index + 1

    def _at(self, index: int) -> Found | None:
        number = self._numbers.read(index)
        length = number.last - number.first if number else 0
        vague = self._words.vague.at(self._tokens, index)
        if vague and vague[0] > length:
            return self._units.with_unit(Found(index, index + vague[0], None, None, vague[1]))
        exact = self._exact(index)
        if exact:
            return exact
        if number is None:
            return self._in_one_word(index)
        return self._of_number(number)

    def _exact(self, index: int) -> Found | None:
        """Read "no one", "a couple", "a couple of hundred", "an hour and a half"."""
        if self._tokens[index].plain in ("a", "an"):
            unit = self._words.units.at(self._tokens, index + 1)
            last = index + 1 + unit[0] if unit else index
            if unit and [self._counts.word(last + n) for n in range(3)] == ["and", "a", "half"]:
                return Found(index, last + 3, 1.5, 1.5, unit=unit[1])
        exact = self._words.exact.at(self._tokens, index)
        if exact and self._counts.word(index) == "not" and self._counts.word(index + 2) == "but":
            # "not one but three"
            return None
        # "no one-sided account" is not about nobody, «две пары» are no two more.
        if not exact or self._is_counted(index) or self._counts.is_hyphenated(index + exact[0]):
            return None
        value, last = float(exact[1]), index + exact[0]
        after = last + (self._counts.word(last) == "of")
        scale = self._numbers.scale_of(self._counts.word(after))
        if scale:
            value, last = value * scale, after + 1
        whole = int(value) if value == int(value) else value
        return self._units.with_unit(Found(index, last, whole, whole))

    def _is_counted(self, index: int) -> bool:
        """Tell whether «пары» is the unit of the number before it: «две пары»."""
        before = self._numbers.read(index - 1)
        pair = self._words.exact.at(self._tokens, index)
        counted = before is not None and before.last == index and before.value > 0
        return counted and pair is not None and float(pair[1]) == _TWO

    def _in_one_word(self, index: int) -> Found | None:
        word = self._tokens[index].plain
        nobody = self._counts.nobody_end(index)
        if nobody:
            return Found(index, nobody, 0, 0, unit="people")
        if word in self._words.with_unit:
            value, unit = self._words.with_unit[word]
            return Found(index, index + 1, value, value, unit=unit)
        return self._compound(index)

    def _compound(self, index: int) -> Found | None:
        """Read an adjective made with a number: "трехдневный", "пятитысячная"."""
        word = self._tokens[index].plain
        for unit, stems in self._words.compounds.items():
            for stem in stems:
                prefix = word.partition(stem)[0]
                value = self._numbers.joined_value(prefix) if prefix != word else None
                if word.endswith(_THINGS):
                    # «стометровка», «пятилетка»
                    return None
                if value == _TWO and unit == "thousands" and word.endswith(_PLURAL):
                    # "в двухтысячных": the years after 2000.
                    return None
                if value is not None:
                    value = value * 1000 if unit == "thousands" else value
                    name = "" if unit == "thousands" else unit
                    return Found(index, index + 1, value, value, unit=name)
        return None

    def _of_number(self, number: Cardinal) -> Found | None:
        word = self._tokens[number.first].plain
        endings = self._words.only_before.get(word)
        if endings and not self._counts.word(number.last).endswith(endings):
            return None
        others = self._words.not_before.get(word)
        if others and self._counts.word(number.last).endswith(others):
            return None
        if word in self._words.not_numbers or self._counts.is_name(number):
            return None
        span = self._ranges.read(number)
        if span:
            return self._units.with_unit(Found(number.first, span.last, span.low, span.high))
        value = number.value * self._ranges.scales.get(number.first, 1)
        value = int(value) if value == int(value) else value
        found = Found(
            number.first,
            number.last,
            value,
            value,
            case=number.case,
            scale=number.scale > 1 and number.value == number.scale,
            one=number if number.one else None,
        )
        return self._units.with_unit(found)

    def _quantity(self, found: Found) -> Quantity | None:
        found = self._signed(found)
        unit_last = max(found.unit_last, found.last)
        around = self._modifiers.read(
            found.first,
            found.last,
            unit_last,
            found.case,
            from_=bool(found.unit) and found.low == found.high,
            scale=found.scale,
        )
        plain_one = found.one and not (around.bound or around.vague)
        if plain_one and found.one and self._counts.is_pronoun(found.one):
            return None
        ended = found.first in self._ranges.change_ends
        ended = ended or (around.bound == "most" and self._ranges.is_reached(around, found.first))
        bound = "" if ended else around.bound
        low, high = self._bounded(found, bound)
        first, last = min(around.first, found.first), max(around.last, unit_last)
        return Quantity(
            start=self._tokens[first].start,
            end=self._tokens[last - 1].end,
            min=low,
            max=high,
            vague=found.vague or around.vague or None,
            unit=found.unit or None,
            # «не было ни одного» are none.
            denied=bool(high != 0) and self._denials.is_denied(first, last),
        )

    def _signed(self, found: Found) -> Found:
        before = found.first - 1
        sign = self._counts.word(before)
        minus = sign in self._words.negative or (sign == "-" and self._is_minus(before, found.unit))
        if not minus or found.low is None or found.high is None:
            return found
        if found.low < 0:
            return replace(found, first=before)
        return replace(found, first=before, low=-found.high, high=-found.low)

    def _is_minus(self, sign: int, unit: str) -> bool:
        """Tell whether a hyphen is a minus: "-17 °C", «при -3», but not "AK-47", "10-15"."""
        if self._counts.adjacent(sign):
            return False
        joined = self._counts.adjacent(sign + 1) and not unit
        return unit.startswith("degrees") or (joined and self._counts.word(sign - 1) in _AT)

    def _bounded(self, found: Found, bound: str) -> tuple[float | None, float | None]:
        low, high = found.low, found.high
        if low is None or high is None or not bound:
            return low, high
        step = 0 if found.unit in self._words.continuous or low != int(low) else 1
        if bound in ("more", "least"):
            return (low + step if bound == "more" else low), None
        return None, (high - step if bound == "fewer" else high)
