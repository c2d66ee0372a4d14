"""Ribbons that join the passages of one event across two neighbouring panes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop.theme import SourceStyle

STRENGTH = 0.55
"""How much of their colours the edges of a ribbon have."""
LINK_WIDTH, SIGN_PIXELS = 1.6, 12
Mode = QPainter.CompositionMode


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Two boxes to join, in the pixels of the widget that draws, and the styles of their sources.

    dashed is for links that somebody has only suggested or that contradict; a sign says what a
    link is, and a ribbon with one is a line on either side without a ground.
    """

    left: QRect
    right: QRect
    left_style: SourceStyle
    right_style: SourceStyle
    dashed: bool = False
    sign: str = ""


class RibbonStrip(QWidget):
    """A strip over the margin between two panes; it lets the mouse through to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ribbons: tuple[Ribbon, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Ribbons between columns"))

    def set_ribbons(self, ribbons: Sequence[Ribbon]) -> None:
        """Draw these ribbons; the same ones again cost nothing."""
        if tuple(ribbons) != self._ribbons:
            self._ribbons = tuple(ribbons)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ribbons from the left box's right edge to the right box's left edge."""
        if not self._ribbons:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in self._ribbons:
            paint_ribbon(painter, ribbon)
        painter.end()


def paint_ribbon(painter: QPainter, ribbon: Ribbon) -> None:
    """Paint one ribbon: a faint ground going from tint to tint, a thin line on either side."""
    start, end = ribbon.left.right() + 1, ribbon.right.left()
    upper = curve(start, ribbon.left.top(), end, ribbon.right.top())
    lower = curve(start, ribbon.left.bottom() + 1, end, ribbon.right.bottom() + 1)
    if ribbon.sign:
        _paint_link(painter, ribbon)
        return
    ground = QPainterPath(upper)
    ground.connectPath(lower.toReversed())
    ground.closeSubpath()
    # The addresses that a ribbon lies over keep their ink: only the paper takes the tint.
    dark = ribbon.left_style.tint.lightness() < 128
    painter.setCompositionMode(
        Mode.CompositionMode_Lighten if dark else Mode.CompositionMode_Darken
    )
    painter.fillPath(ground, _ground(ribbon, start, end))
    painter.setCompositionMode(Mode.CompositionMode_SourceOver)
    pen = QPen(_blend(ribbon.left_style.colour, ribbon.right_style.colour), 1)
    pen.setStyle(Qt.PenStyle.DashLine if ribbon.dashed else Qt.PenStyle.SolidLine)
    painter.setOpacity(STRENGTH)
    painter.strokePath(upper, pen)
    painter.strokePath(lower, pen)
    painter.setOpacity(1.0)


def _paint_link(painter: QPainter, ribbon: Ribbon) -> None:
    """Paint one line from the middle of the words to the middle of the others, its sign on it."""
    start, end = ribbon.left.right() + 1, ribbon.right.left()
    first, last = ribbon.left.center().y() + 0.5, ribbon.right.center().y() + 0.5
    colour = _blend(ribbon.left_style.colour, ribbon.right_style.colour)
    pen = QPen(colour, LINK_WIDTH)
    if ribbon.dashed:
        pen.setDashPattern([3.0, 2.5])
    painter.strokePath(curve(start, first, end, last), pen)
    for x, y in ((start, first), (end, last)):
        painter.fillRect(QRectF(x - 1.5, y - 4, 3, 8), colour)
    font = painter.font()
    font.setPixelSize(SIGN_PIXELS)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    radius = SIGN_PIXELS * 0.68
    middle = QPointF((start + end) / 2, (first + last) / 2)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(ribbon.left_style.tint)
    painter.drawEllipse(middle, radius, radius)
    painter.setFont(font)
    width = metrics.horizontalAdvance(ribbon.sign)
    painter.drawText(middle + QPointF(-width / 2, metrics.capHeight() / 2), ribbon.sign)


def curve(start: float, first: float, end: float, last: float) -> QPainterPath:
    """Return a line that leaves and arrives level."""
    path = QPainterPath(QPointF(start, first))
    middle = (start + end) / 2
    path.cubicTo(QPointF(middle, first), QPointF(middle, last), QPointF(end, last))
    return path


def _ground(ribbon: Ribbon, start: float, end: float) -> QLinearGradient:
    gradient = QLinearGradient(start, 0, end, 0)
    gradient.setColorAt(0.0, ribbon.left_style.tint)
    gradient.setColorAt(1.0, ribbon.right_style.tint)
    return gradient


def _blend(first: QColor, second: QColor) -> QColor:
    return QColor(
        (first.red() + second.red()) // 2,
        (first.green() + second.green()) // 2,
        (first.blue() + second.blue()) // 2,
    )
