"""Voices where the verb ends the sentence: Kazakh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.tokens import Token
from db.text.voice_words import VoiceWords

Range = tuple[int, int]
_LONGEST: Final = 6
_PLURAL: Final = ("лар", "лер", "дар", "дер", "тар", "тер")
_STOPS: Final = frozenset(".,;:!?…()[]")


def find_verb_final(text: str, tokens: Sequence[Token], words: VoiceWords) -> list[Range]:
    """Return the token ranges of the speakers of a sentence, the outermost first."""
    return _Reader(text, tokens, words).voices()


class _Reader:
    """Walks over the tokens of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: VoiceWords) -> None:
        self._text = text
        self._tokens = tokens
        self._words = words

    def voices(self) -> list[Range]:
        inner, outer = self._passed_on()
        for index in range(len(self._tokens)):
            marker = self._words.after_speaker.at(self._tokens, index)
            speaker = self._before(index) if marker else None
            if speaker:
                outer.append(speaker)
        subject = self._inverted() or self._subject()
        if subject and not any(_overlap(subject, other) for other in outer + inner):
            outer.insert(0, subject)
        return outer + inner

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def _passed_on(self) -> tuple[list[Range], list[Range]]:
        """Return (those referred to, those who refer to them)."""
        for index in range(len(self._tokens)):
            phrase = self._words.passed_on.at(self._tokens, index)
            if phrase:
                inner = self._before(index)
                outer = self._until_noun(index + phrase[0])
                return [inner] if inner else [], [outer] if outer else []
        return [], []

    def _before(self, index: int) -> Range | None:
        """Return the words between the clause's start and a marker: "куәгерлердің | айтуынша"."""
        first = index
        while first > 0 and self._word(first - 1) not in _STOPS and index - first < _LONGEST:
            first -= 1
        return self._named(first, index)

    def _inverted(self) -> Range | None:
        """Return the speaker after a quotation: "…», — деді Айгүл"."""
        for index in range(1, len(self._tokens)):
            verb = self._words.inverted.at(self._tokens, index)
            if verb and self._word(index - 1) in ("-", ",", '"'):
                first = last = index + verb[0]
                while last < len(self._tokens) and self._word(last) not in _STOPS:
                    last += 1
                return self._named(first, last)
        return None

    def _subject(self) -> Range | None:
        """Return the speaker at the start of a sentence that ends with a verb of speaking."""
        if not any(self._words.verbs.at(self._tokens, at) for at in range(len(self._tokens))):
            return None
        return self._until_noun(0)

    def _until_noun(self, first: int) -> Range | None:
        """Return the words from a token to the first noun of a speaker, or the first name."""
        last = first
        while last < min(first + _LONGEST, len(self._tokens)) and self._word(last) not in _STOPS:
            last += 1
            if self._words.nouns.at(self._tokens, last - 1):
                return self._named(first, self._name_end(last))
            if self._tokens[last - 1].is_figure:
                break
        for place in range(first, min(first + 3, last)):
            if self._word(place).endswith(_PLURAL):
                return self._named(first, place + 1)
        last = self._name_end(first)
        return self._named(first, last) if last - first > 1 else None

    def _name_end(self, index: int) -> int:
        """Return the index after the capitalised words that begin at a token."""
        while index < len(self._tokens) and self._is_name(index):
            index += 1
        return index

    def _is_name(self, index: int) -> bool:
        return self._tokens[index].is_word and self._text[self._tokens[index].start].isupper()

    def _named(self, first: int, last: int) -> Range | None:
        words = [self._word(at) for at in range(first, last)]
        if not any(word.isalpha() for word in words) or words[0] in self._words.pronouns:
            return None
        generic = all(
            self._words.generic.at(self._tokens, at) or not self._tokens[at].is_word
            for at in range(first, last)
        )
        return None if generic else (first, last)


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
