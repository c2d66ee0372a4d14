"""The heads of a grid: sources along the top, the names of rows along the left."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.comparing.grid_model import GridModel
from desktop.comparing.grid_painter import PAD, GridPainter
from desktop.patterns import paint_rule

if TYPE_CHECKING:
    from desktop.comparing.grid_view import GridView

NAMES = 172
RULE = 3.0
FAR = 6
"""So many rows below the top the next head is looked for."""


class SourceHeader(QHeaderView):
    """Each source with its letter, its colour and its pattern."""

    def __init__(self, painter: GridPainter, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._painter = painter
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(160)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """A line of words with some air."""
        type_ = self._painter.type
        return QSize(100, round(type_.line + 18 * type_.scale))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one source."""
        model = cast(GridModel, self.model())
        type_, source = self._painter.type, model.sources[section]
        style = type_.theme.source(source.style)
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, type_.theme.panel)
        paint_rule(painter, QRectF(area.left(), area.top(), area.width(), RULE), style)
        painter.setPen(QPen(type_.theme.outline, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(type_.strong)
        painter.setPen(type_.theme.ink)
        words = f"{source.letter} · {source.label}"
        room = area.adjusted(PAD * type_.scale, RULE, -PAD * type_.scale, 0)
        elided = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()


class NameHeader(QHeaderView):
    """The name of each row, with its badge."""

    def __init__(self, painter: GridPainter, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._painter = painter
        self.current_group = 0
        self.covered = 0
        self.whole_width = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(12)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Wide enough for a name, whatever the text size."""
        return QSize(round(NAMES * self._painter.type.scale), 100)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the name of a row, or the left part of a head."""
        model = cast(GridModel, self.model())
        painter.save()
        if model.is_head(section):
            painter.setClipRect(rect)
            whole = QRectF(rect.left(), rect.top(), self.whole_width, rect.height())
            current = bool(self.current_group) and model.group(section) == self.current_group
            self._painter.paint_head(painter, whole, model.head(section), current=current)
        else:
            # The name stays in sight as long as any of its row is.
            top = float(max(rect.top(), self.covered))
            self._painter.paint_label(painter, QRectF(rect), *model.label(section), top=top)
        painter.restore()


class StickyHead(QWidget):
    """The head of the rows at hand, over rows that have scrolled under it."""

    def __init__(self, painter: GridPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._painter = painter
        self._title, self._current = "", False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def place(self, view: GridView) -> int:
        """Stand where the rows in sight need their head; the next one pushes it away.

        Returns how many pixels of the rows are covered.
        """
        table, top = view.table, view.rowAt(0)
        if top < 0 or (table.is_head(top) and view.rowViewportPosition(top) == 0):
            self.hide()
            return 0
        height = self._painter.head_height
        above = min(0, _next_head(view, top) - height)
        self._title, self._current = table.head(top), view.is_current(top)
        self.setGeometry(0, view.viewport().y() + above, view.whole_width, height)
        self.show()
        self.raise_()
        self.update()
        return above + height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head."""
        painter = QPainter(self)
        self._painter.paint_head(painter, QRectF(self.rect()), self._title, current=self._current)


def _next_head(view: GridView, top: int) -> int:
    """How far below the top the next head stands, as far as that matters."""
    for row in range(top + 1, min(top + FAR, view.table.rowCount())):
        if view.table.is_head(row):
            return view.rowViewportPosition(row)
    return view.viewport().height()
