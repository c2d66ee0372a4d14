"""How a row of the event list is drawn: time, title, a dot for each source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.events.event_model import ROW
from desktop.events.event_rows import MOST_DOTS, EventRow
from desktop.events.title_lines import Signs, TitleLines
from desktop.patterns import paint_dot
from desktop.theme import SECONDARY_PIXELS, Theme, interface_font, text_scale

Index = QModelIndex | QPersistentModelIndex
DOT, DOT_STEP, BAR, PAD = 3.6, 11, 3, 12
MOST_LINES = 2
LEAST_TITLE = 96
"""With less room for its title at ordinary type, a row has its time and dots above it."""
WIDEST_TIME = "~May 2011"


class Places(NamedTuple):
    """Where the parts of a row stand; of the dots only the height of their middles."""

    time: QRect
    title: QRect
    dots: int


class EventDelegate(QStyledItemDelegate):
    """Draws heads and events; titles take up to two lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.one_line = False
        self.current = 0
        self.styles: Sequence[int] = ()
        self.conflicts: Collection[int] = ()
        self.noted: Collection[int] = ()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        self._scale = text_scale()
        self._font = interface_font(theme)
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small = interface_font(theme, SECONDARY_PIXELS)
        self._head = QFont(self._small)
        self._head.setWeight(QFont.Weight.DemiBold)
        self._head.setCapitalization(QFont.Capitalization.AllUppercase)
        self._head.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        self.set_times(())

    def set_times(self, times: Iterable[str]) -> None:
        """Make room for the times that will be shown, up to a limit."""
        metrics = QFontMetrics(self._small)
        widest = max((metrics.horizontalAdvance(t) for t in times), default=0)
        self._time_width = min(widest, metrics.horizontalAdvance(WIDEST_TIME)) + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the head, or for one or two lines of title, the time above them if need be."""
        row: EventRow = index.data(ROW)
        line = QFontMetrics(self._bold).height()
        if not row.event:
            return QSize(100, line + 18)
        width = option.rect.width()
        width = width if width > 0 else self.parent().viewport().width()  # type: ignore[union-attr]
        lines = 1 if self.one_line else self._lines(row, width)
        above = QFontMetrics(self._small).height() if self._is_stacked(width) else 0
        return QSize(100, lines * line + 10 + above)

    def _lines(self, row: EventRow, width: int) -> int:
        room = self._places(QRect(0, 0, width, 0)).title.width()
        metrics = QFontMetrics(self._bold)
        wanted = metrics.horizontalAdvance(row.title) + self._signs(row).width
        return 1 if wanted <= room else MOST_LINES

    @property
    def _dots(self) -> int:
        return min(len(self.styles), MOST_DOTS)

    def _is_stacked(self, width: int) -> bool:
        """Whether a title beside its time and dots would have too little room."""
        return self._beside(width) < LEAST_TITLE * self._scale

    def _beside(self, width: int) -> int:
        dots = self._dots * DOT_STEP
        return width - PAD - self._time_room(width) - 8 - dots - 10

    def _places(self, rect: QRect) -> Places:
        """Where the time, the title and the dots of a row stand."""
        left, middle = rect.left() + PAD, rect.center().y()
        if not self._is_stacked(rect.width()):
            times = self._time_room(rect.width())
            room = self._beside(rect.width())
            return Places(
                QRect(left, rect.top(), times, rect.height()),
                QRect(left + times + 8, rect.top(), room, rect.height()),
                middle,
            )
        line, room = QFontMetrics(self._small).height(), rect.width() - PAD - 8
        dots = self._dots * DOT_STEP + 8
        return Places(
            QRect(left, rect.top() + 4, room - dots, line),
            QRect(left, rect.top() + 4 + line, room, rect.height() - line - 8),
            rect.top() + 4 + line // 2,
        )

    def _signs(self, row: EventRow) -> Signs:
        return Signs(row.event in self.conflicts, row.event in self.noted, self._scale)

    def _time_room(self, width: int) -> int:
        """The width of the column of times: at most a quarter, for titles matter more."""
        return min(self._time_width, width // 4)

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
        places = self._places(rect)
        self._paint_words(painter, places, row, bold=chosen)
        self._paint_dots(painter, QPointF(rect.right() - 8, places.dots + 0.5), row)

    def _paint_words(self, painter: QPainter, places: Places, row: EventRow, *, bold: bool) -> None:
        painter.setFont(self._small)
        painter.setPen(self._theme.muted)
        elided = painter.fontMetrics().elidedText(
            row.when, Qt.TextElideMode.ElideRight, places.time.width()
        )
        painter.drawText(places.time, int(Qt.AlignmentFlag.AlignVCenter), elided)
        font = self._bold if bold else self._font
        painter.setFont(font)
        painter.setPen(self._theme.ink)
        area, title = self._title(places, row, font)
        title.paint(painter, area, self._theme)

    def _title(self, places: Places, row: EventRow, font: QFont) -> tuple[QRect, TitleLines]:
        """The lines of a title and where they stand."""
        area, line = places.title, QFontMetrics(font).height()
        most = 1 if area.height() < 2 * line else MOST_LINES
        title = TitleLines.laid_out(row.title, font, area, most, self._signs(row))
        if len(title.lines) == 1 and area.top() > places.time.top():
            # One line where the current event's bold letters would take two: under its time.
            area = QRect(area.topLeft(), QSize(area.width(), line))
            title = TitleLines.laid_out(row.title, font, area, 1, self._signs(row))
        return area, title

    def note_area(self, rect: QRect, row: EventRow) -> QRectF:
        """Where in a row's rectangle the sign of its notes is; empty where it has none."""
        if row.event not in self.noted:
            return QRectF()
        font = self._bold if row.event == self.current else self._font
        return self._title(self._places(rect), row, font)[1].note_area

    def _style(self, number: int) -> int:
        return self.styles[number] if number < len(self.styles) else number

    def _paint_dots(self, painter: QPainter, end: QPointF, row: EventRow) -> None:
        """Draw a row's dots, the last one ending at a point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = row.presence[:MOST_DOTS]
        x = end.x() - (len(shown) - 1) * DOT_STEP - DOT
        for number, presence in enumerate(shown):
            centre = QPointF(x + number * DOT_STEP, end.y())
            paint_dot(painter, centre, DOT, self._theme.source(self._style(number)), presence)
