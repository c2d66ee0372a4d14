"""Margin bars drawn once: filling with a pattern costs more than drawing a passage."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from desktop.patterns import paint_bar
from desktop.theme import Pattern, SourceStyle

HEIGHT = 960
"""A multiple of every pattern's period, so that one picture can follow on another."""
_HATCHES = 4
"""Pixels from one slanted line of a hatched bar to the next."""

Paint = Callable[[QPainter, QRectF], None]


class BarPictures:
    """Keeps one long bar for each look, width and device pixel ratio."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, Pattern | None, float, float], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRectF, style: SourceStyle) -> None:
        """Paint a source's bar, its upper end at the rectangle's."""
        if style.pattern is Pattern.SOLID:
            paint_bar(painter, rect, style)
        else:
            look = style.colour, style.pattern
            self._paint(painter, rect, look, partial(paint_bar, style=style))

    def paint_hatched(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """Paint fine slanted lines in a colour, to say "greyed" without colour."""
        self._paint(painter, rect, (colour, None), partial(_paint_hatches, colour=colour))

    def _paint(
        self, painter: QPainter, rect: QRectF, look: tuple[QColor, Pattern | None], paint: Paint
    ) -> None:
        ratio = painter.device().devicePixelRatio()
        if ratio != round(ratio):
            paint(painter, rect)
            return
        key = look[0].rgba(), look[1], rect.width(), ratio
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = _draw(rect.width(), ratio, paint)
        _lay(painter, rect, picture)


def _lay(painter: QPainter, rect: QRectF, picture: QPixmap) -> None:
    """Cover a rectangle with a picture as wide, one below the other."""
    ratio, done = picture.devicePixelRatio(), 0.0
    while done < rect.height():
        part = min(HEIGHT, rect.height() - done)
        source = QRectF(0, 0, rect.width() * ratio, part * ratio)
        goal = QRectF(QPointF(rect.left(), rect.top() + done), rect.size())
        goal.setHeight(part)
        painter.drawPixmap(goal, picture, source)
        done += part


def _draw(width: float, ratio: float, paint: Paint) -> QPixmap:
    image = QImage(
        round(width * ratio), round(HEIGHT * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, width, HEIGHT))
    painter.end()
    return QPixmap.fromImage(image)


def _paint_hatches(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    tile = QPixmap(_HATCHES, _HATCHES)
    tile.fill(Qt.GlobalColor.transparent)
    pen = QPainter(tile)
    pen.setPen(QPen(colour, 1))
    pen.drawLine(0, _HATCHES - 1, _HATCHES - 1, 0)
    pen.end()
    painter.fillRect(rect, QBrush(tile))
