"""What is read in a plain text: language, hedge, voices, quantities and dates of each paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from db.text.hedges import Hedge, HedgeMark, hedge_at, hedge_marks, paragraph_hedge, strongest
from db.text.language import detect_language
from db.text.passages import split_passages
from db.text.printed_times import find_printed_times
from db.text.quantities import Quantity, counts_something, find_quantities
from db.text.sentences import clauses, sentences
from db.text.tokens import with_digits
from db.text.voices import Speaker, find_voices
from db.text.word_lists import SHIPPED, WordLists

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReadQuantity:
    """A quantity with offsets in the whole text and the hedge of its clause.

    ``min`` and ``max`` are None where the words set no bound; see ``quantities.Quantity``.
    One that the words themselves deny ("not 70") has ``negated`` set and the hedge "denied".
    """

    start: int
    end: int
    min: float | None
    max: float | None
    vague: str | None
    unit: str | None
    hedge: Hedge
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date with offsets in the whole text; ``when`` is EDTF, ``zone`` "" where not printed."""

    start: int
    end: int
    when: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read in one paragraph, or in words selected from it."""

    start: int
    end: int
    language: str
    hedge: Hedge
    voices: tuple[Speaker, ...]
    quantities: tuple[ReadQuantity, ...]
    dates: tuple[ReadDate, ...]


def read_text(
    text: str,
    language: str | None = None,
    *,
    year: int | None = None,
    lists: WordLists = SHIPPED,
) -> list[Reading]:
    """Return a reading of each paragraph of a text, in order.

    ``language`` is "en", "ru" or "kk", found for each paragraph where it is None; ``year``
    stands in where a date has none; ``lists`` are the word lists to read by.
    """
    return [
        read_paragraph(text, span.start, span.end, language, year=year, lists=lists)
        for span in split_passages(text)
    ]


def read_paragraph(
    text: str,
    start: int,
    end: int,
    language: str | None = None,
    *,
    year: int | None = None,
    lists: WordLists = SHIPPED,
) -> Reading:
    """Return the reading of the paragraph at start..end of a text."""
    paragraph = text[start:end]
    language = language or detect_language(paragraph)
    parts = [
        _read_sentence(paragraph, sentence, language, year, lists)
        for sentence in sentences(paragraph)
    ]
    return Reading(
        start=start,
        end=end,
        language=language,
        hedge=paragraph_hedge(part.hedge for part in parts),
        voices=_moved_voices(parts, start),
        quantities=tuple(_moved(item, start) for part in parts for item in part.quantities),
        dates=tuple(_moved_date(item, start) for part in parts for item in part.dates),
    )


def read_selection(
    text: str,
    start: int,
    end: int,
    language: str | None = None,
    *,
    paragraph: Range | None = None,
    year: int | None = None,
    lists: WordLists = SHIPPED,
) -> Reading:
    """Return the reading of the words at start..end, with the hedge and voices around them.

    The hedge and voices are those of the clause the words stand in, else of their sentence;
    ``paragraph`` is where they stand, the line around them by default.
    """
    first, last = paragraph or _line(text, start, end)
    whole, begin, stop = text[first:last], start - first, end - first
    language = language or detect_language(whole)
    sentence = _sentence_at(whole, begin, stop)
    read = _read_sentence(whole, sentence, language, year, lists)
    clause = next((c for c in clauses(whole, *sentence) if c[0] <= begin < c[1]), sentence)
    voices = find_voices(whole, language, *clause, lists=lists) or list(read.voices)
    inside = [item for item in read.quantities if item.start < stop and begin < item.end]
    dates = [item for item in read.dates if item.start < stop and begin < item.end]
    marks = _marks(whole, sentence, language, lists)
    hedge = inside[0].hedge if inside else hedge_at(whole, marks, sentence, begin)
    return Reading(
        start=start,
        end=end,
        language=language,
        hedge=_with_voices(hedge, voices),
        voices=tuple(replace(v, start=v.start + first, end=v.end + first) for v in voices),
        quantities=tuple(_moved(item, first) for item in inside),
        dates=tuple(_moved_date(item, first) for item in dates),
    )


def _sentence_at(text: str, start: int, end: int) -> Range:
    """Return the sentence in which words begin, as far as they reach."""
    around = (part for part in sentences(text) if part[0] <= start < part[1])
    first, last = next(around, (0, len(text)))
    return first, max(last, end)


def _line(text: str, start: int, end: int) -> Range:
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _read_sentence(
    text: str, sentence: Range, language: str, year: int | None, lists: WordLists
) -> Reading:
    start, end = sentence
    words = with_digits(text[start:end])
    dates = dates_in(words, language, year=year)
    found = find_quantities(
        words, language, [(date.start, date.end) for date in dates], lists=lists
    )
    marks = _sentence_marks(text, sentence, language, lists, found)
    voices = tuple(find_voices(text, language, start, end, lists=lists))
    quantities = tuple(
        _hedged(quantity, start, hedge_at(text, marks, sentence, start + quantity.start), voices)
        for quantity in found
    )
    return Reading(
        start=start,
        end=end,
        language=language,
        hedge=_sentence_hedge(strongest(marks), voices, found),
        voices=voices,
        quantities=quantities,
        dates=tuple(_moved_date(date, start) for date in dates),
    )


def _marks(text: str, sentence: Range, language: str, lists: WordLists) -> list[HedgeMark]:
    start, end = sentence
    return [
        HedgeMark(mark.start + start, mark.end + start, mark.hedge)
        for mark in hedge_marks(text[start:end], language, lists=lists)
    ]


def _sentence_marks(
    text: str, sentence: Range, language: str, lists: WordLists, found: Sequence[Quantity]
) -> list[HedgeMark]:
    """Return the marks of a sentence; in "perhaps ten" only the number is unsure."""
    start = sentence[0]
    return [
        mark
        for mark in _marks(text, sentence, language, lists)
        if mark.hedge is not Hedge.UNCONFIRMED
        or not any(one.start <= mark.start - start < one.end for one in found)
    ]


def _with_voices(hedge: Hedge, voices: Sequence[Speaker]) -> Hedge:
    """What somebody else says is at least reported, though no listed word marks it."""
    return Hedge.REPORTED if hedge is Hedge.STATED and voices else hedge


def _sentence_hedge(marked: Hedge, voices: Sequence[Speaker], found: Sequence[Quantity]) -> Hedge:
    """Return the hedge of a sentence: one whose every figure is said not to be denies."""
    denied = bool(found) and all(quantity.denied for quantity in found)
    return Hedge.DENIED if denied else _with_voices(marked, voices)


def _hedged(
    quantity: Quantity, offset: int, hedge: Hedge, voices: Sequence[Speaker]
) -> ReadQuantity:
    return ReadQuantity(
        start=quantity.start + offset,
        end=quantity.end + offset,
        min=quantity.min,
        max=quantity.max,
        vague=quantity.vague,
        unit=quantity.unit,
        hedge=Hedge.DENIED if quantity.denied else _with_voices(hedge, voices),
        negated=quantity.denied,
    )


def _moved(item: ReadQuantity, offset: int) -> ReadQuantity:
    return replace(item, start=item.start + offset, end=item.end + offset)


def _moved_date(item: ReadDate, offset: int) -> ReadDate:
    return replace(item, start=item.start + offset, end=item.end + offset)


def _moved_voices(parts: Sequence[Reading], offset: int) -> tuple[Speaker, ...]:
    """Return the voices of the sentences, each name once."""
    unique: dict[str, Speaker] = {}
    for part in parts:
        for voice in part.voices:
            moved = Speaker(voice.start + offset, voice.end + offset, voice.text)
            unique.setdefault(voice.text.lower(), moved)
    return tuple(unique.values())


_BARE_YEAR: Final = re.compile(r"[0-9]{4}")
# "The outbreak of 1872 killed a fifth": a verb with its object counts nobody.
_ACTED: Final = re.compile(
    r"\s(?:killed|wounded|injured|arrested|detained)\s(?:an?|the|its|his|her|their|some|about|more|at"
    r"|up|no|nobody|dozens|hundreds|thousands|many|most|half|[0-9])"
)


def dates_in(text: str, language: str, *, year: int | None = None) -> list[ReadDate]:
    """Return the dates of a sentence; "by 2000 people" holds none."""
    return [
        ReadDate(found.start, found.end, found.edtf, found.zone)
        for found in find_printed_times(text, year=year)
        if not (
            _BARE_YEAR.fullmatch(found.printed)
            and counts_something(text[found.end :], language)
            and not _ACTED.match(text, found.end)
        )
    ]
