"""Voices where the verb stands between speaker and words: English and Russian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from db.text.speaker_phrases import Range, SpeakerPhrases
from db.text.tokens import Token
from db.text.voice_words import VoiceWords

# These are nouns as often as verbs.
_NOUN_OR_VERB: Final = frozenset(
    ["reports", "claims", "claim", "states", "notes", "report", "blame", "blames", "estimates"]
)
_AFTER_NOUN: Final = frozenset(
    ["of", "from", "by", "about", "to", "on", "are", "is", "was", "were", "have", "has", "say"]
)


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
        self._phrases = SpeakerPhrases(self._words, tokens)

    def voices(self) -> Iterator[_Voice]:
        index = 0
        while index < len(self._tokens):
            length = 1
            for find in (self._after_phrase, self._passed_on, self._around_verb, self._by_agent):
                found = find(index)
                if found:
                    length, voices = found
                    yield from voices
                    break
            index += length

    def _is_capital(self, index: int) -> bool:
        return self._text[self._tokens[index].start].isupper()

    def _after_phrase(self, index: int) -> tuple[int, list[_Voice]] | None:
        phrase = self._words.before_speaker.at(self._tokens, index)
        if not phrase or self._words.passed_on.at(self._tokens, index):
            return None
        begin = index + phrase[0]
        speaker = self._phrases.forward(begin)
        # What follows is no clause of its own, though it may end in "reports".
        length = self._phrases.phrase_end(begin) - index
        return length, [_Voice(*speaker, index)] if speaker else []

    def _passed_on(self, index: int) -> tuple[int, list[_Voice]] | None:
        phrase = self._words.passed_on.at(self._tokens, index)
        if not phrase:
            return None
        speaker = self._phrases.forward(index + phrase[0])
        return phrase[0], [_Voice(*speaker, index, inner=True)] if speaker else []

    def _around_verb(self, index: int) -> tuple[int, list[_Voice]] | None:
        verb = self._words.verbs.at(self._tokens, index)
        if not verb or self._is_noun(index, verb[0]):
            return None
        before = index
        while before and self._phrases.word(before - 1) in self._words.helpers:
            before -= 1
        if self._phrases.word(before - 1) in self._words.passive:
            return None
        after = index + verb[0]
        speaker = self._inverted(before, after) or self._phrases.backward(before)
        if speaker is None and self._may_follow(before):
            speaker = self._phrases.forward(after)
        if speaker is None:
            return verb[0], []
        voice = _Voice(*speaker, index, trailing=self._trails(speaker[0], after))
        hearer = self._hearer(index, after)
        return verb[0], [hearer, voice] if hearer else [voice]

    def _inverted(self, verb: int, after: int) -> Range | None:
        """Return the speaker of "…, said the mayor.": nothing follows but a stop."""
        if self._phrases.word(verb - 1) not in (",", '"', "-"):
            return None
        speaker = self._phrases.forward(after)
        ended = speaker is not None and self._phrases.word(speaker[1]) in (
            "",
            ",",
            ".",
            "!",
            "?",
            ";",
            '"',
        )
        return speaker if ended else None

    def _is_noun(self, index: int, length: int) -> bool:
        if self._phrases.word(index - 1) == "to":
            return True
        if self._phrases.word(index) not in _NOUN_OR_VERB or length > 1:
            return False
        determined = self._phrases.word(index - 1) in self._words.articles or index == 0
        return determined or self._phrases.word(index + 1) in _AFTER_NOUN

    def _may_follow(self, verb: int) -> bool:
        """Tell whether the speaker may stand after the verb: "…”, said the mayor"."""
        before = self._phrases.word(verb - 1)
        return not self._words.passive or before in ('"', ",", "-", "'") or verb == 0

    def _trails(self, first: int, after: int) -> bool:
        """Tell whether speaker and verb stand between a comma and the end or another comma."""
        return self._phrases.word(first - 1) in (",", '"') and self._phrases.word(after) in (
            ",",
            ".",
            "",
            "!",
            "?",
        )

    def _hearer(self, verb: int, after: int) -> _Voice | None:
        """Return the outlet that was told and passes it on."""
        if self._phrases.word(verb) not in (
            "told",
            "tells",
            "рассказал",
            "рассказала",
            "рассказали",
        ):
            return None
        if (
            self._phrases.word(after) in self._words.not_hearers
            and self._phrases.word(after) != "the"
        ):
            return None
        hearer = self._phrases.forward(after)
        if not hearer:
            return None
        places = range(*hearer)
        outlet = any(self._words.hearers.at(self._tokens, at) for at in places)
        named = any(self._is_capital(at) for at in places)
        return _Voice(*hearer, verb) if outlet or (named and self._words.passive) else None

    def _by_agent(self, index: int) -> tuple[int, list[_Voice]] | None:
        """Read "the toll was put at 16 by the prosecutor"."""
        verb = self._words.by_verbs.at(self._tokens, index)
        if not verb:
            return None
        before = index - 1
        while self._phrases.word(before) in self._words.helpers:
            before -= 1
        if self._phrases.word(before) not in self._words.passive:
            return None
        for at in range(index + verb[0], min(index + 7, len(self._tokens))):
            if self._phrases.word(at) in self._words.by:
                speaker = self._phrases.forward(at + 1)
                return verb[0], [_Voice(*speaker, index)] if speaker else []
        return None
