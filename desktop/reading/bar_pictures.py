"""Margin bars drawn once: filling with a pattern costs more than drawing a passage."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from desktop.patterns import paint_bar
from desktop.theme import Pattern, SourceStyle

HEIGHT = 960
"""A multiple of every pattern's period, so that one picture can follow on another."""


class BarPictures:
    """Keeps one long bar for each style, width and device pixel ratio."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, Pattern, float, float], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRectF, style: SourceStyle) -> None:
        """Paint a bar, its upper end at the rectangle's."""
        ratio = painter.device().devicePixelRatio()
        if style.pattern is Pattern.SOLID or ratio != round(ratio):
            paint_bar(painter, rect, style)
            return
        picture = self._picture(rect.width(), style, ratio)
        done = 0.0
        while done < rect.height():
            part = min(HEIGHT, rect.height() - done)
            source = QRectF(0, 0, rect.width() * ratio, part * ratio)
            goal = QRectF(QPointF(rect.left(), rect.top() + done), rect.size())
            goal.setHeight(part)
            painter.drawPixmap(goal, picture, source)
            done += part

    def _picture(self, width: float, style: SourceStyle, ratio: float) -> QPixmap:
        key = style.colour.rgba(), style.pattern, width, ratio
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = _draw(width, style, ratio)
        return found


def _draw(width: float, style: SourceStyle, ratio: float) -> QPixmap:
    image = QImage(
        round(width * ratio), round(HEIGHT * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_bar(painter, QRectF(0, 0, width, HEIGHT), style)
    painter.end()
    return QPixmap.fromImage(image)
