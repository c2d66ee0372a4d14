"""A check on its way: what it says of itself, and how it ends."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from db.errors import CorpusError
from db.sheets.checking.apart import Asked, Outcome, check_apart
from desktop.error_words import error_words
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.sheets.check_report import Checked
from desktop.widgets.progress_strip import ProgressStrip


class CheckStoppedError(CorpusError):
    """The reader stopped a check."""

    template: ClassVar[str] = "The check was stopped. Nothing was changed."


class CheckRun(QObject):
    """Runs one check at a time and shows on a strip how far it is; its Cancel stops it."""

    found = Signal(object)
    """What was checked, and what was found."""
    failed = Signal(str)
    """Why nothing was found."""

    def __init__(self, jobs: Jobs, strip: ProgressStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._strip = jobs, strip
        self._ticket = 0
        self._name = ""
        strip.cancelled.connect(self.stop)
        jobs.progress.connect(self._progressed)
        jobs.done.connect(self._done)
        jobs.failed.connect(self._failed)

    @property
    def is_busy(self) -> bool:
        """Whether a check runs."""
        return bool(self._ticket)

    def start(self, name: str, asked: Asked) -> None:
        """Check what is asked for."""
        self._name = name
        self._strip.start(self.tr("Checking {name}…").format(name=name))
        self._ticket = self._jobs.start(_job(asked))

    def stop(self) -> None:
        """Stop the check; it tells when it has."""
        self._jobs.cancel(self._ticket)

    def _progressed(self, ticket: int, done: int, total: int) -> None:
        if ticket == self._ticket and total:
            words = self.tr("Checking {name}: quotation {done} of {total}…")
            words = words.format(name=self._name, done=done + 1, total=total)
            self._strip.report(words, done, total)

    def _done(self, ticket: int, outcome: object) -> None:
        if ticket == self._ticket and isinstance(outcome, Outcome):
            self._end()
            self.found.emit(Checked(self._name, outcome))

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket == self._ticket:
            self._end()
            words = self.tr("{name} could not be checked. Nothing was changed.")
            known = isinstance(error, CorpusError)
            self.failed.emit(error_words(error) if known else words.format(name=self._name))

    def _end(self) -> None:
        self._ticket = 0
        self._strip.finish()


def _job(asked: Asked) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        def check() -> None:
            if cancelled():
                raise CheckStoppedError(file="")

        def told(done: int, every: int) -> None:
            check()
            report(done, every)

        return check_apart(asked, told, check)

    return job
