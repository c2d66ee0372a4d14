"""Texts made comparable: what formats and office programs change by themselves is set aside.

White space goes, as do the breaks that a page sets in long words; characters that a page shows by
their number come back; composed and decomposed letters are one (Unicode NFC), and so are letters
that are joined in one sign. Nothing else does: another quotation mark is another character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from db.sheets.printable import read_back

_BREAKS = frozenset("\u180e\u200b\u2060\ufeff")
# A page may end a line within the number of a character.
_TORN = re.compile(r"⟨[\s\u200b]*U[\s\u200b]*\+[0-9A-F\s\u200b]{4,16}⟩")
# What reads a PDF tells two letters that are one sign as two.
_JOINED = str.maketrans(
    {c: unicodedata.normalize("NFKC", c) for c in map(chr, range(0xFB00, 0xFB07))}
)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space; `places` leads from each character back to the readable text."""

    text: str
    readable: str
    places: list[int]

    def words(self, start: int, end: int, floor: int) -> str:
        """The readable words that a stretch touches, from `floor` on, with single spaces."""
        if start >= end:
            return ""
        first, last = self.places[start], self.places[end - 1] + 1
        while first > self.places[floor] and not self.readable[first - 1].isspace():
            first -= 1
        while last < len(self.readable) and not self.readable[last].isspace():
            last += 1
        return " ".join(self.readable[first:last].split())


def squeeze(text: str) -> Squeezed:
    """A text with everything set aside that a format may change."""
    readable = unicodedata.normalize("NFC", _as_meant(text)).translate(_JOINED)
    kept = [i for i, c in enumerate(readable) if not c.isspace() and c not in _BREAKS]
    return Squeezed("".join(readable[i] for i in kept), readable, kept)


def _as_meant(text: str) -> str:
    """A text with what its numbers stand for, also where it told of such numbers itself."""
    if "⟨" in text:
        text = _TORN.sub(lambda torn: "".join(torn[0].replace("\u200b", "").split()), text)
    meant = read_back(text)
    while meant != text:
        text, meant = meant, read_back(meant)
    return meant


def squeezed(text: str) -> str:
    """Only the characters."""
    return squeeze(text).text
