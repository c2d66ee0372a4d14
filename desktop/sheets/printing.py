"""Printing a sheet: what of it is asked for here, where to by the system's own dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog

from db.backup import plain_reason
from db.errors import CorpusError, ExportError
from db.sheets.choices import Paper
from db.sheets.exporting import read_sheet
from db.sheets.model import Sheet
from db.sheets.requests import MOST_SOURCES, SheetRequest
from desktop.desk import Desk
from desktop.dialogs.base import Dialog, Form, label, theme_of
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.sheets.combos import quoting_combo
from desktop.sheets.event_scope import EventScope, Scope
from desktop.sheets.formats import usual_paper
from desktop.sheets.page_markup import UNITS
from desktop.sheets.page_painter import PagePainter
from desktop.theme import Theme
from desktop.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.main_window import MainWindow

MARGIN = 12.0
"""Millimetres of white around a page."""


def print_sheet(desk: Desk, window: MainWindow) -> None:
    """Ask what to print, then where, and print it."""
    PrintDialog(desk, window).exec()


class PrintDialog(Dialog):
    """Asks which events to print and prints them row by row, so that it can be stopped."""

    def __init__(self, desk: Desk, window: MainWindow, *, jobs: Jobs | None = None) -> None:
        super().__init__(window, self.tr("Print a sheet"), width=460)
        self._desk, self._window = desk, window
        self._jobs = jobs if jobs is not None else Jobs(self)
        self._owns_jobs = jobs is None
        self._ticket = 0
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._rows: Iterator[int] = iter(())
        self._total = 0
        self._stopping = False
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._print_row)
        self.scope = EventScope(desk, theme_of(window), Scope.THIS, self, ticking=False)
        self.strip = ProgressStrip(self)
        self.context = quoting_combo(self)
        form = Form()
        form.add(self.tr("&Quoting"), self.context)
        self.box.addWidget(self.scope)
        self.box.addLayout(form)
        self.box.addWidget(label(self._what(), kind="secondary"))
        self.box.addStretch(1)
        self.foot.insertWidget(1, self.strip)
        self.cancel = self.add_cancel()
        self.ok = self.add_accept(self.tr("&Print…"))
        self._jobs.done.connect(self._read)
        self._jobs.failed.connect(self._failed)
        self.finished.connect(self._let_go)
        self.scope.setFocus()

    def _what(self) -> str:
        """What else the sheet will hold, as the window has it."""
        labels = [f"{c.source.letter} · {c.source.label}" for c in self._desk.reading.columns]
        words = self.tr("Sources as their columns stand: {sources}.")
        said = [words.format(sources=", ".join(labels[:MOST_SOURCES]))]
        if self._desk.session.selection.known_by is not None:
            said.append(self.tr("Only what was published by the timeline's limit."))
        return "\n".join(said)

    def request(self) -> SheetRequest:
        """What to print."""
        sources = dict.fromkeys(c.source.id for c in self._desk.reading.columns)
        return SheetRequest(
            events=() if self.scope.scope() is Scope.ALL else self.scope.events(),
            sources=tuple(sources)[:MOST_SOURCES],
            known_by=self._desk.session.selection.known_by,
            context=self.context.currentData(),
        )

    def accept(self) -> None:
        """Ask where to, and print; the dialog closes when that is done."""
        if not self.ok.isEnabled():
            return
        printer = self._ask_printer()
        if printer is None:
            return
        self._printer = printer
        self.ok.setEnabled(False)
        self.scope.setEnabled(False)
        self.say("")
        self.strip.start(self.tr("Reading the sheet…"), can_cancel=False)
        self.cancel.setText(self.tr("Stop"))
        self.cancel.setFocus()
        path = self._desk.session.corpus.path
        self._ticket = self._jobs.start(_reading(path, self.request()))

    def reject(self) -> None:
        """Stop what runs, else close."""
        if self._ticket:
            self._stopping = True
            self._jobs.cancel(self._ticket)
        elif self._painter is not None:
            self._stop(abort=True)
            self._window.inform(self.tr("Printing was stopped."))
            super().reject()
        else:
            super().reject()

    def _ask_printer(self) -> QPrinter | None:
        """The system's dialog; None where the reader thinks better of it."""
        # Imported late: a start must not wait for the printing of a later hour.
        from PySide6.QtPrintSupport import QPrintDialog

        printer = new_printer(self._desk.session.info.title)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print a sheet"))
        for option in (
            QPrintDialog.PrintDialogOption.PrintPageRange,
            QPrintDialog.PrintDialogOption.PrintSelection,
            QPrintDialog.PrintDialogOption.PrintCurrentPage,
        ):
            dialog.setOption(option, on=False)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    # The job, then the rows

    def _read(self, ticket: int, sheet: object) -> None:
        if ticket != self._ticket:
            return
        self._ticket = 0
        if self._stopping or not isinstance(sheet, Sheet) or self._printer is None:
            self._stop()
            super().reject()
            return
        refusal = _refusal(self._printer)
        if refusal:
            self._refuse(refusal)
            return
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._painter = None
            self._refuse(self.tr("The printer did not take the sheet. Nothing was printed."))
            return
        self._rows = self._painted(sheet, self._painter, self._printer)
        self._total = len(sheet.rows)
        self._turn.start()

    def _painted(self, sheet: Sheet, painter: QPainter, printer: QPrinter) -> Iterator[int]:
        yield from begin_pages(sheet, painter, printer, theme_of(self)).rows()

    def _print_row(self) -> None:
        try:
            done = next(self._rows, None)
        except Exception:
            # A painter left open would take the program down with its printer.
            self._refuse(self.tr("The sheet could not be printed. The corpus was not touched."))
            raise
        if done is None:
            self._finish()
        else:
            words = self.tr("Printing {done} of {total} events…")
            self.strip.report(words.format(done=done, total=self._total), done, self._total)

    def _finish(self) -> None:
        printer = self._printer
        self._stop()
        name = Path(printer.outputFileName()).name if printer is not None else ""
        words = self.tr("The sheet is in {name}.").format(name=name)
        self._window.inform(words if name else self.tr("The sheet was sent to the printer."))
        super().accept()

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket == self._ticket:
            self._ticket = 0
            self._refuse(str(error) if isinstance(error, CorpusError) else "")

    def _refuse(self, sentence: str) -> None:
        """Say what went wrong; the dialog stays for another try."""
        self._stop(abort=True)
        if sentence:
            self.say(sentence)
            self._window.warn(sentence)

    def _stop(self, *, abort: bool = False) -> None:
        self._turn.stop()
        self._rows = iter(())
        if self._painter is not None and self._printer is not None:
            if abort:
                self._printer.abort()
            self._painter.end()
            if abort and self._printer.outputFileName():
                # Half a sheet would look like a whole one.
                Path(self._printer.outputFileName()).unlink(missing_ok=True)
        self._painter = self._printer = None
        self._stopping = False
        self.strip.finish()
        self.ok.setEnabled(True)
        self.scope.setEnabled(True)
        self.cancel.setText(self.tr("Cancel"))

    def _let_go(self) -> None:
        self._stop(abort=True)
        if self._owns_jobs:
            self._jobs.close()


