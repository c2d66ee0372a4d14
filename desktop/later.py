"""Work that waits until the reader sees the text, and is then done in small turns."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

LONGEST_WAIT = 1_000
"""Milliseconds after which the turns begin though nothing was painted: a window out of sight."""
# A key that is a shortcut comes as ShortcutOverride before Qt looks for who takes it.
ASKING = {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.ContextMenu,
    QEvent.Type.InputMethod,
    QEvent.Type.DragEnter,
}

Turn = Callable[[], object]


class AfterText(QTimer):
    """A piece of work that follows the columns: done once they are painted, however often asked.

    What is painted is waiting to be so already when a timer of 0 ms is started.
    """

    def __init__(self, work: Turn, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.setSingleShot(True)
        self.setInterval(0)
        self.timeout.connect(work)

    def finish(self) -> None:
        """Do now what waits."""
        if self.isActive():
            self.stop()
            self._work()


class Later(QObject):
    """Turns that begin when the text has been painted, and end at once when the reader acts.

    Between two turns the window answers. Whoever needs what a turn makes asks for it and has it
    made there and then; turns only make sure that everything is there soon.
    """

    finished = Signal()
    """Nothing is left to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turns: deque[Turn] = deque()
        self._begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.take_turn)

    def begin(self) -> None:
        """Take the first turn soon: called when the text is being painted."""
        if not self._begun:
            self._begun = True
            self._watch()
            self._timer.start(0)

    def _watch(self) -> None:
        """Look out for keys; only now, for asking Python about every event takes its time."""
        application = QCoreApplication.instance()
        if self._turns and application is not None:
            application.installEventFilter(self)

    def add(self, *turns: Turn) -> None:
        """Have turns taken, in that order, after those that wait already."""
        self._turns.extend(turns)
        if self._begun:
            self._watch()
        self._timer.start(0 if self._begun else LONGEST_WAIT)

    @property
    def is_finished(self) -> bool:
        """Whether every turn has been taken."""
        return not self._turns

    def finish(self) -> None:
        """Take all turns now."""
        while self._turns:
            self.take_turn()

    def take_turn(self) -> None:
        """Take one turn now."""
        if self._turns:
            self._turns.popleft()()
        if self._turns:
            self._timer.start(0 if self._begun else LONGEST_WAIT)
        else:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish before a key or a button takes effect."""
        if self._turns and event.type() in ASKING:
            self.finish()
            # What is not laid out yet is not in sight, and cannot take the keyboard.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return False
