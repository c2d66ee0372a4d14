"""The quiet bar that says a source does not speak of the event."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout

from desktop.patterns import paint_silence
from desktop.reading.decoration import Silence
from desktop.reading.pane_text import PassageKind
from desktop.reading.passage_layout import line_x, text_option
from desktop.reading.typography import Margins, Typography
from desktop.theme import Theme

INSET = 8


def left_edge(columns: Margins) -> int:
    """Return the x where silences begin, in the margin left of the text."""
    return max(4, columns.bar - 16)


class SilenceBox:
    """A silence laid out for one width; x in pane coordinates, y from the top of the bar."""

    def __init__(self, silence: Silence, sizes: Typography, columns: Margins) -> None:
        self._left = left_edge(columns)
        self._width = columns.right + 4 - self._left
        small = sizes.blocks[PassageKind.FURNITURE]
        self._line = small.line
        words = f"{silence.text} {silence.action}" if silence.action else silence.text
        self._action_start = len(silence.text) + 1 if silence.action else len(words)
        self._layout = QTextLayout(words, small.font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(text_option())
        self._embolden(len(words))
        self.height = self._break() + 2 * INSET

    def _embolden(self, length: int) -> None:
        # Most texts have no silence, and this class takes longer to be made known than a passage.
        from PySide6.QtGui import QTextCharFormat

        bold = QTextLayout.FormatRange()
        bold.start, bold.length = self._action_start, length - self._action_start
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        bold.format = form
        self._layout.setFormats([bold])

    def _break(self) -> int:
        top = 0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(20, self._width - 2 * INSET))
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            top += self._line
            line = self._layout.createLine()
        self._layout.endLayout()
        return top

    def rect(self, top: float) -> QRectF:
        """Return the bar's rectangle when its top is at a y of the viewport."""
        return QRectF(self._left, top, self._width, self.height)

    def action_boxes(self, top: float) -> list[QRectF]:
        """Return where the action's words stand, one box a line; empty without an action."""
        boxes = []
        end = len(self._layout.text())
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(self._action_start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if last > first:
                left, right = sorted((line_x(line, first), line_x(line, last)))
                box = QRectF(left, number * self._line, right - left, self._line)
                boxes.append(box.translated(self._left + INSET, top + INSET))
        return boxes

    def paint(self, painter: QPainter, top: float, theme: Theme, *, focused: bool) -> None:
        """Draw the bar; focused frames its action as the keyboard's place."""
        paint_silence(painter, self.rect(top), theme)
        self.paint_words(painter, top, theme, focused=focused)

    def paint_words(self, painter: QPainter, top: float, theme: Theme, *, focused: bool) -> None:
        """Draw the bar's words without its ground."""
        painter.setPen(theme.muted)
        self._layout.draw(painter, QPointF(self._left + INSET, top + INSET))
        if not focused:
            return
        painter.setPen(QPen(theme.accent, 2))
        for box in self.action_boxes(top):
            painter.drawRect(box.adjusted(-2, 0, 2, 0))
