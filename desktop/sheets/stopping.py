"""Stopping the making of pages as soon as nobody wants them."""

from __future__ import annotations

from db.errors import CorpusError
from desktop.jobs import Cancelled


class StoppingWatch:
    """Watches work that asks now and then, or all the time, whether it is to go on."""

    def __init__(self, stopped: type[CorpusError], cancelled: Cancelled) -> None:
        self._stopped = stopped
        self._cancelled = cancelled

    def __call__(self) -> None:
        """Do as `check` does, for who asks by a call."""
        self.check()

    def check(self) -> None:
        """Raise the error given where it was cancelled."""
        if self._cancelled():
            raise self._stopped(file="")
