"""Words of time, place and topic before the subject of a Kazakh clause."""

from __future__ import annotations

from typing import Final

from db.text.kazakh_names import AT, GENITIVE, OBLIQUE, NameReader

_FROM: Final = ("дан", "ден", "тан", "тен", "нан", "нен")
PARTICIPLE: Final = ("ған", "ген", "қан", "кен")
# How far a topic may stand before its subject, in tokens.
_FAR: Final = 12
_HEAD: Final = 4
_TOPICS: Final = frozenset(["қатысты", "байланысты", "орай"])
_HAPPENED: Final = ("ында", "інде", "нда", "нде")
_THIS: Final = frozenset(["бұл", "осы", "сол"])
_OF_MANY: Final = ("лардың", "лердің", "дардың", "дердің", "тардың", "тердің")
_LOCATIVE: Final = ("да", "де", "та", "те", "нда", "нде")


class OpeningReader(NameReader):
    """Skips what a clause begins with before its subject."""

    def _after_topic(self, first: int) -> int:
        """Return where a subject begins behind "қызға қатысты" or "отырыстың кулуарында"."""
        if self._words.nouns.at(self._tokens, first) and not self._is_owner(first):
            return first
        for at in range(first + 2, min(first + _FAR, len(self._tokens) - 1)):
            if not self._tokens[at - 1].is_word:
                break
            if not (self._word(at) in _TOPICS or self._is_occasion(at)):
                continue
            near = range(at + 1, min(at + _HEAD, len(self._tokens)))
            begins = any(self._words.nouns.at(self._tokens, one) for one in near)
            if begins and self._is_name(at + 1) and not self._word(at + 1).endswith(OBLIQUE):
                return at + 1
        return first

    def _is_owner(self, index: int) -> bool:
        """Tell whether a noun begins a chain of genitives: "Парламент палаталарының …"."""
        return self._word(index + 1).endswith(GENITIVE)

    def _is_occasion(self, index: int) -> bool:
        """Tell whether a token says where something happened: "отырыстың кулуарында"."""
        owner = self._word(index - 1).endswith(GENITIVE)
        return owner and self._word(index).endswith(_HAPPENED)

    def _after_openers(self, first: int) -> int:
        """Skip "бейсенбі күні", "Ақтауда", "2011 жылы" at the start of a clause."""
        while first < len(self._tokens):
            word = self._word(first)
            if word in _THIS and self._is_object(first + 1):
                # "Бұл санды министрлік растады": the object stands first.
                first += 2
                continue
            if self._tokens[first].is_figure and self._placed(first):
                first = self._placed(first)
                continue
            place = word.endswith(_LOCATIVE) and self._word(first + 1) != "да" and len(word) > 4
            place = place and not self._is_head(first + 1)
            dated = self._tokens[first].is_figure or word.startswith("жыл")
            before_figure = word.endswith(_FROM) and self._placed(first + 1)
            place = place or bool(before_figure)
            if place and self._describes(first + 1):
                # "Алаңда болған жігіттер": where they were says who they are.
                break
            if not (word in self._words.openers or place or dated or word in ("-", ",")):
                break
            first += 1
        return first

    def _is_head(self, index: int) -> bool:
        """Tell whether a noun belongs to the one before, which bears no case: "Шахта басшысы"."""
        listed = self._words.nouns.at(self._tokens, index)
        head = self._word(index)
        return (
            bool(listed)
            and len(head) > _HEAD
            and head.endswith(("сы", "сі", "ры", "рі", "ғы", "гі"))
        )

    def _describes(self, index: int) -> bool:
        """Tell whether a participle stands right before a noun of a speaker."""
        after = index + 1 < len(self._tokens) and self._words.nouns.at(self._tokens, index + 1)
        several = self._word(index + 1).endswith(_OF_MANY)
        return self._word(index).endswith(PARTICIPLE) and (bool(after) or several)

    def _placed(self, first: int) -> int:
        """Return the index after "150 шақырым қашықтықтағы", 0 where a figure counts otherwise."""
        places = (at for at in range(first + 1, first + 4) if self._word(at).endswith(AT))
        return next(places, -1) + 1
