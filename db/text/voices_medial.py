"""Voices where the verb stands between speaker and words: English and Russian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from db.text.tokens import Token
from db.text.voice_words import voice_words

Range = tuple[int, int]
_LONGEST: Final = 12
_DETOURS: Final = 4
_STOPS: Final = frozenset(".,;:!?…()[]-")
# These are nouns as often as verbs.
_NOUN_OR_VERB: Final = frozenset(
    ["reports", "claims", "claim", "states", "notes", "report", "blame", "blames", "estimates"]
)
_AND: Final = frozenset(["and", "и"])
_CONJUNCTIONS: Final = frozenset(
    ["that", "what", "but", "because", "while", "if", "что", "но", "а", "чтобы", "если", "когда"]
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


def find_verb_medial(text: str, tokens: Sequence[Token], language: str) -> list[Range]:
    """Return the token ranges of the speakers of a sentence, the outermost first."""
    found = list(_Reader(text, tokens, language).voices())
    trailing = [voice for voice in found if voice.trailing]
    # "…, the mayor said, Interfax reports": what trails last is outermost.
    ordered = trailing[::-1] + [voice for voice in found if not voice.trailing]
    ordered.sort(key=_is_inner)
    return [(voice.first, voice.last) for voice in ordered]


def _is_inner(voice: _Voice) -> bool:
    return voice.inner


class _Reader:
    """Walks over the tokens of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], language: str) -> None:
        self._words = voice_words(language)
        self._text = text
        self._tokens = tokens

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

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def _is_capital(self, index: int) -> bool:
        return self._text[self._tokens[index].start].isupper()

    def _after_phrase(self, index: int) -> tuple[int, list[_Voice]] | None:
        phrase = self._words.before_speaker.at(self._tokens, index)
        if not phrase or self._words.passed_on.at(self._tokens, index):
            return None
        begin = index + phrase[0]
        speaker = self._forward(begin)
        # What follows is no clause of its own, though it may end in "reports".
        length = self._phrase_end(begin) - index
        return length, [_Voice(*speaker, index)] if speaker else []

    def _passed_on(self, index: int) -> tuple[int, list[_Voice]] | None:
        phrase = self._words.passed_on.at(self._tokens, index)
        if not phrase:
            return None
        speaker = self._forward(index + phrase[0])
        return phrase[0], [_Voice(*speaker, index, inner=True)] if speaker else []

    def _around_verb(self, index: int) -> tuple[int, list[_Voice]] | None:
        verb = self._words.verbs.at(self._tokens, index)
        if not verb or self._is_noun(index, verb[0]):
            return None
        before = index
        while before and self._word(before - 1) in self._words.helpers:
            before -= 1
        if self._word(before - 1) in self._words.passive:
            return None
        after = index + verb[0]
        speaker = self._inverted(before, after) or self._backward(before)
        if speaker is None and self._may_follow(before):
            speaker = self._forward(after)
        if speaker is None:
            return verb[0], []
        voice = _Voice(*speaker, index, trailing=self._trails(speaker[0], after))
        hearer = self._hearer(index, after)
        return verb[0], [hearer, voice] if hearer else [voice]

    def _inverted(self, verb: int, after: int) -> Range | None:
        """Return the speaker of "…, said the mayor.": nothing follows but a stop."""
        if self._word(verb - 1) not in (",", '"', "-"):
            return None
        speaker = self._forward(after)
        ended = speaker is not None and self._word(speaker[1]) in ("", ",", ".", "!", "?", ";", '"')
        return speaker if ended else None

    def _is_noun(self, index: int, length: int) -> bool:
        if self._word(index - 1) == "to":
            return True
        if self._word(index) not in _NOUN_OR_VERB or length > 1:
            return False
        determined = self._word(index - 1) in self._words.articles or index == 0
        return determined or self._word(index + 1) in _AFTER_NOUN

    def _may_follow(self, verb: int) -> bool:
        """Tell whether the speaker may stand after the verb: "…”, said the mayor"."""
        before = self._word(verb - 1)
        return not self._words.passive or before in ('"', ",", "-", "'") or verb == 0

    def _trails(self, first: int, after: int) -> bool:
        """Tell whether speaker and verb stand between a comma and the end or another comma."""
        return self._word(first - 1) in (",", '"') and self._word(after) in (",", ".", "", "!", "?")

    def _hearer(self, verb: int, after: int) -> _Voice | None:
        """Return the outlet that was told and passes it on."""
        if self._word(verb) not in ("told", "tells", "рассказал", "рассказала", "рассказали"):
            return None
        if self._word(after) in self._words.not_hearers and self._word(after) != "the":
            return None
        hearer = self._forward(after)
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
        while self._word(before) in self._words.helpers:
            before -= 1
        if self._word(before) not in self._words.passive:
            return None
        for at in range(index + verb[0], min(index + 7, len(self._tokens))):
            if self._word(at) in self._words.by:
                speaker = self._forward(at + 1)
                return verb[0], [_Voice(*speaker, index)] if speaker else []
        return None

    def _forward(self, index: int) -> Range | None:
        """Return the noun phrase that begins at a token, where it names a speaker."""
        carrier = self._words.carriers.at(self._tokens, index + (self._word(index) == "the"))
        if carrier:
            index += carrier[0] + (self._word(index) == "the")
        if self._word(index) in self._words.in_institution:
            index += 1
        elif self._word(index) in self._words.prepositions:
            return None
        return self._named(index, self._phrase_end(index))

    def _phrase_end(self, index: int) -> int:
        last, content = index, False
        while last < min(index + _LONGEST, len(self._tokens)) and not self._ends(last, content):
            content = content or self._word(last) not in self._words.articles
            last += 1
        return last

    def _ends(self, at: int, content: bool) -> bool:
        """Tell whether a noun phrase ends before a token."""
        token = self._tokens[at]
        if token.plain in _STOPS:
            return not self._joins(at)
        if token.is_figure or token.plain in self._words.boundaries:
            return True
        if content and self._words.passed_on.at(self._tokens, at):
            return True
        if token.plain == '"':
            return not self._closes(at)
        determiner = content and token.plain in self._words.articles
        return determiner and self._word(at - 1) not in self._words.links

    def _joins(self, at: int) -> bool:
        """Tell whether a sign is inside a name: "A. Person", "пресс-служба", "K+"."""
        token = self._tokens[at]
        joined = at > 0 and token.start == self._tokens[at - 1].end
        if token.plain == ".":
            return joined and len(self._word(at - 1)) == 1 and self._tokens[at - 1].is_word
        follows = at + 1 < len(self._tokens) and self._tokens[at + 1].start == token.end
        return token.plain == "-" and joined and follows

    def _closes(self, at: int) -> bool:
        """Tell whether a quotation mark belongs to a name of a few words in quotation marks."""
        before = [n for n in range(max(0, at - 6), at) if self._word(n) == '"']
        after = [n for n in range(at + 1, min(at + 6, len(self._tokens))) if self._word(n) == '"']
        if self._tokens[at].end == self._next_start(at):
            return bool(after)
        # A stop inside the marks shows that they quoted speech.
        return bool(before) and self._word(at - 1) not in _STOPS

    def _next_start(self, at: int) -> int:
        return self._tokens[at + 1].start if at + 1 < len(self._tokens) else -1

    def _backward(self, index: int) -> Range | None:
        """Return the noun phrase that ends before a verb, past what is said of it by the way.

        "A. Person, who leads the union, said": back over "who …", "the …", "of …", "or …".
        """
        last = index - (self._word(index - 1) == "," and index > 1)
        for _ in range(_DETOURS):
            first = self._chunk_start(last)
            if self._word(first - 1) in self._words.relatives:
                commas = [at for at in range(max(0, first - 4), first) if self._word(at) == ","]
                last = commas[-1] if commas else first - 1
            elif last < index and self._word(first - 1) == "," and self._is_aside(first):
                last = first - 1
            else:
                break
        return self._subject(first, last) if first < last else None

    def _is_aside(self, first: int) -> bool:
        word = self._word(first)
        articles, prepositions = self._words.articles, self._words.prepositions
        listed = word in articles or word in prepositions or word in self._words.titles
        return listed or (word.endswith("ing") and len(word) > 5)

    def _chunk_start(self, index: int) -> int:
        first = index
        while first > 0 and not self._stops_backward(first - 1):
            first -= 1
        return first

    def _stops_backward(self, at: int) -> bool:
        word = self._word(at)
        if word in _STOPS:
            return not self._joins(at)
        if word == '"':
            return not self._closes(at)
        return word in self._words.relatives or word in _CONJUNCTIONS

    def _subject(self, first: int, last: int) -> Range | None:
        while first < last and self._word(first) in self._words.openers:
            first += 1
        if first < last and self._word(first) in self._words.prepositions:
            inside = self._word(first) in self._words.in_institution
            noun = self._noun(first + 1, last)
            if inside and (noun is None or noun == first + 1):
                first += 1
            elif noun is None:
                return None
            else:
                first = noun
        carrier = self._words.carriers.at(self._tokens, first)
        first += carrier[0] if carrier else 0
        ends = (at for at in range(first + 1, last) if self._word(at) in self._words.endings)
        last = next(ends, last)
        if self._word(last - 1) in _AND:
            # "the ministry called it a smear and denied it": the speaker stands further back.
            noun = self._noun(first, last)
            return self._named(first, noun + 1) if noun is not None else None
        return self._named(first, last)

    def _noun(self, first: int, last: int) -> int | None:
        nouns = (at for at in range(first, last) if self._words.nouns.at(self._tokens, at))
        return next(nouns, None)

    def _named(self, first: int, last: int) -> Range | None:
        """Return the range when it names a speaker: no pronoun, no mere "reports"."""
        while first < last and self._word(last - 1) in self._words.links and last - first > 1:
            if self._word(last - 1) in ('"', "»"):
                break
            last -= 1
        words = [self._word(at) for at in range(first, last)]
        content = [word for word in words if word not in self._words.articles and word.isalpha()]
        if not content or last - first > _LONGEST or content[0] in self._words.pronouns:
            return None
        head = first + words.index(content[0])
        return None if self._words.generic.at(self._tokens, head) else (first, last)
