"""The word lists of ``resources/word_lists``, read once when first needed, or a reader's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from resources import path

LANGUAGES: Final = ("en", "ru", "kk")
Table = Mapping[str, Any]


@lru_cache(maxsize=64)
def word_list(language: str, name: str) -> dict[str, Any]:
    """Return the tables of one file, such as ``word_list("en", "vague")``; not to be changed.

    A language without lists of its own is given those of English.
    """
    import tomllib

    file = path("word_lists", folder_of(language), f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=len(LANGUAGES))
def time_words(language: str) -> dict[str, Any]:
    """Return the words that times are written with, as `word_list` does; not to be changed."""
    file = path("word_lists", folder_of(language), "times.json")
    words: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return words


def folder_of(language: str) -> str:
    """Return the language whose lists are used for a language."""
    known = language[:2].lower()
    return known if known in LANGUAGES else LANGUAGES[0]


class WordLists:
    """The lists to read by: those shipped, with a reader's own in the place of some.

    ``own`` holds tables by language and name. It is never changed afterwards, so that what is
    made of it can be kept for as long as the object itself.
    """

    def __init__(self, own: Mapping[tuple[str, str], Table] | None = None) -> None:
        self._own = MappingProxyType(dict(own or {}))

    def table(self, language: str, name: str) -> Table:
        """Return the tables of one file, as `word_list` does."""
        own = self._own.get((folder_of(language), name))
        return own if own is not None else word_list(language, name)


SHIPPED: Final = WordLists()
