"""What a source has on an event: its passages, each a paragraph that begins with its address."""

from __future__ import annotations

from collections.abc import Iterator

from db.records import PassageKind, Silence
from db.sheets.model import Cell, Quotation, Sheet, SheetReport, SheetSource
from db.sheets.office.direction import is_rtl
from db.sheets.office.document import Paragraph, Span
from db.sheets.office.spans import BETWEEN, Pen
from db.sheets.wording import words_of


class CellWriter:
    """Writes the cells of one sheet; `hanging` addresses stand in a margin of their own."""

    def __init__(self, sheet: Sheet, pen: Pen, *, hanging: bool) -> None:
        self._words = words_of(sheet)
        self._pen = pen
        self._after = "\t" if hanging else BETWEEN

    def blocks(self, source: SheetSource, cell: Cell) -> Iterator[Paragraph]:
        """Everything in a cell."""
        for _ in range(cell.gap):
            yield Paragraph("Writing", ())
        for report, quotations in cell.by_report():
            if report and source.reports > 1:
                yield from self._report(report, quotations)
            for quotation in quotations:
                yield self._quotation(source, quotation)
        yield from self._aside(cell)

    def _report(self, report: SheetReport, quotations: list[Quotation]) -> Iterator[Paragraph]:
        heading = self._words.report_heading(report, quotations)
        language = quotations[0].language
        told = self._pen.joined(
            self._pen.time(report.reported), [Span(self._pen.plain(heading), language=language)]
        )
        if told:
            yield Paragraph("Report", tuple(told))

    def _quotation(self, source: SheetSource, quotation: Quotation) -> Paragraph:
        relation = self._words.relation_words(quotation)
        tag = [Span(relation, "Tag"), Span(BETWEEN)] if relation else []
        said = list(self._pen.said(quotation, source.style))
        if quotation.kind is PassageKind.HEADING:
            said = [_strong(span) for span in said]
        address = Span(self._pen.plain(quotation.address), "Address")
        return Paragraph(
            "Quotation", (address, Span(self._after), *tag, *said), is_rtl(quotation.text)
        )

    def _aside(self, cell: Cell) -> Iterator[Paragraph]:
        if cell.quotations:
            withheld = self._words.withheld_words(cell)
            if withheld:
                yield self._pen.paragraph("Silence", withheld)
            return
        silence = self._words.silence_words(cell)
        if silence or cell.reason:
            style = "Unread" if cell.silence is Silence.NOT_LOOKED else "Silence"
            parts = [part for part in (silence, cell.reason) if part]
            yield self._pen.paragraph(style, "\n".join(parts))


def _strong(span: Span) -> Span:
    """A heading's words, set as one."""
    return span if span.style else Span(span.text, "Strong", span.language, span.colour)
