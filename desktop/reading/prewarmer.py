"""Lays out what the reader will most likely see next while nothing else is to be done."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.reading.body import PaneBody
from desktop.reading.scroller import Scroller


class Prewarmer(QObject):
    """Works off a queue of slots in a timer of 0 ms; held while the reader drags."""

    end_measured = Signal()
    """The end of the text has been laid out, so its height is no longer a guess."""

    def __init__(self, body: PaneBody, scroller: Scroller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._scroller = scroller
        self._queue: deque[int] = deque()
        self._wanted: list[int] = []
        self._fresh = False
        self._held = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    def want(self, passages: Iterable[int]) -> None:
        """Name the passages to have ready at the event line: those of the next events."""
        self._wanted = list(passages)
        self.start()

    def hold(self, held: bool) -> None:
        """Stop while the reader drags, or go on."""
        self._held = held
        if held:
            self._timer.stop()
        else:
            self.start()

    @Slot()
    def start(self) -> None:
        """Begin anew from the present place."""
        self._fresh = True
        if not self._held:
            self._timer.start()

    @Slot()
    def _work(self) -> None:
        if self._fresh:
            self._fresh = False
            self._plan()
        while self._queue:
            index = self._queue.popleft()
            if not self._body.is_laid_out(index):
                self._body.layout(index)
                return
        self._timer.stop()
        if not self._scroller.end_is_measured:
            self._scroller.lowest()
            self.end_measured.emit()

    def _plan(self) -> None:
        shown = [index for index, _ in self._scroller.visible()]
        if not shown:
            self._queue.clear()
            return
        screen = len(shown)
        after = range(shown[-1] + 1, shown[-1] + 1 + screen)
        before = range(shown[0] - 1, shown[0] - 1 - screen, -1)
        queue = [index for pair in zip(after, before, strict=True) for index in pair]
        for passage in self._wanted:
            index = self._body.flow.index_of_passage(passage)
            if index >= 0:
                queue += [index, *range(index - 3, index), *range(index + 1, index + screen)]
        count = len(self._body.flow)
        self._queue = deque(index for index in queue if 0 <= index < count)
