"""Sentences of a paragraph, and the parts of a sentence that a hedge reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

Range = tuple[int, int]

_END: Final = re.compile(
    r"[.!?…]{1,3}[\"'”’»)]{0,2}(?=\s+[\"'“‘«(—–-]{0,2}\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9])|\n"
)
# After these a full stop is not the end: "Mr. A", "No. 5", "ул. Абая", "2011 ж. 16".
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|apt|Apt|bldg|Bldg|Tel|Fax|ext|Ext|Ms|Dr|Prof|St|Maj|Brig|Sgt|Cpl|Pvt|Adm|Cmdr|Supt|Insp|Fr|Mt|Ft|Messrs|Dept|Univ|No|Nos|Art|Sec|Gen|Col|Capt|Lt|Gov|Sen|Rep|vs|approx|ca|fig|figs|p|pp|para|vol|ch|ed|Inc|Ltd|Co|Corp|Jr|Sr|Rev|Hon|Ave|Rd|Blvd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|(?i:ул|г|гг|д|кв|ст|п|пр|просп|стр|см|им|тыс|млн|млрд|руб|долл|обл|т|ж|жж|б|бет|көш"
    r"|табл|рис|гл|ч|вып|разд|прил|тел|км|кг|мкр|род|напр|др|тов|акад|проф|доц|ред|изд|янв|февр|апр"
    r"|авг|сент|сен|окт|нояб|дек|чел|мин|сек|мес|пер|бул|пл|наб|корп|оф|комн|гр|г-н|г-жа|им|с))"
    r"|\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|\b[A-Za-z]\.[A-Za-z])$"
)
_CLAUSE: Final = re.compile(
    r"[;()]|\s[—–-]\s|,\s(?=(?:but|while|whereas|although|though|yet|but according|and according"
    r"|а|но|однако|хотя|при этом|бірақ|алайда|дегенмен|ал)\s)",
    re.IGNORECASE,
)
_NUMBER_MARK: Final = re.compile(r"\b(?:no|nos|vol|pp|para|fig|figs|ch|art|sec)\Z", re.IGNORECASE)
MAX_SENTENCE: Final = 2_000


def sentences(text: str) -> list[Range]:
    """Return the sentences of a text in order, each at most MAX_SENTENCE characters long."""
    return [part for whole in _sentences(text) for part in _cut(text, *whole)]


def _sentences(text: str) -> Iterator[Range]:
    start = 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - 8) : match.start()]
        if match[0] == "." and (_ABBREVIATION.search(before) or _is_number_mark(text, match)):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _is_number_mark(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a full stop ends the "no." or "Vol." of a number that follows."""
    follows = text[stop.end() : stop.end() + 2].strip()[:1].isdigit()
    return follows and _NUMBER_MARK.search(text, max(0, stop.start() - 6), stop.start()) is not None


def _cut(text: str, start: int, end: int) -> Iterator[Range]:
    """Cut what no sentence is that long, at white space if there is any."""
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        middle = space if space > start else start + MAX_SENTENCE
        yield start, middle
        start = middle
    if text[start:end].strip():
        yield start, end


def clauses(text: str, start: int, end: int) -> list[Range]:
    """Return the parts of a sentence between brackets, dashes, semicolons and "but"."""
    cuts = [start, *(match.start() for match in _CLAUSE.finditer(text, start, end)), end]
    return [(one, other) for one, other in pairwise(cuts) if one < other]
