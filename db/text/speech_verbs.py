"""Verbs by which a sentence says who speaks, told from the nouns of the same form.

The verbs are those of communication in Levin, English Verb Classes and Alternations (1993, ch. 37),
and their Russian counterparts; some say so only before "that" or beside the words quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.text.speech_acts import ENDS, INFINITIVE, NUMERALS, PLURALS, THAT, ActReader
from db.text.tokens import Token
from db.text.voice_words import VoiceWords, remember

_BESIDE: Final = frozenset([",", "-", "'"])
_CHTO: Final = frozenset(["что", "как", "будто", "чтобы", "где", "почему", "когда", "кто"])
# What follows a noun of saying, and what follows a verb of saying.
_AFTER_NOUN: Final = frozenset(
    ["of", "from", "by", "about", "to", "on", "are", "is", "was", "were", "have", "has", "say"]
)
_DETERMINERS: Final = frozenset(
    ["a", "an", "the", "its", "his", "her", "their", "to", "of", "no", "these", "such", "several"]
)
# "claimed responsibility", "claimed two lives" say nothing.
_CLAIMED: Final = frozenset(["responsibility", "victory", "credit", "lives"])
_OBJECT: Final = 2
_HEADLINED: Final = frozenset(["reported", "confirmed", "announced", "claimed", "feared"])
_PLACED: Final = frozenset(["near", "in", "at", "outside", "across", "after", "over", "among"])
_BETWEEN: Final = 4
_CLAIMED_FOR: Final = frozenset(
    ["insurance", "wage", "pay", "asylum", "compensation", "land", "damages", "benefit", "warranty",
     "tax", "refund", "expense", "expenses", "legal", "territorial"]
)  # fmt: skip
_MEANS: Final = frozenset(["phone", "telephone", "email", "letter", "radio", "video"])
_NOT: Final = frozenset(["not", "не"])
# «согласились уехать», «решил уйти»: an act, and nothing said.
_WILLING: Final = ("соглас", "соглаш", "реши", "решал", "решае")
_AGREED: Final = ("agree", "decid", "continu", "propos", "hop", "ask", "plead", "refus", "offer")
NUMBERS: Final = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb at tokens first..last; ``quoting`` passes on the words of another."""

    first: int
    last: int
    quoting: bool = False


def speech_verbs(text: str, tokens: Sequence[Token], words: VoiceWords) -> dict[int, SpeechVerb]:
    """Return the verbs of speaking of a sentence by the token they begin with."""
    reader = VerbReader(text, tokens, words)
    verbs = (words.quoting, words.verbs, words.verbs_that)
    may_begin = words.known_verbs
    found: dict[int, SpeechVerb] = {}
    index = 0
    while index < len(tokens):
        word = tokens[index].plain
        may = may_begin.get(word)
        if may is None:
            remember(may_begin, word, any(listed.begins(word) for listed in verbs))
        verb = reader.at(index) if may_begin[word] else None
        if verb:
            found[index] = verb
        index = verb.last if verb else index + 1
    return found


def _many(word: str) -> bool:
    """Tell whether a word may be plural without the ending, or singular with it."""
    return word in PLURALS or word.endswith("ss") or word[:1].isdigit()


