"""How the cells and heads of a grid are measured and drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from db.records import Silence
from desktop.comparing.badge import paint_badge
from desktop.comparing.grid_model import Cell
from desktop.comparing.lines import Badge, Role, Run
from desktop.comparing.paragraph import Paragraph, Paragraphs
from desktop.comparing.type import Type
from desktop.patterns import paint_silence

PAD = 9.0
GAP = 2.0
"""Between two lines of a cell."""
BAR = 3.0
MOST_KEPT = 1_500
HATCHED = (Silence.SILENT, Silence.OUT_OF_SCOPE, Silence.NO_FIGURE)


class GridPainter:
    """Draws cells and heads; knows no widget."""

    def __init__(self, type_: Type) -> None:
        self.set_type(type_)

    def set_type(self, type_: Type) -> None:
        """Take other colours and fonts."""
        self.type = type_
        self._paragraphs = Paragraphs(type_, MOST_KEPT)
        self.head_height = round(type_.line + 14 * type_.scale)
        self.least_height = round(type_.line + 2 * PAD * type_.scale)

    def height(self, cell: Cell, width: float) -> float:
        """How high a cell is at a width."""
        scale = self.type.scale
        room = width - 2 * PAD * scale
        if not cell.lines:
            words = self._paragraph((Run(cell.words, Role.SMALL),), room)
            return words.height + 2 * PAD * scale
        heights = [self._paragraph(line.runs, room).height + GAP * scale for line in cell.lines]
        return sum(heights) + 2 * PAD * scale

    def _paragraph(self, runs: tuple[Run, ...], width: float) -> Paragraph:
        return self._paragraphs.get(runs, width)

    def paint(self, painter: QPainter, rect: QRectF, cell: Cell, target: int = -1) -> None:
        """Draw a cell; the target that a key would press is set on a tint."""
        if cell.lines:
            self._paint_lines(painter, rect, cell, target)
        else:
            self._paint_silence(painter, rect, cell)

    def _paint_lines(self, painter: QPainter, rect: QRectF, cell: Cell, target: int) -> None:
        theme, scale = self.type.theme, self.type.scale
        y = rect.top() + PAD * scale
        room = rect.width() - 2 * PAD * scale
        first = 0
        for line in cell.lines:
            words = self._paragraph(line.runs, room)
            here = target - first if first <= target < first + len(line.targets) else -1
            words.draw(
                painter, rect.left() + PAD * scale, y, current=here, ground=theme.accent_tint
            )
            first += len(line.targets)
            y += words.height + GAP * scale

    def _paint_silence(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        scale = self.type.scale
        words = self._paragraph((Run(cell.words, Role.SMALL),), rect.width() - 2 * PAD * scale)
        if cell.silence in HATCHED:
            inset = 4 * scale
            box = QRectF(
                rect.left() + inset, rect.top() + inset, rect.width() - 2 * inset,
                min(rect.height() - 2 * inset, words.height + 2 * (PAD - 4) * scale),
            )  # fmt: skip
            paint_silence(painter, box, self.type.theme)
        words.draw(painter, rect.left() + PAD * scale, rect.top() + PAD * scale)

    def target_span(self, cell: Cell, target: int, width: float) -> tuple[float, float]:
        """Where the line of a target begins and ends in its cell, in pixels from the top."""
        scale = self.type.scale
        room = width - 2 * PAD * scale
        y, first = PAD * scale, 0
        for line in cell.lines:
            height = self._paragraph(line.runs, room).height
            if target < first + len(line.targets):
                return y, y + height
            first += len(line.targets)
            y += height + GAP * scale
        return 0.0, y

    def target_at(self, rect: QRectF, cell: Cell, at: QPointF) -> int:
        """The target pressed at a point of a cell; that of the nearest line above, -1 for none."""
        if not cell.lines:
            return 0 if cell.targets else -1
        scale = self.type.scale
        room = rect.width() - 2 * PAD * scale
        y, first, found = rect.top() + PAD * scale, 0, 0
        for line in cell.lines:
            words = self._paragraph(line.runs, room)
            if at.y() >= y:
                inner = words.target_at(at.x() - rect.left() - PAD * scale, at.y() - y)
                found = first + max(0, inner)
            first += len(line.targets)
            y += words.height + GAP * scale
        return found

    # Heads

    def paint_head(self, painter: QPainter, rect: QRectF, title: str, *, current: bool) -> None:
        """Draw a head as wide as the grid; that of the reader's own event has a bar."""
        theme, scale = self.type.theme, self.type.scale
        painter.fillRect(rect, theme.selection if current else theme.panel)
        if current:
            bar = QRectF(rect.left(), rect.top(), BAR * scale, rect.height())
            painter.fillRect(bar, theme.accent)
        painter.setPen(QPen(theme.outline, 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        painter.setFont(self.type.strong)
        painter.setPen(theme.ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted((PAD + 3) * scale, 0, -PAD * scale, 0)
        elided = painter.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, flags, elided)

    def paint_label(
        self, painter: QPainter, rect: QRectF, title: str, badge: Badge | None, *, top: float
    ) -> None:
        """Draw the name of a row, not above `top`, with a badge below."""
        theme, scale = self.type.theme, self.type.scale
        painter.fillRect(rect, theme.panel)
        painter.setPen(QPen(theme.hairline, 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        left = rect.left() + (PAD + 3) * scale
        room = rect.width() - (2 * PAD + 3) * scale
        words = self._paragraph((Run(title, Role.STRONG),), room)
        lowest = rect.bottom() - self.label_height(title, badge, rect.width())
        y = min(top, max(rect.top(), lowest)) + PAD * scale
        painter.save()
        painter.setClipRect(rect)
        words.draw(painter, left, y)
        if badge is not None:
            middle = y + words.height + 9 * scale
            paint_badge(painter, 0, middle, badge, self.type, left=left)
        painter.restore()

    def label_height(self, title: str, badge: Badge | None, width: float) -> float:
        """How high the name of a row is."""
        scale = self.type.scale
        room = width - (2 * PAD + 3) * scale
        words = self._paragraph((Run(title, Role.STRONG),), room)
        return words.height + 2 * PAD * scale + (18 * scale if badge is not None else 0)
