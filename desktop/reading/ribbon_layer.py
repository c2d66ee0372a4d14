"""The ribbons of the current event, one strip between each two neighbouring columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal

from desktop.reading.column import Column
from desktop.reading.columns_box import ColumnsBox
from desktop.reading.ribbons import Ribbon, RibbonStrip
from desktop.theme import Theme


class JoinedWords(NamedTuple):
    """Words of two columns that a link joins, as code points of the editions they show."""

    start: int
    end: int
    other_start: int
    other_end: int
    dashed: bool
    sign: str


# Gives the links between what two columns show.
Links = Callable[[Column, Column], Sequence[JoinedWords]]


def no_links(left: Column, right: Column) -> Sequence[JoinedWords]:
    """Join nothing."""
    return ()


class RibbonLayer(QObject):
    """Draws what joins the columns' passages; redrawn once however much has moved."""

    switched = Signal(bool)
    """The ribbons were shown or hidden."""

    def __init__(self, box: ColumnsBox, theme: Theme) -> None:
        super().__init__(box)
        self.links: Links = no_links
        self._box = box
        self._theme = theme
        self._on = False
        self._strips: list[RibbonStrip] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw)

    def set_on(self, on: bool) -> None:
        """Show or hide the ribbons."""
        if on != self._on:
            self._on = on
            self.switched.emit(on)
        self.schedule()

    @property
    def is_on(self) -> bool:
        """Whether ribbons are shown."""
        return self._on

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.schedule()

    def schedule(self) -> None:
        """Draw anew as soon as everything has moved."""
        if self._on or self._strips:
            self._timer.start()

    def _draw(self) -> None:
        # One above another they touch no neighbour's passages.
        beside = self._box.splitter.orientation() == Qt.Orientation.Horizontal
        columns = self._box.shown() if self._on and beside else []
        pairs = list(pairwise(columns))
        while len(self._strips) > len(pairs):
            strip = self._strips.pop()
            strip.setParent(None)
            strip.deleteLater()
        while len(self._strips) < len(pairs):
            self._strips.append(RibbonStrip(self._box))
        for strip, (left, right) in zip(self._strips, pairs, strict=True):
            self._draw_between(strip, left, right)

    def _draw_between(self, strip: RibbonStrip, left: Column, right: Column) -> None:
        ours, theirs = self._rects(left), self._rects(right)
        links = self._link_rects(left, right)
        area = _between(
            [*ours, *(a for a, _, _ in links)],
            [*theirs, *(b for _, b, _ in links)],
            self._viewport(left),
            self._viewport(right),
        )
        strip.setGeometry(area)
        strip.raise_()
        strip.show()
        shift = -area.topLeft()
        styles = self._theme.source(left.source.style), self._theme.source(right.source.style)
        events = [
            Ribbon(a.translated(shift), b.translated(shift), *styles) for a in ours for b in theirs
        ]
        joined = [
            Ribbon(a.translated(shift), b.translated(shift), *styles, link.dashed, link.sign)
            for a, b, link in links
        ]
        strip.set_ribbons([*events, *joined])

    def _link_rects(self, left: Column, right: Column) -> list[tuple[QRect, QRect, JoinedWords]]:
        """The lines that linked words take in both columns, where both are in sight."""
        found = []
        for link in self.links(left, right):
            one = self._words_rect(left, link.start, link.end)
            other = self._words_rect(right, link.other_start, link.other_end)
            if one is not None and other is not None:
                found.append((one, other, link))
        return found

    def _words_rect(self, column: Column, start: int, end: int) -> QRect | None:
        boxes = column.pane.span_rects(start, end)
        viewport, margins = column.pane.viewport(), column.pane.body.margins
        lines = QRect()
        for box in boxes:
            lines = lines.united(box)
        if lines.isEmpty() or not lines.intersects(viewport.rect()):
            return None
        rect = QRect(margins.text - 4, lines.top(), margins.width + 8, lines.height())
        return rect.translated(viewport.mapTo(self._box, QPoint(0, 0)))

    def _rects(self, column: Column) -> list[QRect]:
        viewport = column.pane.viewport()
        corner = viewport.mapTo(self._box, QPoint(0, 0))
        rects = column.pane.event_rects()
        # Every passage joined to every other would be a thicket: one at the event line is shown.
        line = column.pane.scroller.event_line
        near = min(rects, key=lambda r: abs(r.top() - line), default=None)
        return [near.translated(corner)] if near is not None else []

    def _viewport(self, column: Column) -> QRect:
        viewport = column.pane.viewport()
        return QRect(viewport.mapTo(self._box, QPoint(0, 0)), viewport.size())


def _between(ours: list[QRect], theirs: list[QRect], left: QRect, right: QRect) -> QRect:
    start = max((r.right() for r in ours), default=left.right() - 8)
    end = min((r.left() for r in theirs), default=right.left() + 8)
    top, bottom = min(left.top(), right.top()), max(left.bottom(), right.bottom())
    return QRect(start, top, max(1, end - start), bottom - top + 1)
