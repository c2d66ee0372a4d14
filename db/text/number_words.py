"""Cardinal numbers in figures and words: "1,500", "two and a half million", "жетпістен"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from db.text.number_lists import (
    ABBREVIATED,
    RUSSIAN_ENDINGS,
    figure_value,
    inflected_ones,
    number_cases,
    number_phrases,
    number_stems,
    room_beside,
)
from db.text.tokens import Token
from db.text.word_lists import word_list


class Cardinal(NamedTuple):
    """A number; ``first`` and ``last`` are indices of its tokens, the last not included.

    ``scale`` is the factor it ends with (1000 in "20 thousand"), ``case`` the Kazakh case its
    ending stands in, ``one`` whether it is the bare word "one".
    """

    value: float
    first: int
    last: int
    scale: float = 1
    case: str = ""
    one: bool = False


class _Part(NamedTuple):
    """One word or figure of a number and the index after it."""

    value: float
    last: int
    is_scale: bool = False
    is_figure: bool = False
    case: str = ""


@dataclass(slots=True)
class _Sum:
    """A number as it grows: done is what is multiplied out, group what still may be."""

    done: float = 0
    group: float = 0
    room: float = math.inf
    limit: float = math.inf
    scale: float = 1
    parts: list[_Part] = field(default_factory=list)

    def take(self, part: _Part) -> bool:
        """Add one part; False where it begins another number."""
        taken = self._take_scale(part) if part.is_scale else self._take_value(part)
        if taken:
            self.parts.append(part)
        return taken

    def _take_value(self, part: _Part) -> bool:
        if not part.value < min(self.room, self.limit) or (self.parts and part.value == 0):
            return False
        self.group += part.value
        self.room = 1 if part.is_figure else room_beside(part.value)
        self.scale = 1
        return True

    def _take_scale(self, part: _Part) -> bool:
        scale = part.value
        if scale >= self.limit:
            return False
        if scale < _THOUSAND:
            if self.group >= scale:
                return False
            self.group = (self.group or 1) * scale
            self.room = scale if scale == _HUNDRED else 1
        else:
            self.done += (self.group or 1) * scale
            self.group, self.room, self.limit = 0, math.inf, scale
        self.scale = scale
        return True

    @property
    def value(self) -> float:
        value = self.done + self.group
        return int(value) if value == int(value) else value


_HUNDRED: Final = 100
_THOUSAND: Final = 1_000
_LONGEST: Final = 20
# Longer ones are no counts, and floats do not hold them exactly.
_LONGEST_FIGURE: Final = 20


class NumberReader:
    """Reads cardinals among the tokens of one text in one language."""

    def __init__(self, language: str, tokens: Sequence[Token], blocked: set[int]) -> None:
        words = word_list(language, "quantities")
        self._language = language
        self._tokens = tokens
        self._blocked = blocked
        self._known: dict[int, Cardinal | None] = {}
        self._stems = number_stems(language)
        self._bare: dict[str, Any] = words["bare_scales"]
        self._ones = frozenset(words["one"]["words"])
        self._last_ones = inflected_ones(language)
        self._turning = frozenset(self._bare.get("turned", []))
        self._phrases = number_phrases(language)

    def read(self, index: int) -> Cardinal | None:
        """Return the number that begins at a token, None where there is none."""
        if index not in self._known:
            within = 0 <= index < len(self._tokens) and self.begins(self._tokens[index])
            self._known[index] = self._read_anew(index) if within else None
        return self._known[index]

    def begins(self, token: Token) -> bool:
        """Tell whether a number may begin with a token."""
        word = token.plain
        return (
            token.is_figure
            or word in self._stems
            or word in ("a", "an")
            or word in self._turning
            or self._phrases["half"].begins(word)
        )

    def forget(self) -> None:
        """Read anew, since other tokens are blocked now."""
        self._known.clear()

    def _read_anew(self, index: int) -> Cardinal | None:
        turned = self._turned_round(index)
        if turned:
            return turned
        half = self._phrases["half"].at(self._tokens, index)
        if half and self._free(index):
            part = self._part(index + half[0])
            if part and part.is_scale:
                value = int(part.value * float(half[1]))
                return Cardinal(value, index, part.last, part.value, part.case)
        first = index
        if self._word(index) in ("a", "an"):
            part = self._part(index + 1)
            if part is None or not part.is_scale:
                return None
            index += 1
        return self._read(first, index)

    def _turned_round(self, index: int) -> Cardinal | None:
        """Read the Russian approximate order: "тысяч пять" is about five thousand."""
        word = self._word(index)
        if word not in self._turning or not self._needs_number(index):
            return None
        number = self._read(index + 1, index + 1)
        if number is None or number.scale > 1 or not 1 < number.value <= _HUNDRED:
            return None
        if self._tokens[index + 1].is_figure:
            return None
        scale = self.scale_of(word)
        return Cardinal(number.value * scale, index, number.last, scale)

    def joined_value(self, word: str) -> float | None:
        """Return the value of number words written as one: "двадцатипяти"; None where none is."""
        value = self.value_of(word)
        if value is not None:
            return value
        for length in range(len(word) - 2, 2, -1):
            head = self.value_of(word[:length])
            if head is not None and room_beside(head) > 1:
                rest = self.joined_value(word[length:])
                if rest is not None and rest < room_beside(head):
                    return head + rest
        return None

    def _read(self, first: int, index: int) -> Cardinal | None:
        total = _Sum()
        while len(total.parts) < _LONGEST:
            part = self._part(self._after_joint(index, total, True), bool(total.parts))
            if part is None or not total.take(part):
                break
            index = self._half_added(part.last, total)
            if part.case or (part.is_scale and total.value != int(total.value)):
                break
        if not total.parts or self._is_ordinal(index, total):
            return None
        alone = len(total.parts) == 1 and self._word(index - 1) in self._ones
        return Cardinal(total.value, first, index, total.scale, total.parts[-1].case, alone)

    def value_of(self, word: str) -> float | None:
        """Return the value of a single number word, None where it is none."""
        value, is_scale, _ = self._stems.get(word, (-1, False, ""))
        return value if value > 0 and not is_scale else None

    def scale_of(self, word: str) -> float:
        """Return the value of a scale word such as "hundred", 0 where it is none."""
        value, is_scale, _ = self._stems.get(word, (0, False, ""))
        return value if is_scale else 0

    def _free(self, index: int) -> bool:
        return 0 <= index < len(self._tokens) and index not in self._blocked

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if self._free(index) else ""

    def _adjacent(self, index: int) -> bool:
        return self._free(index) and self._tokens[index].start == self._tokens[index - 1].end

    def _after_joint(self, index: int, total: _Sum, joining: bool) -> int:
        """Skip the hyphen of "twenty-five" and the "and" of "a hundred and five"."""
        if not total.parts:
            return index
        if self._word(index) == "-" and self._adjacent(index) and self._adjacent(index + 1):
            return index + 1 if total.room > 1 or self._is_scale(index + 1) else index
        if joining and total.scale >= _HUNDRED and self._word(index) == "and":
            return index + 1 if self._completes(index + 1) else index
        return index

    def _completes(self, index: int) -> bool:
        """Tell whether what follows "and" is part of the number and not another one."""
        group, multiplied = self._group(index)
        # "five hundred and eight hundred" is two numbers; so is, after "between", "five hundred
        # and eight thousand".
        words = [self._word(earlier) for earlier in range(max(0, index - 8), index)]
        return 0 < group < _HUNDRED and not (multiplied and "between" in words)

    def _group(self, index: int) -> tuple[float, bool]:
        """Return the number up to a thousand, and whether "thousand" or the like follows."""
        total = _Sum()
        while len(total.parts) < _LONGEST:
            part = self._part(self._after_joint(index, total, False), bool(total.parts))
            if part is None or part.is_figure:
                break
            if part.is_scale and part.value >= _THOUSAND:
                return total.value, True
            if not total.take(part):
                break
            index = part.last
        return total.value, False

    def _is_scale(self, index: int) -> bool:
        part = self._part(index)
        return part is not None and part.is_scale

    def _half_added(self, index: int, total: _Sum) -> int:
        half = self._phrases["and_half"].at(self._tokens, index)
        if half and total.parts[-1].is_scale and len(total.parts) == 1 and not total.group:
            # "a million and a half"
            total.done += total.scale / 2
            total.limit = 1
            return index + half[0]
        if not half or total.parts[-1].is_scale or total.group != int(total.group):
            return index
        total.group += 0.5
        total.room = 1
        return index + half[0]

    def _is_ordinal(self, index: int, total: _Sum) -> bool:
        """Tell whether an ordinal completes it: "twenty-first", "двадцать первый"."""
        joint = index + 1 if self._word(index) == "-" and self._adjacent(index) else index
        return total.room > 1 and bool(self._phrases["ordinal"].at(self._tokens, joint))

    def _part(self, index: int, later: bool = False) -> _Part | None:
        if not self._free(index):
            return None
        token = self._tokens[index]
        if token.is_figure and len(token.plain) > _LONGEST_FIGURE:
            return None
        if token.is_figure:
            last, case = self._ending(index + 1)
            value = figure_value(token.plain, self._language)
            return _Part(value, last, is_figure=True, case=case)
        value, is_scale, case = self._stems.get(token.plain, (-1, False, ""))
        if later and token.plain in self._last_ones:
            return _Part(1, index + 1, case="other")
        if value < 0 or (is_scale and not later and self._needs_number(index)):
            return None
        last = index + 1
        if is_scale and self._word(last) == "." and token.plain in ABBREVIATED:
            last += 1
        return _Part(value, last, is_scale, case=case)

    def _needs_number(self, index: int) -> bool:
        """Tell whether a scale word alone is no number: "mln", or "тысячи" but not "до тысячи"."""
        word = self._word(index)
        if word in ABBREVIATED:
            return True
        if word not in self._bare.get("alone", []):
            return False
        after = self._phrases["genitive"].before(self._tokens, index)
        return not after or word not in self._bare["genitive"]

    def _ending(self, index: int) -> tuple[int, str]:
        """Skip a case ending written after figures: "70-тен", "10-ти"."""
        if not self._adjacent(index):
            return index, ""
        hyphen = self._word(index) == "-" and self._adjacent(index + 1)
        ending = index + hyphen
        word = self._word(ending)
        for case, endings in number_cases(self._language).items():
            if word in endings:
                return ending + 1, case
        if self._language == "ru" and hyphen and word in RUSSIAN_ENDINGS:
            return ending + 1, ""
        return index, ""
