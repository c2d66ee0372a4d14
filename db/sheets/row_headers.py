"""The first cell of each row of a PDF's tables becomes the header of its row.

Typst can tag headers of columns only, unless it was built with a feature that its Python package
does not have. It writes the tags of a table in one form, as plain text; here one is written over
another of the same length, so that every offset in the file stays right. Cells then go by the
scope of the headers, not by lists of them, since a list would have to name the row's header too.
"""

from __future__ import annotations

import re
from typing import Final

_CELL: Final = re.compile(
    rb"(?<=\n)<</Type/StructElem/S/TD(?P<parent>/P \d+ 0 R/A\[<</O/Table)"
    rb"(?P<headers>/Headers\[\(U\d+x(?P<column>\d+)y0\)\])>>"
)
_SCOPE: Final = b"/Scope/Row"


def with_row_headers(pdf: bytes) -> bytes:
    """The same file, in which the first cells of rows are tagged as headers of their rows."""
    return _CELL.sub(_cell, pdf)


def _cell(match: re.Match[bytes]) -> bytes:
    first = match["column"] == b"0"
    kind, scope = (b"TH", _SCOPE) if first else (b"TD", b"")
    room = len(match["headers"])
    return b"<</Type/StructElem/S/%s%s%s>>" % (kind, match["parent"], scope.ljust(room))
