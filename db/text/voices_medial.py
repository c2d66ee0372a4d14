"""Voices where the verb stands between speaker and words: English and Russian.

Four turns of words name a speaker: a phrase before it ("according to …"), a verb of speaking
after or before it ("… said", "…», — сказал …"), a statement of its own ("в заявлении … говорится")
and an agent ("was confirmed by …").  Who passes on another's words stands before the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from db.text.hearers import HearerReader
from db.text.speaker_phrases import Range, SpeakerPhrases
from db.text.speech_verbs import SpeechVerb, VerbReader, speech_verbs
from db.text.tokens import Token
from db.text.voice_words import VoiceWords, remember

_ENDS: Final = frozenset(["", ",", ".", "!", "?", ";", '"', ":"])
# As subjects; those who are told something are other forms.
_PRONOUNS: Final = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "он",
        "она",
        "оно",
        "они",
        "мы",
        "я",
        "кто",
    ]
)
# "Эту цифру подтвердили в министерстве": the object stands first.
_THIS: Final = frozenset(["эту", "ту", "такую", "данную", "всю", "свою"])
_STATEMENT_REACH: Final = 9
_ABOUT: Final = frozenset(["о", "об", "что", "более", "около", "не", "свыше", "до", "от"])
_FINITE: Final = ("ed", "л", "ла", "ло", "ли", "ет", "ит", "ют", "ят", "лся", "лась", "лись", "тся")
# Endings of Russian adjectives in the cases that no subject has.
_OBJECT_ENDS: Final = ("ста", "ника", "теля", "ента", "ова", "ого", "его", "ов", "ев", "ых", "их")
_NO_SUBJECT: Final = ("ую", "юю", "ому", "ему", "ыми", "ими")
_AGENT_REACH: Final = 7
# A quotation and its verb have no more signs than this between them: "…», — сказал".
_SIGNS: Final = 4
_SAID_OF: Final = frozenset(
    ["reported", "said", "believed", "thought", "alleged", "known", "understood", "supposed",
     "expected", "claimed", "rumoured", "rumored", "asked", "due", "set", "likely"]
)  # fmt: skip
_LONG: Final = 5


@dataclass(frozen=True, slots=True)
class _Voice:
    """A speaker at tokens first..last; ``cue`` is where the verb or phrase stands."""

    first: int
    last: int
    cue: int
    trailing: bool = False
    inner: bool = False


def find_verb_medial(text: str, tokens: Sequence[Token], words: VoiceWords) -> list[Range]:
    """Return the token ranges of the speakers of a sentence, the outermost first."""
    found = list(_Reader(text, tokens, words).voices())
    trailing = [voice for voice in found if voice.trailing]
    # "…, the mayor said, Interfax reports": what trails last is outermost.
    ordered = trailing[::-1] + [voice for voice in found if not voice.trailing]
    ordered.sort(key=_is_inner)
    return [(voice.first, voice.last) for voice in ordered]


def _is_inner(voice: _Voice) -> bool:
    return voice.inner


class _Reader:
    """Walks over the tokens of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: VoiceWords) -> None:
        self._words = words
        self._text = text
        self._tokens = tokens
        self._verbs = speech_verbs(text, tokens, words)
        self._phrases = SpeakerPhrases(text, words, tokens, self._verbs)
        self._hearers = HearerReader(text, tokens, words, self._phrases)

    def voices(self) -> Iterator[_Voice]:
        index = 0
        finders = (
            self._after_phrase,
            self._owner,
            self._passed_on,
            self._in_statement,
            self._by_agent,
            self._around_verb,
            self._left_out,
        )
        while index < len(self._tokens):
            length = 1
            for find in finders if self._may_begin(index) else ():
                found = find(index)
                if found:
                    length, voices = found
                    yield from voices
                    break
            index += length

    def _may_begin(self, index: int) -> bool:
        """Tell whether a finder has anything to look at: for most words, none has."""
        word = self._word(index)
        may = self._words.known_cues.get(word)
        if may is None:
            may = remember(self._words.known_cues, word, self._is_cue(word))
        # Behind a sign any verb may stand.
        signed = index > 0 and not self._tokens[index - 1].is_word
        return may or signed or index in self._verbs

    def _is_cue(self, word: str) -> bool:
        words = self._words
        listed = (words.before_speaker, words.passed_on, words.by_verbs)
        stated = word in words.statement_verbs or word in words.in_institution
        stated = stated or word in words.owned_after
        return stated or word in (",", ";") or any(one.begins(word) for one in listed)

    def _word(self, index: int) -> str:
        return self._phrases.word(index)

    def _is_helper(self, index: int) -> bool:
        """Tell whether a word stands between speaker and verb: "has", "independently"."""
        word = self._word(index)
        adverb = word.endswith("ly") and len(word) > 5 and not self._is_capital(index)
        return word in self._words.helpers or adverb

    def _is_capital(self, index: int) -> bool:
        return self._text[self._tokens[index].start].isupper()

    def _after_phrase(self, index: int) -> tuple[int, list[_Voice]] | None:
        phrase = self._words.before_speaker.at(self._tokens, index)
        if not phrase or self._words.passed_on.at(self._tokens, index):
            return None
        begin = index + phrase[0]
        speaker = None if self._is_measure(index, begin) else self._phrases.forward(begin)
        # What follows is no clause of its own, though it may end in "reports".
        length = max(1, self._phrases.phrase_end(begin) - index)
        quoting = self._quoting(index)
        inner = self._quoted_passively(quoting, index) if quoting else []
        # "according to the minister, quoted by Interfax": the minister was named already.
        inner = [voice for voice in inner if not self._is_cited_before(voice.first)]
        return length, [_Voice(*speaker, index), *inner] if speaker else inner

    def _is_measure(self, index: int, begin: int) -> bool:
        verbs = VerbReader(self._text, self._tokens, self._words)
        return self._word(index) == "according" and verbs.is_measure(begin)

    def _owner(self, index: int) -> tuple[int, list[_Voice]] | None:
        """Read "by the hospital's count", "in the mayor's words"."""
        if self._word(index) not in self._words.owned_after:
            return None
        for at in range(index + 1, min(index + _AGENT_REACH, len(self._tokens))):
            word = self._word(at)
            owner = word.endswith("'s") or (word == "'" and self._word(at - 1).endswith("s"))
            if owner and self._word(at + 1) in self._words.owned_before | {"own"}:
                speaker = self._phrases.named(index + 1, at + (word != "'"))
                return at - index, [_Voice(*speaker, index)] if speaker else []
            if not self._tokens[at].is_word or word in self._words.prepositions:
                break
        return None

    def _passed_on(self, index: int) -> tuple[int, list[_Voice]] | None:
        phrase = self._words.passed_on.at(self._tokens, index)
        if not phrase:
            return None
        speaker = self._phrases.forward(index + phrase[0])
        if not speaker:
            return phrase[0], []
        found = [_Voice(*speaker, index, inner=True)]
        named = any(self._words.nouns.at(self._tokens, at) for at in range(*speaker))
        outer = self._phrases.backward(index) if named and self._word(index - 1) == "," else None
        return phrase[0], [_Voice(*outer, index), *found] if outer else found

    def _in_statement(self, index: int) -> tuple[int, list[_Voice]] | None:
        """Read "в заявлении … говорится" and "говорится в заявлении …"."""
        first = index + 1 + (self._word(index) in self._words.statement_verbs)
        if self._word(first - 1) not in self._words.in_institution:
            return None
        if self._word(first + 1) == "-" and self._word(first + 2) in self._words.statements:
            # "в пресс-релизе", "в телеграм-канале"
            first += 2
        if self._word(first) not in self._words.statements:
            return None
        if self._word(index) in self._words.statement_verbs:
            speaker = self._phrases.forward(first + 1)
            return first - index, [_Voice(*speaker, index)] if speaker else []
        for at in range(first + 1, min(first + _STATEMENT_REACH, len(self._tokens))):
            if self._word(at) in self._words.statement_verbs:
                author = self._phrases.named(first + 1, at)
                # "В акте указано": nobody else is named for it.
                speaker = author or self._phrases.named(first, first + 1)
                return at - index, [_Voice(*speaker, index)] if speaker else []
        return None

    def _around_verb(self, index: int) -> tuple[int, list[_Voice]] | None:
        verb = self._verbs.get(index) or self._any_verb(index)
        if not verb:
            return None
        length = verb.last - verb.first
        before = index
        while before and self._is_helper(before - 1):
            before -= 1
        if self._word(before - 1) in self._words.passive:
            return length, self._quoted_passively(verb, before)
        if self._word(before - 1) == "to" and self._word(before - 2) in _SAID_OF:
            # "is reported to have warned": it is others who say so.
            return length, []
        hearer, after = self._hearers.after(verb)
        speaker = self._speaker(before, verb.last, after)
        if speaker and not hearer and speaker[0] >= verb.last:
            hearer = self._hearers.behind(speaker[1])
        if speaker and not hearer and self._is_told(speaker):
            # "Об этом агентству «Интерфакс» сообщил источник": an outlet that is told.
            hearer = speaker
            speaker = self._phrases.forward(after) or self._phrases.later(after) or speaker
        if speaker is None:
            return length, []
        voice = _Voice(*speaker, index, trailing=self._trails(speaker[0], verb.last))
        if self._is_cited_before(speaker[0]):
            # "According to the Times, which cited a medic": the Times was named already.
            return length, self._quoted(verb, speaker, named=True)
        outer = [_Voice(*hearer, index)] if hearer and hearer != speaker else []
        return length, [*outer, voice, *self._quoted(verb, speaker)]

    def _is_told(self, speaker: Range) -> bool:
        """Tell whether what stands before a Russian verb is an outlet in the dative."""
        first = self._word(speaker[0])
        dative = not self._words.passive and first.endswith(("у", "ю"))
        return dative and bool(self._words.hearers.at(self._tokens, speaker[0]))

    def _is_cited_before(self, first: int) -> bool:
        """Tell whether a speaker begins with the phrase that names it: "according to"."""
        return bool(self._words.before_speaker.at(self._tokens, first))

    def _left_out(self, index: int) -> tuple[int, list[_Voice]] | None:
        """Read the second voice of «власти говорят о 14 погибших, оппозиция — о 70»."""
        first = index + 1 + (self._word(index + 1) == "а")
        if self._words.passive or self._word(index) not in (",", ";") or not self._verbs:
            return None
        if min(self._verbs) > index or not self._words.nouns.at(self._tokens, first):
            return None
        for at in range(first + 1, min(first + 4, len(self._tokens) - 1)):
            if self._word(at) == "-" and not self._phrases.joins(at):
                goes_on = self._tokens[at + 1].is_figure or self._word(at + 1) in _ABOUT
                speaker = self._phrases.named(first, at) if goes_on else None
                return at - index, [_Voice(*speaker, index)] if speaker else []
        return None

    def _any_verb(self, index: int) -> SpeechVerb | None:
        """Return a verb no list knows that stands behind a quotation: "…," snapped the mayor."""
        closing = index - 1
        while self._word(closing) in ("-", ",") and closing > max(0, index - _SIGNS):
            closing -= 1
        dashed = closing < index - 2
        quoted = self._word(closing) == '"' and (dashed or not self._phrases.closes(closing))
        if not quoted or closing == 0 or not self._word(index).endswith(_FINITE):
            return None
        verb = SpeechVerb(index, index + 1)
        return verb if self._inverted(index, index + 1, index + 1) else None

    def _speaker(self, before: int, last: int, after: int) -> Range | None:
        """Return who speaks: after the verb behind a quotation, else before it, else after it."""
        speaker = self._past_aside(before) or self._inverted(before, last, after)
        speaker = speaker or self._phrases.backward(before)
        if speaker and self._word(speaker[0]) in _THIS:
            speaker = None
        if self._word(before - 1) in _PRONOUNS:
            return speaker
        if speaker is None and self._may_follow(before):
            speaker = self._phrases.forward(after) or self._phrases.later(after)
        # "обещали двойную оплату": no subject is in such a case.
        wrong = speaker and (
            self._word(speaker[0]).endswith(_NO_SUBJECT)
            or self._is_object(speaker, before, last)
            or (speaker[1] <= before and self._is_governed(speaker[0]))
        )
        return None if wrong else speaker

    def _is_governed(self, first: int) -> bool:
        """Tell whether a Russian phrase begins in a case no subject has: «бывшего директора»."""
        placed = self._word(first - 1) in self._words.prepositions
        word = self._word(first)
        return not placed and len(word) > _LONG and word.endswith(("ого", "его"))

    def _is_object(self, speaker: Range, before: int, last: int) -> bool:
        """Tell whether a Russian noun in another case stands before a plural verb.

        «Активиста обвинили» names nobody who speaks; "в полиции сообщили" does.
        """
        if self._words.passive or speaker[1] > before or speaker[1] - speaker[0] > 1:
            return False
        plural = self._word(last - 1).endswith(("ли", "ют", "ят", "ут"))
        noun = self._word(speaker[0])
        placed = self._word(speaker[0] - 1) in self._words.in_institution
        listed = bool(self._words.nouns.at(self._tokens, speaker[0]))
        if not plural or placed:
            return False
        # «Ущерб оценили»: one thing, and many who do not appear.
        single = not listed and (speaker[0] == 0 or not self._is_capital(speaker[0]))
        single = single and not noun.endswith(("ы", "и", "а", "я", "е", "ые", "ие"))
        return single or (listed and noun.endswith(_OBJECT_ENDS))

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
        if listed or not self._closes_words(before - 1):
            return None
        speaker = self._phrases.forward(after)
        if speaker is None and (after > last or not self._words.passive):
            speaker = self._phrases.later(after)
        ended = speaker is not None and (
            self._word(speaker[1]) in _ENDS or not self._words.passive or self._is_place(speaker[1])
        )
        return speaker if ended else None

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

    def _quoted(self, verb: SpeechVerb, speaker: Range, *, named: bool = False) -> list[_Voice]:
        """Return the one whose words the speaker quotes: "quoted the minister as saying"."""
        if not verb.quoting or speaker[0] >= verb.last:
            return []
        inner = self._phrases.forward(verb.last)
        as_said = inner and (
            named or self._word(inner[1]) in ("as", ":") or not self._words.passive
        )
        return [_Voice(*inner, verb.first, inner=True)] if inner and as_said else []

    def _quoting(self, index: int) -> SpeechVerb | None:
        quoting = self._words.quoting.at(self._tokens, index)
        return SpeechVerb(index, index + quoting[0], quoting=True) if quoting else None

    def _quoted_passively(self, verb: SpeechVerb, before: int) -> list[_Voice]:
        """Return the one of "the minister was quoted as saying"."""
        if not verb.quoting or self._word(verb.last) not in ("as", "by"):
            return []
        while self._word(before - 1) in self._words.passive | self._words.helpers:
            before -= 1
        speaker = self._phrases.backward(before)
        return [_Voice(*speaker, verb.first, inner=True)] if speaker else []

    def _by_agent(self, index: int) -> tuple[int, list[_Voice]] | None:
        """Read "the toll was put at 16 by the prosecutor"."""
        verb = self._words.by_verbs.at(self._tokens, index)
        if not verb or self._words.acts.at(self._tokens, index):
            return None
        before = index - 1
        while self._word(before) in self._words.helpers:
            before -= 1
        if self._word(before) not in self._words.passive:
            return None
        for at in range(index + verb[0], min(index + _AGENT_REACH, len(self._tokens))):
            if self._word(at) in self._words.by:
                speaker = self._phrases.forward(at + 1)
                quoting = self._quoting(index)
                inner = self._quoted_passively(quoting, index) if quoting else []
                return at - index, [_Voice(*speaker, index), *inner] if speaker else inner
        return None
