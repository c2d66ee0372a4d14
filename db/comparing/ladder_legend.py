"""The legend of a ladder: only the signs that occur on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from db.comparing.ladder_items import Bar, Dot, Ink, Item, Measure, Strike, Words
from db.comparing.ladder_picture import GAP, MARGIN, SMALL, Picture, Row
from db.comparing.number_ladder import Figure, Manner

LINE: Final = 22.0
SAMPLE: Final = 30.0


class Sign(StrEnum):
    """A sign that a reader may have to look up."""

    NUMBER = "number"
    RANGE = "range"
    OPEN = "open"
    PASSED_ON = "passed-on"
    HEDGED = "hedged"
    DENIED = "denied"
    VAGUE = "vague"
    LATER = "later"


WORDS: Final[Mapping[Sign, str]] = {
    Sign.NUMBER: "one number",
    Sign.RANGE: "least to greatest",
    Sign.OPEN: "open end: or more, or fewer",
    Sign.PASSED_ON: "hollow: another's words, passed on",
    Sign.HEDGED: "broken: unconfirmed, alleged, denied or expected",
    Sign.DENIED: "struck through: said not to be so",
    Sign.VAGUE: "dotted: a vague word, over the range that the word lists give it",
    Sign.LATER: "grey: not yet published",
}


def signs(figures: Iterable[Figure]) -> list[Sign]:
    """The signs that occur, in the order of the legend."""
    found: set[Sign] = set()
    for figure in figures:
        least, most = figure.interval.least, figure.interval.most
        if figure.vague:
            found.add(Sign.VAGUE)
        else:
            is_open = least is None or most is None
            found.add(Sign.OPEN if is_open else Sign.NUMBER if least == most else Sign.RANGE)
            found |= {
                Manner.HEDGED: {Sign.HEDGED},
                Manner.PASSED_ON: {Sign.PASSED_ON},
            }.get(figure.manner, set())
        if figure.denied:
            found.add(Sign.DENIED)
        if figure.later:
            found.add(Sign.LATER)
    return [sign for sign in Sign if sign in found]


def legend(
    found: Iterable[Sign], width: float, measure: Measure, *, scale: float = 1.0,
    words: Mapping[Sign, str] = WORDS,
) -> Picture:  # fmt: skip
    """The signs with their words, in as many lines as they need."""
    items: list[Item] = []
    size, gap, margin = SMALL * scale, GAP * scale, MARGIN * scale
    x, y = margin, LINE * scale
    said = []
    for sign in found:
        wanted = SAMPLE * scale + gap + measure(words[sign], size, False)
        if x > margin and x + wanted > width - margin:
            x, y = margin, y + LINE * scale
        items += _sample(sign, x, y, scale)
        at = x + SAMPLE * scale + gap
        items.append(Words(at, y + size * 0.36, words[sign], size, Ink.MUTED))
        x += wanted + 3 * gap
        said.append(words[sign])
    height = y + LINE * scale if said else 0.0
    return Picture(width, height, tuple(items), (Row(0, height, words="; ".join(said)),))


def _sample(sign: Sign, x: float, y: float, scale: float) -> list[Item]:
    end = x + SAMPLE * scale
    manner = {Sign.PASSED_ON: Manner.PASSED_ON, Sign.HEDGED: Manner.HEDGED}.get(sign, Manner.OWN)
    ink = Ink.LATER if sign is Sign.LATER else Ink.INK
    if sign is Sign.NUMBER:
        return [Dot(x + SAMPLE * scale / 2, y, 4.4 * scale, manner, ink, 0)]
    bar = Bar(
        x, end, y, 5 * scale, manner, ink, 0, open_end=sign is Sign.OPEN, dotted=sign is Sign.VAGUE
    )
    if sign is Sign.DENIED:
        return [bar, Strike(x + SAMPLE * scale / 2, y, 8 * scale, Ink.INK)]
    return [bar]
