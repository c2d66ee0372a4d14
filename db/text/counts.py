"""Whether a number among the tokens of a text counts something, or names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.designations import JOINERS
from db.text.number_words import Cardinal, NumberReader
from db.text.ones import OneReader
from db.text.quantity_words import QuantityWords
from db.text.tokens import Token

_WHOLES: Final = frozenset([2, 3, 4, 5, 10, 20, 100, 1000])
# "is number two", "his number 7"
_SINGULAR: Final = ("us", "ss", "is", "as")
# "wears number 9": verbs in the form of a plural.
_BEARS: Final = frozenset(
    ["wears", "bears", "carries", "holds", "takes", "shows", "reads", "chooses", "plays", "gets",
     "dials", "calls", "rings", "sports", "reaches", "becomes", "keeps", "picks", "uses", "runs"]
)  # fmt: skip
_SHARE: Final = 5
_CENTURIES: Final = frozenset([17, 18, 19, 20])
# So many digits without a space are the number of an account or a document.
_CODE: Final = 9
_EVENTS: Final = frozenset(
    ["war", "revolution", "treaty", "famine", "winter", "summer", "spring", "autumn", "law", "act",
     "constitution", "census", "uprising", "revolt", "riots", "massacre", "strike", "strikes",
     "flood", "floods", "earthquake", "eruption", "fire", "outbreak", "epidemic", "plague", "crash",
     "crisis", "election", "elections", "events", "coup", "agreement", "convention", "congress",
     "expedition", "rebellion", "siege", "battle", "storm", "drought", "reform", "reforms", "edict",
     "pogrom", "pogroms", "purge", "purges", "harvest", "frost", "cholera", "hurricane", "disaster"]
)  # fmt: skip


class CountChecker(OneReader):
    """Tells numbers that count from names, years, ordinals and parts of a whole."""

    def __init__(
        self, words: QuantityWords, text: str, tokens: Sequence[Token], numbers: NumberReader
    ) -> None:
        super().__init__(words, text, tokens, numbers)
        self._named_until = -1

    def parts_of_wholes(self) -> set[int]:
        """Return the indices of the tokens of fractions: "two thirds", "one in ten"."""
        parts: set[int] = set()
        for index in range(len(self._tokens)):
            number = self._numbers.read(index)
            if number:
                parts.update(range(number.first, self._fraction_end(number)))
        return parts

    def _fraction_end(self, number: Cardinal) -> int:
        """Return the index after the fraction a number begins, or where the number begins."""
        after = number.last + (self.word(number.last) == "-")
        fraction = self._words.fractions.at(self._tokens, after)
        if fraction and (number.case == "ablative" or not self._words.cases):
            return after + fraction[0]
        whole = self._whole(number, number.last) or self._kazakh_part(number)
        if whole is None:
            # "nine readers out of ten", but "nine workers out of ten detainees" counts both.
            whole = self._whole(number, number.last + 1)
            whole = None if whole and self.unit_near(whole.last) else whole
        return whole.last if whole else number.first

    def _kazakh_part(self, number: Cardinal) -> Cardinal | None:
        """Return the possessive number after an ablative one: "оннан тоғызы", nine of ten."""
        if number.case != "ablative" or number.value not in _WHOLES:
            return None
        part = self._numbers.read(number.last)
        if part is None or part.value >= number.value or part.case not in ("other", ""):
            return None
        return part if part.case or not self.unit_near(part.last) else None

    def _whole(self, number: Cardinal, index: int) -> Cardinal | None:
        """Return the number after "out of" at a token, where the two make a ratio."""
        between = self._words.fraction_between.at(self._tokens, index)
        whole = self._numbers.read(index + between[0]) if between else None
        if whole is None or whole.value <= number.value:
            return None
        # "one in eleven" is a share whatever the whole is, "three in forty" seldom one.
        if whole.value not in _WHOLES and not (number.one and self.word(index) == "in"):
            return None
        # "not one of four", «двое из пяти» count both.
        if self.word(number.first - 1) in ("not", "ни") or self._is_collective(number):
            return None
        # "Один из двух реакторов": there are two of them, as in "one of the two reactors".
        if number.one and self.word(index) == "из" and whole.value < _SHARE:
            return None
        # "three killed in five days" is no ratio, "three in five families" is one.
        unit = self.unit_near(whole.last)
        timed = unit is not None and unit[1] in self._words.continuous
        return None if self.word(index) == "in" and (timed or index > number.last) else whole

    def _is_collective(self, number: Cardinal) -> bool:
        return self.word(number.first).endswith(("ое", "оих", "еро", "ерых", "оим", "ерым"))

    def is_name(self, number: Cardinal) -> bool:
        """Tell whether the number names a thing: "room 12", "AK-47", "20th", "in 2011".

        Numbers are to be asked for in order: "articles 7 and 9" names both.
        """
        named = (
            self._is_labelled(number)
            or self._is_joined(number)
            or self._is_ordinal(number)
            or self._is_year(number)
            or self._is_year_of(number)
            or self._is_code(number)
            or self.is_quoted_name(number)
            or self.is_capital_name(number)
            or self.is_coloured(number)
            or self.is_postal(number)
        )
        # "articles 7 and 9", but "an AK-47 and 2 pistols", "room 12 and two beds"
        if named and not self._is_joined(number):
            self._named_until = number.last
        return named

    def _is_verb_number(self, first: int) -> bool:
        """Tell whether "number" is the verb of "the injured number 7 to 8"."""
        before = self._tokens[first - 2] if first > 1 and self.word(first - 1) == "number" else None
        unit = self._words.units.before(self._tokens, first - 1) if before else None
        plural = self.word(first - 2).endswith("s") and not self.word(first - 2).endswith(_SINGULAR)
        # "wears number 9"
        plural = plural and self.word(first - 2) not in _BEARS
        return bool(before) and (bool(unit) or plural)

    def _is_labelled(self, number: Cardinal) -> bool:
        if self._is_verb_number(number.first):
            return False
        figure = self._tokens[number.last - 1].is_figure
        # "он бір пәтер" are eleven flats, "11 пәтер" may be where somebody lives.
        if self._words.labels_after.at(self._tokens, number.last) and (
            figure or not self._words.cases
        ):
            return True
        if self._is_quarter(number):
            return True
        if self.word(number.first - 1) == "№" or self._is_numbered(number.first):
            return True
        joined = self.word(number.first - 1) in JOINERS
        listed = joined and self._named_until == number.first - 1
        listed = listed and figure == self._tokens[number.first - 2].is_figure
        before = (
            listed
            or self._words.labels_before.before(self._tokens, number.first)
            or self._has_capital_label(number.first)
            or self.is_designation(number)
            or self.is_object_number(number)
            or self.is_first_label(number)
        )
        uncounted = self.unit_near(number.last) is None or self.word(number.last) == "of"
        uncounted = uncounted or self.is_owned(number.value, self.word(number.last))
        uncounted = uncounted and not self.governs_plural(number.last)
        # "flat 17C", though "C" may be Celsius
        uncounted = uncounted or (len(self.word(number.last)) == 1 and self.adjacent(number.last))
        # "Rule 43 prisoners": what has a capital has the number, whatever follows.
        uncounted = uncounted or (figure and self._has_capital_label(number.first))
        return bool(before or self.joins_named(number)) and uncounted

    def _is_numbered(self, first: int) -> bool:
        """Tell whether "No." stands before a number."""
        return self.word(first - 1) == "." and self.word(first - 2) in ("no", "nos")

    def _is_quarter(self, number: Cardinal) -> bool:
        """Tell whether the Kazakh "ninety" is the quarter of a year: "үшінші тоқсан"."""
        quarter = self.word(number.first).startswith("тоқсан")
        return quarter and self.word(number.first - 1).endswith(("нші", "ншы"))

    def _has_capital_label(self, first: int) -> bool:
        label = self._words.labels_capital.before(self._tokens, first)
        # "the Group of 77": the first word of the label has the capital.
        return (
            bool(label) and self._text[self._tokens[first - (label or (1, ""))[0]].start].isupper()
        )

    def _is_joined(self, number: Cardinal) -> bool:
        """Tell whether letters are joined to it before or, but for units, after."""
        before = number.first - 1
        if self.adjacent(number.first):
            hyphen = self.word(before) == "-" and self.adjacent(before)
            word = before - 1 if hyphen else before
            unit = hyphen and self._words.units.at(self._tokens, word)
            # "М-39" is a road, though "м" is a unit; "magnitude-7" is no name.
            lone = len(self._tokens[word].plain) < 3
            measured = self._tokens[word].plain in self._words.measures
            if self._tokens[word].is_word and (lone or not unit) and not measured:
                return True
        after = number.last + (self.word(number.last) == "-" and self.adjacent(number.last))
        if not self.adjacent(after) or not self._tokens[after].is_word:
            return False
        if self._numbers.read(after) or self._words.after.at(self._tokens, after):
            return False
        # In Kazakh a hyphen makes an ordinal of it: "5-қабатта", on the fifth floor.
        hyphenated = after > number.last
        ordinal = bool(self._words.cases) and hyphenated
        if hyphenated and not ordinal and self._is_adjective(number, after):
            return False
        return ordinal or self._words.units.at(self._tokens, after) is None

    def _is_adjective(self, number: Cardinal, after: int) -> bool:
        """Tell whether a number is joined to what it counts: "a 112-page report"."""
        noun = self._tokens[after]
        common = (
            noun.plain.isascii() and self._text[noun.start].islower() and noun.end > noun.start + 3
        )
        described = after + 1 < len(self._tokens) and self._tokens[after + 1].is_word
        ordinal = noun.plain in self._words.ordinal_endings
        return common and described and not ordinal and not 1900 <= number.value <= 2100

    def _is_ordinal(self, number: Cardinal) -> bool:
        last = number.last
        hyphen = self.word(last) == "-" and self.adjacent(last)
        ending = last + hyphen
        figure = self._tokens[last - 1].is_figure
        return figure and self.adjacent(ending) and self.word(ending) in self._words.ordinal_endings

    def _is_year(self, number: Cardinal) -> bool:
        token = self._tokens[number.first]
        plain_figure = token.is_figure and number.last == number.first + 1 and token.plain.isdigit()
        if not plain_figure or len(token.plain) != 4 or not 1900 <= number.value <= 2100:
            return False
        if self.unit_near(number.last):
            return False
        before = self._words.before.before(self._tokens, number.first)
        bounded = before is not None and before[1] in ("more", "least", "fewer")
        rounded = before is not None and before[1] != "skip" and number.value % 100 == 0
        return not (bounded or rounded)

    def _is_year_of(self, number: Cardinal) -> bool:
        """Tell whether an event is named by its year: "the eruption of 1783", "the law of 1850"."""
        token = self._tokens[number.first]
        year = token.plain.isdigit() and 1000 <= number.value <= 2100
        if not year or self.word(number.first - 1) != "of" or self.unit_near(number.last):
            return False
        definite = self.word(number.first - 3) == "the" and number.value % 10 > 0
        return definite or self.word(number.first - 2) in _EVENTS

    def _is_code(self, number: Cardinal) -> bool:
        """Tell whether it is written as no count is: "0830", "nineteen eighty-four"."""
        word = self.word(number.first)
        if word[0] == "0" and word.isdigit() and len(word) > 1:
            return True
        if word.isdigit() and len(word) >= _CODE and not self.unit_near(number.last):
            return True
        if self._words.cases or self._tokens[number.first].is_figure:
            return False
        return self._is_century(number) or self._is_century(self._numbers.read(number.first - 1))

    def _is_century(self, number: Cardinal | None) -> bool:
        """Tell whether it is the "nineteen" of "nineteen eighty-four"."""
        if number is None or number.value not in _CENTURIES or number.last != number.first + 1:
            return False
        rest = self._numbers.read(number.last)
        return rest is not None and 1 <= rest.value <= 99 and not self.unit_near(rest.last)
