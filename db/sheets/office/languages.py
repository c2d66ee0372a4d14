"""Language tags as office programs know them: a language with its usual country."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(
    r"(?P<language>[a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]+)*?(?:[-_](?P<country>[A-Za-z]{2}))?"
)
_COUNTRIES: Final = {
    "en": "GB", "ru": "RU", "kk": "KZ", "uk": "UA", "be": "BY", "ky": "KG", "uz": "UZ", "tg": "TJ",
    "tk": "TM", "az": "AZ", "hy": "AM", "ka": "GE", "de": "DE", "fr": "FR", "es": "ES", "it": "IT",
    "pt": "PT", "pl": "PL", "nl": "NL", "sv": "SE", "tr": "TR", "ar": "EG", "he": "IL", "fa": "IR",
    "ur": "PK", "zh": "CN", "ja": "JP", "ko": "KR", "mn": "MN",
}  # fmt: skip
RIGHT_TO_LEFT: Final = frozenset({"ar", "he", "fa", "ur", "yi", "ug"})
EAST_ASIAN: Final = frozenset({"zh", "ja", "ko"})


def language_of(tag: str) -> tuple[str, str]:
    """Language and country of a tag; empty for one that is none, no country where none is usual."""
    found = _TAG.fullmatch(tag.strip())
    if found is None:
        return "", ""
    language = found["language"].lower()
    return language, (found["country"] or _COUNTRIES.get(language, "")).upper()
