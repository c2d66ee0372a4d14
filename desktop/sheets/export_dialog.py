"""Designing a sheet beside its pages, saving the design, and writing it in any format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import CorpusError
from db.records import SavedSheet
from db.sheets.choices import CitationStyle, Order
from db.sheets.exporting import ExportCancelledError, export, format_of
from db.sheets.requests import SheetRequest
from db.sheets.saved import layout_of, open_layout
from desktop.comparing.wording import number
from desktop.desk import Desk
from desktop.dialogs.base import Dialog, theme_of
from desktop.error_words import error_words
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.settings import documents_folder
from desktop.sheets import formats
from desktop.sheets.content_choice import ContentChoice
from desktop.sheets.event_scope import EventScope, Scope
from desktop.sheets.options import SheetOptions
from desktop.sheets.preview import PagePreview
from desktop.sheets.saved_bar import SavedBar
from desktop.sheets.tall_page import TallPage
from desktop.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

MOST_NAMED: Final = 8


class ExportDialog(Dialog):
    """Asks what is to be on a sheet, shows its pages meanwhile, then exports as a job.

    `jobs` may be given; else the dialog has its own and closes it.
    """

    TOPIC = "sheets"

    def __init__(self, desk: Desk, window: MainWindow, *, jobs: Jobs | None = None) -> None:
        super().__init__(window, self.tr("Design and export a sheet"), width=1180)
        self._corpus, self._window = desk.session.corpus.path, window
        self._desk = desk
        self._session = desk.session
        self._jobs = jobs if jobs is not None else Jobs(self)
        self._owns_jobs = jobs is None
        self._ticket, self._target, self._leaving = 0, Path(), False
        self.page = QWidget(self)
        # In the order they are read in, which is the order Tab goes in.
        self.saved = SavedBar(desk.session, self.page)
        self.tabs = QTabWidget(self.page)
        self.scope = EventScope(desk, theme_of(window), Scope.ALL, self.page, ticking=True)
        self.options = SheetOptions(desk, self.page)
        self.content = ContentChoice(desk, self.page)
        self.preview = PagePreview(self._corpus, theme_of(window), self.page)
        self.strip = ProgressStrip(self)
        self._lay_out_page()
        self.cancel = self.add_cancel()
        self.print = self.add_button(self.tr("&Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print.clicked.connect(self._print)
        self.ok = self.add_accept(self.tr("E&xport…"))
        self.scope.changed.connect(self._judge)
        self.options.changed.connect(self._judge)
        self.content.changed.connect(self._judge)
        self.saved.opened.connect(self._open_saved)
        self.saved.wanted.connect(self._keep)
        self.saved.renamed.connect(self.options.title.setText)
        self.saved.refused.connect(self.say)
        for signal, slot in (
            (self._jobs.progress, self._progressed),
            (self._jobs.done, self._done),
            (self._jobs.failed, self._failed),
        ):
            signal.connect(slot)
        self.finished.connect(self._let_go)
        self._judge()
        self.scope.setFocus()

    def _lay_out_page(self) -> None:
        self.tabs.setAccessibleName(self.tr("What is on the sheet"))
        self.tabs.tabBar().setAccessibleName(self.tabs.accessibleName())
        self.tabs.setDocumentMode(True)
        holder = QWidget(self.tabs)
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(self.scope)
        self.tabs.addTab(holder, self.tr("&Events"))
        self.tabs.addTab(TallPage(self.options, self.tabs), self.tr("S&heet"))
        self.tabs.addTab(TallPage(self.content, self.tabs), self.tr("Co&ntent"))
        choices = QVBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self.saved)
        choices.addWidget(self.tabs, 1)
        row = QHBoxLayout(self.page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(choices, 2)
        row.addWidget(self.preview, 3)
        self.box.addWidget(self.page, 1)
        self.foot.insertWidget(1, self.strip)

    def request(self) -> SheetRequest:
        """What is asked for now."""
        content = self.content
        return replace(
            self.options.request(self._events()),
            aspects=content.chosen_aspects(),
            order=Order(content.order.currentData()),
            show=content.shown(),
            kind=content.sheet_kind(),
            blank=content.left_blank(),
            blind=content.blind.isChecked(),
            citation_style=CitationStyle(content.citations.currentData()),
            language=str(content.language.currentData()),
        )

    def _open_saved(self, saved: SavedSheet) -> None:
        opened = open_layout(self._session.corpus, saved.layout)
        self.options.show_request(opened.request, opened.format, emptied=opened.emptied)
        self.content.show_request(opened.request, emptied=opened.emptied)
        self.scope.show_events(opened.request.events, none="events" in opened.emptied)
        self._judge()
        if opened.lost:
            self.say(self._lost(opened.lost))

    def _lost(self, keys: tuple[str, ...]) -> str:
        """That something is left out, by the keys that a saved sheet names it by."""
        if len(keys) <= MOST_NAMED:
            words = self.tr("No longer in the corpus, so left out: {keys}.")
            return words.format(keys=", ".join(keys))
        words = self.tr("No longer in the corpus, so left out: {keys} and {count} more.")
        rest = len(keys) - MOST_NAMED
        return words.format(keys=", ".join(keys[:MOST_NAMED]), count=number(rest))

    def _keep(self) -> None:
        format = str(self.options.format.currentData())
        request = self.request()
        self.saved.keep(request.title, layout_of(self._session.corpus, request, format))

    def _judge(self) -> None:
        complaint = self.options.complaint() or self.content.complaint()
        if not self._session.events:
            complaint = self.tr("The corpus has no events yet: there is nothing to compare.")
        elif not self.scope.events():
            complaint = self.tr("Tick an event.")
        self.ok.setEnabled(not complaint and not self._ticket)
        self.print.setEnabled(self.ok.isEnabled())
        for button in (self.ok, self.print):
            button.setToolTip(complaint)
        self.say("")
        self.preview.ask(None if complaint else self.request(), complaint)

    def accept(self) -> None:
        """Ask where to, and export; the dialog closes when that is done."""
        if not self.ok.isEnabled():
            return
        format = str(self.options.format.currentData())
        target = self._ask_file(formats.file_name(self.options.title.text(), format), format)
        if target is None:
            return
        refusal = formats.refusal(target)
        if refusal:
            # Said before minutes are spent on pages that nobody could have.
            self._refuse(refusal)
            return
        self._start(self.request(), target, format)

    def _print(self) -> None:
        """Print the pages that are shown, on paper of the reader's choice."""
        from desktop.sheets.printing import PrintDialog

        PrintDialog(self._desk, self._window, designed=self.request(), parent=self).exec()

    def reject(self) -> None:
        """Stop the export that runs, else close."""
        if self._ticket:
            self._leaving = True
            self.cancel.setEnabled(False)
            self.strip.report(self.tr("Stopping…"))
            self._jobs.cancel(self._ticket)
        else:
            super().reject()

    def _events(self) -> tuple[int, ...]:
        # A request without events means all of them.
        return () if self.scope.scope() is Scope.ALL else self.scope.events()

    def _ask_file(self, name: str, format: str) -> Path | None:
        """Where the sheet is to be written; Qt asks before anything is written over."""
        ending = formats.ending(format)
        words = f"{formats.format_words(format)} (*.{ending})"
        dialog = QFileDialog(self, self.tr("Export a sheet"), str(documents_folder()), words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setFilter(QDir.Filter.AllDirs | QDir.Filter.Files | QDir.Filter.NoDotAndDotDot)
        dialog.selectFile(name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    # The job

    def _start(self, request: SheetRequest, target: Path, format: str) -> None:
        self._target = target
        self.page.setEnabled(False)
        self.say("")
        words = self.tr("Writing {name}…").format(name=target.name)
        self.strip.start(words, can_cancel=False)
        self._ticket = self._jobs.start(
            _job(request, self._corpus, target, _format(target, format))
        )
        self.ok.setEnabled(False)
        self.print.setEnabled(False)
        self.cancel.setText(self.tr("Stop"))
        self.cancel.setFocus()

    def _progressed(self, ticket: int, done: int, total: int) -> None:
        if ticket == self._ticket and not self._leaving:
            words = self.tr("Writing {name}…").format(name=self._target.name)
            self.strip.report(words, done, total)

    def _done(self, ticket: int, sheet: object) -> None:
        if ticket != self._ticket:
            return
        self._stop()
        words = self.tr("The sheet is in {name}.").format(name=self._target.name)
        self._window.inform(words)
        super().accept()

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket != self._ticket:
            return
        leaving = self._leaving
        self._stop()
        if isinstance(error, ExportCancelledError):
            self._window.inform(error_words(error))
        elif isinstance(error, CorpusError):
            self._refuse(error_words(error))
        else:
            words = self.tr("{name} could not be written. The corpus was not touched.")
            self._refuse(words.format(name=self._target.name))
        if leaving:
            super().reject()

    def _refuse(self, sentence: str) -> None:
        """Say what went wrong; the dialog stays for another try."""
        self.say(sentence)
        self._window.warn(sentence)

    def _stop(self) -> None:
        """Nothing runs any more: the page can be used again."""
        self._ticket, self._leaving = 0, False
        self.strip.finish()
        self.page.setEnabled(True)
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Cancel"))
        self._judge()

    def _let_go(self) -> None:
        self.preview.close_jobs()
        if self._owns_jobs:
            self._jobs.close()


def _format(target: Path, chosen: str) -> str:
    """The format of the file's ending where the reader typed another one, else the one chosen."""
    if target.suffix.lower() == f".{formats.ending(chosen)}":
        return chosen
    try:
        return format_of(target)
    except CorpusError:
        return chosen


def _job(request: SheetRequest, corpus: Path, target: Path, format: str) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        return export(request, corpus, target, format, report, cancelled)

    return job
