"""Numbers that are part of a name: "KC 902", "Formula One", «Двенадцать стульев»."""

from __future__ import annotations

from typing import Final

from db.text.number_words import Cardinal
from db.text.titled_names import TitleReader

_NOUN: Final = 3
# Before these a sentence may begin with a number of things: "These 12 were freed".
_OPENING: Final = frozenset(
    ["these", "those", "all", "not", "never", "the", "its", "their", "his", "her", "our", "other",
     "others", "further", "next", "last", "first", "final", "remaining", "total", "only", "just",
     "now", "today", "then",
     "here", "plus", "minus", "police", "and", "but", "like", "both", "where", "what", "another",
     "add", "take", "use", "buy", "pay", "dead", "killed", "injured", "wounded", "may", "march",
     "june", "july", "january", "february", "april", "august", "september", "october", "november",
     "december", "yesterday", "tonight", "altogether", "whole", "sum", "result", "score", "price"]
)  # fmt: skip
_VERBS: Final = frozenset(
    ["shows", "has", "had", "will", "can", "may", "must", "says", "said", "burned", "went", "came",
     "left", "stood", "stands", "lies", "lay", "opened", "opens", "closed", "closes", "reported",
     "reports", "landed", "lists", "tells", "failed", "began", "begins", "ended", "ends", "kept",
     "held", "took", "gave", "made", "got", "told", "ran", "fell", "lost", "broke", "caught",
     "sank", "drove", "rose", "met", "led", "won", "sent", "spoke", "wrote", "starts", "stops",
     "runs", "remains", "needs", "covers", "refers", "applies", "states", "provides", "collapsed",
     "exploded", "did", "does", "could", "would", "should", "might"]
)  # fmt: skip
_ACROSS: Final = frozenset(
    ["across", "beyond", "within", "among", "around", "along", "above", "below", "despite", "amid",
     "throughout", "over", "under", "between", "than", "like", "unlike", "except", "via", "per"]
)  # fmt: skip
_AMOUNTS: Final = frozenset(
    ["mere", "further", "record", "additional", "estimated", "average", "total", "whole", "full",
     "good", "staggering", "paltry", "respectable", "healthy", "solid", "mean", "median", "modest",
     "minimum", "maximum", "combined", "reported", "hundred", "thousand", "dozen", "possible"]
)  # fmt: skip
_ARTICLES: Final = frozenset(["the", "a", "an"])
_RANKS: Final = frozenset(["members", "member", "marines", "marine", "deputies", "guards", "guard"])
# 21 takes the singular, 2 to 4 the genitive singular; but 11 to 14 are like five.
_FEW: Final = (1, 2, 3, 4)
_TEENS: Final = (11, 12, 13, 14)
_PLACES: Final = frozenset(
    ["in", "at", "near", "from", "to", "on", "with", "and", "by", "of", "for"]
)
JOINERS: Final = frozenset(
    [",", "-", "(", "and", "or", "to", "и", "или", "және", "мен", "пен", "бен"]
)


