"""Two texts side by side, told apart word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")
MOST_WORDS: Final = 1500
"""Of longer stretches that differ only their beginning and their end are told."""
Part = tuple[str, bool]
"""Some words, and whether only this text has them."""


def parts(one: str, other: str) -> tuple[list[Part], list[Part]]:
    """Both texts in parts, white space as one blank; joined again they are the texts."""
    words: list[list[str]] = [_WORD.findall(" ".join(text.split())) for text in (one, other)]
    before = _alike(words[0], words[1])
    first, second = (each[before:] for each in words)
    after = _alike(first[::-1], second[::-1])
    first, second = (each[: len(each) - after] for each in (first, second))
    found: tuple[list[Part], list[Part]] = ([], [])
    _add(found, "".join(words[0][:before]), "".join(words[1][:before]), differ=False)
    for said, says, differ in _between(first, second):
        _add(found, said, says, differ=differ)
    end = "".join(words[0][len(words[0]) - after :])
    _add(found, end, end, differ=False)
    return found


def difference(one: str, other: str) -> tuple[str, str]:
    """Both texts with what the other has not between ⟦ and ⟧, word by word."""
    first, second = parts(one, other)
    return bracketed(first), bracketed(second)


def bracketed(text: list[Part]) -> str:
    """Parts as a text, what only it has between ⟦ and ⟧."""
    return "".join(f"⟦{words}⟧" if differ else words for words, differ in text)


def _add(found: tuple[list[Part], list[Part]], said: str, says: str, *, differ: bool) -> None:
    for side, words in zip(found, (said, says), strict=True):
        if words:
            side.append((words, differ))


def _alike(one: list[str], other: list[str]) -> int:
    """With how many words both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(one: list[str], other: list[str]) -> Iterator[tuple[str, str, bool]]:
    if max(len(one), len(other)) > MOST_WORDS:
        yield "".join(one), "".join(other), True
        return
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for how, start, end, begin, stop in matcher.get_opcodes():
        yield "".join(one[start:end]), "".join(other[begin:stop]), how != "equal"
