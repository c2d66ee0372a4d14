"""The frame of a card, drawn line by line, and the sign that opens it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.comparing.lines import Part
from desktop.comparing.type import Type

RADIUS = 6.0


def card_path(card: QRectF, part: Part, radius: float) -> QPainterPath:
    """The ground of a part of a card, round where the card ends."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    whole = card.adjusted(
        0, 0 if part is Part.FIRST else -2 * radius, 0, 0 if part is Part.LAST else 2 * radius
    )
    path.addRoundedRect(whole, radius, radius)
    area = QPainterPath()
    area.addRect(card)
    return path.intersected(area)


def draw_edges(painter: QPainter, card: QRectF, part: Part, radius: float) -> None:
    """Draw the edges of a part of a card."""
    painter.save()
    painter.setClipRect(card.adjusted(-1, 0, 1, 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    whole = card.adjusted(
        0.5,
        0.5 if part is Part.FIRST else -2 * radius,
        -0.5,
        -0.5 if part is Part.LAST else 2 * radius,
    )
    painter.drawRoundedRect(whole, radius, radius)
    painter.restore()


def paint_chevron(painter: QPainter, at: QPointF, type_: Type, *, is_open: bool) -> None:
    """Paint the sign that a card can be opened, or closed again."""
    scale = type_.scale
    painter.setPen(QPen(type_.theme.muted, 1.4 * scale))
    path = QPainterPath()
    steps = ((-8, -2), (-4.5, 1.5), (-1, -2)) if is_open else ((-6, -3.5), (-2.5, 0), (-6, 3.5))
    points = [at + QPointF(x * scale, y * scale) for x, y in steps]
    path.moveTo(points[0])
    path.lineTo(points[1])
    path.lineTo(points[2])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
