"""How wide words are in the interface face, by the advances that its font files give."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import Final

import resources

# A letter that the face lacks, in ems: wide enough for any other face.
_UNKNOWN: Final = 0.75


def type_measure(words: str, size: float, bold: bool) -> float:
    """The width of words in the unit of their size; kerning is left out."""
    widths = _widths("SemiBold" if bold else "Regular")
    return sum(widths.get(ord(letter), _UNKNOWN) for letter in words) * size


@lru_cache(maxsize=2)
def _widths(weight: str) -> dict[int, float]:
    """The width of every character of a weight in ems."""
    data = resources.path("fonts", f"IBMPlexSans-{weight}.ttf").read_bytes()
    tables = {
        tag: offset
        for tag, _, offset, _ in struct.iter_unpack(
            ">4sLLL", data[12 : 12 + 16 * struct.unpack_from(">H", data, 4)[0]]
        )
    }
    (em,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    advances = [
        struct.unpack_from(">H", data, tables[b"hmtx"] + 4 * glyph)[0] for glyph in range(count)
    ]
    glyphs = _glyphs(data, tables[b"cmap"])
    return {code: advances[min(glyph, count - 1)] / em for code, glyph in glyphs.items()}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """The glyph of every character of the first plane: a `cmap` table of format 4."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">L", data, cmap + 8 + 8 * number)
        if struct.unpack_from(">H", data, cmap + offset)[0] == 4:
            return _segments(data, cmap + offset)
    return {}


def _segments(data: bytes, start: int) -> dict[int, int]:
    (twice,) = struct.unpack_from(">H", data, start + 6)
    count = twice // 2
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, start + at)
        for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    found: dict[int, int] = {}
    for number, (first, last) in enumerate(zip(firsts, ends, strict=True)):
        base = start + 16 + 3 * twice + 2 * number + offsets[number]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                (glyph,) = struct.unpack_from(">H", data, base + 2 * (code - first))
            found[code] = (glyph + deltas[number]) & 0xFFFF
    return found
