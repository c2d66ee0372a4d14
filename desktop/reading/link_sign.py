"""The sign of a link on its line: what it says, and the way to its other end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme import Theme, interface_font
from desktop.widgets.plain import plain_tooltip

PIXELS, PAD, HEIGHT = 12, 5.0, 18.0


class LinkSign(QAbstractButton):
    """A small round button; the keyboard has the list of links instead."""

    pointed = Signal(bool)
    """The pointer has come to the sign, or left it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour, self._tint = QColor(), QColor()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_sign(self, sign: str, words: str, colour: QColor, tint: QColor) -> None:
        """Show a link's sign in its colours; `words` say what joins what."""
        self._colour, self._tint = colour, tint
        self.setText(sign)
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(words.replace("\n", ". "))
        self.resize(self.sizeHint())
        self.update()

    def set_middle(self, middle: QPointF) -> None:
        """Put the sign's middle at a point of its parent."""
        half = QPointF(self.width() / 2, self.height() / 2)
        self.move((middle - half).toPoint())

    def _font(self) -> QFont:
        font = interface_font(self._theme, PIXELS)
        font.setBold(True)
        return font

    def sizeHint(self) -> QSize:
        """Room for the sign in a circle, or in a longer one for two signs."""
        metrics = QFontMetricsF(self._font())
        height = max(HEIGHT, metrics.height() + 2)
        return QSize(
            round(max(height, metrics.horizontalAdvance(self.text()) + 2 * PAD)), round(height)
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show which line it is."""
        super().enterEvent(event)
        self.pointed.emit(True)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.pointed.emit(False)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the column below scroll."""
        box = self.parentWidget()
        self.hide()
        below = box.childAt(self.mapToParent(event.position().toPoint())) if box else None
        self.show()
        if below is not None:
            QCoreApplication.sendEvent(below, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted circle with the sign; the colours change places under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._colour, 1))
        painter.setBrush(self._colour if hot else self._tint)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setFont(self._font())
        painter.setPen(self._theme.paper if hot else self._colour)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
