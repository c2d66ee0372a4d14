"""How alike two spellings are, in one script or in two; a help to the eye, never a decision."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import Final

from db.text.romanising import plain_latin

_SCRIPTS: Final = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "GREEK": "Grek"}


def likeness(one: str, other: str) -> float:
    """From 0 to 1; 1 for the same letters, high where one name is a part of the other."""
    first, second = plain_latin(one), plain_latin(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    shorter, longer = sorted((set(first.split()), set(second.split())), key=len)
    if shorter < longer and sum(map(len, shorter)) > 3:
        return 0.9
    return SequenceMatcher(None, first, second, autojunk=False).ratio() * 0.95


def script_of(text: str) -> str:
    """The script most letters of a text belong to, as in ISO 15924; empty for others."""
    found: dict[str, int] = {}
    for letter in filter(str.isalpha, text):
        script = _SCRIPTS.get(unicodedata.name(letter, "").split(" ", 1)[0], "")
        found[script] = found.get(script, 0) + 1
    return max(found, key=lambda script: found[script], default="")
