"""What looks like a number in a text and counts nothing: dates, clocks, names, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from db.text.tokens import Token

_STREETS: Final = r"Street|Avenue|Road|Lane|Boulevard|Square|Drive|St\b|Ave\b|Rd\b|Blvd\b"
# Each takes time in proportion to the text: repetitions are bounded, alternatives distinct.
_SHAPES: Final = (
    r"\S{1,80}@\S{1,80}",
    r"(?:https?://|www\.)\S{1,200}",
    r"(?<![\w:.,])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])",
    r"(?<![\w.,])[0-9]{1,2}(?:[.:][0-9]{2})?\s?[ap]\.?m(?:\.|\b)",
    r"(?<!\w)(?:в|к|до|около|после|с)\s[0-9]{1,2}(?:[.:][0-9]{2})?"
    r"\s(?:час(?:а|ов|у|ам)?\s)?(?:утра|дня|вечера|ночи)",
    r"(?<!\w)(?:в|к)\s[0-9]{1,2}\sчас(?:а|ов|у|ам)?(?!\w)",
    r"(?<!\w)(?:at|в|сағат)\s[0-9]{1,2}\.[0-9]{2}(?![0-9%]|\s?%)",
    r"(?<!\w)сағат\s[0-9]{1,2}(?:[-:.]?[0-9]{2})?(?:-?(?:де|да|те|та|ға|ге|қа|ке))?(?!\w)",
    r"\+[0-9][0-9 ()-]{6,18}[0-9]",
    r"\([0-9]{3,5}\)\s?[0-9][0-9 -]{3,12}[0-9]",
    r"(?<![0-9-])[0-9]{2,3}-[0-9]{2}-[0-9]{2}(?![0-9-])",
    r"[0-9]{1,4}(?:\.[0-9]{1,4}){2,5}",
    r"(?<![\w.,])[0-9]{1,4}/[0-9]{1,4}(?![0-9])",
    r"\[[0-9]{1,3}\]",
    r"^\s{0,8}\(?[0-9]{1,2}[.)](?=\s)",
    r"(?<![\w])[0-9]{2,4}'?s(?!\w)",
    r"(?<![\w.,])[0-9]{1,4}\s?-?\s?(?:лети(?:е|я|ю|ем|и)|жылдығ\w{0,8})(?!\w)",
    r"(?<!\w)(?:\w{2,12}\s){1,2}жылдығ\w{0,8}",
    rf"(?<![\w.,])[0-9]{{1,4}}[a-z]?\s(?-i:(?:[A-Z]\w{{1,20}}\s){{1,3}}(?:{_STREETS}))",
    r"(?<!\w)(?:ул|улиц\w|улице|улицы|просп|проспект\w?|пер|переул\w{1,4}|бульвар\w?|шоссе)\.?\s"
    r"(?:[\w.-]{1,24}\s?){1,4},\s(?:д(?:ом)?\.?\s?)?[0-9]{1,4}(?![0-9])",
    r"(?<![\w.,])[0-9]{1,2}-(?:сы|сі|ы|і)(?:\s(?:мен|пен|бен|және)\s[0-9]{1,2}-(?:сы|сі|ы|і))?\sкүн",
    r"(?:көшесі|даңғылы),?\s[0-9]{1,4}(?![0-9])",
)
_NOT_COUNTS: Final = re.compile(
    "|".join(f"(?:{shape})" for shape in _SHAPES), re.MULTILINE | re.IGNORECASE
)


def shaped_spans(text: str) -> list[tuple[int, int]]:
    """Return the places of clock times, addresses, telephone numbers, fractions and the like."""
    return [match.span() for match in _NOT_COUNTS.finditer(text)]


def blocked_tokens(tokens: Sequence[Token], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the indices of the tokens that lie in or reach into a span."""
    blocked: set[int] = set()
    index = 0
    for start, end in sorted(spans):
        while index < len(tokens) and tokens[index].end <= start:
            index += 1
        for later in range(index, len(tokens)):
            if tokens[later].start >= end:
                break
            blocked.add(later)
    return blocked
