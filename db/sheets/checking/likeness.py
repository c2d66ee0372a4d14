"""Where words that were changed are still those expected: the stretches that both have.

What both begin and end with is set aside at once; what is left is compared letter by letter
(Ratcliff and Obershelp, as in difflib), or, where it is long, piece by piece. Pieces end where the
letters around say so (content-defined chunking), so that a change moves no border but its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, NamedTuple

# A beginning or an end is looked for by so many characters.
_SURE: Final = 12
_BY_LETTER: Final = 250_000
_LONGEST: Final = 40_000
_PIECE: Final = 24
_PROBES: Final = 24
_PROBE: Final = 6


class Stretch(NamedTuple):
    """So many characters that stand at `a` in the words found and at `b` in those expected."""

    a: int
    b: int
    size: int


def may_be_like(found: str, expected: str) -> bool:
    """Whether a comparison is worth its time: enough pieces of the words stand in the others."""
    if not found or not expected:
        return False
    step = max(1, len(expected) // _PROBES)
    probes = [expected[i : i + _PROBE] for i in range(0, max(1, len(expected) - _PROBE), step)]
    return sum(probe in found for probe in probes) * 4 >= len(probes)


def stretches(found: str, expected: str, lead: int) -> list[Stretch]:
    """What both have, in order; in `found` it begins within `lead` characters."""
    first = _beginning(found, expected, lead)
    last = _end(found, expected, first)
    a, b = first.a + first.size, first.b + first.size
    between = _between(found[a : last.a], expected[b : last.b])
    moved = (Stretch(a + m.a, b + m.b, m.size) for m in between)
    return [stretch for stretch in (first, *moved, last) if stretch.size]


def _beginning(found: str, expected: str, lead: int) -> Stretch:
    """The longest beginning of the words expected."""
    sure = expected[:_SURE]
    starts = [at for at in each_place(found[: lead + _SURE], sure) if at <= lead] if sure else []
    found_here = (Stretch(at, 0, common_from(found, at, expected)) for at in starts)
    return max(found_here, key=lambda stretch: stretch.size, default=Stretch(0, 0, 0))


def _end(found: str, expected: str, first: Stretch) -> Stretch:
    """The end of the words expected, where it is nearest to its place."""
    nothing = Stretch(len(found), len(expected), 0)
    floor, most = first.a + first.size, len(expected) - first.size
    sure = expected[-min(_SURE, most) :] if most else ""
    ends = [at + len(sure) for at in each_place(found[floor:], sure)] if sure else []
    if not ends:
        return nothing
    wanted = first.a + len(expected) - floor
    end = floor + min(ends, key=lambda at: abs(at - wanted))
    size = common_from(found[floor:end][::-1], 0, expected[len(expected) - most :][::-1])
    return Stretch(end - size, len(expected) - size, size)


def _between(found: str, expected: str) -> Iterator[Stretch]:
    if len(found) * len(expected) <= _BY_LETTER:
        for match in SequenceMatcher(None, found, expected, autojunk=False).get_matching_blocks():
            yield Stretch(*match)
        return
    one, other = (_pieces(text[:_LONGEST]) for text in (found, expected))
    places = [list(accumulate(map(len, pieces), initial=0)) for pieces in (one, other)]
    for a, b, size in SequenceMatcher(None, one, other).get_matching_blocks():
        yield Stretch(places[0][a], places[1][b], places[0][a + size] - places[0][a])


def _pieces(text: str) -> list[str]:
    """A text in pieces of about five characters."""
    pieces: list[str] = []
    start = 0
    for at in range(1, len(text)):
        border = (ord(text[at - 1]) * 31 + ord(text[at])) % 5 == 0
        if border or at - start == _PIECE:
            pieces.append(text[start:at])
            start = at
    return [*pieces, text[start:]] if text else pieces


def common_from(text: str, place: int, expected: str, at: int = 0) -> int:
    """How many characters of some words, from `at` on, stand at a place of a text."""
    low, high = 0, min(len(expected) - at, len(text) - place)
    while low < high:
        middle = (low + high + 1) // 2
        if text.startswith(expected[at : at + middle], place):
            low = middle
        else:
            high = middle - 1
    return low


def each_place(text: str, part: str) -> Iterator[int]:
    """Every place where some characters begin."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)
