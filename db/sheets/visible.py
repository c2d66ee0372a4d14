"""Texts for files of office programs: what those would drop or change stands as its number.

`⟨U+0007⟩` stands for a character that XML cannot hold, that has no shape, or that would turn the
words after it round. Tabs and line feeds stay; office formats have them. Reversible: an opening
bracket that would begin such a number is itself written as one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_KEPT: Final = "\t\n"
# Control characters, unassigned and private ones, and lone surrogates; line and paragraph ends.
_SHAPELESS: Final = frozenset({"Cc", "Cn", "Co", "Cs", "Zl", "Zp"})
_STEERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TAGS: Final = range(0xE0000, 0xE0080)
_CODE: Final = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_LITERAL: Final = re.compile(r"⟨(?=U\+[0-9A-F]{4,6}⟩)")
# Nothing to be done about these: most texts have no others.
_PLAIN: Final = re.compile(r"[\t\n\x20-\x7e\xa0-\u024f\u0400-\u052f\u2010-\u2027\u2030-\u205e]*")


def visible(text: str) -> str:
    """A text with every character in a form that an office program keeps."""
    if _PLAIN.fullmatch(text):
        return text
    parts = _LITERAL.split(text)
    return "⟨U+27E8⟩".join("".join(map(_form, part)) for part in parts)


def _form(character: str) -> str:
    if character in _KEPT:
        return character
    if (
        unicodedata.category(character) in _SHAPELESS
        or character in _STEERING
        or ord(character) in _TAGS
    ):
        return f"⟨U+{ord(character):04X}⟩"
    return character


def unseen(shown: str) -> str:
    """The text that a visible one stands for."""
    return _CODE.sub(_decoded, shown)


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
