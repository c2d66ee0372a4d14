"""Checking a sheet, or pasted words, against the corpus: what is exact, and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.corpus import Corpus
from db.errors import CorpusError
from db.sheets.checking.checking import CheckedQuotation, check_read, check_text
from db.sheets.checking.finding import Verdict
from db.sheets.checking.reading import read_sheet_file
from db.sheets.checking.since import (
    Changed,
    NoSealError,
    changes_since,
    changes_since_sheet,
    is_corpus,
)
from desktop.desk import Desk
from desktop.dialogs.base import Dialog, label
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.recording.record_table import RecordTable
from desktop.sheets.difference import difference
from desktop.sheets.verdict_words import change_words, verdict_words
from desktop.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

_KINDS: Final = "*.pdf *.docx *.odt *.html *.htm *.xlsx *.csv *.md *.json *.txt"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the quotations, and the changes since; None = that cannot be told."""

    name: str
    quotations: tuple[CheckedQuotation, ...]
    changes: tuple[Changed, ...] | None = None
    why_not: str = ""


class CheckDialog(Dialog):
    """Asks for a sheet, a backup or words, and tells what became of them."""

    TOPIC = "checking"

    def __init__(self, desk: Desk, window: MainWindow, *, jobs: Jobs | None = None) -> None:
        super().__init__(window, self.tr("Check a sheet"), width=860)
        self._desk = desk
        self._corpus = desk.session.corpus.path
        self._jobs = jobs if jobs is not None else Jobs(self)
        self._owns_jobs = jobs is None
        self._ticket = 0
        self._found: tuple[CheckedQuotation, ...] = ()
        self.summary = label(
            self.tr(
                "Choose a sheet that was exported from this corpus, in any format and re-saved by "
                "anyone, or an older copy of the corpus. Words can be pasted, too."
            ),
            kind="secondary",
        )
        self.choose = QPushButton(self.tr("&Choose a file…"), self)
        self.paste = QPushButton(self.tr("&Paste words"), self)
        self.quotations = RecordTable(
            self.tr("Quotations"),
            [self.tr("Verdict"), self.tr("Address"), self.tr("Words")],
            self,
        )
        self.changes = RecordTable(
            self.tr("Changed since"),
            [self.tr("What"), self.tr("Of what"), self.tr("Then"), self.tr("Now")],
            self,
        )
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("What is different"))
        self.words.setMaximumHeight(150)
        self.go = QPushButton(self.tr("&Go to the words"), self)
        self.strip = ProgressStrip(self)
        self._lay_out_page()
        self.close_button = self.add_button(
            self.tr("C&lose"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self._connect()

    def _lay_out_page(self) -> None:
        row = QHBoxLayout()
        for button in (self.choose, self.paste):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("What was found"))
        self.tabs.tabBar().setAccessibleName(self.tabs.accessibleName())
        first = QWidget(self.tabs)
        box = QVBoxLayout(first)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.quotations, 1)
        box.addWidget(self.words)
        self.go.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.go)
        foot.addStretch(1)
        box.addLayout(foot)
        self.tabs.addTab(first, self.tr("&Quotations"))
        self.tabs.addTab(self.changes, self.tr("C&hanged since"))
        self.tabs.hide()
        self.box.addWidget(self.summary)
        self.box.addLayout(row)
        self.box.addWidget(self.tabs, 1)
        self.foot.insertWidget(1, self.strip)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose_file)
        self.paste.clicked.connect(self._paste)
        self.go.clicked.connect(self._go)
        self.quotations.itemSelectionChanged.connect(self._show_words)
        self.quotations.doubleClicked.connect(self._go)
        self._jobs.done.connect(self._show)
        self._jobs.failed.connect(self._failed)
        self.finished.connect(self._let_go)

    def check(self, file: Path) -> None:
        """Check a file."""
        self._begin(file.name, _file_job(self._corpus, file))

    def check_words(self, words: str) -> None:
        """Check words that were pasted."""
        if words.strip():
            self._begin(self.tr("pasted words"), _words_job(self._corpus, words))
        else:
            self.say(self.tr("There are no words to paste: copy some first."))

    def _choose_file(self) -> None:
        words = self.tr("Sheets and corpora ({kinds})").format(kinds=f"{_KINDS} *.triptych")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Check a sheet"), "", words)
        if file:
            self.check(Path(file))

    def _paste(self) -> None:
        self.check_words(QGuiApplication.clipboard().text())

    def _begin(self, name: str, job: Job) -> None:
        self.say("")
        self.strip.start(self.tr("Checking {name}…").format(name=name), can_cancel=False)
        self._ticket = self._jobs.start(job)
        self.choose.setEnabled(False)
        self.paste.setEnabled(False)

    def _ended(self) -> None:
        self._ticket = 0
        self.strip.finish()
        self.choose.setEnabled(True)
        self.paste.setEnabled(True)

    def _show(self, ticket: int, found: object) -> None:
        if ticket != self._ticket or not isinstance(found, Checked):
            return
        self._ended()
        # What is not exact first: that is what one has to look at.
        self._found = tuple(sorted(found.quotations, key=_is_exact))
        self.quotations.fill(
            [(verdict_words(q.verdict), q.address, q.found or q.expected) for q in self._found]
        )
        changes = found.changes or ()
        self.changes.fill([(change_words(c.kind), c.subject, c.then, c.now) for c in changes])
        self.summary.setText(self._summary(found))
        self.tabs.setTabEnabled(0, bool(self._found))
        self.tabs.setTabEnabled(1, found.changes is not None)
        self.tabs.setCurrentIndex(0 if self._found else 1)
        self.tabs.show()
        self._show_words()
        self.fit()

    def _summary(self, found: Checked) -> str:
        parts = []
        if found.quotations:
            wrong = sum(not _is_exact(q) for q in found.quotations)
            if wrong:
                words = self.tr("%n of {all} quotation(s) is not exact.", None, wrong)
                parts.append(words.format(all=len(found.quotations)))
            else:
                words = self.tr("Every quotation is exact (%n).", None, len(found.quotations))
                parts.append(words)
        if found.changes:
            parts.append(self.tr("%n change(s) in the corpus since.", None, len(found.changes)))
        elif found.changes is not None:
            parts.append(self.tr("Nothing has changed in the corpus since."))
        if found.why_not:
            parts.append(found.why_not)
        if not parts:
            parts.append(self.tr("There is no quotation in it that could be checked."))
        return f"{found.name}: {' '.join(parts)}"

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket == self._ticket:
            self._ended()
            self.say(str(error) if isinstance(error, CorpusError) else "")

    def _current(self) -> CheckedQuotation | None:
        row = self.quotations.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_words(self) -> None:
        chosen = self._current()
        self.go.setEnabled(chosen is not None and bool(chosen.edition))
        self.words.setPlainText(_told(chosen) if chosen else "")

    def _go(self) -> None:
        chosen = self._current()
        editions = {e.key: e.id for e in self._desk.session.editions}
        if chosen is not None and chosen.edition in editions:
            place = (editions[chosen.edition], chosen.start, chosen.end)
            self._desk.session.selection.go_to_words(*place)
            self.accept()

    def _let_go(self) -> None:
        if self._owns_jobs:
            self._jobs.close()


