"""Underlines and grounds of marked words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.reading.decoration import MarkStyle
from desktop.reading.typography import BlockStyle
from desktop.theme import SourceStyle, Theme

_GROUNDS = frozenset({MarkStyle.FOUND, MarkStyle.FOUND_CURRENT})
_DASHES: dict[MarkStyle, list[float]] = {
    MarkStyle.NAME: [4.0, 2.5],
    MarkStyle.HEDGE: [1.2, 1.6],
    MarkStyle.ATTRIBUTION: [6.0, 2.0, 1.2, 2.0],
}
# What often stands on the same words is drawn lower, so that both are seen.
_DEPTHS = {MarkStyle.ATTRIBUTION: 5.2, MarkStyle.NOTE: 5.4}


def is_ground(style: MarkStyle) -> bool:
    """Return whether a mark lies behind the words rather than under them."""
    return style in _GROUNDS


def paint_ground(
    painter: QPainter, boxes: Sequence[QRectF], style: MarkStyle, theme: Theme
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
    boxes: Sequence[QRectF],
    style: MarkStyle,
    block: BlockStyle,
    colours: tuple[SourceStyle, Theme],
) -> None:
    """Paint the line under marked words, as thick and broken as the mark asks."""
    source, theme = colours
    thick = max(1.0, block.line / 24)
    if style is MarkStyle.LINK:
        _paint_brackets(painter, boxes, thick, theme.ink)
    elif style is MarkStyle.NOTE:
        _paint_corner(painter, boxes, thick, theme.ink)
    for box in boxes:
        base = box.top() + block.baseline
        if style is MarkStyle.FIGURE:
            _fill(painter, box, base + 3 * thick, 1.6 * thick, source.colour)
        elif style is MarkStyle.SPAN:
            _fill(painter, box, base + 4.6 * thick, 2.6 * thick, source.colour)
        elif style is MarkStyle.NUMBER:
            _fill(painter, box, box.top() + 3 * thick, thick, theme.muted)
        elif style is MarkStyle.PASSIVE:
            _paint_wave(painter, box, base + 4.4 * thick, thick, theme.muted)
        elif style is MarkStyle.SUGGESTED:
            _paint_stitches(painter, box, base + 3.8 * thick, thick, source.colour)
        elif style is MarkStyle.PENDING:
            _paint_frame(painter, box, thick, theme.accent)
        elif style is not MarkStyle.LINK:
            _paint_broken(painter, box, base, style, thick, theme)


def _paint_broken(
    painter: QPainter, box: QRectF, base: float, style: MarkStyle, thick: float, theme: Theme
) -> None:
    pen = QPen(theme.ink if style is MarkStyle.NAME else theme.muted, 1.2 * thick)
    if style in _DASHES:
        pen.setDashPattern(_DASHES[style])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    y = round(base + _DEPTHS.get(style, 3) * thick) + 0.5
    painter.drawLine(QLineF(box.left(), y, box.right(), y))


def _paint_stitches(painter: QPainter, box: QRectF, y: float, thick: float, colour: QColor) -> None:
    """Paint the line of a figure in short strokes: it is only suggested."""
    pen = QPen(colour, 1.6 * thick)
    pen.setDashPattern([2.6, 2.2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(box.left(), round(y), box.right(), round(y)))


def _paint_wave(painter: QPainter, box: QRectF, y: float, thick: float, colour: QColor) -> None:
    """Paint a line that goes up and down, whole waves only so that its ends are level."""
    waves = max(1, round(box.width() / (6 * thick)))
    step, height = box.width() / waves, 1.7 * thick
    path = QPainterPath(QPointF(box.left(), y))
    for wave in range(waves):
        x = box.left() + wave * step
        path.quadTo(x + step / 4, y - 2 * height, x + step / 2, y)
        path.quadTo(x + step * 3 / 4, y + 2 * height, x + step, y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, QPen(colour, 1.1 * thick))
    painter.restore()


def _paint_frame(painter: QPainter, box: QRectF, thick: float, colour: QColor) -> None:
    pen = QPen(colour, 1.4 * thick)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(-1, 1.5, 1, -1.5))


def _paint_brackets(
    painter: QPainter, boxes: Sequence[QRectF], thick: float, colour: QColor
) -> None:
    """Paint a square bracket before the first word and one behind the last."""
    if not boxes:
        return
    painter.setPen(QPen(colour, 1.2 * thick))
    serif = 3 * thick
    for box, x, inward in (
        (boxes[0], boxes[0].left() - 1.5 * thick, serif),
        (boxes[-1], boxes[-1].right() + 1.5 * thick, -serif),
    ):
        x, top, bottom = round(x) + 0.5, round(box.top()) + 2.5, round(box.bottom()) - 1.5
        painter.drawPolyline(
            [QPointF(x + inward, top), QPointF(x, top), QPointF(x, bottom),
             QPointF(x + inward, bottom)]
        )  # fmt: skip


def _paint_corner(painter: QPainter, boxes: Sequence[QRectF], thick: float, colour: QColor) -> None:
    """Paint a folded corner behind the last word: there is a note."""
    if not boxes:
        return
    size, box = 5 * thick, boxes[-1]
    # It leans on the space behind the word and takes no more room than that.
    x, y = box.right() - 2 * thick, box.top() + thick
    corner = QPolygonF([QPointF(x, y), QPointF(x + size, y), QPointF(x + size, y + size)])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(corner)
    painter.restore()


def _fill(painter: QPainter, box: QRectF, y: float, height: float, colour: QColor) -> None:
    painter.fillRect(QRectF(box.left(), round(y), box.width(), max(1, round(height))), colour)
