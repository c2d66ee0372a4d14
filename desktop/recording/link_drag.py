"""Dragging a link with the mouse: from selected words, Ctrl held, to words of another column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.dialogs.base import theme_of
from desktop.reading.column import Column
from desktop.reading.flow import TEXT
from desktop.reading.reading_view import ReadingView
from desktop.reading.ribbons import curve
from desktop.recording.linking import Linking
from desktop.recording.words import Words, words_at_hand


class LinkDrag(QObject):
    """Draws a line from the words to the pointer; where it is let go, the link is made.

    The second words are those selected there if the pointer is on them, else the passage.
    """

    def __init__(self, reading: ReadingView, linking: Linking) -> None:
        super().__init__(reading)
        self._reading, self._linking = reading, linking
        self._from: Column | None = None
        self._words: Words | None = None
        self._line = _Line(reading)
        self._watched: list[Column] = []
        reading.box.arranged.connect(self._arranged)
        self._arranged()

    def _arranged(self) -> None:
        columns = self._reading.columns
        for column in columns:
            if column not in self._watched:
                column.pane.viewport().installEventFilter(self)
        self._watched = columns

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take presses with Ctrl on a selection, and what follows them."""
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            kind = event.type()
            if kind == QEvent.Type.MouseButtonPress:
                return self._begin(watched, event)
            if self._words is not None and kind == QEvent.Type.MouseMove:
                self._draw_to(watched, event.position())
                return True
            if self._words is not None and kind == QEvent.Type.MouseButtonRelease:
                self._end(watched, event.position())
                return True
        return super().eventFilter(watched, event)

    def _begin(self, watched: QWidget, event: QMouseEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.button() != Qt.MouseButton.LeftButton or not control:
            return False
        column = next((c for c in self._reading.columns if c.pane.viewport() is watched), None)
        if column is None or not on_selection(column, event.position()):
            return False
        self._words, self._from = words_at_hand(column), column
        self._draw_to(watched, event.position())
        return self._words is not None

    def _draw_to(self, watched: QWidget, point: QPointF) -> None:
        assert self._from is not None and self._words is not None
        boxes = self._from.pane.span_rects(self._words.start, self._words.end)
        start = boxes[-1].center() if boxes else QPoint()
        viewport = self._from.pane.viewport()
        target, _ = self._under(watched, point)
        self._line.show_line(
            QPointF(viewport.mapTo(self._reading, start)),
            QPointF(watched.mapTo(self._reading, point.toPoint())),
            self._target_rect(target, watched, point) if target is not None else QRectF(),
        )

    def _end(self, watched: QWidget, point: QPointF) -> None:
        words, target = self._words, self._under(watched, point)[0]
        self._words, self._from = None, None
        self._line.hide()
        if words is None or target is None:
            return
        other = self._words_under(
            target,
            target.pane.viewport().mapFrom(
                self._reading, watched.mapTo(self._reading, point.toPoint())
            ),
        )
        if other is not None:
            self._linking.join(words, other)

    def _under(self, watched: QWidget, point: QPointF) -> tuple[Column | None, QPoint]:
        """The other column under the pointer."""
        at = watched.mapTo(self._reading, point.toPoint())
        for column in self._reading.box.shown():
            viewport = column.pane.viewport()
            inside = viewport.mapFrom(self._reading, at)
            if column is not self._from and viewport.rect().contains(inside):
                return column, inside
        return None, at

    def _target_rect(self, target: Column, watched: QWidget, point: QPointF) -> QRectF:
        inside = self._under(watched, point)[1]
        words = self._words_under(target, inside)
        if words is None:
            return QRectF()
        rect = target.pane.passage_rect(words.passage)
        if words.selected:
            rect = next(iter(target.pane.span_rects(words.start, words.end)), rect)
        corner = target.pane.viewport().mapTo(self._reading, rect.topLeft())
        return QRectF(corner, rect.size().toSizeF())

    def _words_under(self, column: Column, point: QPoint) -> Words | None:
        if on_selection(column, QPointF(point)):
            return words_at_hand(column)
        spot = column.pane.caret.spot_at(point.x(), point.y(), TEXT)
        if spot is None or column.shown is None:
            return None
        passage = column.shown.text.passage_at(spot.offset)
        start, end = column.shown.text.starts[passage], column.shown.text.ends[passage]
        return Words(column.source, column.shown, passage, start, end, selected=False)


def on_selection(column: Column, point: QPointF) -> bool:
    """Whether a point of a column's viewport is on its selection."""
    chosen = column.pane.selection()
    if chosen is None:
        return False
    boxes = column.pane.span_rects(*chosen, column.pane.caret.spot.side)
    return any(box.contains(point.toPoint()) for box in boxes)


class _Line(QWidget):
    """Lies over the columns, lets the mouse through, and shows where a link would go."""

    def __init__(self, reading: ReadingView) -> None:
        super().__init__(reading)
        self._start, self._end, self._target = QPointF(), QPointF(), QRectF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def show_line(self, start: QPointF, end: QPointF, target: QRectF) -> None:
        """Draw from words to the pointer, and a frame around what it would be joined to."""
        self._start, self._end, self._target = start, end, target
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line in the accent: it is the reader's own doing."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.accent, 2)
        painter.strokePath(
            curve(self._start.x(), self._start.y(), self._end.x(), self._end.y()), pen
        )
        if not self._target.isEmpty():
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.drawRect(self._target.adjusted(1, 1, -1, -1))
        painter.end()
