"""Finding words in a text that has been folded one character in, one out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Fold = Callable[[str], str]
"""Makes spellings equal; gives exactly as many code points as it takes."""


def find_all(text: str, words: str, fold: Fold | None = None) -> list[tuple[int, int]]:
    """Return the ranges of code points where words occur, in order and without overlaps.

    text is already folded if fold is given; words are folded here. Nothing is found for words
    that are empty or all white space.
    """
    wanted = fold(words) if fold else words
    return list(_matches(text, wanted)) if wanted.strip() else []


def _matches(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    start = text.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + len(wanted))
