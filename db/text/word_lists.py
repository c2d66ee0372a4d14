"""The word lists of ``resources/word_lists``, read once when first needed."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any, Final

from resources import path

LANGUAGES: Final = ("en", "ru", "kk")


@lru_cache(maxsize=64)
def word_list(language: str, name: str) -> dict[str, Any]:
    """Return the tables of one file, such as ``word_list("en", "times")``; not to be changed.

    A language without lists of its own is given those of English.
    """
    known = language[:2].lower()
    folder = known if known in LANGUAGES else LANGUAGES[0]
    file = path("word_lists", folder, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
