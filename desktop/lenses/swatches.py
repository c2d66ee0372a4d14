"""Small pictures of how each lens marks words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPixmap

from desktop.lenses.lens import STYLES, Lens
from desktop.reading.marking import paint_underline
from desktop.reading.pane_text import PassageKind
from desktop.reading.typography import typography
from desktop.theme import Theme, text_scale

WIDTH, HEIGHT = 26, 24
RATIO = 2.0


def swatch(lens: Lens, theme: Theme) -> QIcon:
    """Return two letters with the lens's line, in the theme's colours."""
    size = QSize(WIDTH, HEIGHT) * text_scale()
    picture = QPixmap(size * RATIO)
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    block = typography(theme, 0.86).blocks[PassageKind.PARAGRAPH]
    box = QRectF(2, 0, size.width() - 4, block.line)
    painter.setPen(theme.ink)
    painter.setFont(block.font)
    letters = "12" if lens is Lens.NUMBERS else "Aa" if lens is Lens.NAMES else "ab"
    width = QFontMetricsF(block.font).horizontalAdvance(letters)
    painter.drawText(QPointF(box.center().x() - width / 2, block.baseline), letters)
    paint_underline(painter, [box], STYLES[lens], block, (theme.source(0), theme))
    painter.end()
    return QIcon(picture)
