"""Who speaks in a sentence, as far as word lists and word order show it.

Several voices of a sentence are a chain, the outermost first: "Interfax reported that the mayor
had said …" is Interfax, then the mayor.  A pronoun names nobody and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.text.headline_voices import HeadlineReader
from db.text.tokens import tokens_of
from db.text.voice_words import voice_words
from db.text.voices_final import find_verb_final
from db.text.voices_medial import find_verb_medial
from db.text.word_lists import SHIPPED, WordLists


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words for a voice, as offsets in the text."""

    start: int
    end: int
    text: str


def find_voices(
    text: str,
    language: str,
    start: int = 0,
    end: int | None = None,
    *,
    lists: WordLists = SHIPPED,
) -> list[Speaker]:
    """Return the voices of the sentence at start..end of a text, the outermost first."""
    sentence = text[start:end]
    tokens = tokens_of(sentence)
    find = find_verb_final if language == "kk" else find_verb_medial
    found: list[Speaker] = []
    words = voice_words(language, lists)
    ranges = find(sentence, tokens, words)
    headline = HeadlineReader(sentence, tokens, words, language[:2]).speaker()
    if headline and not any(one[0] < headline[1] and headline[0] < one[1] for one in ranges):
        ranges = [headline, *ranges]
    for first, last in ranges:
        begin, stop = tokens[first].start, tokens[last - 1].end
        stop -= 2 * tokens[last - 1].plain.endswith("'s")
        speaker = Speaker(start + begin, start + stop, sentence[begin:stop])
        if speaker.text.lower() not in [other.text.lower() for other in found]:
            found.append(speaker)
    return found
