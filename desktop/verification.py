"""Verifying the texts in the background: shortly after opening, and when the reader asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from db.corpus import Corpus
from db.errors import CorpusError
from db.verifying import Finding, verify
from desktop.error_words import error_words
from desktop.jobs import Cancelled, Job, Jobs, Report

PAUSE = 1_500


class Verification(QObject):
    """Runs the checks of one corpus in a job; the window shows the outcome as a badge."""

    finished = Signal(object)
    """The findings that are not as they should be; an empty list is good news."""
    failed = Signal(str)
    """The checks could not be made; the sentence says why and names the file."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_asked_again = False
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.start)

    def start_soon(self) -> None:
        """Verify once the reader has the text before them."""
        self._timer.start()

    def start(self) -> None:
        """Verify now; where that is under way, once more after it: it may have read what was."""
        self._is_asked_again = self._jobs.is_busy
        if not self._is_asked_again:
            self._jobs.start(verifying(self._path))

    def close(self) -> None:
        """Stop what is under way."""
        self._timer.stop()
        self._jobs.close()

    def _done(self, ticket: int, bad: object) -> None:
        if self._is_asked_again:
            self.start()
        else:
            self.finished.emit(bad)

    def _failed(self, ticket: int, error: Exception) -> None:
        named = isinstance(error, CorpusError)
        self.failed.emit(error_words(error) if named else f"{self._path.name}: {error}")


def verifying(path: Path) -> Job:
    """A job that checks a corpus and returns the findings that are not good."""

    def job(report: Report, cancelled: Cancelled) -> list[Finding]:
        with Corpus.open(path, read_only=True) as corpus:
            return [f for f in verify(corpus, cancelled) if not f.ok]

    return job
