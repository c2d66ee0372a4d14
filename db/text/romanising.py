"""Cyrillic and Latin spellings of a name in one rough form; for finding, never for showing."""

from __future__ import annotations

import re
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
_WORD: Final = re.compile(r"\w+")


def plain_latin(text: str) -> str:
    """A rough Latin form in which the spellings of a name come close; words parted by a space."""
    words = " ".join(_WORD.findall(text.lower())).translate(_LATIN)
    words = fold(words)
    for pattern, letters in _SAME:
        words = pattern.sub(letters, words)
    return words
