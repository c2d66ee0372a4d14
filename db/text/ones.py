"""Whether "one" counts: a number before a noun, else a pronoun or a Kazakh article."""

from __future__ import annotations

from typing import Final

from db.text.designations import JOINERS, DesignationReader
from db.text.number_words import Cardinal

# How far from "one" it is told whether people are counted, in tokens.
_COUNTED: Final = 12
_NEAR: Final = 4
_APART: Final = frozenset(["after", "before", "later", "earlier", "ago"])
_AFTER_VERB: Final = frozenset(
    ["why", "how", "what", "that", "whether", "if", "the", "a", "no", "only", "to", "at", "into",
     "out"]
)  # fmt: skip
_AGENTS: Final = ("шы", "ші", "гер", "кер")
_DAYTIMES: Final = frozenset(["morning", "evening", "night", "day", "afternoon", "weekend"])


class OneReader(DesignationReader):
    """Tells the number one from the pronoun and the article."""

    def _is_article(self, number: Cardinal) -> bool:
        """Tell whether a Kazakh "one" is the article of somebody: "бір әйел келіп айтты".

        It counts where people are counted: beside another number, or with what befell them.
        """
        before = self.word(number.first - 1)
        if self._tokens[number.last].plain == "ғана" or before in self._words.one_counts_after:
            return False
        near = range(
            max(0, number.first - _COUNTED), min(number.last + _COUNTED, len(self._tokens))
        )
        beside = any(at != number.first and self._numbers.read(at) for at in near)
        return not beside and not any(self._words.one_counts.at(self._tokens, at) for at in near)

    def _is_harmed(self, number: Cardinal) -> bool:
        """Tell whether something befell the agent a Kazakh "one" stands before."""
        near = range(number.last, min(number.last + _NEAR + 1, len(self._tokens)))
        return any(self._words.one_counts.at(self._tokens, at) for at in near)

    def _counts_thing(self, number: Cardinal) -> bool:
        """Tell whether a Kazakh "one" counts a thing: "бір дүкен өртенді", "бір қап ұн".

        Else it is the article of what a story begins with: "бір ауылда".
        """
        noun = self.word(number.last)
        if noun in self._words.one_measures or noun == "ғана":
            return True
        if self.word(number.first - 1) in self._words.one_counts_after:
            return True
        listed = range(number.last + 1, min(number.last + _NEAR, len(self._tokens)))
        joined = (at for at in listed if self.word(at) != "-" and self.word(at) in JOINERS)
        if any(self._numbers.read(at + 1) for at in joined):
            # "бір мылтық пен екі пышақ"
            return True
        befallen = range(number.last + 1, min(number.last + _NEAR, len(self._tokens)))
        return any(self._words.one_counts_things.at(self._tokens, at) for at in befallen)

    def _is_verb_of_one(self, number: Cardinal) -> bool:
        """Tell whether an English verb in -s follows: "one wonders why", but "one bus stopped"."""
        word, after = self.word(number.last), self.word(number.last + 1)
        verb = word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "'s", "ies"))
        return verb and word.isascii() and after in _AFTER_VERB

    def is_pronoun(self, number: Cardinal) -> bool:
        """Tell whether "one" stands for somebody or something and counts nothing."""
        following, before = self.word(number.last), self.word(number.first - 1)
        counted = self._words.units.at(self._tokens, number.last)
        if self.word(number.last + 1) in _DAYTIMES and "one" in self._words.ones:
            return True
        if before in ("which", "что", "that") and (counted or self.unit_near(number.last)):
            return False
        if following == "day" and self.word(number.last + 1) in _APART:
            return False
        # "One reported with glee": a verb follows a pronoun.
        if following.endswith("ed") and len(following) > 4 and not counted:
            return True
        if before in self._words.one_not_after or following in self._words.one_not_before:
            return True
        if self._is_verb_of_one(number):
            return True
        if not following or not self._tokens[number.last].is_word:
            return True
        # In Kazakh the word is also an article; in English and Russian nearly any noun will do.
        unit = self.unit_near(number.last)
        if "one" in self._words.ones or unit:
            return bool(self._words.cases and unit and unit[1] == "people") and (
                self._is_article(number)
            )
        if self._words.cases and following.endswith(_AGENTS) and self._is_harmed(number):
            return False
        if self._words.cases:
            return not self._counts_thing(number)
        # «в одном доме» is some house, «с одной канистрой» is one.
        placed = before in self._words.unit_stops and before not in ("с", "со")
        return placed or len(following) < 4
