"""Underlines and grounds of marked words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.reading.decoration import MarkStyle
from desktop.reading.typography import BlockStyle
from desktop.theme import SourceStyle, Theme

_GROUNDS = frozenset({MarkStyle.FOUND, MarkStyle.FOUND_CURRENT})


def is_ground(style: MarkStyle) -> bool:
    """Return whether a mark lies behind the words rather than under them."""
    return style in _GROUNDS


def paint_ground(
    painter: QPainter, boxes: Iterable[QRectF], style: MarkStyle, theme: Theme
) -> None:
    """Paint what lies behind found words: a ground for each, a frame for the current one."""
    current = style is MarkStyle.FOUND_CURRENT
    for box in boxes:
        inner = box.adjusted(-1, 2, 1, -2)
        painter.fillRect(inner, theme.accent_tint)
        if current:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
        else:
            painter.fillRect(
                QRectF(inner.left(), inner.bottom() - 1, inner.width(), 1), theme.accent
            )


def paint_underline(
    painter: QPainter,
    boxes: Iterable[QRectF],
    style: MarkStyle,
    block: BlockStyle,
    colours: tuple[SourceStyle, Theme],
) -> None:
    """Paint the line under marked words, as thick and broken as the mark asks."""
    source, theme = colours
    thick = max(1.0, block.line / 24)
    for box in boxes:
        base = box.top() + block.baseline
        if style is MarkStyle.FIGURE:
            _fill(painter, box, base + 3 * thick, 1.6 * thick, source.colour)
        elif style is MarkStyle.SPAN:
            _fill(painter, box, base + 4.6 * thick, 2.6 * thick, source.colour)
        else:
            pen = QPen(theme.muted if style is MarkStyle.HEDGE else theme.ink, 1.2 * thick)
            dotted = style is MarkStyle.HEDGE
            pen.setDashPattern([1.2, 1.6] if dotted else [4.0, 2.5])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            y = round(base + 3 * thick) + 0.5
            painter.drawLine(QLineF(box.left(), y, box.right(), y))


def _fill(painter: QPainter, box: QRectF, y: float, height: float, colour: QColor) -> None:
    painter.fillRect(QRectF(box.left(), round(y), box.width(), max(1, round(height))), colour)
