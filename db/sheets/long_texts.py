"""Texts cut so that each part fits into one cell of a spreadsheet; joined they are the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from db.sheets.flat import Record

MOST: Final = 32_000
"""Cells hold 32,767 UTF-16 units; some room is left for marks that say what goes on."""
_BACK: Final = 400
# What still says of a second part what it is a part of.
_KEPT: Final = ("record", "event", "source", "address", "edition", "start", "end", "id")


def parts(record: Record) -> Iterator[Record]:
    """A record whose texts fit into cells, then what is left of them, each with its `part`."""
    long = [n for n, v in record.items() if isinstance(v, str) and len(v) * 2 > MOST]
    if not long:
        yield {**record, "part": 1}
        return
    cut = {name: pieces(str(record[name])) for name in long}
    count = max(map(len, cut.values()))
    yield {**record, **{name: texts[0] for name, texts in cut.items()}, "part": 1}
    for number in range(1, count):
        rest: Record = {name: texts[number] for name, texts in cut.items() if number < len(texts)}
        yield {**{name: record.get(name) for name in _KEPT}, **rest, "part": number + 1}


def pieces(text: str, most: int = MOST) -> list[str]:
    """A text in parts of at most so many UTF-16 units, cut after a space where there is one."""
    if len(text) * 2 <= most:
        return [text]
    found = []
    start = 0
    while start < len(text):
        end = _reach(text, start, most)
        if end < len(text):
            end = _between(text, start, end)
        found.append(text[start:end])
        start = end
    return found or [text]


def _reach(text: str, start: int, most: int) -> int:
    """The last place up to which a cell can hold the text."""
    end = min(len(text), start + most)
    wide = sum(c > "\uffff" for c in text[start:end])
    while end - start + wide > most:
        over = end - start + wide - most
        cut = max(1, over // 2)
        wide -= sum(c > "\uffff" for c in text[end - cut : end])
        end -= cut
    return end


def _between(text: str, start: int, end: int) -> int:
    """A place at or before `end` between words, else between whole letters, else `end`."""
    least = max(start + 1, end - _BACK)
    for at in range(end, least - 1, -1):
        if text[at - 1].isspace():
            return at
    for at in range(end, least - 1, -1):
        if not _joins(text[at]) and text[at - 1] != "\u200d":
            return at
    return end


def _joins(character: str) -> bool:
    """Whether a character belongs to the letter before it."""
    return character == "\u200d" or unicodedata.category(character)[0] == "M"
