"""What the parts of a corpus have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.corpus.corpus import Corpus


class Facet:
    """A part of a corpus: its own reading and writing, on the corpus's connection."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus


def key_from(text: str, is_taken: Callable[[str], bool]) -> str:
    """A short key a person can type, made from a title and not yet taken."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    base = "-".join(words)[:40].rstrip("-") or "untitled"
    key, number = base, 2
    while is_taken(key):
        key, number = f"{base}-{number}", number + 1
    return key


def letter_for(given: int) -> str:
    """The letter of the n-th source, counted from 0: A … Z, AA, AB …"""
    letters = ""
    number = given + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
