"""Pages one below another, drawn when they come in sight and as large as the reader wants them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.theme import Theme, interface_font

GAP: Final = 14
MOST_KEPT: Final = 24
"""Pictures of pages, of some 4 MB each."""
PIXELS: Final = 1400
"""The least width of a page's picture: sharp at twice the size it is mostly shown at."""
MOST_PIXELS: Final = 2800
ZOOMS: Final = (1.0, 1.25, 1.5, 2.0, 3.0)


class PageStack(QWidget):
    """The pages; sizes are in points, pictures come later and are asked for by `wanted`."""

    wanted = Signal(list)
    """The numbers of pages in sight that have no picture, the first being 0."""
    replaced = Signal()
    """There are other pages, which need other room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sizes: Sequence[QSizeF] = ()
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._stale: set[int] = set()
        self.setAccessibleName(self.tr("Pages"))

    def set_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show other pages; the pictures of the old ones stay until there are new ones."""
        if list(sizes[:1]) != list(self._sizes[:1]):
            self._pictures.clear()
        self._sizes = sizes
        for number in [n for n in self._pictures if n >= len(sizes)]:
            del self._pictures[number]
        self._stale = set(self._pictures)
        self.setAccessibleDescription(self.tr("%n page(s) shown", None, len(sizes)))
        self.replaced.emit()
        self.update()

    def add_pictures(self, pictures: Iterable[tuple[int, QImage]]) -> None:
        """Take pictures of pages by their numbers."""
        for number, picture in pictures:
            self._pictures[number] = picture
            self._pictures.move_to_end(number)
            self._stale.discard(number)
        while len(self._pictures) > MOST_KEPT:
            self._pictures.popitem(last=False)
        self.update()

    def pixels(self) -> int:
        """How wide a picture is that is sharp here."""
        width = round(self.width() * self.devicePixelRatioF())
        return min(MOST_PIXELS, max(PIXELS, width))

    @property
    def pages(self) -> tuple[QImage, ...]:
        """The pictures there are, in the order of the pages."""
        return tuple(self._pictures[number] for number in sorted(self._pictures))

    def __len__(self) -> int:
        return len(self._sizes)

    def rects(self, width: int = 0) -> list[QRect]:
        """Where each page is, in a room of some width or else in this one."""
        width = max(1, (width or self.width()) - 2)
        y, rects = 1, []
        for size in self._sizes:
            height = round(size.height() * width / size.width())
            rects.append(QRect(1, y, width, height))
            y += height + GAP
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in sight, blank where they are not drawn yet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._theme.panel)
        painter.setFont(interface_font(self._theme))
        missing = []
        for number, rect in enumerate(self.rects()):
            if not rect.intersects(event.rect()):
                continue
            picture = self._pictures.get(number)
            if picture is None:
                self._paint_blank(painter, rect, number)
            else:
                painter.drawImage(rect, picture)
            if picture is None or number in self._stale or picture.width() < self.pixels() - 2:
                missing.append(number)
            painter.setPen(QPen(self._theme.hairline, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.end()
        if missing:
            self.wanted.emit(missing)

    def _paint_blank(self, painter: QPainter, rect: QRect, number: int) -> None:
        painter.fillRect(rect, Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.darkGray)
        words = self.tr("page {number}").format(number=number + 1)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


class PageScroll(QScrollArea):
    """Room for pages: Page Up and Down turn them, Ctrl with + and - make them larger or smaller."""

    moved = Signal()
    """Another page is in sight, or the pages have another size."""

    def __init__(self, stack: PageStack, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack = stack
        self._zoom = 0
        self.setWidget(stack)
        # One that came and went would make the pages narrower and wider in turn.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("page_scroll")
        self.setStyleSheet(
            "#page_scroll { border: 2px solid transparent; }"
            f"#page_scroll:focus {{ border-color: {theme.accent.name()}; }}"
        )
        stack.replaced.connect(self._fit)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    def _moved(self) -> None:
        self.moved.emit()

    @property
    def zoom(self) -> float:
        """How much wider than the room the pages are."""
        return ZOOMS[self._zoom]

    @property
    def page(self) -> int:
        """The page at the top, from 0; -1 = there is none."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        return sum(rect.top() <= top for rect in self._stack.rects()) - 1

    def go_to(self, page: int) -> None:
        """Bring a page to the top, as far as there is one."""
        rects = self._stack.rects()
        if rects:
            page = max(0, min(len(rects) - 1, page))
            self.verticalScrollBar().setValue(rects[page].top() - 1)

    def zoom_by(self, steps: int) -> None:
        """Make the pages larger or smaller; 0 = as wide as the room."""
        page = self.page
        most = len(ZOOMS) - 1
        self._zoom = max(0, min(most, self._zoom + steps)) if steps else 0
        self._fit()
        self.go_to(page)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as they were, measured by the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().size()
        width = round(room.width() * self.zoom)
        rects = self._stack.rects(width)
        height = rects[-1].bottom() + 2 if rects else 0
        self._stack.resize(width, max(height, room.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom; the arrows scroll."""
        zooms = ((QKeySequence.StandardKey.ZoomIn, 1), (QKeySequence.StandardKey.ZoomOut, -1))
        turns = {Qt.Key.Key_PageUp: self.page - 1, Qt.Key.Key_PageDown: self.page + 1,
                 Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._stack) - 1}  # fmt: skip
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_0:
            self.zoom_by(0)
        elif any(event.matches(keys) for keys, _ in zooms):
            self.zoom_by(next(by for keys, by in zooms if event.matches(keys)))
        elif Qt.Key(event.key()) in turns:
            self.go_to(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As much as a page lying on its side needs to be read."""
        return QSize(620, 600)

    def minimumSizeHint(self) -> QSize:
        """A part of a page."""
        return QSize(260, 160)
