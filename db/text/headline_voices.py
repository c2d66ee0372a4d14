"""The speaker of a headline or a ticker: "Ministry: 14 dead", "Two killed in blast – police"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.tokens import Token
from db.text.voice_words import VoiceWords

Range = tuple[int, int]
_LONGEST: Final = 6
_LEAST_SAID: Final = 2
_DASHES: Final = ("-", ":")
_NO_AGENCIES: Final = frozenset(
    ["PS", "NB", "FAQ", "SOS", "TV", "OK", "UPD", "FYI", "TEL", "FAX", "NOTE", "ФОТО", "ВИДЕО",
     "АДРЕС", "ИТОГО"]
)  # fmt: skip
_STOPS: Final = (".", "!", "?", "…", ";")
_VERBAL: Final = ("л", "ла", "ло", "ли", "ет", "ит", "ют", "ят", "лся", "лась", "лись", "тся")
# Endings of Russian nouns that are no subject: "Вопрос министру: …".
_OBLIQUE: Final = ("у", "ю", "ом", "ем", "ой", "ам", "ям", "ами", "ями", "ах", "ях", "ых", "их")


class HeadlineReader:
    """Looks at the first and the last words of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: VoiceWords, language: str):
        self._text = text
        self._tokens = tokens
        self._words = words
        self._language = language

    def speaker(self) -> Range | None:
        """Return who speaks before the colon, or behind the last dash or colon."""
        return self._before_colon() or self._at_end()

    def _before_colon(self) -> Range | None:
        colon = next(
            (at for at in range(1, min(_LONGEST + 1, len(self._tokens))) if self._is(at, ":")), 0
        )
        said = self._tokens[colon + 1 :]
        clause = sum(token.is_word and self._is_small(token) for token in said)
        if not colon or not clause or len(said) < _LEAST_SAID:
            return None
        if not (self._names(0, colon) or (colon == 1 and self._is_agency())):
            return None
        return 0, colon

    def _is_agency(self) -> bool:
        """Tell whether the first word is in capitals only, as "AP" or "АФН"."""
        token = self._tokens[0]
        word = self._text[token.start : token.end]
        short = word.isalpha() and word.isupper() and 1 < len(word) < _LONGEST
        return short and word not in _NO_AGENCIES

    def _at_end(self) -> Range | None:
        last = len(self._tokens)
        places = range(max(2, last - _LONGEST), last - 1)
        sign = next((at for at in reversed(places) if self._is_apart(at)), 0)
        ended = not last or self._tokens[last - 1].plain in _STOPS
        if not sign or ended or not self._names(sign + 1, last):
            return None
        return sign + 1, last

    def _is(self, at: int, sign: str) -> bool:
        return self._tokens[at].plain == sign

    def _is_apart(self, at: int) -> bool:
        """Tell whether a dash or colon divides the line, and joins no words."""
        after = self._tokens[at + 1].start
        return self._tokens[at].plain in _DASHES and after > self._tokens[at].end

    def _is_small(self, token: Token) -> bool:
        return self._text[token.start].islower()

    def _names(self, first: int, last: int) -> bool:
        """Tell whether some words are a speaker and nothing else."""
        if not all(self._is_part(at) for at in range(first, last)):
            return False
        nouns = [at for at in range(first, last) if self._words.nouns.at(self._tokens, at)]
        if self._language == "kk" and self._is(last - 1, "бірі"):
            # "Куәгерлердің бірі: …"
            return self._tokens[last - 2].plain.endswith(("ның", "нің", "дің", "дың", "тың", "тің"))
        if not nouns or any(self._words.verbs.at(self._tokens, at) for at in range(first, last)):
            return False
        others = [self._tokens[at].plain for at in range(first, last) if at not in nouns]
        if self._language == "ru" and any(word.endswith(_VERBAL) for word in others):
            return False
        if self._language == "ru":
            head = self._tokens[nouns[0]].plain
            return nouns[0] <= first + 1 and (not head.endswith(_OBLIQUE) or len(head) < 4)
        if self._language == "kk":
            return nouns[-1] >= last - 2
        return self._is_english_head(nouns, first, last)

    def _is_english_head(self, nouns: Sequence[int], first: int, last: int) -> bool:
        """Tell whether the noun is the head: "Health ministry", but no "Questions for police"."""
        of = next((at for at in range(first, last) if self._is(at, "of") or self._is(at, "in")), 0)
        named = of - 1 if of > first else last - 1
        names = all(not self._is_small(self._tokens[at]) for at in range(nouns[0], last))
        return named in nouns or (nouns[0] <= first + 1 and names)

    def _is_part(self, at: int) -> bool:
        token = self._tokens[at]
        if token.plain in self._words.pronouns or token.plain in self._words.relatives:
            return False
        linked = token.plain in ("of", "in", "по", "в")
        free = token.plain not in self._words.prepositions or linked
        return (token.is_word and free) or token.plain in ("-", '"', "'")
