"""Words that run from right to left, as they come out of a PDF.

A page holds signs in places, not words in order. Whoever reads them back puts marks, brackets and
figures beside such words where the line had them: `A.12` comes as `.12A`, `86.` as `.86`. What
comes as it was are the letters and figures, one after another; only they are compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

_RIGHT: Final = frozenset({"R", "AL"})
_ADDRESS: Final = re.compile(r"(?m)^\W{0,3}\.([0-9]{1,9})([A-Z]{1,3})(?![A-Za-z])")
# Two letters in one sign, told the wrong way round.
_LAM_ALEF: Final = re.compile("[\u0644\u0622\u0623\u0625\u0627\u0671]{2,}")
_FIRST: Final = "\u0590"


def runs_from_right(text: str) -> bool:
    """Whether some letters of a text run from right to left."""
    return bool(text) and max(text) >= _FIRST and any(map(_is_right, text))


def _is_right(character: str) -> bool:
    return unicodedata.bidirectional(character) in _RIGHT


def addresses(readable: str) -> Iterator[tuple[str, int]]:
    """The addresses that begin such lines of a page, each with the place after it."""
    if runs_from_right(readable):
        for match in _ADDRESS.finditer(readable):
            yield f"{match[2]}.{match[1]}", match.end()


class Letters:
    """The letters and figures of all pages."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._all = _letters("".join(pages))

    def count(self, words: str) -> int:
        """How often some words stand there."""
        wanted = _letters(words)
        return self._all.count(wanted) if wanted else 0


def _letters(text: str) -> str:
    return _LAM_ALEF.sub(_sorted, "".join(filter(str.isalnum, text)))


def _sorted(match: re.Match[str]) -> str:
    return "".join(sorted(match[0]))
