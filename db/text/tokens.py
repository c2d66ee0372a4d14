"""Words, numbers and signs of a text, with their places.

The plain form of a text, by which word lists match, has one character for each of the text:
lower case, е for ё, plain quotes and dashes, the ten digits for those of any script.  Kazakh
letters stay apart, unlike in ``folding``: "он" (ten) is not "оң" (right).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple


class Token(NamedTuple):
    """A word, a number in figures or a single sign; ``plain`` is its plain form."""

    start: int
    end: int
    plain: str
    is_word: bool
    is_figure: bool


class _Plain(dict[int, int]):
    """Plain forms of code points, worked out when first met."""

    def __missing__(self, code: int) -> int:
        lower = chr(code).lower()
        digit = unicodedata.decimal(chr(code), None)
        plain = ord(str(digit)) if digit is not None else ord(lower) if len(lower) == 1 else code
        self[code] = plain
        return plain


_PLAIN: Final = _Plain(
    str.maketrans("ёЁ‐‑‒–—―−’‘ʼ“”„«»\u00a0\u2009\u202f", 'ее-------\'\'\'"""""   ')
    | {ord("٬"): ord(","), ord("٫"): ord(".")}
)


def plain(text: str) -> str:
    """Return the plain form, of the same length."""
    return text.translate(_PLAIN)


# 3,000 and 3 000 are one number; 1.5 and 1,5 too.
_FIGURE: Final = (
    r"(?P<figure>(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|(?<![\w.,'])[0-9]{1,3}(?:'[0-9]{3})+(?![0-9'])(?:\.[0-9]+)?"
    r"|(?<![\w.,])[0-9]{1,3}(?: [0-9]{3})+(?![\w]|[.,][0-9]{3})(?:,[0-9]+)?"
    r"|(?<![\w.,])[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![\w.])"
    r"|[0-9]+(?:[.,][0-9]+)?)"
)
_TOKEN: Final = re.compile(rf"{_FIGURE}|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|\S")


def with_digits(text: str) -> str:
    """Return a text with the ten digits in place of those of other scripts, of the same length."""
    if text.isascii() or not _OTHER_DIGIT.search(text):
        return text
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)


_OTHER_DIGIT: Final = re.compile(r"(?![0-9])\d")


@lru_cache(maxsize=8)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; the last few are kept, since one sentence is read in turns."""
    return tuple(tokenize(plain(text)))


def tokenize(plain_text: str) -> list[Token]:
    """Return the tokens of a text in its plain form, in order."""
    return [
        Token(
            match.start(),
            match.end(),
            match[0],
            match.lastgroup == "word",
            match.lastgroup == "figure",
        )
        for match in _TOKEN.finditer(plain_text)
    ]
