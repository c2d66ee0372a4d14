"""Ribbons that join passages of two columns, drawn: across those between them as a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop.reading.lanes import Lane
from desktop.theme import SourceStyle

STRENGTH = 0.55
"""How much of their colours the edges of a ribbon have."""
LINK_WIDTH, HOT_WIDTH = 1.6, 2.6
THREAD = 1.5
"""Half the width to which a ribbon narrows where it crosses a column."""
Mode = QPainter.CompositionMode


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Two boxes to join, in the pixels of the widget that draws, and the styles of their sources.

    dashed is for links that somebody has only suggested or that contradict; a sign says what a
    link is, and a ribbon with one is a line without a ground. `lanes` are its ways across the
    columns between the two. A hot one is pointed at.
    """

    left: QRect
    right: QRect
    left_style: SourceStyle
    right_style: SourceStyle
    dashed: bool = False
    sign: str = ""
    lanes: tuple[Lane, ...] = ()
    hot: bool = False

    def along(self, share: float) -> QPointF:
        """A point of its line, at a share of the way to the next column."""
        lane = next(iter(self.lanes), None)
        to = QPointF(lane.left, lane.y) if lane else self.end
        way = curve(self.start.x(), self.start.y(), to.x(), to.y())
        return way.pointAtPercent(share)

    @property
    def colour(self) -> QColor:
        """The colour of its lines: between those of its sources."""
        return _blend(self.left_style.colour, self.right_style.colour)

    @property
    def start(self) -> QPointF:
        """Where a line leaves the left box."""
        return QPointF(self.left.right() + 1, self.left.center().y() + 0.5)

    @property
    def end(self) -> QPointF:
        """Where a line reaches the right box."""
        return QPointF(self.right.left(), self.right.center().y() + 0.5)


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
        """Draw these ribbons, given in the parent's pixels; the same ones again cost nothing."""
        if tuple(ribbons) != self._ribbons:
            self._ribbons = tuple(ribbons)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ribbons from the left box's right edge to the right box's left edge."""
        if not self._ribbons:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        for ribbon in self._ribbons:
            paint_ribbon(painter, ribbon)
        painter.end()


def paint_ribbon(painter: QPainter, ribbon: Ribbon) -> None:
    """Paint one ribbon: a faint ground going from tint to tint, a thin line on either side."""
    if ribbon.sign:
        _paint_link(painter, ribbon)
        return
    start, end = ribbon.start.x(), ribbon.end.x()
    boxes = (ribbon.left, ribbon.right)
    tops = [QPointF(x, box.top()) for x, box in zip((start, end), boxes, strict=True)]
    feet = [QPointF(x, box.bottom() + 1) for x, box in zip((start, end), boxes, strict=True)]
    upper = thread(tops[0], ribbon.lanes, tops[1], -THREAD)
    lower = thread(feet[0], ribbon.lanes, feet[1], THREAD)
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
    pen = QPen(ribbon.colour, 1)
    pen.setStyle(Qt.PenStyle.DashLine if ribbon.dashed else Qt.PenStyle.SolidLine)
    painter.setOpacity(STRENGTH)
    painter.strokePath(upper, pen)
    painter.strokePath(lower, pen)
    painter.setOpacity(1.0)


def _paint_link(painter: QPainter, ribbon: Ribbon) -> None:
    """Paint one line from the middle of the words to the middle of the others."""
    colour = ribbon.colour
    pen = QPen(colour, HOT_WIDTH if ribbon.hot else LINK_WIDTH)
    if ribbon.dashed:
        pen.setDashPattern([3.0, 2.5])
    painter.strokePath(gutters(ribbon.start, ribbon.lanes, ribbon.end), pen)
    dots = QPen(colour, LINK_WIDTH if ribbon.hot else 1.2)
    dots.setDashPattern([1.0, 3.0])
    painter.setPen(dots)
    for lane in ribbon.lanes:
        painter.drawLine(QPointF(lane.left, lane.y), QPointF(lane.right, lane.y))
    for point in (ribbon.start, ribbon.end):
        painter.fillRect(QRectF(point.x() - 1.5, point.y() - 4, 3, 8), colour)


def curve(start: float, first: float, end: float, last: float) -> QPainterPath:
    """Return a line that leaves and arrives level."""
    path = QPainterPath(QPointF(start, first))
    _bend(path, QPointF(end, last))
    return path


def thread(start: QPointF, lanes: Sequence[Lane], end: QPointF, shift: float = 0.0) -> QPainterPath:
    """Return a line through every lane, so many pixels below its middle, level in each."""
    path = QPainterPath(start)
    for lane in lanes:
        _bend(path, QPointF(lane.left, lane.y + shift))
        path.lineTo(QPointF(lane.right, lane.y + shift))
    _bend(path, end)
    return path


def gutters(start: QPointF, lanes: Sequence[Lane], end: QPointF) -> QPainterPath:
    """Return the parts of a thread between columns, the lanes left out."""
    path = QPainterPath(start)
    for lane in lanes:
        _bend(path, QPointF(lane.left, lane.y))
        path.moveTo(QPointF(lane.right, lane.y))
    _bend(path, end)
    return path


def _bend(path: QPainterPath, to: QPointF) -> None:
    at = path.currentPosition()
    middle = (at.x() + to.x()) / 2
    path.cubicTo(QPointF(middle, at.y()), QPointF(middle, to.y()), to)


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
