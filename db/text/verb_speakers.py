"""The speaker beside a verb of speaking in English and Russian."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.hearers import HearerReader
from db.text.phrase_edges import LONGEST
from db.text.speaker_phrases import Range, SpeakerPhrases
from db.text.speech_verbs import NUMBERS, speech_verbs
from db.text.tokens import Token
from db.text.voice_words import VoiceWords

_ENDS: Final = frozenset(["", ",", ".", "!", "?", ";", '"', ":"])
# As subjects; those who are told something are other forms.
_PRONOUNS: Final = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "он", "она", "оно", "они", "мы", "я",
     "кто"]
)  # fmt: skip
# "Эту цифру подтвердили в министерстве": the object stands first.
_THIS: Final = frozenset(["эту", "ту", "такую", "данную", "всю", "свою"])
# Endings of Russian adjectives in the cases that no subject has.
_OBJECT_ENDS: Final = ("ста", "ника", "теля", "ента", "ова", "ого", "его", "ов", "ев", "ых", "их")
_OBLIQUE: Final = (
    "ника", "теля", "иста", "анта", "ента", "анина", "ора", "ера", "ому", "ему", "ым", "им", "ам",
    "ям",
)  # fmt: skip
# Nominatives in the plural.
_NAMES_IN_A: Final = frozenset(
    ["профессора", "доктора", "директора", "инспектора", "мастера", "тренера"]
)
_NO_SUBJECT: Final = ("ую", "юю", "ому", "ему", "ыми", "ими")
_REPORTS: Final = ("report", "announc")
_LONG: Final = 5
_NEAR: Final = 4


class VerbSpeakers:
    """Looks before and behind the verbs of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: VoiceWords) -> None:
        self._words = words
        self._text = text
        self._tokens = tokens
        self._verbs = speech_verbs(text, tokens, words)
        self._phrases = SpeakerPhrases(text, words, tokens, self._verbs)
        self._hearers = HearerReader(text, tokens, words, self._phrases)

    def _word(self, index: int) -> str:
        return self._phrases.word(index)

    def _is_helper(self, index: int) -> bool:
        """Tell whether a word stands between speaker and verb: "has", "independently"."""
        word = self._word(index)
        adverb = word.endswith("ly") and len(word) > 5 and not self._is_capital(index)
        return word in self._words.helpers or adverb

    def _is_capital(self, index: int) -> bool:
        return self._text[self._tokens[index].start].isupper()

    def _is_told(self, speaker: Range) -> bool:
        """Tell whether what stands before a Russian verb is an outlet in the dative."""
        first = self._word(speaker[0])
        dative = not self._words.passive and first.endswith(("у", "ю"))
        return dative and bool(self._words.hearers.at(self._tokens, speaker[0]))

    def _is_cited_before(self, first: int) -> bool:
        """Tell whether a speaker begins with the phrase that names it: "according to"."""
        return bool(self._words.before_speaker.at(self._tokens, first))

    def _speaker(self, before: int, last: int, after: int) -> Range | None:
        """Return who speaks: after the verb behind a quotation, else before it, else after it."""
        speaker = self._past_aside(before) or self._inverted(before, last, after)
        speaker = speaker or self._phrases.backward(before)
        if speaker and self._word(speaker[0]) in _THIS:
            speaker = None
        if self._word(before - 1) in _PRONOUNS:
            # "A hundred times I told him": what stands before the pronoun does not speak.
            return None if speaker and speaker[1] == before else speaker
        if speaker is None and self._is_joined_verb(before):
            speaker = self._phrases.shared(before - 1)
        if speaker is None and self._is_relative(before):
            return None
        if speaker is None and self._may_follow(before):
            speaker = self._phrases.forward(after) or self._phrases.later(after)
        # "обещали двойную оплату": no subject is in such a case.
        wrong = speaker and (
            self._word(speaker[0]).endswith(_NO_SUBJECT)
            or self._is_object(speaker, before, last)
            or (speaker[1] <= before and self._is_governed(speaker[0]))
        )
        placed = self._word(after) in self._words.in_institution
        if speaker and placed and self._is_thing(speaker, before, last):
            # «Подробности рассказали в пресс-службе»
            return self._phrases.forward(after) or (None if wrong else speaker)
        if wrong and placed:
            # "Гибель людей подтвердили в МВД"
            return self._phrases.forward(after)
        return None if wrong else speaker

    def _is_thing(self, speaker: Range, before: int, last: int) -> bool:
        """Tell whether what stands before a plural verb names nobody."""
        if self._words.passive or speaker[1] > before or not self._word(last - 1).endswith("ли"):
            return False
        return not any(
            self._words.nouns.at(self._tokens, at) or (at > 0 and self._is_capital(at))
            for at in range(*speaker)
        )

    def _is_joined_verb(self, before: int) -> bool:
        """Tell whether a verb is joined to another of the same subject: "… and said"."""
        return self._word(before - 1) in ("and", "и")

    def _is_relative(self, before: int) -> bool:
        """Tell whether «кто» is the subject: «те, кто открыто рассказывал в России»."""
        for at in range(before - 1, max(-1, before - _NEAR), -1):
            if not self._tokens[at].is_word:
                return False
            if self._word(at) == "кто":
                return True
        return False

    def _is_governed(self, first: int) -> bool:
        """Tell whether a Russian phrase begins in a case no subject has: «бывшего директора»."""
        placed = self._word(first - 1) in self._words.prepositions
        word = self._word(first)
        return not placed and len(word) > _LONG and word.endswith(("ого", "его"))

    def _is_object(self, speaker: Range, before: int, last: int) -> bool:
        """Tell whether a Russian noun in another case stands before a plural verb.

        «Активиста обвинили» names nobody who speaks; "в полиции сообщили" does.
        """
        if self._words.passive or speaker[1] > before:
            return False
        plural = self._word(last - 1).endswith(("ли", "ют", "ят", "ут"))
        if plural and self._is_oblique(speaker[0]):
            return True
        if any(self._tokens[at].is_figure for at in range(speaker[0] + 1, speaker[1])):
            # «Гибель 16 человек подтвердили в МВД»: what is confirmed, if it is no speaker.
            return not self._words.nouns.at(self._tokens, speaker[0])
        if speaker[1] - speaker[0] > 1:
            return False
        noun = self._word(speaker[0])
        placed = self._word(speaker[0] - 1) in self._words.in_institution
        listed = bool(self._words.nouns.at(self._tokens, speaker[0]))
        if not plural or placed:
            return False
        # «Ущерб оценили»: one thing, and many who do not appear.
        single = not listed and (speaker[0] == 0 or not self._is_capital(speaker[0]))
        single = single and not noun.endswith(("ы", "и", "а", "я", "е", "ые", "ие"))
        return single or (listed and noun.endswith(_OBJECT_ENDS))

    def _is_oblique(self, first: int) -> bool:
        """Tell whether «Начальника тюрьмы» or «Рабочим» stands before a plural verb."""
        word = self._word(first)
        if self._word(first - 1) in self._words.in_institution or word in _NAMES_IN_A:
            return False
        listed = bool(self._words.nouns.at(self._tokens, first))
        return listed and word.endswith(_OBLIQUE)

    def _past_aside(self, before: int) -> Range | None:
        """Return the speaker of «лидер оппозиции, который сидел в тюрьме, назвал …»."""
        if self._words.passive or self._word(before - 1) != ",":
            return None
        speaker = self._phrases.backward(before)
        if speaker is None or speaker[1] >= before - 1:
            return None
        noun = any(self._words.nouns.at(self._tokens, at) for at in range(*speaker))
        clause = self._word(speaker[1]) == "," and self._word(speaker[1] + 1) in (
            self._words.relatives
        )
        return speaker if noun and clause else None

    def _inverted(self, before: int, last: int, after: int) -> Range | None:
        """Return the speaker of "…, said the mayor.": nothing follows but a stop."""
        listed = self._words.not_inverted.at(self._tokens, self._cue(before, last))
        if listed or not self._closes_words(before - 1) or self._ends_citing(before - 1):
            return None
        speaker = self._phrases.forward(after)
        if speaker and self._words.passive and self._is_reported(speaker, last):
            return None
        if speaker is None and (after > last or not self._words.passive):
            speaker = self._phrases.later(after)
        ended = speaker is not None and (
            self._word(speaker[1]) in _ENDS or not self._words.passive or self._is_place(speaker[1])
        )
        return speaker if ended else None

    def _is_reported(self, behind: Range, last: int) -> bool:
        """Tell whether a thing stands behind a verb: "the mayor, Ann Lee, reported nine deaths"."""
        things = self._word(last - 1).startswith(_REPORTS) or self._word(behind[0]) in NUMBERS
        return things and not any(
            self._words.nouns.at(self._tokens, at) or self._is_capital(at) for at in range(*behind)
        )

    def _ends_citing(self, comma: int) -> bool:
        """Tell whether a comma closes "…, citing the police,": the subject stood before."""
        near = range(comma - 1, max(0, comma - LONGEST), -1)
        opening = next((at for at in near if self._word(at) == ","), -1)
        cited = self._words.quoting.at(self._tokens, opening + 1)
        cited = cited or self._words.passed_on.at(self._tokens, opening + 1)
        subject = self._tokens[opening - 1].is_word if opening > 0 else False
        return self._word(comma) == "," and subject and bool(cited)

    def _cue(self, before: int, last: int) -> int:
        """Return where the verb itself begins, behind its helpers."""
        return next((at for at in range(before, last) if at in self._verbs), before)

    def _is_place(self, index: int) -> bool:
        """Tell whether what follows a speaker tells when or where: "said the mayor on Sunday"."""
        return self._word(index) in ("on", "in", "at", "as", "who", "after", "during")

    def _closes_words(self, at: int) -> bool:
        """Tell whether a sign before a verb ends what is said, and is not part of a name."""
        if self._word(at) == '"':
            return not self._phrases.closes(at)
        return self._word(at) in (",", "-") and not self._phrases.joins(at)

    def _may_follow(self, verb: int) -> bool:
        """Tell whether the speaker may stand after the verb: "…”, said the mayor"."""
        before = self._word(verb - 1)
        return not self._words.passive or before in ('"', ",", "-", "'") or verb == 0

    def _trails(self, first: int, after: int) -> bool:
        """Tell whether speaker and verb stand between a comma and the end or another comma."""
        return self._word(first - 1) in (",", '"') and self._word(after) in (",", ".", "", "!", "?")
