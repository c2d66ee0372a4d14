"""A reader at the window: what they press and what they see, in plain words."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.application import Application
from desktop.desk import Desk
from desktop.reading.column import Column


class Reader:
    """Opens a corpus in a window and works in it by key and mouse."""

    def __init__(self, application: Application, path: Path) -> None:
        self.application = application
        self.window = application.new_window()
        self.window.resize(1280, 800)
        self.window.show()
        application.open_corpus(path, self.window)
        self.wait()

    @property
    def desk(self) -> Desk:
        desk = self.window.desk
        assert desk is not None, "no corpus is open"
        return desk

    def wait(self) -> None:
        """Let everything happen that is due now."""
        for window in self.application.windows:
            window.later.finish()
        for _ in range(4):
            QApplication.processEvents()

    def column(self, letter: str) -> Column:
        """The column of a source, by its letter."""
        return next(c for c in self.desk.reading.columns if c.source.letter == letter)

    def does(self, action: str) -> None:
        """Choose a command from the menus."""
        chosen = self.window.actions_[action]
        assert chosen.isEnabled(), f"{action} cannot be chosen now"
        chosen.trigger()
        self.wait()

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
        self.wait()

    def goes_to(self, key: str) -> None:
        """Choose an event by its key."""
        event = next(e for e in self.desk.session.events if e.key == key)
        self.desk.session.selection.set_event(event.id)
        self.wait()

    @property
    def event(self) -> str:
        """The key of the event now current."""
        session = self.desk.session
        found = session.events_by_id.get(session.selection.event_id or 0)
        return found.key if found else ""

    def address_at_line(self, letter: str) -> str:
        """The address that stands on the event line of a column."""
        column = self.column(letter)
        assert column.shown is not None
        return column.shown.text.addresses[column.pane.passage_at_line()]

    def top_of_event(self, letter: str) -> int:
        """The height at which a column shows the first passage of the event in sight."""
        rects = self.column(letter).pane.event_rects()
        line = self.column(letter).pane.scroller.event_line
        return min((r.top() for r in rects), key=lambda top: abs(top - line))

    def selects(self, letter: str, words: str) -> None:
        """Select words in a column."""
        column = self.column(letter)
        assert column.shown is not None
        start = column.shown.text.text.index(words)
        column.pane.select(start, start + len(words))
        column.pane.setFocus()
        self.wait()

    def drops(self, *files: Path) -> None:
        """Drop files on the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(f)) for f in files])
        drop = QDropEvent(
            QPointF(QPoint(400, 300)),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.window.dropEvent(drop)
        self.wait()

    def said(self) -> str:
        """What the window last told the reader."""
        return self.window.banner.text() if self.window.banner.isVisible() else ""
