"""Small painted signs, legible without their colour: disagreement, and a note."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

FLASH_WIDTH: Final = 8.0
NOTE_WIDTH: Final = 9.0
"""How wide the signs are at scale 1, in pixels."""
_FLASH: Final = ((5.6, -6), (1, 1.2), (4.2, 1.2), (3, 6.4), (8, -1.2), (4.8, -1.2))
_SHEET: Final = ((0.5, -4.5), (8.5, -4.5), (8.5, 1.2), (5.2, 4.5), (0.5, 4.5))
_FOLD: Final = ((8.5, 1.2), (5.2, 1.2), (5.2, 4.5))


def paint_flash(painter: QPainter, left: QPointF, colour: QColor, scale: float = 1.0) -> None:
    """Paint a flash, the sign of disagreement, from its left edge in the middle of its line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(_path(_FLASH, left, scale, closed=True))
    painter.restore()


def paint_note(painter: QPainter, left: QPointF, colour: QColor, scale: float = 1.0) -> None:
    """Paint a leaf with a turned corner, the sign of a note, as `paint_flash` does."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.1 * scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(_SHEET, left, scale, closed=True))
    painter.drawPath(_path(_FOLD, left, scale, closed=False))
    painter.restore()


def _path(
    corners: tuple[tuple[float, float], ...], left: QPointF, scale: float, *, closed: bool
) -> QPainterPath:
    path = QPainterPath(left + QPointF(*corners[0]) * scale)
    for corner in corners[1:]:
        path.lineTo(left + QPointF(*corner) * scale)
    if closed:
        path.closeSubpath()
    return path