def _is_exact(quotation: CheckedQuotation) -> bool:
    return quotation.verdict is Verdict.EXACT


def _told(quotation: CheckedQuotation) -> str:
    """What a quotation should say and what the sheet says, the difference marked."""
    if quotation.verdict is Verdict.EXACT:
        return quotation.found
    if quotation.verdict is Verdict.MISSING:
        return QCoreApplication.translate("sheets", "In the corpus: {words}").format(
            words=quotation.expected
        )
    expected, found = difference(quotation.expected, quotation.found)
    return QCoreApplication.translate(
        "sheets", "In the corpus: {expected}\n\nOn the sheet: {found}"
    ).format(expected=expected, found=found)


def _file_job(corpus: Path, file: Path) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        with Corpus.open(corpus, read_only=True) as opened:
            if is_corpus(file):
                return Checked(file.name, (), tuple(changes_since(opened, file)))
            read = read_sheet_file(file)
            quotations = tuple(check_read(opened, read))
            try:
                changes = changes_since_sheet(opened, file, read.pages)
                return Checked(file.name, quotations, tuple(changes))
            except NoSealError as error:
                return Checked(file.name, quotations, None, str(error))

    return job


def _words_job(corpus: Path, words: str) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        name = QCoreApplication.translate("sheets", "Pasted words")
        with Corpus.open(corpus, read_only=True) as opened:
            return Checked(name, tuple(check_text(opened, [words])))

    return job