class DesignationReader(TitleReader):
    """Tells names by capitals, quotation marks and the words before and after."""

    def joins_named(self, number: Cardinal) -> bool:
        """Tell whether it shares the label of the next: "3 және 4-тармақтары", "12–15-беттер"."""
        if self.word(number.last) not in JOINERS or self.unit_near(number.last):
            return False
        following = self._numbers.read(number.last + 1)
        if following is None or following.case:
            return False
        hyphen = following.last
        ordinal = bool(self._words.cases) and self.is_hyphenated(hyphen)
        ordinal = ordinal and self._numbers.read(hyphen + 1) is None
        return ordinal or bool(self._words.labels_after.at(self._tokens, following.last))

    def is_designation(self, number: Cardinal) -> bool:
        """Tell whether a name in capitals makes it a number of its own: "KC 902", "Terminal 2"."""
        before, token = number.first - 1, self._tokens[number.first]
        if before < 0 or not self._tokens[before].is_word:
            return False
        word = self._text[self._tokens[before].start : self._tokens[before].end]
        if not token.is_figure:
            # "Formula One", "the Group of Seven": a number word is no name without a capital.
            capital = self._text[token.start].isupper()
            named = word[0].isupper() or word == "of" or self._is_capital_at(number.last)
            return capital and named and not self._is_title()
        if word.isupper() and len(word) in (2, 3) and word.lower() not in self._words.unit_stops:
            return True
        if self._is_foreign(number):
            return True
        if self._words.cases or not word.isascii() or not self._follows_name(number):
            return False
        first = before
        while first > 0 and self._is_capital(first - 1):
            first -= 1
        placed = self.word(first - 1) in _PLACES
        # "The Sony 4 was seized": the article shows that the capital is that of a name.
        if first == 0 < before and self.word(0) in _ARTICLES and not word.islower():
            return True
        return not word.islower() and first > 0 and not placed and self._tokens[first - 1].is_word

    def _is_foreign(self, number: Cardinal) -> bool:
        """Tell whether a Latin name stands before it in another script: «Boeing 737 упал»."""
        before, after = number.first - 1, self.word(number.last)
        cyrillic = after.isalpha() and not after.isascii()
        latin = self._is_capital(before) and self.word(before).isascii()
        return cyrillic and latin and not self.unit_near(number.last)

    def is_capital_name(self, number: Cardinal) -> bool:
        """Tell whether a name of capitals begins with it: "Sixty Minutes", "the Five-Year Plan"."""
        capital = self._tokens[number.first].is_figure or self._is_capital(number.first)
        return capital and (
            self._is_plan(number) or self._is_show(number) or self._is_inside(number)
        )

    def _is_inside(self, number: Cardinal) -> bool:
        """Tell whether an English number word has a capital inside a sentence: "the Nineteen"."""
        first, token = number.first, self._tokens[number.first]
        if token.is_figure or not token.plain.isascii() or first == 0:
            return False
        return self._tokens[first - 1].is_word and not self._is_title()

    def is_coloured(self, number: Cardinal) -> bool:
        """Tell whether it is a thing itself: "a red 7 on his back", "a perfect 10"."""
        if not self._tokens[number.first].is_figure or self.word(number.first - 2) not in (
            "a",
            "an",
        ):
            return False
        described = self.word(number.first - 1)
        small = described.isalpha() and described not in _AMOUNTS
        after = self.word(number.last)
        return small and (not after.isalnum() or after in self._words.unit_stops)

    def _is_plan(self, number: Cardinal) -> bool:
        """Tell whether a name begins with it, as "the Five-Year Plan" does."""
        after = number.last + 1
        joined = self.is_hyphenated(number.last) and self._is_capital_at(after)
        named = self._tokens[after : after + 1]
        shouted = bool(named) and self._text[named[0].start : named[0].end].isupper()
        return joined and not shouted and not self._is_title()

    def _is_capital_unit(self, number: Cardinal) -> bool:
        """Tell whether what is counted has a capital: "Seven Sisters", "Twelve Angry Men"."""
        unit = self.unit_near(number.last)
        if unit is None or unit[1] not in ("people", "miles") or self._is_title():
            return False
        names = all(self._is_capital(at) for at in range(number.last, unit[0]))
        return names and self.word(unit[0] - 1) not in _RANKS

    def is_first_label(self, number: Cardinal) -> bool:
        """Tell whether it numbers the noun that a sentence begins with: "Hut 12 was shut"."""
        figure = self._tokens[number.first].is_figure and self.word(number.first).isdigit()
        noun = self.word(0)
        if number.first != 1 or not figure or not self._tokens[0].is_word or len(noun) < _NOUN:
            return False
        if self._words.cases or not noun.isascii() or noun in self._words.unit_stops | _OPENING:
            return False
        if self._words.before.before(self._tokens, 1) or noun.endswith(("ly", "ed", "ing")):
            return False
        after = self.word(number.last)
        if noun in self._words.place_words | _ACROSS:
            return False
        if number.last < len(self._tokens) and self._tokens[number.last].is_word:
            return after in self._words.unit_stops | _VERBS or self._is_past(number.last)
        return True

    def _is_past(self, index: int) -> bool:
        """Tell whether a verb in -ed stands at a token, no adjective of a noun in the plural."""
        follows = self.word(index + 1)
        return self.word(index).endswith("ed") and not follows.endswith("s")

    def _is_show(self, number: Cardinal) -> bool:
        """Tell whether the unit has a capital too, as in "Sixty Minutes"."""
        if not self._tokens[number.first].is_figure and self._is_capital_unit(number):
            return True
        unit = self._words.units.at(self._tokens, number.last)
        timed = unit is not None and unit[1] in ("minutes", "hours", "days", "years", "seconds")
        return timed and self._is_capital_at(number.last) and not self._is_title()

    def _follows_name(self, number: Cardinal) -> bool:
        """Tell whether nothing that could be counted follows a number."""
        after = number.last
        if after >= len(self._tokens) or not self._tokens[after].is_word:
            return True
        return self._tokens[after].plain in self._words.unit_stops | {"of"}

    def is_object_number(self, number: Cardinal) -> bool:
        """Tell whether it numbers the object of a preposition: "from stand 14 at seven".

        Nothing that is counted follows, and so the noun before it is what has the number.
        """
        token, noun = self._tokens[number.first], self.word(number.first - 1)
        whole = token.is_figure and number.last == number.first + 1 and token.plain.isdigit()
        if not whole or len(token.plain) > 4 or noun in self._words.measured_nouns:
            return False
        if not noun.isalpha() or len(noun) < 3 or noun in self._words.unit_stops:
            return False
        if noun in self._words.negative:
            return False
        if self.is_hyphenated(number.last):
            # "in its 112-page report": the pages are counted.
            return False
        if self.word(number.first - 2) not in self._words.place_words:
            return False
        after = self.word(number.last)
        if self._words.after.at(self._tokens, number.last):
            return False
        owned = self.is_owned(number.value, after)
        return owned or not after.isalnum() or after in self._words.place_words

    def is_owned(self, value: float, word: str) -> bool:
        """Tell whether a Russian genitive singular follows: «в камере 5 изолятора».

        From five on what is counted stands in the genitive plural.
        """
        if self._words.cases or word.isascii():
            return False
        few = value % 10 in _FEW and value % 100 not in _TEENS
        return not few and len(word) > _NOUN and word.endswith(("а", "я", "ы"))

    def governs_plural(self, index: int) -> bool:
        """Tell whether a Russian genitive plural stands at a token: «на складе 40 мешков»."""
        return self.word(index).endswith(("ов", "ев", "ок", "ек")) and len(self.word(index)) > _NOUN
