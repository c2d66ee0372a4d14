"""Folding text for search: one code point in, exactly one out.

Offsets in folded text are offsets in the text itself, so a hit needs no mapping back.
The price of that rule: a letter that would need two ("ß" as "ss", "ﬁ" as "fi") becomes the
first of them, "½" and "№" stay, and a combining mark becomes FILLER instead of vanishing.
FTS5's ``unicode61`` tokenizer with ``remove_diacritics`` 1 or 2 drops FILLER inside a word,
so the index finds a decomposed "é" by a composed one and the other way round; with
``remove_diacritics 0`` it would stay in its word.  A plain ``str.find`` is not that lenient:
use ``find_folded``.
Case is ignored in all letters. U+0345, the iota below a Greek letter, is a mark though its
capital is a letter: it becomes FILLER, so that a decomposed "ᾳ" is found by a composed one.
Transliteration is not folding: Cyrillic and Latin spellings of one name stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

FILLER: Final = "\u0300"
"""What combining marks, soft hyphens and other invisible characters inside a word become."""

MAX_QUERY_LENGTH: Final = 1_000
MAX_QUERY_TERMS: Final = 64

# Signs that people type in several ways, and letters that Unicode neither decomposes nor
# names "X WITH …".  Those that are two letters in one go by the first.
_BY_HAND: Final = {
    "а": "әӕ",
    "е": "єѣ",
    "и": "іѵ",
    "о": "ө",
    "у": "ү",
    "ф": "ѳ",
    "х": "һ",
    "a": "æəª",
    "d": "ðǳ",
    "i": "ı",
    "j": "ȷ",
    "k": "ĸ",
    "l": "ǉ",
    "n": "ŋŉǌ",
    "o": "œº",
    "s": "ßẞ",
    "t": "þ",
    "σ": "ς",
    "'": "‘’‚‛′ʼʻʹʽ´`‹›",
    '"': "“”„‟″«»〝〞ˮ",
    "-": "‐‑‒–—―−﹘",
    ".": "…",
    " ": "\u200b\u2028\u2029",
}
_WITH: Final = re.compile(r"(?:LATIN|CYRILLIC) SMALL LETTER (.+?) WITH ")


class _Folds(dict[int, int]):
    """Folded code points, worked out when first met."""

    def __missing__(self, code: int) -> int:
        folded = ord(_settle(chr(code)))
        self[code] = folded
        return folded


_folds: Final = _Folds({ord(c): ord(to) for to, chars in _BY_HAND.items() for c in chars})


def fold(text: str) -> str:
    """Return the text in the one form all its spellings are searched by.

    ``len(fold(text)) == len(text)`` and ``fold(fold(text)) == fold(text)`` for any text.
    """
    return text.translate(_folds)


def _settle(char: str) -> str:
    """Fold until nothing changes: a form reached by one step may have a simpler one itself."""
    for _ in range(8):
        step = _step(char)
        if step == char:
            break
        char = step
    return char


def _step(char: str) -> str:
    known = dict.get(_folds, ord(char))
    if known is not None:
        return chr(known)
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return FILLER
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category[0] == "L":
        return _fold_letter(char)
    lower = _single(char.lower(), char)
    return _single(unicodedata.normalize("NFKC", lower), lower)


def _fold_letter(char: str) -> str:
    composed = unicodedata.normalize("NFKC", char)
    if composed[0] != char and (len(composed) == 1 or composed.isalpha()):
        return composed[0]
    # Syllables of Hangul decompose into letters of their own, not into marks.
    parts = unicodedata.normalize("NFD", char)
    if len(parts) > 1 and all(unicodedata.combining(part) for part in parts[1:]):
        return parts[0]
    # Small letters of old print share a capital with the common one: "ᲂ" has the capital "О".
    capital = _single(char.upper(), char)
    lower = _single(capital.lower(), char)
    plain = _WITH.match(unicodedata.name(lower, "") + " ")
    if plain is None:
        return lower
    script = unicodedata.name(lower).split()[0]
    return _named(f"{script} SMALL LETTER {plain[1]}") or lower


def _single(changed: str, char: str) -> str:
    return changed if len(changed) == 1 else char


def _named(name: str) -> str | None:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None


def find_folded(folded: str, words: str, start: int = 0) -> tuple[int, int] | None:
    """Return (start, end) of the words in a folded text at or after start, marks ignored.

    The words are folded here; None when they are not there or hold nothing to look for.
    """
    letters = [re.escape(char) for char in fold(words) if char != FILLER]
    if not letters:
        return None
    found = re.compile(f"{FILLER}*".join(letters) + f"{FILLER}*").search(folded, start)
    return found.span() if found else None


def fold_query(text: str) -> str:
    """Return a safe FTS5 MATCH expression for what a person typed, "" when nothing is searchable.

    Words are joined by AND; "quoted words" are a phrase, ``word*`` a prefix, ``-word`` excludes.
    Only the first MAX_QUERY_LENGTH characters and MAX_QUERY_TERMS terms count.
    """
    wanted: list[str] = []
    excluded: list[str] = []
    for minus, words, prefix in _terms(text[:MAX_QUERY_LENGTH]):
        quoted = f'"{words}"*' if prefix else f'"{words}"'
        (excluded if minus else wanted).append(quoted)
        if len(wanted) + len(excluded) == MAX_QUERY_TERMS:
            break
    if not wanted:
        return ""
    query = " AND ".join(wanted)
    return f"({query}) NOT ({' OR '.join(excluded)})" if excluded else query


_TERM: Final = re.compile(r'(?P<minus>-+)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>\*)?')


def _terms(text: str) -> Iterator[tuple[bool, str, bool]]:
    """Yield (excluded?, the words as the tokenizer sees them, prefix?)."""
    # A dash before a word excludes only as typed on a keyboard: "–" opens a pasted sentence.
    typed = "".join(" " if char in "–—―" else char for char in text)
    for match in _TERM.finditer(fold(typed).replace(FILLER, "")):
        words = match["word"] if match["phrase"] is None else match["phrase"]
        bare = words.rstrip("*")
        tokens = " ".join("".join(char if _is_token(char) else " " for char in bare).split())
        if tokens:
            yield match["minus"] is not None, tokens, bare != words or match["star"] is not None


def _is_token(char: str) -> bool:
    """Tell whether unicode61 takes the character as part of a word."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"
