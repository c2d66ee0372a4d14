"""Values of BibTeX fields: pieces in braces or quotes, numbers and macros, joined by #."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

MOST_JOINED: Final = 1_000
_SIGN: Final = re.compile(r"[{}\"#]")


def value_of(raw: str, macros: Mapping[str, str]) -> str:
    """A value as BibTeX takes it: its pieces without their marks, macros replaced, joined.

    A macro that is not known, such as a month, stays as its name. Linear in the length.
    """
    if not 0 < raw.count("#") <= MOST_JOINED:
        return _piece(raw.strip(), macros)
    return "".join(_piece(piece.strip(), macros) for piece in _pieces(raw))


def _piece(piece: str, macros: Mapping[str, str]) -> str:
    if len(piece) > 1 and (piece[0], piece[-1]) in (("{", "}"), ('"', '"')):
        return piece[1:-1]
    return macros.get(piece.lower(), piece)


def _pieces(raw: str) -> Iterator[str]:
    """Parts between # signs that stand outside of braces and quotes."""
    depth, quoted, at = 0, False, 0
    for sign in _SIGN.finditer(raw):
        if sign[0] == "{":
            depth += 1
        elif sign[0] == "}":
            depth -= 1
        elif sign[0] == '"':
            # Inside braces a quotation mark is one.
            quoted = quoted != (depth <= 0)
        elif depth <= 0 and not quoted:
            yield raw[at : sign.start()]
            at = sign.end()
    yield raw[at:]
