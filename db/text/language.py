"""Which of the three languages a paragraph is written in."""

from __future__ import annotations

import re
from typing import Final

# Letters of Kazakh that Russian has not, and common words without them.
_KAZAKH: Final = re.compile(
    r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]|\b(?:мен|пен|бен|осы|сол|бар|деп|дейін|адам|адамдар|жаралан\w*|хабарла\w*)\b",
    re.IGNORECASE,
)
_RUSSIAN: Final = re.compile(
    r"[щъэёЩЪЭЁ]|\b(?:и|в|на|не|что|по|с|от|до|из|для|как|это|были|было|был|около|более)\b",
    re.IGNORECASE,
)
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_SAMPLE: Final = 4_000


def detect_language(text: str) -> str:
    """Return "en", "ru" or "kk"; text in no letters counts as English."""
    sample = text[:_SAMPLE]
    if len(_CYRILLIC.findall(sample)) * 2 < len(_LATIN.findall(sample)):
        return "en"
    if not _CYRILLIC.search(sample):
        return "en"
    kazakh, russian = len(_KAZAKH.findall(sample)), len(_RUSSIAN.findall(sample))
    return "kk" if kazakh > russian else "ru"
