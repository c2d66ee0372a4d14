"""Where the ends of words may go: to the next word, the nearest word, never out of the passage."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import Enum, auto
from typing import Final, NamedTuple

from db.corpus import Corpus

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")


class End(Enum):
    """One of the two ends of words."""

    START = auto()
    END = auto()


class Target(NamedTuple):
    """Words whose ends can be moved; `first` and `last` are the ends of their passage."""

    anchor_id: int
    edition_id: int
    start: int
    end: int
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many letters they have."""
        return self.end - self.start


def targets(corpus: Corpus, event_id: int, edition_id: int) -> list[Target]:
    """The words in an edition that mentions and claims of one event rest on, shortest first."""
    rows = corpus.connection.execute(
        "SELECT DISTINCT pl.anchor_id, pl.edition_id, pl.start, pl.end, p.start, p.end FROM ("
        "SELECT anchor_id FROM mention WHERE event_id = :event AND status = 'accepted' UNION "
        "SELECT anchor_id FROM claim WHERE event_id = :event) a "
        "JOIN placement pl ON pl.anchor_id = a.anchor_id JOIN passage p ON p.id = pl.passage_id "
        "WHERE pl.edition_id = :edition",
        {"event": event_id, "edition": edition_id},
    )
    return sorted((Target(*row) for row in rows), key=_length)


def _length(target: Target) -> tuple[int, int, int]:
    return target.length, target.start, target.anchor_id


def stepped(text: str, target: Target, end: End, forward: bool) -> Target:
    """Move one end by a word; the same target where it can go no further."""
    places = _places(text, target, end)
    at = target.start if end is End.START else target.end
    index = bisect_right(places, at) if forward else bisect_left(places, at) - 1
    return moved(target, end, places[index]) if 0 <= index < len(places) else target


def nearest(text: str, target: Target, end: End, offset: int, *, letters: bool = False) -> Target:
    """Move one end to an offset, or to the end of a word nearest to it."""
    offset = min(max(offset, target.first), target.last)
    if not letters:
        places = _places(text, target, end)
        offset = min(places, key=lambda place: abs(place - offset))
    return moved(target, end, offset)


def moved(target: Target, end: End, offset: int) -> Target:
    """Move one end to an offset of the passage; the same target where nothing would be left."""
    start, stop = (offset, target.end) if end is End.START else (target.start, offset)
    if not target.first <= start < stop <= target.last:
        return target
    return target._replace(start=start, end=stop)


def _places(text: str, target: Target, end: End) -> list[int]:
    """Where an end may stand: at the words of the passage and at its own ends."""
    words = list(_WORD.finditer(text, target.first, target.last))
    if end is End.START:
        return sorted({target.first, *(word.start() for word in words)})
    return sorted({target.last, *(word.end() for word in words)})