class VerbReader(ActReader):
    """Looks at one token after the other."""

    def at(self, index: int) -> SpeechVerb | None:
        """Return the verb that begins at a token."""
        quoting = self._words.quoting.at(self._tokens, index)
        free = quoting or self._words.verbs.at(self._tokens, index)
        bound = None if free else self._words.verbs_that.at(self._tokens, index)
        found = free or bound
        if not found:
            return None
        last = index + found[0]
        if self.is_other(index, last) or (bound and not self._has_words(index, last)):
            return None
        if self._word(last) == "ли":
            # «считает ли он»: it is asked.
            return None
        if self._word(index - 1) in _NOT or self._is_participle(index, last):
            return None
        self._after_verb = last
        return SpeechVerb(index, last, quoting=bool(quoting))

    def is_other(self, index: int, last: int) -> bool:
        """Tell whether words with the form of a verb of speaking are none.

        They may be a noun ("her claim"), a name ("Port Said"), an order ("Call the police") or
        an act and no words ("claimed nine lives").
        """
        if self.is_no_saying(index, last):
            return True
        return bool(self._words.passive) and self.is_noun(index, last)

    def _has_words(self, index: int, last: int) -> bool:
        """Tell whether what is said stands beside the verb: "that …", a colon, a quotation."""
        after = self._word(last)
        if after in THAT or (after == "," and self._word(last + 1) in _CHTO):
            return True
        if self._told_what(last):
            return True
        if self._word(index).startswith("говор") and self._is_about(last):
            return True
        willing = self._word(index).startswith(_WILLING)
        infinitive = after.endswith(INFINITIVE) and not after.endswith(NUMERALS)
        if infinitive and willing:
            return False
        if infinitive and len(after) > 4 and not willing:
            # "обещают восстановить": what is promised stands in the infinitive.
            return True
        before = index
        while before and self._word(before - 1) in self._words.helpers:
            before -= 1
        # "…, the mayor added." closes a quotation; so does "…, добавил мэр".
        closing = after in ENDS or after in ("in", "during", "on", "at")
        # "replied to them", but "workers agreed to return"
        closing = closing or (after == "to" and not self._word(index).startswith(_AGREED))
        quoted = any(self._closes_words(at) for at in range(max(0, before - 6), before))
        beside = self._word(before - 1) in _BESIDE
        # "Mr A, 71, has ruled for years": what speaks has its speaker or its words behind it.
        beside = (beside and after not in self._words.prepositions) or quoted
        # "None of them, Amnesty notes, had been questioned."
        aside = after == "," and self._comma_before(before)
        return beside or aside or (closing and self._comma_before(before))

    def _is_about(self, last: int) -> bool:
        """Tell whether «о» follows, perhaps behind those told: «говорил ему о могилах»."""
        last += self._word(last) in ("ему", "ей", "им", "нам", "мне", "вам")
        return self._word(last) in ("о", "об", "про")

    def _told_what(self, last: int) -> bool:
        """Tell whether «что» follows those told or where: «говорил матери, что …»."""
        if self._words.passive:
            placed = self._word(last) in ("on", "to", "in", "at", "home", "back")
            placed = placed or self._word(last).endswith("day")
            return placed and any(self._word(last + n) == "that" for n in range(1, _BETWEEN + 1))
        rest = range(last, min(last + _BETWEEN, len(self._tokens)))
        comma = next((at for at in rest if not self._tokens[at].is_word), -1)
        return self._word(comma) == "," and self._word(comma + 1) in _CHTO

    def _closes_words(self, at: int) -> bool:
        """Tell whether a quotation ends at a token: a name in quotation marks has no stop there."""
        stopped = self._word(at - 1) in (".", ",", "!", "?") or self._word(at + 1) in (",", "-")
        return self._word(at) == '"' and stopped

    def _comma_before(self, index: int) -> bool:
        first = max(0, index - 6, self._after_verb)
        return any(self._word(at) in (",", '"') for at in range(first, index))

    def _is_participle(self, index: int, last: int) -> bool:
        """Tell whether it is the "quoted" of "the mayor, quoted by Reuters"."""
        word, after = self._word(last - 1), (self._word(last), self._word(last + 1))
        # "a man said to be his brother", "the mayor, accused of theft"
        if after[0] == "to" and after[1] in ("be", "have", "number") and word.endswith("d"):
            return True
        if after[0] == "of" and word in ("accused", "suspected", "convicted"):
            return True
        if word in _HEADLINED and self._is_headlined(index, last):
            return True
        if self._word(last) != "by" or self._word(last + 1) in _MEANS:
            return False
        return not self._word(last - 1).startswith(("sa", "to"))

    def _is_headlined(self, index: int, last: int) -> bool:
        """Tell whether a headline leaves out "was": "blast reported near the airport"."""
        before = self._word(index - 1)
        speaks = self._words.nouns.at(self._tokens, index - 1)
        small = before.isalpha() and not self._is_capital(index - 1) and not speaks
        return small and self._word(last) in _PLACED

    def is_noun(self, index: int, last: int) -> bool:
        """Tell whether a word is the noun of the same form."""
        word, before = self._word(index), self._word(index - 1)
        # "an estimated 300", "the reported deaths", "to say the least", "of said persons".
        if self._word(last) in _CLAIMED or (word.startswith("claim") and self._kills(last)):
            return True
        counted = index > 0 and (self._tokens[index - 1].is_figure or before in NUMBERS)
        # "the G7 described", "Channel 31 said": the figure is part of a name.
        counted = counted and not (index > 1 and self._is_capital(index - 2))
        if self._words.passive and (before in _DETERMINERS or counted):
            return True
        if word.startswith("claim") and before in _CLAIMED_FOR:
            return True
        if word not in self._words.nouns_or_verbs or last - index > 1:
            return False
        if word in ("show", "shows", "find", "finds") and self._word(last) == "that":
            return False
        if word == "state" and not before.isalpha():
            # "Today, state media …"
            return True
        if self._words.verbs.at(self._tokens, last):
            # "Official reports put the toll at 16"
            return True
        if before in self._words.articles or index == 0 or self._word(last) in _AFTER_NOUN:
            return True
        # One reports, many report: "the so-called report lay there" has no subject for a verb.
        if before.isalpha() and word.endswith("s") == before.endswith("s") and not _many(before):
            return before not in ("he", "she", "it", "they", "we", "i", "who", "which")
        if self._word(last) in ENDS or self._word(last) == ",":
            # ", Interfax reports." but "There were no reports."
            return not self._comma_before(index)
        # "rejected the torture claims": what a verb has before it is its object.
        return self._is_object(index)

    def _is_object(self, index: int) -> bool:
        first = index
        while first > 0 and (self._tokens[first - 1].is_word) and first > self._after_verb:
            first -= 1
        if first != self._after_verb:
            return False
        small = all(not self._is_capital(at) for at in range(first, index))
        near = small and index - first <= _OBJECT and index > first
        return near or self._word(first) in self._words.articles
