"""Printing a sheet: what of it is asked for here, where to by the system's own dialog."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from db.backup import plain_reason
from db.errors import CorpusError, ExportError
from db.sheets.choices import Orientation, Paper
from db.sheets.requests import MOST_SOURCES, SheetRequest
from desktop.desk import Desk
from desktop.dialogs.base import Dialog, Form, label, theme_of
from desktop.error_words import error_words
from desktop.jobs import Jobs
from desktop.settings import documents_folder
from desktop.sheets.combos import quoting_combo
from desktop.sheets.event_scope import EventScope, Scope
from desktop.sheets.formats import file_name, usual_paper
from desktop.sheets.local_printers import keep_printing_local
from desktop.sheets.printed_pages import PrintingStoppedError, printing
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
    """Asks which events to print and prints their pages, one by one, so that it can be stopped.

    `designed` is a sheet that has been chosen already: then nothing is asked but the printer.
    """

    TOPIC = "sheets"

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        *,
        designed: SheetRequest | None = None,
        jobs: Jobs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent or window, self.tr("Print a sheet"), width=460)
        self._desk, self._window, self._designed = desk, window, designed
        self._jobs = jobs if jobs is not None else Jobs(self)
        self._owns_jobs = jobs is None
        self._ticket = 0
        self._printer: QPrinter | None = None
        self.scope = EventScope(desk, theme_of(window), Scope.THIS, self, ticking=False)
        self.strip = ProgressStrip(self)
        self.context = quoting_combo(self)
        self._lay_out_page()
        self.foot.insertWidget(1, self.strip)
        self.cancel = self.add_cancel()
        self.ok = self.add_accept(self.tr("&Print…"))
        self.ok.setEnabled(not self._is_empty())
        self._jobs.progress.connect(self._progressed)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self.finished.connect(self._let_go)
        (self.ok if designed else self.scope).setFocus()

    def _lay_out_page(self) -> None:
        asked = QWidget(self)
        box = QVBoxLayout(asked)
        box.setContentsMargins(0, 0, 0, 0)
        form = Form()
        form.add(self.tr("&Quoting"), self.context)
        box.addWidget(self.scope)
        box.addLayout(form)
        asked.setVisible(self._designed is None)
        self.box.addWidget(asked)
        said = self.tr("The sheet as it is designed.") if self._designed else self._what()
        self.box.addWidget(label(said, kind="secondary"))
        self.box.addStretch(1)

    def _what(self) -> str:
        """What else the sheet will hold, as the window has it."""
        if self._is_empty():
            return self.tr("There are no events and sources yet that could be printed.")
        columns = self._desk.reading.columns
        labels = dict.fromkeys(f"{c.source.letter} · {c.source.label}" for c in columns)
        words = self.tr("Sources as their columns stand: {sources}.")
        said = [words.format(sources=", ".join(list(labels)[:MOST_SOURCES]))]
        if self._desk.session.selection.known_by is not None:
            said.append(self.tr("Only what was published by the timeline's limit."))
        return "\n".join(said)

    def _is_empty(self) -> bool:
        """Whether there is nothing that a sheet could compare."""
        session = self._desk.session
        return self._designed is None and not (session.events and session.sources)

    def request(self) -> SheetRequest:
        """What to print; the printer has the say on paper."""
        if self._designed is not None:
            return self._designed
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
        refusal = _refusal(printer)
        if refusal:
            self._refuse(refusal)
            return
        self._printer = printer
        self.ok.setEnabled(False)
        self.scope.setEnabled(False)
        self.say("")
        self.strip.start(self.tr("Setting the pages…"), can_cancel=False)
        self.cancel.setText(self.tr("Stop"))
        self.cancel.setFocus()
        path = self._desk.session.corpus.path
        self._ticket = self._jobs.start(printing(path, self.request(), printer))

    def reject(self) -> None:
        """Stop what runs, else close."""
        if self._ticket:
            self.cancel.setEnabled(False)
            self.strip.report(self.tr("Stopping…"))
            self._jobs.cancel(self._ticket)
        else:
            super().reject()

    def _ask_printer(self) -> QPrinter | None:
        """The system's dialog; None where the reader thinks better of it."""
        # Imported late: a start must not wait for the printing of a later hour.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

        keep_printing_local()
        title = self._designed.title if self._designed else ""
        title = title or self._desk.session.info.title
        printer = new_printer(title, self._designed)
        if not QPrinterInfo.availablePrinterNames() and sys.platform.startswith("linux"):
            # Without a printer there is only the file, and Qt would offer a folder for one.
            printer.setOutputFileName(str(documents_folder() / file_name(title, "pdf")))
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print a sheet"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        for option in (
            QPrintDialog.PrintDialogOption.PrintSelection,
            QPrintDialog.PrintDialogOption.PrintCurrentPage,
        ):
            dialog.setOption(option, on=False)
        for button in dialog.findChildren(QPushButton):
            # The style's own room at the sides is not counted by Qt's dialog.
            button.setMinimumWidth(button.sizeHint().width())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    # The job

    def _progressed(self, ticket: int, done: int, total: int) -> None:
        if ticket != self._ticket or not self.cancel.isEnabled():
            return
        if total:
            words = self.tr("Printing page {page} of {pages}…")
            self.strip.report(words.format(page=done + 1, pages=total), done, total)

    def _done(self, ticket: int, printed: object) -> None:
        if ticket != self._ticket:
            return
        name = Path(self._printer.outputFileName()).name if self._printer is not None else ""
        self._stop()
        words = self.tr("The sheet is in {name}.").format(name=name)
        self._window.inform(words if name else self.tr("The sheet was sent to the printer."))
        super().accept()

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket != self._ticket:
            return
        self._stop()
        if isinstance(error, PrintingStoppedError):
            self._window.inform(self.tr("Printing was stopped."))
            super().reject()
        elif isinstance(error, CorpusError):
            self._refuse(error_words(error))
        else:
            self._refuse(self.tr("The sheet could not be printed. The corpus was not touched."))

    def _refuse(self, sentence: str) -> None:
        """Say what went wrong; the dialog stays for another try."""
        self.say(sentence)
        self._window.warn(sentence)

    def _stop(self) -> None:
        """Nothing runs any more: the page can be used again."""
        self._ticket, self._printer = 0, None
        self.strip.finish()
        self.ok.setEnabled(True)
        self.scope.setEnabled(True)
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Cancel"))

    def _let_go(self) -> None:
        if self._owns_jobs:
            self._jobs.close()


def new_printer(title: str, designed: SheetRequest | None = None) -> QPrinter:
    """The system's usual printer, set to the paper of a sheet or that three columns need."""
    from PySide6.QtPrintSupport import QPrinter

    paper = designed.paper if designed else usual_paper()
    lies = designed is None or designed.orientation is Orientation.LANDSCAPE
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    unit = QPageLayout.Unit.Millimeter
    printer.setPageLayout(QPageLayout(QPageSize(size), way, margins, unit))
    printer.setDocName(title)
    printer.setCreator("Triptych")
    return printer


def _refusal(printer: QPrinter) -> str:
    """Why a file cannot be printed to; empty where it can, or for a printer of paper."""
    if not printer.outputFileName():
        return ""
    file = Path(printer.outputFileName())
    new = not file.exists()
    try:
        with file.open("ab"):
            pass
        if new:
            file.unlink()
        return ""
    except OSError as error:
        return error_words(ExportError(file=file, reason=plain_reason(error)))
