"""From a sheet to a document: events as headings, each with a table of what the sources say."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from db.fingerprint import shown
from db.sheets.choices import Orientation, Paper
from db.sheets.model import Row, Sheet, SheetSource
from db.sheets.office.cells import CellWriter
from db.sheets.office.claims import ClaimWriter
from db.sheets.office.document import (
    Block,
    Box,
    Document,
    Line,
    Page,
    Paragraph,
    Span,
    Table,
)
from db.sheets.office.endings import Endings
from db.sheets.office.spans import Pen
from db.sheets.packing import sheet_moment
from db.sheets.watching import Watch, unwatched
from db.sheets.wording import words_of

_PAPERS: Final = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
# Type size in points by the number of columns; upright paper holds two where flat paper holds
# three.
_SIZES: Final = {1: 10.0, 2: 9.6, 3: 9.0, 4: 8.2, 5: 7.4, 6: 6.9}
_UPRIGHT: Final = 1.5
_WIDEST: Final = 150.0
_MOST_HANGING: Final = 4
_REFERENCE_WIDTH: Final = 84.0
_MOST_LEVELS: Final = 4


def document(sheet: Sheet, watch: Watch = unwatched) -> Document:
    """The sheet as a document; its events are composed as they are asked for."""
    return _Composer(sheet, watch).document()


class _Composer:
    """One sheet on its way to a document."""

    def __init__(self, sheet: Sheet, watch: Watch) -> None:
        self._sheet = sheet
        self._watch = watch
        self._words = words_of(sheet)
        width, height = _PAPERS[sheet.paper]
        flat = sheet.orientation is Orientation.LANDSCAPE
        self._page = Page(height, width) if flat else Page(width, height)
        count = math.ceil(len(sheet.sources) * (1 if flat else _UPRIGHT))
        self._size = _SIZES[min(count, max(_SIZES))]
        self._pen = Pen(sheet)
        self._hanging = count < _MOST_HANGING
        self._cells = CellWriter(sheet, self._pen, hanging=self._hanging)
        self._claims = ClaimWriter(sheet, self._pen, self._page.inside)
        self._endings = Endings(sheet, self._pen, self._page.inside)

    def document(self) -> Document:
        sheet, labels = self._sheet, self._words.labels
        foot = (sheet.corpus_title, sheet.made.shown,
                f"{labels['content']} {shown(sheet.corpus_hash)}")  # fmt: skip
        return Document(
            title=self._pen.title,
            language=sheet.language,
            moment=sheet_moment(sheet),
            page=self._page,
            size=self._size,
            blocks=self._blocks(),
            ending=tuple(self._endings.references()),
            columns=max(1, int(self._page.inside // _REFERENCE_WIDTH)),
            foot=" · ".join(self._pen.plain(part) for part in foot if part),
            pages=labels["page"],
            hang=self._hang(),
        )

    def _hang(self) -> float:
        """How far all lines but the first are indented, so that addresses stand out."""
        if not self._hanging:
            return 0.0
        longest = max((len(q.address) for q in self._sheet.quotations()), default=4)
        return longest * self._size * 0.21 + 2.0

    def _blocks(self) -> Iterator[Block | Table]:
        yield from self._head()
        for number, row in enumerate(self._sheet.rows):
            yield from self._event(row, first=number == 0)
            self._watch()
        yield from self._endings.blocks()

    def _head(self) -> Iterator[Paragraph]:
        sheet, pen = self._sheet, self._pen
        yield pen.paragraph("Kind", self._words.kind(sheet))
        yield pen.paragraph("Title", pen.title)
        extent = f"{self._words.extent(sheet)} · {sheet.made.shown}"
        yield pen.paragraph("Lead", extent)
        for note in self._words.notes(sheet, dotted="dotted_line", marked="underlined"):
            yield pen.paragraph("Advice", note)

    def _event(self, row: Row, *, first: bool) -> Iterator[Block | Table]:
        event, pen = row.event, self._pen
        title = event.title.strip() or event.key.strip() or "—"
        yield pen.paragraph(f"Heading{min(event.depth + 1, _MOST_LEVELS)}", title)
        told = pen.joined(
            pen.time(event.happened),
            [Span(pen.plain(event.place))],
            [Span(pen.plain(self._words.parent_words(event.parent)))],
        )
        if told:
            yield Paragraph("Moment", tuple(told))
        yield Table(self._widths(), tuple(self._lines(row, first)), pen.plain(title))
        yield from self._claims.after(row)

    def _widths(self) -> tuple[float, ...]:
        count = len(self._sheet.sources)
        return (min(_WIDEST, self._page.inside / count),) * count

    def _lines(self, row: Row, first: bool) -> Iterator[Line]:
        sources = self._sheet.sources
        heads = (Box(tuple(self._source_head(s, first)), source=s.style) for s in sources)
        yield Line(tuple(heads), head=True)
        told = zip(sources, row.cells, strict=True)
        yield Line(tuple(Box(tuple(self._cells.blocks(source, cell))) for source, cell in told))
        yield from self._claims.lines(row)

    def _source_head(self, source: SheetSource, first: bool) -> Iterator[Paragraph]:
        yield self._pen.source(source)
        about = self._words.labels["name_here"] if source.gap else self._words.about(source)
        if first and about:
            yield self._pen.paragraph("About", about)
