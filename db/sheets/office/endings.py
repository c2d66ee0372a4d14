"""What stands after the events: names, notes, sources and references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.sheets.claim_model import SheetName
from db.sheets.compared import ComparedLines
from db.sheets.model import Sheet, SheetSource
from db.sheets.office.claims import noted_paragraphs
from db.sheets.office.document import Block, Box, Line, Paragraph, Span, Table
from db.sheets.office.spans import BETWEEN, Pen
from db.sheets.references import DIGITS, references
from db.sheets.seals import seals
from db.sheets.wording import words_of

_NAME_WIDTH: Final = 44.0
_UPRIGHT_NAME_WIDTH: Final = 30.0


class Endings:
    """Writes the last parts of one sheet; `width` is that of the page inside, in millimetres."""

    def __init__(self, sheet: Sheet, pen: Pen, width: float) -> None:
        self._sheet = sheet
        self._pen = pen
        self._width = width
        self._words = words_of(sheet)

    def blocks(self) -> Iterator[Block | Table]:
        """Everything but the references."""
        labels = self._words.labels
        if self._sheet.names:
            yield self._pen.paragraph("Heading1", labels["names"])
            yield self._names()
        if self._sheet.notes:
            yield self._pen.paragraph("Heading1", labels["notes"])
            for note in self._sheet.notes:
                yield from noted_paragraphs(note, self._pen)
        if any(not source.blind for source in self._sheet.sources):
            yield self._pen.paragraph("Heading1", labels["sources"])
            for source in self._sheet.sources:
                yield from self._source(source)
        yield from self._seals()

    def _seals(self) -> Iterator[Paragraph]:
        """By what the sheet can be compared with its corpus later."""
        found = seals(self._sheet)
        if found:
            labels = self._words.labels
            yield self._pen.paragraph("Heading1", labels["seals"])
            yield self._pen.paragraph("Advice", self._words.seals_note(self._sheet))
        for seal in found:
            yield self._pen.paragraph("Reference", seal)

    def _names(self) -> Table:
        pen, sources = self._pen, self._sheet.sources
        lines = ComparedLines(self._sheet)
        first = _NAME_WIDTH if self._width > 200 else _UPRIGHT_NAME_WIDTH
        widths = (first,) + ((self._width - first) / len(sources),) * len(sources)
        title = self._words.labels["names"]
        heads = (Box((pen.paragraph("About", self._words.labels["name"]),)),
                 *(Box((pen.source(s),), source=s.style) for s in sources))  # fmt: skip
        rows = (self._name(name, lines) for name in self._sheet.names)
        return Table(widths, (Line(heads, head=True), *rows), title)

    def _name(self, name: SheetName, lines: ComparedLines) -> Line:
        pen = self._pen
        title = pen.gap(12) if name.gap else Span(pen.plain(name.title), "Strong")
        boxes = [Box((Paragraph("Use", (title,)),))]
        for uses in name.uses:
            said = ", ".join(map(pen.plain, lines.uses(uses)))
            span = pen.gap(12) if name.gap else Span(said or "–")
            boxes.append(Box((Paragraph("Use", (span,)),)))
        return Line(tuple(boxes))

    def _source(self, source: SheetSource) -> Iterator[Paragraph]:
        pen = self._pen
        title = f"{source.letter}{BETWEEN}{source.label}"
        yield pen.paragraph("Heading2", title)
        for name, value in self._words.description(source):
            yield Paragraph(
                "Described", (Span(f"{name}{BETWEEN}", "Label"), Span(pen.plain(value)))
            )

    def references(self) -> Iterator[Paragraph]:
        """Every quotation's reference, each on a line of its own."""
        found = [r for _, group in references(self._sheet) for r in group]
        if not found:
            return
        labels = self._words.labels
        yield self._pen.paragraph("Heading1", labels["references"])
        yield self._pen.paragraph("Advice", labels["references_note"].format(digits=DIGITS))
        for reference in found:
            yield self._pen.paragraph("Reference", str(reference))
