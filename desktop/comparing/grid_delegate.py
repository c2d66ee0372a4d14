"""How a grid's cells are drawn on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.comparing.grid_model import CELL, Cell, Index

if TYPE_CHECKING:
    from desktop.comparing.grid_view import GridView


class GridDelegate(QStyledItemDelegate):
    """Draws cells; a head is drawn through every cell of its row."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if self._view.table.is_head(index.row()):
            self._paint_head(painter, rect, index.row())
        else:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_cell(painter, rect, index, hovered=hovered)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, row: int) -> None:
        view = self._view
        whole = QRectF(-view.names.width(), rect.top(), view.whole_width, rect.height())
        current = view.is_current(row)
        view.painter.paint_head(painter, whole, view.table.head(row), current=current)

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index, *, hovered: bool) -> None:
        view, theme = self._view, self._view.painter.type.theme
        cell: Cell = index.data(CELL)
        if hovered and cell.targets:
            painter.fillRect(rect, theme.hover)
        painter.setPen(QPen(theme.hairline, 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        painter.drawLine(rect.topRight() - QPointF(0.5, 0), rect.bottomRight() - QPointF(0.5, 0))
        is_current = index == view.currentIndex()
        focused = is_current and view.hasFocus()
        view.painter.paint(
            painter, rect, cell, view.target if focused and len(cell.targets) > 1 else -1
        )
        if is_current:
            painter.setPen(QPen(theme.accent if focused else theme.outline, 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
