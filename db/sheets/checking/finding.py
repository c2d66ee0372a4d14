"""Finding quoted words in a sheet's text: as they should be, changed, or not at all.

A quotation begins with its address. What follows is compared with the words it should have; where
a page ends within them, the rest is looked for on the next page. Changed words are recognised by
their likeness.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice, takewhile
from typing import Final

from db.sheets.checking import from_right
from db.sheets.checking.edges import heads, intrusion
from db.sheets.checking.folded import Squeezed, squeeze, squeezed
from db.sheets.checking.likeness import common_from, each_place, may_be_like, stretches

# How far after an address its words may begin: tags as "denies" and marks of cuts come between.
_LEAD: Final = 48
_ADDRESS: Final = re.compile(r"(?<![\w.])[A-Z]{1,3}\.[0-9]{1,9}(?![0-9])")
# What follows an address in a table of claims or links: part of a passage may stand there.
_PLACE: Final = re.compile(r"[^\s/]{1,80}/(?:original|translation|digest)(?:-\d+)?\d{2,}")
_LIKE: Final = 0.6
_FEW: Final = 12
_SHORT: Final = 3
_GUARD: Final = 10
_PIECE: Final = 6
# Words in marks are looked up by so many characters; begun on one page, by so few.
_KNOWN_BY: Final = 64
_BEGINNING: Final = 4


class Verdict(StrEnum):
    """What became of a quotation."""

    EXACT = "exact"
    ALTERED = "altered"
    MISSING = "missing"
    SOURCE_CHANGED = "source-changed"


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a quotation stands, or should: the words there, for people to read."""

    verdict: Verdict
    words: str = ""