def new_printer(title: str) -> QPrinter:
    """The system's usual printer, set to the paper that three columns need."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if usual_paper() is Paper.LETTER else QPageSize.PageSizeId.A4
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    lies = QPageLayout.Orientation.Landscape
    unit = QPageLayout.Unit.Millimeter
    printer.setPageLayout(QPageLayout(QPageSize(size), lies, margins, unit))
    printer.setDocName(title)
    printer.setCreator("Triptych")
    return printer


def _refusal(printer: QPrinter) -> str:
    """Why a file cannot be printed to; empty where it can, or for a printer of paper."""
    if not printer.outputFileName():
        return ""
    file = Path(printer.outputFileName())
    try:
        with file.open("ab"):
            return ""
    except OSError as error:
        return str(ExportError(file=file, reason=plain_reason(error)))


def begin_pages(sheet: Sheet, painter: QPainter, printer: QPrinter, theme: Theme) -> PagePainter:
    """The pages of a sheet on a printer that a painter has begun on."""
    scale = printer.resolution() / (72 * UNITS)
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    painter.scale(scale, scale)
    return PagePainter(
        sheet, theme, painter, page.width() / scale, page.height() / scale,
        printer.newPage,
    )  # fmt: skip


def _reading(path: Path, request: SheetRequest) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        return read_sheet(path, request)

    return job
