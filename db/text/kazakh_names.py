"""Names, objects and hearers among the words of a Kazakh clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.tokens import Token
from db.text.voice_words import VoiceWords

Range = tuple[int, int]

LONGEST: Final = 7
GENITIVE: Final = ("ның", "нің", "дың", "дің", "тың", "тің")
DATIVE: Final = ("ға", "ге", "қа", "ке", "на", "не")
_POSSESSED_AT: Final = ("сында", "сінде", "ында", "інде")
_PLACES: Final = ("облыс", "аудан", "қаласы", "ауылы", "өзені", "көшесі", "округ", "даңғылы")
_CASES: Final = frozenset(
    ["да", "де", "та", "те", "ға", "ге", "қа", "ке", "дан", "ден", "тан", "тен", "нан", "нен"]
)
AT: Final = ("дағы", "дегі", "тағы", "тегі")
_GIVEN: Final = ("іне", "ына", "інен", "ынан")
SHORT: Final = 4
_PARTS: Final = frozenset(["бірі", "көбі", "жартысы", "көпшілігі", "біразы", "бірқатары"])
OBLIQUE: Final = (
    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "нан", "нен",
    "дан", "ден", "тан", "тен", "ды", "ді", "ты", "ті", "ны", "ні", "мен", "бен", "пен", "да", "де",
    "та", "те", "ын", "ін", "ған", "ген", "қан", "кен", "ғы", "гі",
)  # fmt: skip
# What shows that a clause is what somebody says: "… деп", "…ғанын", "…етінін".
SAID: Final = (
    "ғанын", "генін", "қанын", "кенін", "тынын", "тінін", "дығын", "дігін", "екенін", "жоғын",
    "барын", "уын", "уін", "мағанын", "мегенін",
)  # fmt: skip
_SAID_SO: Final = frozenset(["деді", "дейді", "деп", "десті", "деген"])


class NameReader:
    """Tells names and objects among the tokens of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: VoiceWords) -> None:
        self._text = text
        self._tokens = tokens
        self._words = words

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def _part_end(self, first: int) -> int | None:
        """Return the index after "зардап шеккендердің бірі", one of those who suffered."""
        for at in range(first, min(first + LONGEST, len(self._tokens) - 1)):
            if not self._tokens[at].is_word:
                return None
            if self._word(at).endswith(GENITIVE) and self._word(at + 1) in _PARTS:
                return at + 2
        return None

    def _after_place(self, first: int) -> int:
        """Return the index after "Үкімет отырысында", in a sitting of the government, else 0."""
        where = self._word(first + 1)
        small = first + 1 < len(self._tokens) and not self._is_name(first + 1)
        return first + 2 if small and where.endswith(_POSSESSED_AT) else 0

    def is_heard(self, index: int) -> bool:
        """Tell whether a token is an outlet that is told."""
        return self._is_heard(index)

    def is_name(self, index: int) -> bool:
        """Tell whether a token is part of a name."""
        return self._is_name(index)

    def _is_object(self, index: int) -> bool:
        """Tell whether a word is no part of a subject: an object, or an adverb of manner."""
        word = self._word(index)
        if self.is_region(index + 1):
            # "Алматы облысы" ends as an object does.
            return False
        return len(word) > 3 and word.endswith(
            ("ды", "ді", "ты", "ті", "ны", "ні", "ға", "ге", "қа", "ке", "нан", "нен")
        )

    def _names_end(self, index: int) -> int:
        """Return the index after capitalised words or a name in quotation marks."""
        if self._word(index) == '"' and self._is_lower(index + 1):
            # "прокурор «тәртіпсіздік жасаған» азаматтарды": no name.
            return index
        if self._word(index) == '"':
            for at in range(index + 1, min(index + 6, len(self._tokens))):
                if self._word(at) == '"':
                    if self._word(at + 1) in _SAID_SO:
                        # "Шал «…» деді": what stands in the marks was said.
                        return index
                    if index > 0 and self._is_placed(at + 1):
                        # "қызметі | «Қазақстан» шахтасында"
                        return index
                    listed = self._words.nouns.at(self._tokens, at + 1)
                    if index > 0 and not listed and self._is_heard(at + 1):
                        return index
                    # «Власть» газеті, but «Власть» сот процесі туралы …
                    owned = listed and self._word(at + listed[0]).endswith(("ы", "і"))
                    return at + 1 + (listed[0] if listed and owned else 0)
            return index
        return self._capitals_end(index)

    def _capitals_end(self, index: int) -> int:
        """Return the index after the capitalised words that name somebody, and no place."""
        first = index
        while index < len(self._tokens) and self._is_name(index):
            if self._is_quality(index) or self._word(index).endswith(GENITIVE):
                # "министрі | Қарағандының шахтасындағы апаттан"
                break
            index += 1
        if index > first + 2 and self._word(index - 2) == "-" and self._word(index - 1) in _CASES:
            # "белсенді | Facebook-те"
            return index - 3
        while index > first and self._word(index - 1).endswith(AT):
            # "прокуратурасы | Жаңаөзендегі оқиға"
            index -= 1
        # "өкілі | Абай облысы", "Қожаев | ОҚК брифингінде": the name of a place, not of a person.
        if index > first and self._is_placed(index):
            joined = index > first + 2 and self._word(index - 2) == "-"
            return index - (3 if joined else 1)
        return index

    def _is_quality(self, index: int) -> bool:
        """Tell whether an adjective of a name follows: "Сайпаш | Республикалық штабта"."""
        after = self._word(index + 1)
        small = after.isalpha() and self._is_lower(index + 1)
        return small and self._word(index).endswith(("лық", "лік"))

    def is_region(self, index: int) -> bool:
        """Tell whether a token makes a region of the name before it: "Қызылорда облысы"."""
        return self._word(index).startswith(_PLACES)

    def _is_placed(self, index: int) -> bool:
        """Tell whether a token makes a place or an occasion of the name before it."""
        word = self._word(index)
        body = self._words.nouns.at(self._tokens, index) or self._words.hearers.at(
            self._tokens, index
        )
        if body and word.endswith(_GIVEN):
            # "тілшісі | Kazinform агенттігіне сілтеме жасап"
            return True
        if self._words.nouns.at(self._tokens, index - 1) and word.endswith(("ымен", "імен")):
            # "басшысы | Президент тапсырмасымен"
            return True
        return word.startswith(_PLACES) or word.endswith(_POSSESSED_AT)

    def _is_lower(self, index: int) -> bool:
        return index < len(self._tokens) and self._text[self._tokens[index].start].islower()

    def _is_heard(self, index: int) -> bool:
        """Tell whether an outlet is told: "… «Азаттық» радиосына айтты"."""
        heard = self._words.hearers.at(self._tokens, index)
        return bool(heard) and self._word(index).endswith(DATIVE)

    def _name_end(self, first: int) -> int | None:
        """Return the index after a name of several words, in quotation marks or in capitals."""
        last = self._names_end(first)
        while last > first and self._word(last - 1).endswith(OBLIQUE) and last - first > 1:
            last -= 1
        if last == first:
            return None
        shouted = self._text[self._tokens[first].start : self._tokens[first].end].isupper()
        hyphens = self._word(last) == "-"
        return (
            last
            if last - first > 1 or (shouted and len(self._word(first)) > 1) or hyphens
            else None
        )

    def _is_owned_object(self, index: int) -> bool:
        """Tell whether a word is an object that belongs to somebody: "Әкімнің бұл сөзін"."""
        word = self._word(index)
        owner = any(self._word(at).endswith(GENITIVE) for at in (index - 2, index - 1))
        return owner and word.endswith(("ын", "ін")) and len(word) > SHORT

    def _is_name(self, index: int) -> bool:
        token = self._tokens[index]
        if token.plain == "." and len(self._word(index - 1)) == 1:
            return True
        if self._is_site(index) or self._is_site(index - 1):
            return True
        if token.plain == "-":
            return 0 < index < len(self._tokens) - 1 and self._tokens[index + 1].start == token.end
        joined = self._word(index - 1) == "-" and token.start == self._tokens[index - 1].end
        return token.is_word and (joined or self._text[token.start].isupper())

    def _is_site(self, index: int) -> bool:
        """Tell whether a full stop is inside the name of a site: "Bugin.kz"."""
        if not 0 < index < len(self._tokens) - 1 or self._tokens[index].plain != ".":
            return False
        before, token, after = self._tokens[index - 1 : index + 2]
        return before.end == token.start and token.end == after.start and after.is_word

    def named(self, first: int, last: int) -> Range | None:
        """Return the range where it names a speaker: no pronoun, no mere "reports"."""
        words = [self._word(at) for at in range(first, last)]
        # "оның адвокаты", her lawyer, names somebody.
        owned = len(words) > 1 and words[0].endswith(GENITIVE)
        if not any(word.isalpha() for word in words) or words[0] in ("де", "да"):
            return None
        if words[0] in self._words.pronouns and not owned:
            return None
        generic = all(
            self._words.generic.at(self._tokens, at) or not self._tokens[at].is_word
            for at in range(first, last)
        )
        return None if generic else (first, last)


_ACCUSATIVE: Final = ("ды", "ді", "ты", "ті", "ны", "ні")
_CONTENT: Final = frozenset(["деп", "туралы", "жайлы", "хабар", "ақпарат", "мәлімет", "сөзін"])
_BEFORE: Final = 3


def is_published(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a thing is made public or brought, and nothing said: "тізімді жариялады"."""
    verb = tokens[index].plain
    near = [token.plain for token in tokens[max(0, index - _BEFORE) : index]]
    if any(word.endswith(SAID) or word in _CONTENT for word in near):
        return False
    if verb.startswith("жарияла"):
        return any(word.endswith(_ACCUSATIVE) and len(word) > SHORT for word in near)
    # "екі мың шатыр жеткізді": what is counted or named before it was brought.
    return verb.startswith("жеткіз") and bool(near) and near[-1] not in (",", "-", '"', "де")