class SheetText:
    """The text of a sheet, page by page, ready to be searched."""

    def __init__(self, pages: list[str]) -> None:
        self.pages: list[Squeezed] = [squeeze(page) for page in pages]
        self._addresses: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            for match in _ADDRESS.finditer(page.readable):
                place = bisect_left(page.places, match.end())
                self._addresses[match[0]].append((number, place))
            for address, end in from_right.addresses(page.readable):
                self._addresses[address].append((number, bisect_left(page.places, end)))
        self._opened = [_Opened(page.text) for page in self.pages]

    def places_of(self, address: str) -> list[tuple[int, int]]:
        """Where an address stands: the page, and the place after it."""
        return self._addresses.get(address, [])

    @cached_property
    def letters(self) -> from_right.Letters:
        """What is left to compare of words that run from right to left."""
        return from_right.Letters([page.text for page in self.pages])

    def quotations(self, address: str, words: str, others: Sequence[str] = ()) -> Iterator[Found]:
        """Every place where an address is followed by some words, or by words like them.

        `others` are more words that are quoted under the same address.
        """
        expected = squeezed(words)
        rest = [squeezed(other) for other in others if other != words]
        for page, place in self.places_of(address):
            found = self._compare(address, page, place, expected, rest)
            if found is not None:
                yield found

    def _compare(
        self, address: str, page: int, place: int, expected: str, others: Sequence[str]
    ) -> Found | None:
        text = self.pages[page].text
        window = text[place : place + _LEAD + len(expected)]
        at = window.find(expected)
        if 0 <= at <= _LEAD:
            return self._whole(page, place, place + at, expected, others)
        starts = takewhile(_LEAD.__gt__, each_place(window, expected[:3]))
        if any(self._runs_on(page, place + start, expected) for start in starts):
            return Found(Verdict.EXACT)
        if _PLACE.match(text, place):
            return None
        # Up to where the address stands again: what follows there is compared in its turn.
        places = self.places_of(address)
        after = bisect_right(places, (page, place))
        again = places[after : after + 1]
        limit = again[0][1] if again and again[0][0] == page else len(text)
        return self._likest(page, place, limit, expected)

    def _whole(
        self, number: int, place: int, start: int, expected: str, others: Sequence[str]
    ) -> Found | None:
        """Words that stand in one piece: exact, or altered where more was written beside them.

        None where they are part of other words that are quoted from the same passage.
        """
        page, end = self.pages[number], start + len(expected)
        before, after = intrusion(page, place, start, end)
        if len(expected) < _SHORT or not (before or after):
            return Found(Verdict.EXACT)
        for other in others:
            at = page.text.find(other, place, place + _LEAD + len(other))
            if at >= 0 and not any(intrusion(page, place, at, at + len(other))):
                return None
        added = before or after.strip()
        if len(added) > _FEW and sum(text.readable.count(added) for text in self.pages) > 1:
            # What heads or ends many lines was not written into this one.
            return Found(Verdict.EXACT)
        words = page.readable[page.places[start] : page.places[end - 1] + 1]
        return Found(Verdict.ALTERED, " ".join(f"{before} {words}{after}".split()))

    def _runs_on(self, page: int, place: int, expected: str) -> bool:
        """Whether words begin at a place and go on at the beginning of a column of the next page.

        The rest must not follow the words before it there: then it is another quotation of them.
        """
        waiting, tried = [(page, place, 0)], set()
        while waiting:
            number, place, at = waiting.pop()
            end = at + common_from(self.pages[number].text, place, expected, at)
            if end == len(expected):
                return True
            enough = end - at >= min(3, len(expected) - at)
            if not enough or number + 1 >= len(self.pages) or (number, end) in tried:
                continue
            tried.add((number, end))
            text = self.pages[number + 1].text
            before = expected[max(at, end - _GUARD) : end]
            waiting += [
                (number + 1, start, end)
                for start in each_place(text, expected[end : end + _GUARD])
                if not text.endswith(before, 0, start)
            ]
        return False

    def runs_on_within(self, page: int, first: int, last: int, expected: str) -> bool:
        """Whether words begin between two places, or at the end of the page, and go on on the next.

        What is left for the next page may stand anywhere on it.
        """
        if page + 1 >= len(self.pages):
            return False
        text = self.pages[page].text
        starts = [s for s in each_place(text[first:], expected[:3]) if s <= last - first]
        if any(self._runs_on(page, first + start, expected) for start in starts):
            return True
        # A column may end before its page does.
        enough = len(expected) >= _PIECE or last >= len(text)
        return enough and expected in self.pages[page + 1].text

    def _likest(self, page: int, place: int, limit: int, expected: str) -> Found | None:
        """The words after an address where they are much like those expected."""
        squeezed_page = self.pages[page]
        end = min(limit, place + _LEAD + len(expected) + len(expected) // 4)
        window = squeezed_page.text[place:end]
        if not may_be_like(window, expected):
            return None
        shortest = min(8, max(2, len(expected) // 3))
        same = [s for s in stretches(window, expected, _LEAD) if s.size >= shortest]
        if not same or sum(s.size for s in same) < _LIKE * len(expected):
            return None
        start = max(0, same[0].a - same[0].b)
        if start > _LEAD or not heads(squeezed_page, place, place + start):
            return None
        last = same[-1]
        missing = len(expected) - (last.b + last.size)
        end = min(len(window), last.a + last.size + missing)
        return Found(Verdict.ALTERED, squeezed_page.words(place + start, place + end, place))

    def holds_in_marks(self, words: str) -> bool:
        """Whether words stand anywhere between “ and ”, be it across the end of a page."""
        wanted = squeezed(f"“{words}”")
        return any(opened.has(wanted) for opened in self._opened) or any(
            self._runs_on(number, start, wanted)
            for number, opened in enumerate(self._opened[:-1])
            for start in opened.places(wanted[:_BEGINNING])
        )


class _Opened:
    """Where quotation marks open on a page, found by the first characters of what they hold."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _places(self) -> list[tuple[str, int]]:
        every = each_place(self._text, "“")
        return sorted((self._text[at : at + _KNOWN_BY], at) for at in every)

    def places(self, beginning: str) -> Iterator[int]:
        """Every place where a mark opens before some characters, the mark itself with them."""
        key = beginning[:_KNOWN_BY]
        for known, at in islice(self._places, bisect_left(self._places, (key, 0)), None):
            if not known.startswith(key):
                return
            yield at

    def has(self, wanted: str) -> bool:
        """Whether some words in marks stand here."""
        return any(self._text.startswith(wanted, at) for at in self.places(wanted))
