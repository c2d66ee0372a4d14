"""Verbs of speaking that in their place say nothing: orders, acts, names and measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.tokens import Token
from db.text.voice_words import VoiceWords

THAT: Final = frozenset(["that", "what", "how", "why", "whether", ":", "when"])
_NEAR: Final = 6
_ARTICLES: Final = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "this", "these", "our"]
)
_MARKING: Final = frozenset(
    ["reported", "confirmed", "alleged", "suspected", "claimed", "rumoured", "rumored", "supposed",
     "estimated", "accused", "believed", "feared", "presumed", "disputed", "denied", "unconfirmed",
     "expected", "told", "asked", "according"]
)  # fmt: skip
_TOWARDS: Final = frozenset(["close", "next", "according", "back", "up", "due", "on", "said"])
_LINKS: Final = frozenset(["and", "but", "of", "or"])
_DONE_TO: Final = ("confirm", "question")
_IN_OFFICE: Final = frozenset(
    ["by", "as", "in", "for", "on", "with", "after", "unanimously", "at", "about", "again", "and",
     "twice", "until"]
)  # fmt: skip
_REPORTED: Final = 7
# What these claim are lives and houses.
_DISASTERS: Final = frozenset(
    ["fire", "fires", "flood", "floods", "quake", "earthquake", "blast", "plague", "war", "storm",
     "landslide", "avalanche", "epidemic", "pandemic", "disease", "cancer", "accident", "crash",
     "explosion", "famine", "drought", "collision", "cholera", "typhus", "hurricane", "tornado",
     "virus", "bomb", "battle", "sea", "frost", "cold", "heat", "hunger", "wave", "fever"]
)  # fmt: skip
PLURALS: Final = frozenset(
    ["police", "people", "men", "women", "some", "many", "others", "staff", "media", "medics",
     "also", "now", "repeatedly", "has", "have", "reuters", "times", "news", "analysts"]
)  # fmt: skip
INFINITIVE: Final = ("ть", "ти", "ться", "тись", "чь")
_BADE: Final = frozenset(
    ["сказал", "сказала", "сказали", "говорил", "говорила", "говорили", "говорят"]
)
_ASKED: Final = ("просил", "просит", "просят", "попросил", "велел")
NUMERALS: Final = ("цать", "пять", "шесть", "семь", "восемь", "девять", "десять")
ENDS: Final = frozenset(["", ".", "!", "?", ";"])
_PLAIN_FORMS: Final = frozenset(
    ["say", "tell", "call", "report", "write", "note", "ask", "put", "see", "hear", "read", "give",
     "state", "explain", "describe", "quote", "cite", "confirm", "verify", "deny", "claim", "point",
     "list", "count", "order", "post", "answer", "reply", "recall", "repeat", "name", "speak",
     "warn", "expect", "hope", "promise", "imagine", "suppose", "estimate", "mention", "blame"]
)  # fmt: skip


class ActReader:
    """Tells acts from sayings among the tokens of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: VoiceWords) -> None:
        self._text = text
        self._tokens = tokens
        self._words = words
        self._after_verb = -1

    def is_no_saying(self, index: int, last: int) -> bool:
        """Tell whether words with the form of a verb are a name, an order or a mere act."""
        act = self._words.acts.at(self._tokens, index)
        if act and act[0] >= last - index:
            return True
        if (
            self._is_attribute(index, last)
            or self._is_command(index, last)
            or self._is_done_to_person(index, last)
        ):
            return True
        taken = self._kills(last) or self._is_won(last) or self._word(index - 1) in _DISASTERS
        if taken and self._word(index).startswith("claim"):
            return True
        if self._word(index).startswith("report") and self._word(last) == "to":
            # "reported to Room 12"; but "reported to the council that …"
            return all(self._word(last + n) != "that" for n in range(1, _REPORTED))
        return bool(self._words.passive) and (self._is_name(index) or self._is_order(index))

    def _is_attribute(self, index: int, last: int) -> bool:
        """Tell whether it describes a noun: "Threatened species", "a quoted company".

        "The reported deaths" are reported all the same.
        """
        word, before = self._word(index), self._word(index - 1)
        if last - index > 1 or not word.endswith("ed") or word in _MARKING:
            return False
        if before == "-" and self._word(index - 2) == "self":
            return True
        follows = self._word(last)
        noun = follows.isalpha() and follows not in THAT and not follows.endswith("ly")
        noun = noun and follows not in self._words.prepositions | self._words.articles
        return noun and (index == 0 or before in ("a", "an", "the", "these", "those", "some"))

    def _is_command(self, index: int, last: int) -> bool:
        """Tell whether somebody is told to do something: "told his sons to be patient"."""
        told = self._word(last - 1)
        if told in _BADE or told.startswith(_ASKED):
            # «Матерям сказали расходиться»
            after = self._word(last + (self._word(last) == "не"))
            return after.endswith(INFINITIVE) and len(after) > 4 and not after.endswith(NUMERALS)
        if told not in ("told", "tell", "tells") or last - index > 1:
            return False
        for at in range(last + 1, min(last + _NEAR, len(self._tokens) - 1)):
            if not self._tokens[at].is_word or self._word(at) in THAT:
                return False
            if self._word(at) == "to":
                verb = self._word(at + 1)
                small = verb.isalpha() and not self._is_capital(at + 1)
                return small and verb not in _ARTICLES and self._word(at - 1) not in _TOWARDS
        return False

    def _is_done_to_person(self, index: int, last: int) -> bool:
        """Tell whether it is done to a person: "confirmed the judge by 61 votes", "question her".

        Of a ministry, "confirmed the officer was dead" says something; so do other objects.
        """
        # "question the" is listed as a whole.
        last -= self._word(last - 1) in _ARTICLES and last - index > 1
        done = self._word(index).startswith(_DONE_TO)
        if not done or self._word(last) not in _ARTICLES:
            return False
        person = self._words.nouns.at(self._tokens, last + 1)
        after = self._word(last + 1 + person[0]) if person else ""
        return bool(person) and (after in _IN_OFFICE or after in ENDS)

    def is_measure(self, index: int) -> bool:
        """Tell whether "according to" has what something goes by behind it: "to parish", "to size".

        A bare noun in the singular that is no speaker is none.
        """
        word, after = self._word(index), self._word(index + 1)
        if self._goes_by(index):
            return True
        if not self._words.passive or not word.isalpha() or self._is_capital(index):
            return False
        bare = word not in self._words.articles and not self._words.nouns.at(self._tokens, index)
        bare = bare and not self._words.generic.at(self._tokens, index)
        ended = not after.isalpha() or after in self._words.prepositions or after == "and"
        singular = not word.endswith("s") and word not in PLURALS
        return bare and singular and ended and word not in self._words.documents

    def _goes_by(self, index: int) -> bool:
        """Tell whether a phrase has a plan or a size for its head: "to the summer timetable"."""
        for at in range(index, min(index + _NEAR, len(self._tokens))):
            word, after = self._word(at), self._word(at + 1)
            if not word.isalpha() or word in self._words.prepositions or self._is_capital(at):
                return False
            if word in self._words.measures:
                # "the rules committee" may say something.
                headed = not after.isalpha() or after in self._words.prepositions
                headed = headed or after in self._words.openers | _LINKS
                return headed or not self._words.passive
        return False

    def is_office(self, index: int) -> bool:
        """Tell whether words before a token dismissed somebody from an office: "as director"."""
        return any(self._words.nouns.at(self._tokens, at) for at in (index, index + 1))

    def _is_name(self, index: int) -> bool:
        """Tell whether an English word is part of a name: a capital behind a word in small."""
        if index == 0 or not self._is_capital(index) or not self._tokens[index - 1].is_word:
            return False
        return any(
            token.is_word and not self._is_capital(at) and len(token.plain) > 3
            for at, token in enumerate(self._tokens)
        )

    def _is_capital(self, index: int) -> bool:
        return self._text[self._tokens[index].start].isupper()

    def _is_order(self, index: int) -> bool:
        """Tell whether a sentence begins with the plain form of a verb: "Report any leak"."""
        if self._word(index - 1) not in ("", "please", "not") or index > 2:
            return False
        word = self._word(index)
        asked = self._word(index - 1) != "not" or self._word(index - 2) in ("do", "")
        return asked and word in _PLAIN_FORMS

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def _is_won(self, last: int) -> bool:
        """Tell whether a thing that can be won is claimed: "claimed the ball", "claimed 12 seats".

        "Claimed the seat was stolen" says something: a verb follows.
        """
        for at in range(last, min(last + _NEAR, len(self._tokens))):
            word, after = self._word(at), self._word(at + 1)
            if word in self._words.prizes:
                ended = not after[:1].isalnum() or after in self._words.prepositions
                return (ended or after in _LINKS) and not self._goes_on(at + 1)
            if not (word.isalnum() or word == "-") or word in self._words.pronouns - _ARTICLES:
                return False
        return False

    def _kills(self, last: int) -> bool:
        """Tell whether lives are claimed, not something said: "claimed fifteen lives"."""
        lives = [at for at in range(last, last + 7) if self._word(at) in ("life", "lives")]
        return bool(lives) and not self._goes_on(lives[0] + 1)

    def _goes_on(self, index: int) -> bool:
        """Tell whether a clause goes on with its verb: "claimed life in the camp | was hard"."""
        for at in range(index, min(index + _NEAR, len(self._tokens))):
            word = self._word(at)
            if word in self._words.passive:
                return True
            if not word[:1].isalnum() or word in self._words.relatives | _LINKS - {"of"}:
                return False
        return False


_PROMISED: Final = ("promis", "pledg", "обеща", "пообеща", "уәде")
_SUM: Final = 3


def is_promised_sum(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a sum is promised, which foretells nothing: "promised 400 dollars a month"."""
    if not tokens[first].plain.startswith(_PROMISED):
        return False
    behind = tokens[last : last + _SUM]
    before = tokens[max(0, first - _SUM) : first] if tokens[first].plain == "уәде" else ()
    told = [token.plain for token in behind]
    end = next((at for at, word in enumerate(told) if word in ("to", "that", ",")), len(told))
    return any(token.is_figure for token in (*behind[:end], *before))
