"""Reading hedges, voices and quantities in plain text, against splitting it into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from db.text.reading import read_text
from db.text.word_lists import LANGUAGES
from tests.benchmarks.measuring import Result, Times, interleaved, result
from tests.benchmarks.panes import SEED
from tests.benchmarks.words import Words

_WORDS = re.compile(r"\w+|[^\w\s]")
CHARACTERS = 20_000
TIMES = 20
# What a careless grammar takes the square of the length for.
HOSTILE = (
    "1-1-1-",
    "1:1:1:",
    "12345",
    "«“",
    "-",
    "seventy three ",
    "SHOUTING ",
    "abcdefgh",
    "1, 2 and ",
)


def reading() -> Iterator[Result]:
    """Plain text of three languages; then ten times as much of what is hard, in one line."""
    words = Words(SEED)
    passages = CHARACTERS // 1_500
    text = "\n".join(p for name in LANGUAGES for p in words.passages(name, passages))
    reference, subject = interleaved(lambda: _split(text), lambda: read_text(text), TIMES)
    yield result("read plain text / split into words", 120.0, reference, subject)
    for unit in HOSTILE:
        short, long = (unit * (size // len(unit)) for size in (CHARACTERS // 5, CHARACTERS * 2))
        ratio = interleaved(partial(read_text, short), partial(read_text, long), 1)
        yield result(f"read 10 × {unit.strip()!r} / once", 13.0, *map(_steady, ratio))


def _split(text: str) -> None:
    for _ in _WORDS.finditer(text):
        pass


def _steady(times: Times) -> Times:
    """One sample has no spread."""
    return Times(times.p50, times.p50)
