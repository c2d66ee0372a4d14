"""Two texts side by side in plain text, what only one of them has between brackets."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")
MOST_WORDS: Final = 4000


def difference(one: str, other: str) -> tuple[str, str]:
    """Both texts with what the other has not between ⟦ and ⟧, word by word."""
    words: list[list[str]] = [_WORD.findall(" ".join(text.split())) for text in (one, other)]
    if max(map(len, words)) > MOST_WORDS:
        return one, other
    first: list[str] = []
    second: list[str] = []
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    for how, start, end, begin, stop in matcher.get_opcodes():
        said, says = "".join(words[0][start:end]), "".join(words[1][begin:stop])
        if how == "equal":
            first.append(said)
            second.append(says)
        else:
            first.append(f"⟦{said}⟧" if said else "")
            second.append(f"⟦{says}⟧" if says else "")
    return "".join(first), "".join(second)
