"""What stands beside a number: its unit or noun, a hyphen, or nobody at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.number_words import NumberReader
from db.text.quantity_words import QuantityWords
from db.text.tokens import Token

_REACH: Final = 3
_DETERMINERS: Final = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those", "my", "our"]
)
# Russian and Kazakh participles for people: "выживших нет", "тірі қалғандар жоқ".
THOSE: Final = ("вших", "ненных", "шихся", "ғандар", "гендер", "қандар", "кендер")


class UnitReader:
    """Looks at the tokens of one text around a number."""

    def __init__(
        self, words: QuantityWords, text: str, tokens: Sequence[Token], numbers: NumberReader
    ) -> None:
        self._words = words
        self._text = text
        self._tokens = tokens
        self._numbers = numbers

    def word(self, index: int) -> str:
        """Return the plain form of a token, "" outside the text."""
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def adjacent(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        if not 0 < index < len(self._tokens):
            return False
        return self._tokens[index].start == self._tokens[index - 1].end

    def is_hyphenated(self, index: int) -> bool:
        """Tell whether a hyphen at a token joins the words beside it."""
        return self.word(index) == "-" and self.adjacent(index) and self.adjacent(index + 1)

    def unit_near(self, index: int) -> tuple[int, str] | None:
        """Return (index after it, unit) of the unit at a token or up to two words on."""
        index += self.word(index) == "-" and self.adjacent(index)
        for at in range(index, min(index + _REACH, len(self._tokens))):
            unit = self._words.units.at(self._tokens, at)
            # Letters that are units too ("m") count as such only beside the number.
            if unit and (at == index or len(self._tokens[at].plain) > 2):
                return at + unit[0], unit[1]
            if not self._tokens[at].is_word or self._tokens[at].plain in self._words.unit_stops:
                return None
            if self._tokens[at].plain in _DETERMINERS and self.word(at - 1) != "of":
                # "fewer than 40 finished the year": another thing begins.
                return None
            # "он үші екі жылға": what the next number counts is not counted by this one.
            if self._numbers.read(at):
                return None
        return None

    def _is_plural(self, index: int) -> bool:
        """Tell whether a word is an English plural of what is counted: "no windows were broken"."""
        word = self._tokens[index].plain
        plural = len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
        return plural and word.isascii() and word not in self._words.uncounted

    def nobody_end(self, index: int) -> int:
        """Return the index after "no casualties" or "погибших нет" at a token, else 0."""
        units = self._words.units
        if self._tokens[index].plain in self._words.zero:
            if self.word(index + 2) == ":":
                # "No miracles: all the miners are dead"
                return 0
            for noun in range(index + 1, min(index + 3, len(self._tokens))):
                listed = self._words.zero_nouns.at(self._tokens, noun)
                unit = units.at(self._tokens, noun)
                length = listed[0] if listed else unit[0] if unit and unit[1] == "people" else 0
                length = length or int(self._is_plural(noun))
                if length:
                    return noun + length
                if not self._tokens[noun].is_word:
                    break
            return 0
        unit = units.at(self._tokens, index)
        if self._tokens[index].plain.endswith(THOSE):
            unit = unit or (1, "people")
        none = self._words.zero_after.at(self._tokens, index + unit[0]) if unit else None
        governed = self.word(index - 1) in self._words.unit_stops
        if unit and none and unit[1] == "people" and not governed:
            return index + unit[0] + none[0]
        return 0
