"""What a claim form begins with: what was read, each with the words it was read from."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from db.records import Voice
from db.text.hedges import Hedge, hedge_marks
from db.text.language import detect_language
from db.text.reading import Reading, ReadQuantity, read_selection
from db.text.sentences import sentences
from db.text.word_lists import SHIPPED, WordLists
from desktop.recording.likeness import likeness
from desktop.recording.words import Words

LIKE_ENOUGH = 0.86


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure and the words it was read from."""

    words: str
    min: float | None
    max: float | None
    vague: str
    unit: str
    hedge: str
    start: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ReadVoice:
    """Words that name who speaks, and the voice of the corpus they are most like, if any."""

    words: str
    voice_id: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was read; `around` is the sentence, `hedge_words` is empty where no word shows it."""

    figures: tuple[ReadFigure, ...]
    hedge: str
    hedge_words: str
    voices: tuple[ReadVoice, ...]
    dates: tuple[tuple[str, str], ...]
    around: str
    language: str

    def denies(self, hedge: str, figure: ReadFigure | None = None) -> bool:
        """Whether the one who speaks is the one who says that it is not so.

        Of several voices a program cannot tell whose figure it is and who denies it, unless the
        words deny the figure itself: "not 70".
        """
        if figure is not None and figure.negated:
            return True
        return hedge == Hedge.DENIED and len(self.voices) == 1


def propose(
    words: Words,
    voices: Sequence[Voice],
    used: Set[int] = frozenset(),
    year: int | None = None,
    lists: WordLists = SHIPPED,
) -> Proposal:
    """Read words and what stands around them; `used` are voices already quoted near by."""
    text, (first, last) = words.shown.text.text, words.bounds
    read = read_selection(
        text, words.start, words.end, paragraph=(first, last), year=year, lists=lists
    )
    around = sentence_around(text[first:last], words.start - first, words.end - first)
    others = [voice for voice in voices if voice.source_id != words.source.id]
    sentence = text[first + around[0] : first + around[1]]
    return Proposal(
        figures=tuple(_figure(text, item) for item in read.quantities),
        hedge=str(read.hedge),
        hedge_words=_hedge_words(sentence, read, lists),
        voices=tuple(
            ReadVoice(speaker.text, like_voice(speaker.text, others, used))
            for speaker in read.voices
        ),
        dates=tuple((text[date.start : date.end], date.when) for date in read.dates),
        around=sentence,
        language=read.language,
    )


def sentence_around(passage: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that words of a passage stand in."""
    touched = [s for s in sentences(passage) if s[0] < end and start < s[1]]
    return (touched[0][0], touched[-1][1]) if touched else (0, len(passage))


def _figure(text: str, item: ReadQuantity) -> ReadFigure:
    return ReadFigure(
        words=text[item.start : item.end],
        min=item.min,
        max=item.max,
        vague=item.vague or "",
        unit=item.unit or "",
        hedge=str(item.hedge),
        start=item.start,
        negated=item.negated,
    )


def _hedge_words(sentence: str, read: Reading, lists: WordLists) -> str:
    """The first words of the sentence that have the hedge that was read."""
    if read.hedge is Hedge.STATED:
        return ""
    language = read.language or detect_language(sentence)
    marks = hedge_marks(sentence, language, lists=lists)
    found = next((m for m in marks if m.hedge is read.hedge), None)
    return sentence[found.start : found.end] if found else ""


def like_voice(words: str, voices: Sequence[Voice], used: Set[int] = frozenset()) -> int | None:
    """The voice whose name is most like some words; None where none is, or several are alike.

    Of several as like as each other one that is `used` near by already is meant.
    """
    likely = [(likeness(words, voice.name), voice.id) for voice in voices]
    likely = [(score, voice) for score, voice in likely if score >= LIKE_ENOUGH]
    if not likely:
        return None
    top = max(score for score, _ in likely)
    # The words of an exact name leave no doubt; part of a name may be part of others too.
    best = [voice for score, voice in likely if score == top]
    near = [voice for _, voice in likely if voice in used] if top < 1 else []
    if near:
        return near[0]
    return best[0] if len(best) == 1 else None
