"""Those who are told something, between a verb of speaking and its speaker or its words.

An outlet that is told passes the words on and so is the outer voice ("told the BBC", «рассказал
агентству «Рейтер» врач»); journalists, courts and the like only hear them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.speaker_phrases import Range, SpeakerPhrases
from db.text.speech_verbs import SpeechVerb
from db.text.tokens import Token
from db.text.voice_words import VoiceWords

_TOLD: Final = frozenset(["told", "tells", "tell"])
# "told the press", but "told the Free Press"
_CROWDS: Final = frozenset(
    ["press", "media", "briefing", "conference", "meeting", "gathering", "rally", "crowd"]
)
# «сообщают СМИ»: what has no cases may speak as well as hear.
_ENDS: Final = frozenset(["", ".", ",", ";"])
_TOLD_ENDINGS: Final = ("у", "ю", "ам", "ям", "ому")
_DATIVE: Final = ("у", "ю", "е", "и")
_LONGEST_NAME: Final = 6


class HearerReader:
    """Looks behind the verbs of one sentence."""

    def __init__(
        self, text: str, tokens: Sequence[Token], words: VoiceWords, phrases: SpeakerPhrases
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._words = words
        self._phrases = phrases

    def after(self, verb: SpeechVerb) -> tuple[Range | None, int]:
        """Return (an outlet that was told, the index at which the speaker may stand)."""
        if self._words.passive:
            return self._english(verb), verb.last
        return self._russian(verb.last)

    def _word(self, index: int) -> str:
        return self._phrases.word(index)

    def _english(self, verb: SpeechVerb) -> Range | None:
        first = verb.last
        word = self._word(first)
        if self._word(verb.last - 1) not in _TOLD and self._word(first) != "to":
            return None
        first += word == "to"
        if self._word(first) in self._words.not_hearers and self._word(first) not in ("the", "a"):
            return None
        hearer = self._phrases.forward(first)
        return hearer if hearer and self._is_outlet(hearer) else None

    def _is_outlet(self, hearer: Range) -> bool:
        places = range(*hearer)
        if any(self._word(at) in self._words.not_hearers - {"the", "a"} for at in places):
            return False
        if self._word(hearer[1] - 1) in _CROWDS and not self._is_capital(hearer[1] - 1):
            return False
        listed = any(self._words.hearers.at(self._tokens, at) for at in places)
        return listed or any(self._is_capital(at) for at in places)

    def _russian(self, first: int) -> tuple[Range | None, int]:
        outlet = bool(self._words.hearers.at(self._tokens, first))
        alone = self._word(first) == "сми" and self._word(first + 1) in _ENDS
        told = self._word(first) in self._words.recipients and not alone
        if told or (outlet and self._is_dative(first)):
            last = self._name_end(first + 1)
            if outlet:
                return (first, last), last
            return ((first + 1, last) if last > first + 1 else None), last
        spoken = self._words.nouns.at(self._tokens, first + 1)
        if self._word(first).endswith(_TOLD_ENDINGS) and spoken:
            # "доложил парламенту министр", «сообщают Азаттыку рабочие»
            return ((first, first + 1) if self._is_capital(first) else None), first + 1
        last = self._name_end(first)
        dative = last > first and self._is_dative(last - 1)
        fixed = last > first and self._has_no_cases(first) and self._continues(last)
        return ((first, last), last) if dative or fixed else (None, first)

    def behind(self, last: int) -> Range | None:
        """Return the outlet in marks behind a Russian speaker: "сказал Ким «Интерфаксу»"."""
        for at in () if self._words.passive else range(last, last + _LONGEST_NAME):
            if self._word(at) in (",", ".", "", "-"):
                return None
            end = self._name_end(at) if self._word(at) == '"' else at
            if end > at and self._is_dative(end - 1):
                return at, end
        return None

    def _is_dative(self, index: int) -> bool:
        quoted = self._word(index) == '"'
        return self._word(index - quoted).endswith(_DATIVE if quoted else _DATIVE[:2])

    def _has_no_cases(self, index: int) -> bool:
        """Tell whether a name stands in quotation marks, in capitals or in Latin letters."""
        if self._word(index) == '"' or self._word(index + 1) == "-":
            return True
        name = self._text[self._tokens[index].start : self._tokens[index].end]
        return name.isupper() or name.isascii()

    def _continues(self, index: int) -> bool:
        """Tell whether the sentence goes on after a name as it would after a hearer."""
        follows = index < len(self._tokens) and self._tokens[index].is_word
        place = self._word(index) in self._words.in_institution
        speaker = follows and bool(self._words.nouns.at(self._tokens, index))
        return place or speaker or (self._word(index), self._word(index + 1)) == (",", "что")

    def _name_end(self, first: int) -> int:
        """Return the index after a name in quotation marks or in capitals, else ``first``."""
        if self._word(first) == '"':
            for at in range(first + 1, min(first + _LONGEST_NAME, len(self._tokens))):
                if self._word(at) == '"':
                    return at + 1
            return first
        last = first
        while last < len(self._tokens) and self._is_name_part(last, first):
            last += 1
        return last if last > first and self._is_capital(first) else first

    def _is_name_part(self, index: int, first: int) -> bool:
        if self._word(index) == "-":
            return index > first and self._phrases.joins(index)
        joined = index > first and self._word(index - 1) == "-"
        return self._tokens[index].is_word and (joined or self._is_capital(index))

    def _is_capital(self, index: int) -> bool:
        return self._text[self._tokens[index].start].isupper()
