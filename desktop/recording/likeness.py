"""How alike two spellings are, in one script or in two; a help to the eye, never a decision."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Final

from db.text.folding import fold

_LETTERS: Final = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n",
    "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "",
    "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LATIN: Final = str.maketrans(_LETTERS)
# Latin spellings of one Cyrillic letter differ between romanisations.
_SAME: Final = ((re.compile(r"kh"), "h"), (re.compile(r"[jy]"), "i"), (re.compile(r"w"), "v"),
                (re.compile(r"ei|ie"), "e"), (re.compile(r"(.)\1+"), r"\1"))  # fmt: skip
_SCRIPTS: Final = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "GREEK": "Grek"}
_WORD: Final = re.compile(r"\w+")


def plain_latin(text: str) -> str:
    """A rough Latin form in which the spellings of a name come close; words parted by a space."""
    words = " ".join(_WORD.findall(text.lower())).translate(_LATIN)
    words = fold(words)
    for pattern, letters in _SAME:
        words = pattern.sub(letters, words)
    return words


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
