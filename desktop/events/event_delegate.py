"""How a row of the event list is drawn: time, title, a dot for each source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.events.event_model import ROW
from desktop.events.event_rows import MOST_DOTS, EventRow
from desktop.patterns import paint_dot
from desktop.theme import SECONDARY_PIXELS, Theme, interface_font

Index = QModelIndex | QPersistentModelIndex
DOT, DOT_STEP, BAR, PAD = 3.6, 11, 3, 12
MOST_LINES = 2


class EventDelegate(QStyledItemDelegate):
    """Draws heads and events; titles take up to two lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.one_line = False
        self.current = 0
        self.styles: Sequence[int] = ()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        self._font = interface_font(theme)
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small = interface_font(theme, SECONDARY_PIXELS)
        self._head = QFont(self._small)
        self._head.setWeight(QFont.Weight.DemiBold)
        self._head.setCapitalization(QFont.Capitalization.AllUppercase)
        self._head.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        self._time_width = QFontMetrics(self._small).horizontalAdvance("~18 Dec 14:52") + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the head, or for one or two lines of title."""
        row: EventRow = index.data(ROW)
        line = QFontMetrics(self._bold).height()
        if not row.event:
            return QSize(100, line + 18)
        lines = 1 if self.one_line else self._lines(row, option.rect.width())
        return QSize(100, lines * line + 10)

    def _lines(self, row: EventRow, width: int) -> int:
        widget_width = self.parent().viewport().width() if width <= 0 else width  # type: ignore[union-attr]
        room = self._title_room(widget_width, len(row.presence))
        metrics = QFontMetrics(self._bold)
        needed = metrics.boundingRect(
            QRect(0, 0, max(40, room), 1000), int(Qt.TextFlag.TextWordWrap), row.title
        )
        return min(MOST_LINES, max(1, round(needed.height() / metrics.lineSpacing())))

    def _title_room(self, width: int, dots: int) -> int:
        return width - PAD - self._time_width - 8 - min(dots, MOST_DOTS) * DOT_STEP - 10

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: EventRow = index.data(ROW)
        painter.save()
        if row.event:
            self._paint_event(painter, option, row)
        else:
            self._paint_head(painter, option.rect, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: EventRow) -> None:
        painter.setFont(self._head)
        painter.setPen(self._theme.muted)
        area = rect.adjusted(PAD, 8, -6, -2)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, flags, row.title)

    def _paint_event(self, painter: QPainter, option: QStyleOptionViewItem, row: EventRow) -> None:
        rect, theme = option.rect, self._theme
        chosen = row.event == self.current
        if chosen:
            painter.fillRect(rect, theme.selection)
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        self._paint_words(painter, rect, row, bold=chosen)
        self._paint_dots(painter, rect, row)

    def _paint_words(
        self, painter: QPainter, rect: QRect, row: EventRow, *, bold: bool
    ) -> None:
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        small = QFontMetrics(self._small)
        painter.setFont(self._small)
        painter.setPen(self._theme.muted)
        time_rect = QRect(rect.left() + PAD, rect.top(), self._time_width, rect.height())
        elided = small.elidedText(row.when, Qt.TextElideMode.ElideRight, self._time_width)
        painter.drawText(time_rect, middle, elided)
        font = self._bold if bold else self._font
        painter.setFont(font)
        painter.setPen(self._theme.ink)
        room = self._title_room(rect.width(), len(row.presence))
        left = rect.left() + PAD + self._time_width + 8
        area = QRect(left, rect.top(), room, rect.height())
        if rect.height() < 2 * QFontMetrics(font).height():
            title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, room)
            painter.drawText(area, middle, title)
        else:
            painter.drawText(area, middle | int(Qt.TextFlag.TextWordWrap), row.title)

    def _style(self, number: int) -> int:
        return self.styles[number] if number < len(self.styles) else number

    def _paint_dots(self, painter: QPainter, rect: QRect, row: EventRow) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = row.presence[:MOST_DOTS]
        x = rect.right() - 8 - (len(shown) - 1) * DOT_STEP - DOT
        for number, presence in enumerate(shown):
            centre = QPointF(x + number * DOT_STEP, rect.center().y() + 0.5)
            paint_dot(painter, centre, DOT, self._theme.source(self._style(number)), presence)
