"""A sheet's real pages on a printer: set as a PDF, then drawn one page at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from db.errors import CorpusError
from db.sheets.choices import Orientation, Paper
from db.sheets.exporting import read_sheet
from db.sheets.requests import SheetRequest
from db.sheets.writing import write_whole
from desktop.jobs import Cancelled, Job, Report
from desktop.sheets.pdf_pages import PdfPages, open_pages
from desktop.sheets.stopping import StoppingWatch

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_DOTS: Final = 300
"""Dots an inch: letters of six points are sharp, and a page is some 30 MB."""
MOST_PIXELS: Final = 40_000_000
_POINTS: Final = 72


class PrintingStoppedError(CorpusError):
    """The reader stopped the printing."""

    template: ClassVar[str] = "Printing was stopped."


class PrinterRefusedError(CorpusError):
    """A printer that takes no page."""

    template: ClassVar[str] = "The printer did not take the sheet. Nothing was printed."


def printing(corpus: Path, request: SheetRequest, printer: QPrinter) -> Job:
    """The job that prints what is asked for on the paper that the printer has.

    It reports 0 of 0 while the pages are set, then pages. A printer that writes a whole PDF is
    given the PDF itself, whose words can be searched and read out. Raises PrintingStoppedError,
    PrinterRefusedError or ExportError.
    """

    def job(report: Report, cancelled: Cancelled) -> object:
        from db.sheets.pdf import render

        watch = StoppingWatch(PrintingStoppedError, cancelled)
        report(0, 0)
        sheet = read_sheet(corpus, on_paper_of(request, printer), watch)
        data = render(sheet, watch)
        if _writes_whole_pdf(printer):
            watch.check()
            write_whole(Path(printer.outputFileName()), data)
        else:
            _draw(data, printer, report, watch.check)
        return printer

    return job


def on_paper_of(request: SheetRequest, printer: QPrinter) -> SheetRequest:
    """The request on the printer's paper: the nearer of the two sizes, lying as it lies there."""
    layout = printer.pageLayout()
    lies = layout.orientation() is QPageLayout.Orientation.Landscape
    size = layout.pageSize().size(QPageSize.Unit.Millimeter)
    # A4 is 1.414 times as high as wide, Letter 1.294 times.
    letter = max(size.width(), size.height()) / min(size.width(), size.height()) < 1.354
    return replace(
        request,
        paper=Paper.LETTER if letter else Paper.A4,
        orientation=Orientation.LANDSCAPE if lies else Orientation.PORTRAIT,
    )


def _writes_whole_pdf(printer: QPrinter) -> bool:
    is_pdf = printer.outputFormat() is type(printer).OutputFormat.PdfFormat
    return is_pdf and bool(printer.outputFileName()) and not printer.fromPage()


def _draw(data: bytes, printer: QPrinter, report: Report, check: Callable[[], None]) -> None:
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefusedError(file="")
    try:
        with open_pages(data) as pages:
            wanted = wanted_pages(printer, len(pages))
            for done, number in enumerate(wanted):
                check()
                report(done, len(wanted))
                if done:
                    printer.newPage()
                draw_page(pages, number, painter, printer)
    except BaseException:
        # Half a sheet would look like a whole one.
        printer.abort()
        painter.end()
        if printer.outputFileName():
            Path(printer.outputFileName()).unlink(missing_ok=True)
        raise
    painter.end()


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages that the system's dialog asks for, from 0, in its order and as often."""
    first = max(1, printer.fromPage())
    last = min(count, printer.toPage() or count)
    wanted = list(range(first - 1, last))
    if printer.pageOrder() is type(printer).PageOrder.LastPageFirst:
        wanted.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return wanted * copies
    return [number for number in wanted for _ in range(copies)]


def draw_page(pages: PdfPages, number: int, painter: QPainter, printer: QPrinter) -> None:
    """One page as large as the paper takes it."""
    size = pages.size(number)
    dots = printer.resolution()
    most = math.sqrt(MOST_PIXELS / (size.width() * size.height()))
    picture = pages.picture(number, min(dots / _POINTS, MOST_DOTS / _POINTS, most))
    paper = printer.pageLayout().fullRectPixels(dots)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(fitted(size, QSizeF(paper.size())), picture)


def fitted(page: QSizeF, paper: QSizeF) -> QRectF:
    """Where a page lies in the middle of a paper, as large as it fits."""
    factor = min(paper.width() / page.width(), paper.height() / page.height())
    width, height = page.width() * factor, page.height() * factor
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
