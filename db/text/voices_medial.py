"""Voices where the verb stands between speaker and words: English and Russian.

Four turns of words name a speaker: a phrase before it ("according to …"), a verb of speaking
after or before it ("… said", "…», — сказал …"), a statement of its own ("в заявлении … говорится")
and an agent ("was confirmed by …").  Who passes on another's words stands before the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from db.text.speaker_phrases import Range
from db.text.speech_verbs import SpeechVerb, VerbReader
from db.text.tokens import Token
from db.text.verb_speakers import VerbSpeakers
from db.text.voice_words import VoiceWords, remember

_STATEMENT_REACH: Final = 9
_ABOUT: Final = frozenset(["о", "об", "что", "более", "около", "не", "свыше", "до", "от"])
_FINITE: Final = ("ed", "л", "ла", "ло", "ли", "ет", "ит", "ют", "ят", "лся", "лась", "лись", "тся")
_AGENT_REACH: Final = 7
# A quotation and its verb have no more signs than this between them: "…», — сказал".
_SIGNS: Final = 4
_HEARSAY: Final = frozenset(["reportedly", "allegedly", "supposedly", "purportedly"])
# The most tokens of a name in quotation marks.
_TITLE: Final = 8
_SAID_OF: Final = frozenset(
    ["reported", "said", "believed", "thought", "alleged", "known", "understood", "supposed",
     "expected", "claimed", "rumoured", "rumored", "asked", "due", "set", "likely"]
)  # fmt: skip


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


class _Reader(VerbSpeakers):
    """Walks over the tokens of one sentence."""

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
        going = (self._word(index), begin - index) in (("according", 2), ("согласно", 1))
        return going and verbs.is_measure(begin)

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
        begin = index + phrase[0]
        speaker = self._phrases.forward(begin) or self._phrases.document(begin)
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
        if self._is_hearsay(before, index):
            # "had reportedly complained": others say that he did.
            return length, []
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
        behind = speaker[0] >= verb.last
        trailing = self._trails(before if behind else speaker[0], max(verb.last, speaker[1]))
        voice = _Voice(*speaker, index, trailing=trailing)
        if self._is_cited_before(speaker[0]):
            # "According to the Times, which cited a medic": the Times was named already.
            return length, self._quoted(verb, speaker, named=True)
        outer = [_Voice(*hearer, index)] if hearer and hearer != speaker else []
        return length, [*outer, voice, *self._quoted(verb, speaker)]

    def _is_hearsay(self, first: int, verb: int) -> bool:
        """Tell whether a helper says that the saying itself is hearsay: "reportedly warned"."""
        return any(self._word(at) in _HEARSAY for at in range(first, verb))

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
        if self._opens(closing):
            return None
        verb = SpeechVerb(index, index + 1)
        return verb if self._inverted(index, index + 1, index + 1) else None

    def _opens(self, at: int) -> bool:
        """Tell whether a quotation mark opens what follows, or closes the name of an outlet."""
        if self._text[self._tokens[at].start] in "«“„":
            return True
        marks = [n for n in range(max(0, at - _TITLE), at) if self._word(n) == '"']
        return bool(marks) and any(
            listed.before(self._tokens, marks[-1])
            for listed in (self._words.nouns, self._words.hearers)
        )

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
