"""A handle at one end of words, to be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.recording.anchor_ends import End

WIDTH, KNOB = 14, 9


class Handle(QWidget):
    """A thin line with a knob: above the beginning, below the end."""

    dragged = Signal(object, QPoint, bool)
    """The End, where the pointer is on the screen, and whether letters count rather than words."""
    dropped = Signal(object)
    entered = Signal()
    left = Signal()

    def __init__(self, end: End, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.end = end
        self._colour = QColor()
        self._line = 20
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        name = (
            self.tr("Beginning of the words") if end is End.START else self.tr("End of the words")
        )
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag to other words; Alt: to any letter"))
        self.hide()

    def place(self, x: int, top: int, line: int, colour: QColor) -> None:
        """Stand at an x, over a line of text that begins at `top` and is `line` high."""
        self._colour, self._line = colour, line
        y = top - KNOB if self.end is End.START else top
        self.setGeometry(x - WIDTH // 2, y, WIDTH, line + KNOB)
        self.update()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        middle = WIDTH / 2
        above = self.end is End.START
        top = KNOB if above else 0
        painter.drawRect(QRectF(middle - 1, top + 1, 2, self._line - 1))
        centre = QPointF(middle, KNOB / 2 if above else self.height() - KNOB / 2)
        painter.drawEllipse(centre, KNOB / 2 - 0.5, KNOB / 2 - 0.5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            letters = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.dragged.emit(self.end, event.globalPosition().toPoint(), letters)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.dropped.emit(self.end)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay as long as the pointer is here."""
        self.entered.emit()

    def leaveEvent(self, event: object) -> None:
        """The pointer is gone."""
        self.left.emit()
