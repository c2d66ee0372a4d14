"""A long passage in parts that are looked at one by one, so that the window stays awake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

SLICE: Final = 4_000
"""Letters at once: some milliseconds for the slowest lens."""
SENTENCE_ENDS: Final = (". ", "! ", "? ", "… ", "\n")


def slices(text: str, most: int = SLICE) -> Iterator[tuple[int, int]]:
    """Begin and end of each part; cut after a sentence, else after a word, else anywhere."""
    begin = 0
    while len(text) - begin > most:
        end = _cut(text, begin + most // 2, begin + most)
        yield begin, end
        begin = end
    yield begin, len(text)


def _cut(text: str, least: int, most: int) -> int:
    ends = [at + len(sign) for sign in SENTENCE_ENDS if (at := text.rfind(sign, least, most)) >= 0]
    if ends:
        return max(ends)
    space = text.rfind(" ", least, most)
    return space + 1 if space >= 0 else most
