"""Cells of a workbook: every text as a text, in styles that are made once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from db.sheets import palette
from db.sheets.visible import visible

SERIF: Final = "IBM Plex Serif"
SANS: Final = "IBM Plex Sans"
# Read by spreadsheets as the character with that number; some readers drop the second form.
_NUMBER: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|(?<=x005F)_")
_SIGNS: Final = tuple("=+-@\uff1d\uff0b\uff0d\uff20")

Style = tuple[tuple[str, Any], ...]


def cell_text(text: str) -> str:
    """A text as a cell can hold it: with what would be changed as its number."""
    made = _NUMBER.sub("⟨U+005F⟩", visible(text))
    # The library takes such a text for its own markup.
    return f"⟨U+003C⟩{made[1:]}" if made.startswith("<r>") and made.endswith("</r>") else made


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style inside a cell."""

    text: str
    style: str = ""
    colour: str = ""


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[Style, Any] = {}
        tokens = palette.tokens("light")
        self._muted, self._ink = tokens["muted"], tokens["ink"]
        self._line = tokens["hairline"]

    def make(self, **wanted: Any) -> Any:
        """A format, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(wanted)
        return self._made[key]

    def cell(self, text: str = "", *, face: str = SERIF, first: bool = False, **more: Any) -> Any:
        """The format of a cell with a text; `first` has a line over it.

        Where a text begins like a formula, the cell is marked so that it stays a text when a
        person edits it.
        """
        wanted: dict[str, Any] = {
            "font_name": face, "font_size": 10, "font_color": self._ink, "text_wrap": True,
            "valign": "top", "border_color": self._line,
        }  # fmt: skip
        if first:
            wanted |= {"top": 1, "top_color": self._line}
        if text.startswith(_SIGNS):
            wanted["quote_prefix"] = True
        return self.make(**(wanted | more))

    def muted(self, text: str = "", *, first: bool = False, **more: Any) -> Any:
        """The format of a cell with an aside."""
        return self.cell(text, face=SANS, first=first, font_size=9, font_color=self._muted, **more)

    def head(self, style: int | None = None) -> Any:
        """The format of a column's head; of a source's with its rule over it."""
        wanted: dict[str, Any] = {
            "font_name": SANS, "font_size": 10, "bold": True, "font_color": self._ink,
            "text_wrap": True, "valign": "bottom", "bottom": 1, "bottom_color": self._muted,
        }  # fmt: skip
        if style is not None:
            look = palette.look(style)
            wanted |= {"top": _BORDERS[look.pattern], "top_color": look.colour}
        return self.make(**wanted)

    def inside(self, piece: Piece) -> Any:
        """The format of words inside a cell."""
        return self.make(**(self._letters(piece.style) | _coloured(piece)))

    def _letters(self, style: str) -> dict[str, Any]:
        small = {"font_name": SANS, "font_size": 8, "font_color": self._muted}
        plain = {"font_name": SERIF, "font_size": 10, "font_color": self._ink}
        return {
            "": plain,
            "Address": small,
            "Tag": small | {"italic": True},
            "Around": plain | {"font_color": self._muted},
            "Speaks": plain | {"underline": 1},
            "Answer": plain | {"underline": 1, "bold": True},
            "Strong": plain | {"bold": True},
            "Small": small,
            "Letter": {"font_name": SANS, "font_size": 10, "bold": True},
            "Head": {"font_name": SANS, "font_size": 10, "bold": True, "font_color": self._ink},
        }[style]


# The patterns of the sources as borders know them.
_BORDERS: Final = {
    "solid": 5, "diagonal": 10, "dots": 4, "dashes": 8, "double": 6, "waves": 12,
}  # fmt: skip


def _coloured(piece: Piece) -> dict[str, Any]:
    return {"font_color": piece.colour} if piece.colour else {}


class Table:
    """One sheet of the workbook, written row by row."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self.sheet = sheet
        self.styles = styles

    def text(self, row: int, column: int, text: str, format: Any) -> None:
        """A cell with a text."""
        if text:
            self.sheet.write_string(row, column, text, format)
        else:
            self.sheet.write_blank(row, column, None, format)

    def number(self, row: int, column: int, number: float, format: Any) -> None:
        """A cell with a number."""
        self.sheet.write_number(row, column, number, format)

    def pieces(self, row: int, column: int, pieces: Sequence[Piece], format: Any) -> None:
        """A cell with words in several styles."""
        shown = [piece for piece in pieces if piece.text]
        if len(shown) < 2:
            self.text(row, column, "".join(p.text for p in shown), format)
            return
        parts: list[Any] = []
        for piece in shown:
            parts += [self.styles.inside(piece), piece.text]
        self.sheet.write_rich_string(row, column, *parts, format)
