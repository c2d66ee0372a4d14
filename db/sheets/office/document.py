"""A document as office programs have them: styled paragraphs, tables, pictures.

Sizes are in millimetres. Styles are named; what they look like stands in `looks`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style; a line feed in them breaks the line, a tab is one.

    `language` is that of the words, empty = the document's; `colour` #rrggbb that of a source.
    """

    text: str
    style: str = ""
    language: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `rtl` runs from right to left."""

    style: str
    spans: tuple[Span, ...]
    rtl: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, its size on paper, and what it shows in words."""

    png: bytes
    width: float
    height: float
    title: str
    words: str


Block = Paragraph | Picture


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table over `span` columns; `source` is the style of the source it heads."""

    blocks: tuple[Block, ...]
    span: int = 1
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: a `head` is repeated on every page, a `part` hangs on the row above."""

    boxes: tuple[Box, ...]
    head: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the widths of its columns, and what it shows in words."""

    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """The paper, upright or flat, and the room inside its margins."""

    width: float
    height: float
    side: float = 13.0
    top: float = 19.0
    bottom: float = 17.0

    @property
    def inside(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `ending` stands in `columns` columns after everything else.

    `size` is that of the words in points. `foot` stands at the left of each page's foot, `pages`
    at its right with {page} and {pages} for the numbers.
    """

    title: str
    language: str
    moment: datetime
    page: Page
    size: float
    blocks: Iterable[Block | Table]
    ending: tuple[Paragraph, ...]
    columns: int
    foot: str
    pages: str
    hang: float
