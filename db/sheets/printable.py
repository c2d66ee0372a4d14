"""Texts as a page can print them: nothing left out, what has no shape shown by its number.

`⟨U+0007⟩` stands for a character that is invisible, steers direction, or is in no font at hand.
White space of any kind is printed as a space, since the page breaks its own lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

# Control characters, unassigned and private ones, and lone surrogates.
_SHAPELESS: Final = frozenset({"Cc", "Cn", "Co", "Cs"})
_SPACES: Final = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
# What embeds or overrides the direction of the words after it: obeyed on a page, it would show a
# reader other words than those that stand in the text.
_STEERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# A byte-order mark inside a text: no PDF may hold one that is read out.
_REFUSED: Final = frozenset("\ufeff")
_TAGS: Final = range(0xE0000, 0xE0080)
_CODE: Final = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_PIECE: Final = re.compile(r"[^/.?&=_:@-]*[/.?&=_:@-]+|[^/.?&=_:@-]+")
_LONGEST_PIECE: Final = 20
_ZERO_WIDTH_SPACE: Final = "\u200b"


class Printer:
    """Makes texts printable; `missing` characters are those that no font can show."""

    def __init__(self, missing: Iterable[str] = (), *, longest_word: int = 24) -> None:
        self._missing = frozenset(missing)
        self._long = re.compile(rf"\S{{{longest_word + 1},}}")

    def __call__(self, text: str) -> str:
        """The text with every character in a form that prints."""
        return self._long.sub(_breakable, self.whole(text))

    def whole(self, text: str) -> str:
        """The same, with no long word made breakable."""
        return "".join(map(self._character, text))

    def _character(self, character: str) -> str:
        return f"⟨U+{ord(character):04X}⟩" if character in self._missing else _form(character)


@lru_cache(maxsize=4096)
def _form(character: str) -> str:
    if character in _SPACES:
        return " "
    shapeless = unicodedata.category(character) in _SHAPELESS
    if shapeless or character in _STEERING | _REFUSED or ord(character) in _TAGS:
        return f"⟨U+{ord(character):04X}⟩"
    return character


def _breakable(match: re.Match[str]) -> str:
    """A long word that may be broken after a mark as addresses have them, else in any piece."""
    return _ZERO_WIDTH_SPACE.join(
        part for piece in _PIECE.findall(match[0]) for part in _parts(piece)
    )


def _parts(piece: str) -> list[str]:
    """A piece in parts of at least ten characters, cut between whole letters."""
    if len(piece) <= _LONGEST_PIECE:
        return [piece]
    parts = [piece[:1]]
    for before, character in pairwise(piece):
        if len(parts[-1]) >= 10 and not _joined(before, character):
            parts.append("")
        parts[-1] += character
    return parts


def _joined(before: str, character: str) -> bool:
    """Whether two characters that follow one another are parts of one letter."""
    return unicodedata.category(character)[0] == "M" or "\u200d" in (before, character)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut between whole letters, with what it lost as "…"."""
    text = text.strip()
    if len(text) <= most:
        return text
    cut = most - 1
    while cut and _joined(text[cut - 1], text[cut]):
        cut -= 1
    return text[:cut].rstrip() + "…"


def read_back(printed: str) -> str:
    """What a printed text stood for, but for its white space and for breaks in long words."""
    return _CODE.sub(_decoded, printed.replace(_ZERO_WIDTH_SPACE, ""))


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
