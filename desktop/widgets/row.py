"""The ground of one row in a list that paints its own rows."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.theme import Theme

BAR_WIDTH = 3


def paint_row(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint a row's ground as the style sheet does: chosen, under the pointer, in focus.

    A chosen row has the selection colour and a bar in the accent at its left; the row that has
    the keyboard is framed in the accent. Nothing is painted for any other row.
    """
    rect = QRectF(option.rect)
    flags = option.state
    if flags & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.selection)
        painter.fillRect(
            QRectF(rect.topLeft(), rect.size()).adjusted(0, 0, BAR_WIDTH - rect.width(), 0),
            theme.accent,
        )
        if theme.contrast:
            _frame(painter, rect, QPen(theme.ink, 1))
    elif flags & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.hover)
    if flags & QStyle.StateFlag.State_HasFocus:
        _frame(painter, rect, QPen(theme.accent, 2))


def _frame(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    inset = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))
