"""Long work off the window's thread: plain functions from `db`, one after another.

A job is `job(report, cancelled)`: it opens its own Corpus, calls `report(done, total)` as it goes
and looks at `cancelled()` between two steps. What it returns or raises is told in the window's
thread, so that a receiver need know nothing of threads.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from db.errors import CorpusError

Report = Callable[[int, int], None]
"""Called with the steps done and the steps in all, 0 = not known."""
Cancelled = Callable[[], bool]
Job = Callable[[Report, Cancelled], object]

MOST_REPORTS_A_SECOND: Final = 30
# Python lets a thread that only computes run for 5 ms before another may: too long for a window
# that wants to draw.
SHORT_TURN: Final = 0.0002


class Jobs(QObject):
    """Runs jobs on one thread of its own that lives as long as this object is open."""

    progress = Signal(int, int, int)
    """A job's ticket, the steps done, the steps in all (0 = not known)."""
    done = Signal(int, object)
    """A job's ticket and what it returned."""
    failed = Signal(int, object)
    """A job's ticket and the exception: a CorpusError is meant for the reader."""

    _told = Signal(object)

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        super().__init__(parent)
        self._inline = inline
        self._tickets = count(1)
        self._running: dict[int, _Run] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        # A window that goes takes its dialogs along without closing them: the pool would wait for
        # a job that nobody stops any more.
        self.destroyed.connect(partial(_stop_all, self._running))

    def start(self, job: Job) -> int:
        """Run a job after those that are waiting; returns its ticket before anything is told.

        An inline one has run when this returns, but is told about like any other.
        """
        ticket = next(self._tickets)
        run = self._running[ticket] = _Run(ticket, job, self._told.emit)
        if self._inline:
            run.run()
        else:
            self._pool.start(run)
        return ticket

    def cancel(self, ticket: int) -> None:
        """Ask a job to stop; it tells when it has."""
        if ticket in self._running:
            self._running[ticket].stop.set()

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._running)

    def close(self) -> None:
        """Ask every job to stop and wait for the one that runs; nothing is told any more."""
        for run in self._running.values():
            run.stop.set()
        self._pool.clear()
        self._pool.waitForDone()
        self._running.clear()

    @Slot(object)
    def _tell(self, news: _News) -> None:
        if news.ticket not in self._running:
            return
        if isinstance(news, _Progress):
            self.progress.emit(news.ticket, news.done, news.total)
            return
        del self._running[news.ticket]
        if isinstance(news, _Failure):
            if not isinstance(news.error, CorpusError):
                # Ours, not the world's: it goes where all such go.
                sys.excepthook(type(news.error), news.error, news.error.__traceback__)
            self.failed.emit(news.ticket, news.error)
        else:
            self.done.emit(news.ticket, news.value)


def _stop_all(running: dict[int, _Run], gone: object = None) -> None:
    for run in running.values():
        run.stop.set()


class _News:
    """Something to tell about a job."""

    def __init__(self, ticket: int) -> None:
        self.ticket = ticket
        self.value: object = None


class _Progress(_News):
    def __init__(self, ticket: int, done: int, total: int) -> None:
        super().__init__(ticket)
        self.done, self.total = done, total


class _Failure(_News):
    def __init__(self, ticket: int, error: Exception) -> None:
        super().__init__(ticket)
        self.error = error


class _Run(QRunnable):
    """One job on its way."""

    def __init__(self, ticket: int, job: Job, tell: Callable[[_News], None]) -> None:
        super().__init__()
        # Kept by `Jobs` until it is told of, so Qt must not delete it.
        self.setAutoDelete(False)
        self.stop = threading.Event()
        self._ticket, self._job, self._tell = ticket, job, tell
        self._reported = 0.0

    def run(self) -> None:
        """Run the job and tell how it ended."""
        before = sys.getswitchinterval()
        sys.setswitchinterval(SHORT_TURN)
        news = _News(self._ticket)
        try:
            news.value = self._job(self._report, self.stop.is_set)
        except Exception as error:
            news = _Failure(self._ticket, error)
        finally:
            sys.setswitchinterval(before)
        self._say(news)

    def _report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total > 0 or now - self._reported >= 1 / MOST_REPORTS_A_SECOND:
            self._reported = now
            self._say(_Progress(self._ticket, done, total))

    def _say(self, news: _News) -> None:
        # Whoever asked may have gone with its window while the job ran.
        with suppress(RuntimeError):
            self._tell(news)
