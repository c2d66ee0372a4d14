"""The lenses of one window: which are on, and the marks of every column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from db.records import Change
from desktop.lenses.finder import Finder
from desktop.lenses.lens import Lens, tip
from desktop.lenses.lens_marks import LensMarks
from desktop.lenses.reader_lists import ReaderLists
from desktop.reading.column import Column
from desktop.reading.flow import TEXT
from desktop.reading.reading_view import ReadingView
from desktop.session import Session
from desktop.widgets.plain import plain_tooltip


class Lenses(QObject):
    """Follows the columns of a reading view, and the word lists and names that change."""

    changed = Signal()
    """Another set of lenses is on."""
    lists_changed = Signal(object)
    """The lists to read by are others; carries the WordLists."""

    def __init__(self, session: Session, reading: ReadingView, lists: ReaderLists) -> None:
        super().__init__(reading)
        self.lists = lists
        self._session = session
        self._reading = reading
        self._on: set[Lens] = set()
        self._finder: Finder | None = None
        self._columns: dict[Column, LensMarks] = {}
        reading.box.arranged.connect(self._arranged)
        session.changed.connect(self._corpus_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._came_back)
        self._arranged()

    @property
    def on(self) -> tuple[Lens, ...]:
        """The lenses that are on, in their order."""
        return tuple(lens for lens in Lens if lens in self._on)

    def switch(self, lens: Lens, on: bool) -> None:
        """Switch one lens on or off."""
        if on != (lens in self._on):
            (self._on.add if on else self._on.discard)(lens)
            self._show()
            self.changed.emit()

    def renew(self) -> None:
        """Look at everything anew: lists or names have changed."""
        self._finder = None
        self._show()
        self.lists_changed.emit(self.lists.lists)

    def _show(self) -> None:
        if self._on and self._finder is None:
            self._finder = Finder(self.lists.lists, self._session.corpus.names.all())
        for marks in self._columns.values():
            marks.show(self._finder, self.on)

    def _arranged(self) -> None:
        now = self._reading.columns
        for column in [c for c in self._columns if c not in now]:
            del self._columns[column]
        for column in now:
            if column not in self._columns:
                self._columns[column] = LensMarks(column)
                self._columns[column].show(self._finder, self.on)
                column.pane.viewport().installEventFilter(self)

    def _corpus_changed(self, change: Change) -> None:
        if change.touches("name", "spelling"):
            self.renew()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """The reader may have edited a list in another program meanwhile."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.look_again()

    def look_again(self) -> None:
        """Renew where a list has changed."""
        if self.lists.look_again():
            self.renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say under the pointer why words are marked."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._on:
            column = next((c for c in self._columns if c.pane.viewport() is watched), None)
            if column is not None and isinstance(watched, QWidget):
                words = self.told_at(column, event.pos().x(), event.pos().y())
                if words:
                    QToolTip.showText(event.globalPos(), plain_tooltip(words), watched)
                    return True
                QToolTip.hideText()
        return super().eventFilter(watched, event)

    def told_at(self, column: Column, x: float, y: float) -> str:
        """Why the words at a point of a column are marked, a line for each lens."""
        spot = column.pane.caret.spot_at(x, y, TEXT)
        if spot is None or column.shown is None:
            return ""
        passage = column.shown.text.passage_at(spot.offset)
        start, point = column.shown.text.starts[passage], QPoint(int(x), int(y))
        told = [
            tip(seen)
            for seen in self._columns[column].seen_in(passage)
            if any(
                box.contains(point)
                for box in column.pane.span_rects(start + seen.start, start + seen.end)
            )
        ]
        return "\n".join(told)
