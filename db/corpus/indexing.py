"""The words of passages as the search index holds them.

The index holds folded words with single spaces for everything between them, so that its tokenizer
has nothing left to decide: that is the cheapest there is, and what counts as a word is decided
once, here, for texts and queries alike. Offsets are not kept in the index; a hit's place is found
again in its passage.
"""

from __future__ import annotations

import codecs
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from db.text.folding import FILLER, fold

# What nearly all texts of these languages consist of, at most 255 characters: for these a charmap
# codec folds fifteen times faster than str.translate. A passage with any other goes the long way.
_COMMON: Final = (
    "\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
    "abcdefghijklmnopqrstuvwxyz{|}~"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁё"
    "ӘәҒғҚқҢңӨөҰұҮүҺһІіЇїЄєҐґЎў«»“”„‘’–—…№\u00a0·•©°§₸€"
    "éèêëáàâäãåçíìîïñóòôöõúùûüßæœÉÄÖÜ"
)


def is_word(char: str) -> bool:
    """Whether a folded character is part of a word: letters, numbers and private letters."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"


class _Plain(dict[int, int | None]):
    """What a code point becomes: its folded letter, a space, or nothing for a mark in a word."""

    def __missing__(self, code: int) -> int | None:
        folded = fold(chr(code))
        plain = None if folded == FILLER else ord(folded if is_word(folded) else " ")
        self[code] = plain
        return plain


_plain: Final = _Plain()
# A charmap decodes 256 bytes, and byte 0 must be NUL.
_TABLE: Final = ("\0" + _COMMON).ljust(256, "\ufffe")
_ENCODE: Final = codecs.charmap_build(_TABLE)
_DECODE: Final = _TABLE.translate(_plain)


def plain_words(text: str) -> str:
    """The words of a text as the index holds them."""
    return _common_words(text) or text.translate(_plain)


def _common_words(text: str) -> str | None:
    """The same, one character in, one out; None for a text with uncommon characters."""
    try:
        common, _ = codecs.charmap_encode(text, "strict", _ENCODE)
    except UnicodeEncodeError:
        return None
    return codecs.charmap_decode(common, "strict", _DECODE)[0]


Span = tuple[int, int, int]


def index(connection: sqlite3.Connection, spans: Iterable[Span], text: str) -> None:
    """Index passages of a text, given as (id, start, end)."""
    connection.executemany(
        "INSERT INTO passage_index (rowid, words) VALUES (?, ?)", _passages(spans, text)
    )


def unindex(connection: sqlite3.Connection, spans: Iterable[Span], text: str) -> None:
    """Take passages of a text out of the index again; the text must be the one indexed."""
    connection.executemany(
        "INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', ?, ?)",
        _passages(spans, text),
    )


def _passages(spans: Iterable[Span], text: str) -> Iterator[tuple[int, str]]:
    words = _common_words(text)
    if words is not None:
        return ((i, words[start:end]) for i, start, end in spans)
    return ((i, plain_words(text[start:end])) for i, start, end in spans)


def spans_of(connection: sqlite3.Connection, edition_id: int) -> list[Span]:
    """The passages of an edition as (id, start, end)."""
    rows = connection.execute(
        "SELECT id, start, end FROM passage WHERE edition_id = ? ORDER BY number", (edition_id,)
    )
    return rows.fetchall()
