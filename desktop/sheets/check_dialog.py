"""Checking a sheet, or pasted words, against the corpus: what is exact, and what has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from db.errors import CorpusError
from db.sheets.checking.apart import Asked, Outcome
from desktop.comparing.wording import number
from desktop.desk import Desk
from desktop.dialogs.base import Dialog, label, set_kind, theme_of
from desktop.error_words import error_words, words_of
from desktop.file_questions import ask_file
from desktop.jobs import Jobs
from desktop.settings import documents_folder
from desktop.sheets import formats
from desktop.sheets.check_report import (
    Checked,
    counts_words,
    elsewhere_words,
    row_words,
    write_report,
)
from desktop.sheets.check_results import CheckResults
from desktop.sheets.check_run import CheckRun
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

_KINDS: Final = "*.pdf *.docx *.odt *.html *.htm *.xlsx *.csv *.md *.json *.txt"


class CheckDialog(Dialog):
    """Asks for a sheet, a backup or words, and tells what became of them.

    `before` is what was found earlier: the list is shown as it was left. `jobs` may be given; else
    the dialog has its own and closes it.
    """

    TOPIC = "checking"

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        *,
        jobs: Jobs | None = None,
        before: tuple[Checked, int] | None = None,
    ) -> None:
        super().__init__(window, self.tr("Check a sheet"), width=900)
        self._desk, self._window = desk, window
        self._jobs = jobs if jobs is not None else Jobs(self)
        self._owns_jobs = jobs is None
        self.checked: Checked | None = None
        self.summary = label(
            self.tr(
                "Choose a sheet that was exported from this corpus, in any format and re-saved by "
                "anyone, or an older copy of the corpus. Words can be pasted, too."
            ),
            kind="secondary",
            parent=self,
        )
        self.choose = self._button(self.tr("&Choose a file…"))
        self.paste = self._button(self.tr("&Paste words"))
        self.copy_button = self._button(self.tr("C&opy this one"))
        self.save = self._button(self.tr("&Save the report…"))
        self.results = CheckResults(theme_of(window), self)
        self.strip = ProgressStrip(self)
        self.run = CheckRun(self._jobs, self.strip, self)
        self._lay_out_page()
        self.close_button = self.add_cancel(self.tr("C&lose"))
        self.go = self.add_accept(self.tr("&Go to the words"))
        self._connect()
        self._judge()
        if before is not None:
            self.show_checked(*before)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words.replace("&", ""))
        button.setAutoDefault(False)
        return button

    def _lay_out_page(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=10)
        for button in (self.choose, self.paste, self.copy_button, self.save):
            flow.addWidget(button)
        self.box.addWidget(self.summary)
        self.box.addWidget(buttons)
        self.box.addWidget(self.results, 1)
        self.results.hide()
        self.foot.insertWidget(1, self.strip)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose_file)
        self.paste.clicked.connect(self._paste)
        self.copy_button.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.results.current_changed.connect(self._judge)
        self.results.table.copying.connect(self._copy)
        self.results.table.doubleClicked.connect(self.go.click)
        for keys, slot in (("F8", self.results.next_wrong), ("Shift+F8", self.results.last_wrong)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.run.found.connect(self.show_checked)
        self.run.failed.connect(self._failed)
        self.finished.connect(self._let_go)

    # Asking

    def check(self, file: Path) -> None:
        """Check a file."""
        self._begin(file.name, Asked(self._desk.session.corpus.path, file))

    def check_words(self, words: str) -> None:
        """Check words that were pasted."""
        if words.strip():
            asked = Asked(self._desk.session.corpus.path, words=words)
            self._begin(self.tr("Pasted words"), asked)
        else:
            self.say(self.tr("There are no words to paste: copy some first."))

    def _choose_file(self) -> None:
        words = self.tr("Sheets and corpora ({kinds})").format(kinds=f"{_KINDS} *.triptych")
        every = self.tr("All files (*)")
        title = self.tr("Check a sheet")
        file = ask_file(self, title, "", f"{words};;{every}")
        if file:
            self.check(Path(file))

    def _paste(self) -> None:
        self.check_words(QGuiApplication.clipboard().text())

    def _begin(self, name: str, asked: Asked) -> None:
        self.say("")
        self.run.start(name, asked)
        self._judge()

    def _failed(self, sentence: str) -> None:
        self._judge()
        self.say(sentence)

    # What was found

    def show_checked(self, checked: Checked, row: int = -1) -> None:
        """Show what was found, with a row chosen; -1 = the first that is not exact."""
        self.checked = checked
        self.summary.setText(self._summary(checked))
        self.results.show_outcome(checked.outcome, row)
        self.results.show()
        set_kind(self.summary, "")
        self._judge()
        self.fit()
        self.results.take_focus()

    def _summary(self, checked: Checked) -> str:
        found = checked.outcome
        parts = [self._verdicts(found), words_of(found.why_not)]
        if found.changes:
            parts.append(self.tr("%n change(s) in the corpus since.", None, len(found.changes)))
        elif found.changes is not None:
            parts.append(self.tr("Nothing has changed in the corpus since."))
        if not any(parts):
            parts.append(self.tr("There is no quotation in it that could be checked."))
        return f"{checked.name}: {' '.join(filter(None, parts))}"

    def _verdicts(self, found: Outcome) -> str:
        if found.elsewhere:
            return elsewhere_words()
        wrong = self.results.wrong_of(found)
        if wrong:
            words = self.tr("Not exact: {wrong} of {all}.")
            words = words.format(wrong=number(wrong), all=number(len(found.quotations)))
            return f"{words} {counts_words(found)}."
        if found.quotations:
            return self.tr("Every quotation is exact (%n).", None, len(found.quotations))
        return ""

    def _judge(self) -> None:
        """Enable what can be done now."""
        idle, chosen = not self.run.is_busy, self.results.current()
        for button in (self.choose, self.paste):
            button.setEnabled(idle)
        keys = {e.key for e in self._desk.session.editions}
        self.go.setEnabled(idle and chosen is not None and chosen.edition in keys)
        self.copy_button.setEnabled(chosen is not None)
        self.save.setEnabled(idle and self.checked is not None)

    def _copy(self) -> None:
        chosen = self.results.current()
        if chosen is not None:
            QGuiApplication.clipboard().setText(row_words(chosen))

    def _save(self) -> None:
        if self.checked is None:
            return
        words = self.tr("Check of {name}").format(name=Path(self.checked.name).stem)
        place = documents_folder() / formats.file_name(words, "txt")
        kinds = ";;".join((self.tr("Text (*.txt)"), self.tr("Table (*.csv)")))
        title = self.tr("Save the report")
        file, _ = QFileDialog.getSaveFileName(self, title, str(place), kinds)
        if file:
            self.save_report(Path(file))

    def save_report(self, file: Path) -> None:
        """Write what was found to a file; where that cannot be, say so."""
        if self.checked is None:
            return
        try:
            today = date.today().isoformat()
            write_report(file, self.checked, self._desk.session.info.title, today)
        except CorpusError as error:
            self.say(error_words(error))
            return
        self.say("")
        self._window.inform(self.tr("The report is in {name}.").format(name=file.name))

    def accept(self) -> None:
        """Go to the words of the quotation that is chosen; the list is kept."""
        chosen = self.results.current()
        editions = {e.key: e.id for e in self._desk.session.editions}
        if self.go.isEnabled() and chosen is not None:
            place = (editions[chosen.edition], chosen.start, chosen.end)
            self._desk.session.selection.go_to_words(*place)
            super().accept()

    def reject(self) -> None:
        """Stop the check that runs, else close."""
        if self.run.is_busy:
            self.run.stop()
        else:
            super().reject()

    def _let_go(self) -> None:
        if self._owns_jobs:
            self._jobs.close()
