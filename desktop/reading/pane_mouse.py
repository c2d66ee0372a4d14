"""What the mouse does in a pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QMouseEvent

from desktop.reading.caret import Spot

if TYPE_CHECKING:
    from desktop.reading.pane import Pane

EDGE_MILLISECONDS = 30
LETTERS, WORDS, PASSAGES = 1, 2, 3


class PaneMouse(QObject):
    """Selects by dragging: letters after one press, words after two, passages after three."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._presses = 0
        self._since = QElapsedTimer()
        self._start = (0, 0)
        self._pressed = QPointF()
        self._moved = False
        self._pointer = QPointF()
        self._edge = QTimer(self)
        self._edge.setInterval(EDGE_MILLISECONDS)
        self._edge.timeout.connect(self._scroll_at_edge)

    def press(self, event: QMouseEvent, *, double: bool = False) -> None:
        """Begin a selection, or press the silence's action."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pane, point = self._pane, event.position()
        self._presses = WORDS if double else self._single_or_triple(point)
        self._pressed, self._moved = point, False
        self._since.start()
        if pane.over_action(point):
            self._presses = 0
            pane.silence_action.emit()
            return
        spot = pane.caret.spot_at(point.x(), point.y())
        if spot is None:
            self._presses = 0
            return
        if self._presses == LETTERS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._start = (pane.caret.anchor, pane.caret.anchor)
            pane.put_caret(self._near(point) or spot, extend=True)
            return
        self._start = self._unit(spot)
        pane.select(*self._start, spot.side)

    def _single_or_triple(self, point: QPointF) -> int:
        limit = QGuiApplication.styleHints().mouseDoubleClickInterval()
        near = (point - self._pressed).manhattanLength() < 8
        return PASSAGES if self._presses == WORDS and near and self._since.elapsed() < limit else 1

    def _unit(self, spot: Spot) -> tuple[int, int]:
        """Return the letter, word or passage around a spot, as the presses ask."""
        if self._presses == WORDS:
            return self._pane.caret.word_at(spot)
        if self._presses == PASSAGES:
            return self._pane.caret.passage_range(spot)
        return spot.offset, spot.offset

    def _near(self, point: QPointF) -> Spot | None:
        return self._pane.caret.spot_at(point.x(), point.y(), self._pane.caret.spot.side)

    def move(self, event: QMouseEvent) -> None:
        """Select up to the pointer while pressed; else show what is under it."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_pointer(event.position())
            return
        self._pointer = event.position()
        far = (self._pointer - self._pressed).manhattanLength()
        if not self._presses or (not self._moved and far < 4):
            return
        self._moved = True
        self._select_to_pointer()
        if 0 <= self._pointer.y() < self._pane.scroller.height:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start()

    def _select_to_pointer(self) -> None:
        spot = self._near(self._pointer)
        if spot is None:
            return
        first, last = self._unit(spot)
        start, end = self._start
        if first < start:
            self._pane.select(end, first, spot.side)
        else:
            self._pane.select(start, max(last, end), spot.side)

    @Slot()
    def _scroll_at_edge(self) -> None:
        y, height = self._pointer.y(), self._pane.scroller.height
        beyond = y if y < 0 else y - height
        pixels = max(4, min(60, int(abs(beyond))))
        self._pane.scroll_by(-pixels if beyond < 0 else pixels)
        self._select_to_pointer()

    def release(self, event: QMouseEvent) -> None:
        """End the selection; a mere click names its passage."""
        self._edge.stop()
        if event.button() != Qt.MouseButton.LeftButton or not self._presses:
            return
        pane = self._pane
        clipboard = QGuiApplication.clipboard()
        if pane.selection() and clipboard.supportsSelection():
            clipboard.setText(pane.selected_text(), clipboard.Mode.Selection)
        if self._presses == LETTERS and not self._moved and not pane.selection():
            index, _ = pane.scroller.slot_at(int(event.position().y()))
            if index >= 0 and pane.body.flow.slots[index].passage >= 0:
                pane.passage_clicked.emit(pane.body.flow.slots[index].passage)

    def _show_pointer(self, point: QPointF) -> None:
        columns = self._pane.body.margins
        shape = Qt.CursorShape.ArrowCursor
        if self._pane.over_action(point):
            shape = Qt.CursorShape.PointingHandCursor
        elif columns.text - 4 <= point.x() <= columns.right + 4:
            shape = Qt.CursorShape.IBeamCursor
        if self._pane.viewport().cursor().shape() != shape:
            self._pane.viewport().setCursor(shape)
