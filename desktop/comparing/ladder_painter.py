"""Painting a laid out ladder: the same shapes that are written as SVG."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from db.comparing.ladder_items import (
    STRIKE,
    Bar,
    BarShape,
    Dot,
    Ink,
    Item,
    Rule,
    Strike,
    Words,
    bar_shape,
    dashes_of,
)
from db.comparing.number_ladder import Manner
from desktop.comparing.type import Type, sized


def paint_items(
    painter: QPainter, items: Iterable[Item], type_: Type, ground: QColor | None = None
) -> None:
    """Paint items from back to front; `ground` is what they stand on, paper if not given."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paper = ground or type_.theme.paper
    for item in items:
        if isinstance(item, Words):
            _paint_words(painter, item, type_, paper)
        elif isinstance(item, Rule):
            painter.setPen(QPen(type_.grid, 1))
            painter.drawLine(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2))
        elif isinstance(item, Dot):
            _paint_dot(painter, item, type_, paper)
        elif isinstance(item, Strike):
            _paint_strike(painter, item, type_, paper)
        else:
            _paint_bar(painter, item, type_, paper)
    painter.restore()


def ink_colour(ink: Ink, style: int, type_: Type) -> QColor:
    """The colour of an ink in the theme."""
    theme = type_.theme
    if ink is Ink.SOURCE:
        return theme.source(style).colour
    return {Ink.INK: theme.ink, Ink.HAIRLINE: theme.hairline}.get(ink, theme.muted)


def _paint_words(painter: QPainter, words: Words, type_: Type, paper: QColor) -> None:
    font = sized(type_.base, words.size, words.bold)
    font.setItalic(words.ink is Ink.LATER)
    width = type_.measure(words.text, words.size, words.bold)
    x = words.x - {"middle": width / 2, "end": width}.get(words.align, 0.0)
    if words.cut:
        area = QRectF(x - words.cut, words.y - words.size, width + 2 * words.cut, words.size * 1.3)
        painter.fillRect(area, paper)
    painter.setFont(font)
    painter.setPen(ink_colour(words.ink, words.style, type_))
    painter.drawText(QPointF(x, words.y), words.text)


def _paint_dot(painter: QPainter, dot: Dot, type_: Type, paper: QColor) -> None:
    colour = ink_colour(dot.ink, dot.style, type_)
    centre = QPointF(dot.x, dot.y)
    if dot.manner is Manner.OWN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, dot.radius, dot.radius)
        return
    pen = QPen(colour, 2)
    if dot.manner is Manner.HEDGED:
        pen.setDashPattern([1.5, 1.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(paper)
    painter.drawEllipse(centre, dot.radius - 0.5, dot.radius - 0.5)


def _paint_strike(painter: QPainter, strike: Strike, type_: Type, paper: QColor) -> None:
    (x1, y1), (x2, y2) = strike.ends
    ink = ink_colour(strike.ink, 0, type_)
    # Paper on either side parts the stroke from what it strikes.
    for colour, width in ((paper, STRIKE + 3), (ink, STRIKE)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def _paint_bar(painter: QPainter, bar: Bar, type_: Type, paper: QColor) -> None:
    colour = ink_colour(bar.ink, bar.style, type_)
    shape = bar_shape(bar)
    if bar.manner is Manner.PASSED_ON and not bar.dotted:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(paper)
        top = bar.y - bar.height / 2 + 0.75
        painter.drawRect(QRectF(shape.x1, top, shape.x2 - shape.x1, bar.height - 1.5))
    else:
        _paint_line(painter, bar, shape, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for head in shape.heads:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in head]))


def _paint_line(painter: QPainter, bar: Bar, shape: BarShape, colour: QColor) -> None:
    width = bar.height * (0.4 if bar.dotted else 1.0)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = dashes_of(bar)
    if dashes is not None:
        # Qt counts dashes in widths of the pen, SVG in pixels.
        pen.setDashPattern([dash / width for dash in dashes])
    painter.setPen(pen)
    painter.drawLine(QPointF(shape.x1, bar.y), QPointF(shape.x2, bar.y))
