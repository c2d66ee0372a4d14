"""Two numbers that are the ends of one: "500 to 800", "7–8", "500-ден 800-ге дейін"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from db.text.bounds_words import Modifier
from db.text.number_words import Cardinal, NumberReader
from db.text.phrases import Phrases
from db.text.quantity_words import QuantityWords
from db.text.tokens import Token

_UP_TO: Final = ("дейін", "шейін")
_CHANGE_REACH: Final = 6
# "rose by 10 to 40", «вырос на 10, до 40»
_BY: Final = ("by",)
_REACHED: Final = 9


@dataclass(frozen=True, slots=True)
class NumberRange:
    """The ends of a range and the index of the token after it."""

    low: float
    high: float
    last: int


# What rises or falls changes less than tenfold when one scale is said of both numbers.
_NEAR: Final = 10


class RangeReader:
    """Reads ranges among the tokens of one text."""

    def __init__(
        self, words: QuantityWords, tokens: Sequence[Token], numbers: NumberReader
    ) -> None:
        self._words = words
        self._tokens = tokens
        self._numbers = numbers
        self.change_ends: set[int] = set()
        # "rose from 1.2 to 1.9 billion": the first number by its token, with the scale it shares.
        self.scales: dict[int, float] = {}

    def read(self, number: Cardinal) -> NumberRange | None:
        """Return the range that begins with a number, None where it stands alone.

        What rose or fell from one number to another is no range: the token the second begins
        with is kept in ``change_ends``, since the "to" before it is no bound.
        """
        started = self._is_started(number.first)
        turned = self._turned(number)
        if turned:
            return turned
        for at in self._places_after(number):
            second, last = self._second(number, at, started)
            if second is None or not self._same_unit(number.last, at, second.last):
                continue
            changing = started or number.case or (self._words.cases and self._word(at) != "-")
            changing = changing or self._word(number.first - 1) in _BY
            if changing and self._is_change(number.first, last):
                self.change_ends.add(second.first)
                self.scales[number.first] = _changed_scale(number, second)
                return None
            ends = _ends(number, second)
            if self._is_negative(number.first) and self._is_negative(second.first):
                low, high = (
                    number._replace(value=-second.value),
                    second._replace(value=-number.value),
                )
                ends = _ends(low, high)
            if ends:
                return NumberRange(*ends, last)
        return None

    def _turned(self, number: Cardinal) -> NumberRange | None:
        """Read "сотни две-три": the scale stands before both ends."""
        if number.scale == 1 or self._numbers.scale_of(self._word(number.first)) != number.scale:
            return None
        if number.last < number.first + 2 or self._word(number.last) != "-":
            return None
        second, last = self._after_dash(number.last)
        if second is None or second.scale > 1:
            return None
        high = second.value * number.scale
        return NumberRange(number.value, high, last) if number.value < high else None

    def _is_negative(self, first: int) -> bool:
        """Tell whether a minus stands before a number: "-15", "minus 15", but not "10-15"."""
        if self._word(first - 1) != "-":
            return self._word(first - 1) in self._words.negative
        sign = self._tokens[first - 1]
        free = first < 2 or self._tokens[first - 2].end < sign.start
        return free and sign.end == self._tokens[first].start

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def _places_after(self, number: Cardinal) -> Iterator[int]:
        """Yield where the second number may be announced: at once, or after the unit."""
        yield number.last
        unit = self._words.units.at(self._tokens, number.last)
        if unit:
            yield number.last + unit[0]

    def _same_unit(self, first: int, at: int, last: int) -> bool:
        """Tell whether two numbers can be ends of one: "8 percent to 2.7 million tonnes" cannot."""
        own = self._words.units.at(self._tokens, first) if at > first else None
        other = self._words.units.at(self._tokens, last)
        return not (own and other) or own[1] == other[1]

    def _is_started(self, first: int) -> bool:
        """Tell whether "from" or "between" stands before a number, perhaps with "about"."""
        sign = self._words.currency.before(self._tokens, first)
        first -= sign[0] if sign else int(self._is_negative(first))
        for _ in range(2):
            if self._words.range_from.before(self._tokens, first):
                return True
            found = self._words.before.before(self._tokens, first)
            if not found or found[1] not in ("about", "skip"):
                break
            first -= found[0]
        return False

    def _second(self, number: Cardinal, at: int, started: bool) -> tuple[Cardinal | None, int]:
        """Return the second number and the index after the range."""
        word = self._word(at)
        if word == "-":
            return self._after_dash(at)
        corrected = self._words.range_phrases.at(self._tokens, at)
        if corrected:
            # "two, maybe three", «двое, а то и трое»
            second = self._number_at(at + corrected[0])
            return second, second.last if second else 0
        if word in self._words.range_words or (started and word in self._words.range_and):
            second = self._number_at(at + 1)
            return second, second.last if second else 0
        if word in self._words.range_and and self._words.cases:
            return self._between_kazakh(at + 1)
        if number.case == "ablative" or self._word(at - 1).endswith(
            self._words.cases.get("ablative", ())
        ):
            return self._up_to_kazakh(at)
        return None, 0

    def _number_at(self, index: int) -> Cardinal | None:
        found = self._words.before.at(self._tokens, index)
        if found and found[1] in ("about", "skip"):
            index += found[0]
        sign = self._words.currency.at(self._tokens, index)
        index += sign[0] if sign else 0
        if self._word(index) in self._words.negative or self._is_negative(index + 1):
            index += 1
        return self._numbers.read(index)

    def _after_dash(self, at: int) -> tuple[Cardinal | None, int]:
        second = self._numbers.read(at + 1)
        if second is None:
            return None, 0
        dash = self._tokens[at]
        joined = dash.start == self._tokens[at - 1].end
        if joined != (dash.end == self._tokens[at + 1].start):
            return None, 0
        # A dash between spaces divides sentences as often as numbers.
        unit = self._words.units.at(self._tokens, second.last)
        figures = self._tokens[at - 1].is_figure and self._tokens[at + 1].is_figure
        return (second, second.last) if joined or (figures and unit) else (None, 0)

    def _between_kazakh(self, index: int) -> tuple[Cardinal | None, int]:
        second = self._numbers.read(index)
        if second is None:
            return None, 0
        for later in range(second.last, second.last + 3):
            words = self._words.between.at(self._tokens, later)
            if words:
                return second, later + words[0]
        return None, 0

    def _up_to_kazakh(self, index: int) -> tuple[Cardinal | None, int]:
        second = self._numbers.read(index)
        if second is None:
            return None, 0
        dative = self._words.cases.get("dative", ())
        for later in range(second.last, second.last + 3):
            inflected = second.case == "dative" or self._word(later - 1).endswith(dative)
            if self._word(later).startswith(_UP_TO) and inflected:
                return second, later + 1
        return None, 0

    def is_reached(self, around: Modifier, first: int) -> bool:
        """Tell whether "до 110" is what something rose or fell to, and no bound of it."""
        before = range(around.first, first)
        after = range(first, around.last)
        up_to = [
            at
            for at in (*before, *after)
            if self._word(at) == "до" or self._word(at).startswith(_UP_TO)
        ]
        if not up_to or not self._words.reached:
            return False
        if self._words.cases:
            return self._stands(self._words.reached, up_to[-1] + 1, up_to[-1] + 4)
        return self._stands(self._words.reached, around.first - _REACHED, around.first)

    def _stands(self, phrases: Phrases, first: int, last: int) -> bool:
        places = range(max(0, first), min(last, len(self._tokens)))
        return any(phrases.at(self._tokens, at) for at in places)

    def _is_change(self, first: int, last: int) -> bool:
        """Tell whether something rose or fell from one number to the other."""
        first -= self._is_negative(first)
        if self._word(first - 1) in self._words.never_change:
            return False
        turned = self._words.cases or self._word(first - 1) in ("с", "со")
        after = range(last, min(last + 4, len(self._tokens))) if turned else ()
        before = range(max(0, first - _CHANGE_REACH), first)
        return any(self._words.change.at(self._tokens, index) for index in (*before, *after))


def _ends(first: Cardinal, second: Cardinal) -> tuple[float, float] | None:
    """Return the ends in order; "20 to 30 thousand" begins with 20 thousand."""
    low, high = first.value, second.value
    low = low * _shared_scale(first, second)
    return (low, high) if low < high else None


def _shared_scale(first: Cardinal, second: Cardinal) -> float:
    """Return the scale that the second number lends to the first: 1,000 in "20 to 30 thousand"."""
    alone = second.scale > 1 and first.scale == 1
    return second.scale if alone and first.value < second.value / second.scale else 1


def _changed_scale(first: Cardinal, second: Cardinal) -> float:
    """Return the scale lent to a number that also may be the greater: "from 5.1 to 4.3 million"."""
    near = first.value < _NEAR * second.value / second.scale
    return second.scale if first.scale == 1 and near else _shared_scale(first, second)
