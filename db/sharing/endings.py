"""Endings that Russian and Kazakh case, number and possession put on a name, folded."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import product
from typing import Final

from db.text.folding import FILLER, fold
from resources import path

_STEM_VOWEL: Final = re.compile(r"[аеиоуыьэюяй]$")
SHORTEST_STEM: Final = 3


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(path("sharing", "names.toml").read_text(encoding="utf-8"))


def _folded(words: set[str]) -> frozenset[str]:
    return frozenset(fold(word).replace(FILLER, "") for word in words)


@cache
def endings() -> frozenset[str]:
    """Every ending, as folded text has it."""
    lists = _lists()
    chains = product(*(["", *lists[f"kazakh_{part}"]] for part in ("plural", "possessive", "case")))
    kazakh = {"".join(parts) for parts in chains}
    return _folded({*lists["russian"], *kazakh, *lists["latin"]} - {""})


@cache
def nobodys() -> frozenset[str]:
    """Titles and particles, folded: parts of names that alone are nobody's."""
    return _folded({*_lists()["titles"], *_lists()["particles"]})


def has_ending(word: str, name: str) -> bool:
    """Whether a folded word is a folded name with one of the endings on it.

    A final vowel, й or ь may give way to the ending: Мария, Марии.
    """
    if len(name) < SHORTEST_STEM or word == name:
        return False
    if word.startswith(name):
        return word[len(name) :] in endings()
    stem = _STEM_VOWEL.sub("", name)
    if len(stem) < SHORTEST_STEM or not word.startswith(stem) or stem == name:
        return False
    return word[len(stem) :] in endings() or word == stem
