"""Kazakh speakers behind the verb: "«…», — деді Айгүл", "… деп хабарлайды Zakon.kz"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.kazakh_subjects import SubjectReader
from db.text.tokens import Token
from db.text.voice_words import VoiceWords

Range = tuple[int, int]
LONGEST: Final = 7
_FARTHEST: Final = 15
STOPS: Final = frozenset(".,;:!?…()[]")
_DATIVE: Final = ("ға", "ге", "қа", "ке", "на", "не")
_LOCATIVE: Final = ("да", "де", "та", "те")
FINITE: Final = ("ды", "ді", "ты", "ті", "ған", "ген", "қан", "кен")
PERFECT: Final = ("ған", "ген", "қан", "кен")
# "деді министр Сенат отырысынан соң"
_AFTERWARDS: Final = frozenset(["соң", "кейін", "бұрын", "барысында", "кезінде", "арқылы"])
_SAYS: Final = frozenset(["дейді", "деді", "десті"])
_QUOTED: Final = frozenset(["-", ",", '"'])


class InvertedReader:
    """Looks behind the verbs of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: VoiceWords) -> None:
        self._tokens = tokens
        self._words = words
        self._subjects = SubjectReader(text, tokens, words)

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def _inverted(self) -> tuple[list[Range], int]:
        """Return the speaker after what is said: "…», — деді Айгүл", "… деп сендірді полиция".

        With it comes the index up to which others may speak, 0 where a quotation stands there.
        """
        for index in range(1, len(self._tokens)):
            verb = self._words.inverted.at(self._tokens, index)
            quoted = self._word(index - 1) in _QUOTED
            said = self._word(index) == "деп" and self._word(index + 1).endswith(FINITE[:4])
            free = verb and self._word(index) in _SAYS and self._is_last_verb(index)
            if not (verb and quoted) and not said and not free:
                continue
            spoken = self._word(index + verb[0] - 1) if verb else ""
            if spoken.endswith(PERFECT) and self._word(index + (verb[0] if verb else 0)).isalpha():
                # "«…» деп хабарлаған күдікті ұсталды": what follows is no clause of its own.
                continue
            if verb and self._words.passed_on.at(self._tokens, index + verb[0]):
                # "«…» деген сөзін келтірді": the speaker stands before the quotation.
                continue
            first = last = index + (verb[0] if verb else 2)
            while last < min(len(self._tokens), first + _FARTHEST) and not self._ends(last):
                last += 1
            if not verb and last - first > LONGEST:
                continue
            found = self._hearer_and_speaker(first, last)
            if found and (quoted or self._subjects.is_speaker(*found[-1])):
                marked = any(self._word(at) == '"' for at in range(max(0, index - 3), index))
                return found, 0 if marked else index
        return [], 0

    def _is_last_verb(self, index: int) -> bool:
        """Tell whether a name and no other verb follows: "… дейді министр Бақыт Сұлтанов"."""
        named = index + 1 < len(self._tokens) and self._subjects.is_name(index + 1)
        ends = self._word(len(self._tokens) - 1) in STOPS
        last = self._word(len(self._tokens) - 1 - ends)
        return named and not last.endswith(FINITE)

    def _hearer_and_speaker(self, first: int, last: int) -> list[Range]:
        """Return the outlet told, if any, and the speaker: "деді Reuters агенттігіне куәгер"."""
        head = self._subjects.at(first)
        occasion = self._word(last - 1) in _AFTERWARDS
        if head and head[0] == first and (occasion or self._is_followed(head[1], last)):
            return [head]
        for at in range(first, min(first + 4, last)):
            told = (
                self._words.hearers.at(self._tokens, at) or self._word(at) in self._words.recipients
            )
            if told and self._word(at).endswith(_DATIVE):
                speaker = self._subjects.named(at + 1, last)
                outlet = self._words.hearers.at(self._tokens, at)
                hearer = self._subjects.named(first, at + 1) if outlet else None
                return [one for one in (hearer, speaker) if one]
        placed = self._word(first).endswith((*_LOCATIVE, *_DATIVE))
        if last - first > 1 and placed and not self._subjects.is_region(first + 1):
            # "— деді сотта айыпталушы", in court; "— деді парламентке министр", to parliament.
            first += 1
        if self._subjects.is_heard(last - 1):
            quoted = [at for at in range(first, last) if self._word(at) == '"']
            begin = quoted[0] if quoted else last - 1
            pair = (self._subjects.named(begin, last), self._subjects.named(first, begin))
            return [one for one in pair if one]
        while last - first > 1 and self._word(last - 1).endswith((*_DATIVE, *_LOCATIVE)):
            last -= 1
        speaker = self._subjects.named(first, last)
        return [speaker] if speaker else []

    def _is_followed(self, first: int, last: int) -> bool:
        """Tell whether words behind a speaker tell to whom or where: "министр журналистерге"."""
        rest = range(first, last)
        if any(self._words.hearers.at(self._tokens, at) for at in rest):
            return False
        placed = [at for at in rest if self._word(at).endswith((*_DATIVE, *_LOCATIVE))]
        return bool(placed) and self._word(last - 1).endswith((*_DATIVE, *_LOCATIVE, "нда", "нде"))

    def _ends(self, index: int) -> bool:
        word = self._word(index)
        before = self._word(index - 1)
        initial = word == "." and len(before) == 1 and before.isalpha()
        # "деп хабарлайды Zakon.kz"
        domain = word == "." and self._is_joined(index)
        return word in STOPS and not (initial or domain)

    def _is_joined(self, index: int) -> bool:
        """Tell whether the tokens before and behind touch a token."""
        if not 0 < index < len(self._tokens) - 1:
            return False
        before, token, after = self._tokens[index - 1 : index + 2]
        return before.end == token.start and token.end == after.start and after.is_word
