"""Which way words run, for formats that have to be told."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

_RIGHT: Final = frozenset({"R", "AL"})
_FIRST_RTL: Final = "\u0590"


def is_rtl(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter does."""
    for character in text:
        if character.isalpha():
            return unicodedata.bidirectional(character) in _RIGHT
    return False


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """A text in stretches, each with whether its letters run from right to left.

    Marks and spaces go with the letters before them.
    """
    if not text or max(text) < _FIRST_RTL:
        yield text, False
        return
    last = is_rtl(text)
    sides = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _RIGHT or kind == "L":
            last = kind in _RIGHT
        sides.append(last)
    for side, group in groupby(zip(text, sides, strict=True), key=_side):
        yield "".join(character for character, _ in group), side


def _side(pair: tuple[str, bool]) -> bool:
    return pair[1]
