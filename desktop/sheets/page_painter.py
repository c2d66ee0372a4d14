"""A sheet on paper: pages with repeated column heads, cells cut between lines, a foot each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from db.sheets import palette
from db.sheets.model import Row, Sheet
from desktop.sheets.page_markup import UNITS, PageMarkup
from desktop.sheets.page_parts import PagePart
from desktop.theme import Theme, load_fonts

EVENT_SHARE: Final = 0.16
# A row that fills less than this part of a page is not cut.
KEPT: Final = 0.35
FOOT_HEIGHT: Final = 16 * UNITS
PADDING: Final = 4.5 * UNITS
# Nothing begins where fewer than some three lines are left.
LEAST_ROOM: Final = 44 * UNITS


class PagePainter:
    """Paints a sheet row by row; `width` and `height` of a page are in units of `UNITS` a point."""

    def __init__(
        self,
        sheet: Sheet,
        theme: Theme,
        painter: QPainter,
        width: float,
        height: float,
        new_page: Callable[[], object],
    ) -> None:
        load_fonts()
        self._sheet, self._painter, self._new_page = sheet, painter, new_page
        self._family = theme.interface_family
        self._width, self._height = width, height - FOOT_HEIGHT
        self._markup = PageMarkup(sheet, theme)
        self._css = self._markup.css()
        self._edges = self._column_edges()
        self._heads = self._cells(self._markup.column_heads())
        self._y = self._top = 0.0
        self.page = 0

    def rows(self) -> Iterator[int]:
        """Paint; yields the number of rows done after each, for progress."""
        self._begin_page(heads=False)
        self._put([self._across(self._markup.opening())])
        self._draw_heads()
        for number, row in enumerate(self._sheet.rows, start=1):
            self._put_row(row)
            yield number
        self._put([self._across(self._markup.closing())])
        self._draw_foot()

    def _column_edges(self) -> list[float]:
        """The left edge of every column, and the right edge of the page."""
        count = len(self._sheet.sources)
        first = self._width * EVENT_SHARE
        return [0.0, *(first + (self._width - first) * n / count for n in range(count + 1))]

    def _cells(self, cells: Sequence[str]) -> list[tuple[float, PagePart]]:
        """The parts of a row of cells, with where each begins."""
        made = []
        for cell, (left, right) in zip(cells, pairwise(self._edges), strict=True):
            width = right - left - 2 * PADDING
            made.append((left + PADDING, PagePart(cell, self._css, width)))
        return made

    def _across(self, markup: str) -> tuple[float, PagePart]:
        return PADDING, PagePart(markup, self._css, self._width - 2 * PADDING)

    @property
    def _room(self) -> float:
        return self._height - self._y

    def _begin_page(self, *, heads: bool = True) -> None:
        if self.page:
            self._draw_foot()
            self._new_page()
        self.page += 1
        self._y = self._top = 0.0
        if heads:
            self._draw_heads()

    def _draw_heads(self) -> None:
        self._y += PADDING
        for x, part in self._heads:
            part.draw(self._painter, x, self._y, 0, part.height)
        self._y += max(part.height for _, part in self._heads) + PADDING
        self._line("muted")
        self._top = self._y

    def _put_row(self, row: Row) -> None:
        cells = self._cells(self._markup.row(row))
        height = max(part.height for _, part in cells) + 2 * PADDING
        if height > self._room and (height <= KEPT * self._height or self._room < LEAST_ROOM):
            self._begin_page()
        if self._y > self._top:
            self._line("hairline")
        self._put(cells, self._markup.continued(row))

    def _put(self, cells: Sequence[tuple[float, PagePart]], continued: str = "") -> None:
        """Draw parts that begin at one height, over as many pages as they take."""
        done = [0.0] * len(cells)
        while True:
            self._y += PADDING
            drawn = 0.0
            for number, (x, part) in enumerate(cells):
                end = self._end(part, done[number])
                part.draw(self._painter, x, self._y, done[number], end)
                drawn = max(drawn, end - done[number])
                done[number] = end
            self._y += drawn + PADDING
            if all(d >= part.height for d, (_, part) in zip(done, cells, strict=True)):
                return
            self._begin_page()
            self._draw_continued(continued)

    def _end(self, part: PagePart, start: float) -> float:
        """How far a part can be drawn on this page."""
        end = part.cut(start, start + max(0.0, self._room))
        if end <= start < part.height and self._y - PADDING <= self._top:
            # Not even one line fits a whole page: cut it rather than never come to an end.
            return min(part.height, start + max(self._room, UNITS))
        return end

    def _draw_continued(self, markup: str) -> None:
        """Say over the rest of a row whose it is."""
        if markup:
            x, part = self._across(markup)
            self._y += PADDING
            part.draw(self._painter, x, self._y, 0, part.height)
            self._y += part.height
            self._top = self._y

    def _line(self, token: str) -> None:
        self._painter.setPen(QPen(QColor(palette.tokens("light")[token]), UNITS * 0.6))
        self._painter.drawLine(QPointF(0, self._y), QPointF(self._width, self._y))

    def _draw_foot(self) -> None:
        font = QFont(self._family)
        font.setPixelSize(round(7.5 * UNITS))
        self._painter.setFont(font)
        self._painter.setPen(QColor(palette.tokens("light")["muted"]))
        words = self._painter.fontMetrics().elidedText(
            self._markup.foot(self.page), Qt.TextElideMode.ElideMiddle, round(self._width)
        )
        place = QRectF(PADDING, self._height, self._width - PADDING, FOOT_HEIGHT)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(place, int(flags), words)
