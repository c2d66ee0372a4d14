"""A piece of a page: laid out once, measured, and drawn whole or in parts between its lines."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument

Lines = list[tuple[float, float]]


class PagePart:
    """Markup laid out at a width, in the units of that width."""

    def __init__(self, markup: str, css: str, width: float) -> None:
        self._document = _Document()
        self._document.setUndoRedoEnabled(False)
        self._document.setUseDesignMetrics(True)
        self._document.setDocumentMargin(0)
        self._document.setDefaultStyleSheet(css)
        self._document.setHtml(f"<body>{markup}</body>")
        self._document.setTextWidth(width)
        self.width = width
        self.height = self._document.size().height()

    def cut(self, start: float, end: float) -> float:
        """The last place after `start` and not after `end` that cuts no line; `start` for none."""
        if end >= self.height:
            return self.height
        crossing = [top for top, bottom in self._lines() if top < end < bottom]
        place = min(crossing, default=end)
        return place if place > start + 1 else start

    def draw(self, painter: QPainter, x: float, y: float, start: float, end: float) -> None:
        """Draw what lies between two heights of the part, its top at (x, y)."""
        if end <= start:
            # An empty rectangle would be taken for no clipping at all.
            return
        painter.save()
        painter.translate(x, y - start)
        self._document.drawContents(painter, QRectF(0, start, self.width, end - start))
        painter.restore()

    def _lines(self) -> Lines:
        """The top and the bottom of every line."""
        found: Lines = []
        layout = self._document.documentLayout()
        block = self._document.begin()
        while block.isValid():
            top = layout.blockBoundingRect(block).top()
            text = block.layout()
            for number in range(text.lineCount()):
                line = text.lineAt(number)
                found.append((top + line.y(), top + line.y() + line.height()))
            block = block.next()
        return found


class _Document(QTextDocument):
    """Loads nothing: a one-pixel picture stands for whatever might be asked for."""

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Never look at the name."""
        return QImage(1, 1, QImage.Format.Format_Mono)
