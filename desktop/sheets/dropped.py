"""Which of the files that were dropped are sheets: large ones are looked into apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from desktop.jobs import Cancelled, Job, Jobs, Report

AT_ONCE: Final = 400_000
"""Bytes of files that are read while the reader waits; more would hold the window up."""
Then = Callable[[list[Path]], None]


class DroppedFiles(QObject):
    """Tells sheets from other files, as a job where they are large; `close` ends it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: Jobs | None = None
        self._waiting: dict[int, Then] = {}

    def sort(self, files: Sequence[Path], then: Then) -> bool:
        """Give the sheets among files to `then`; returns whether that was done at once."""
        if sum(map(_size, files)) <= AT_ONCE:
            then(_sheets_of(files, lambda: False))
            return True
        if self._jobs is None:
            self._jobs = Jobs(self)
            self._jobs.done.connect(self._done)
            self._jobs.failed.connect(self._failed)
        self._waiting[self._jobs.start(_sorting(files))] = then
        return False

    def close(self) -> None:
        """Look into no file any more."""
        self._waiting.clear()
        if self._jobs is not None:
            self._jobs.close()
            self._jobs = None

    def _done(self, ticket: int, sheets: object) -> None:
        then = self._waiting.pop(ticket, None)
        if then is not None and isinstance(sheets, list):
            then(sheets)

    def _failed(self, ticket: int, error: Exception) -> None:
        """Treat files that nobody could look into like any others."""
        then = self._waiting.pop(ticket, None)
        if then is not None:
            then([])


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _sheets_of(files: Sequence[Path], cancelled: Cancelled) -> list[Path]:
    # Imported late: only dropped files need it.
    from db.sheets.checking.reading import is_sheet

    return [file for file in files if not cancelled() and is_sheet(file)]


def _sorting(files: Sequence[Path]) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        return _sheets_of(files, cancelled)

    return job
