"""Draws one slot of a pane: what lies behind its words, the words, and what lies over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from desktop.reading.decoration import Mark, MarkStyle
from desktop.reading.flow import TEXT
from desktop.reading.marking import is_ground, paint_ground, paint_underline
from desktop.reading.pane_text import PassageKind

if TYPE_CHECKING:
    from desktop.reading.pane_painter import PanePainter

BULLET = "–"


@dataclass(slots=True)
class Marked:
    """What the reader has chosen: a selection and a caret, each on one side of the pane."""

    side: int = TEXT
    start: int = 0
    end: int = 0
    caret: int | None = None
    focused: bool = False
    focus_shown: bool = False
    action_focused: bool = False


class SlotPainter:
    """One slot at one painting; origin is where its first line begins in the viewport."""

    __slots__ = (
        "_dimmed",
        "_ground",
        "_index",
        "_marks",
        "_painter",
        "_pane",
        "_selected",
        "_slot",
        "_spans",
        "_top",
        "layout",
        "origin",
        "picture_ready",
    )

    def __init__(self, pane: PanePainter, painter: QPainter, index: int, top: int) -> None:
        body = pane.body
        self._pane, self._painter, self._index, self._top = pane, painter, index, top
        self._slot = slot = body.flow.slots[index]
        self.layout = body.layout(index)
        self.origin = QPointF(body.margins.text, top + body.head(index))
        self._spans = body.decoration.event.get(slot.passage)
        self._marks = body.decoration.marks(slot.passage) if slot.side == TEXT else ()
        self._dimmed = body.decoration.is_dimmed(slot.passage)
        self._selected = self._selection_boxes()
        self._ground = pane.style.tint if self._spans is not None else pane.theme.paper
        self.picture_ready = self._has_fitting_picture()

    def _has_fitting_picture(self) -> bool:
        """Return whether a picture drawn ahead shows just what is to be seen now."""
        if not self.layout.is_drawn or self._selected:
            return False
        if any(is_ground(mark.style) for mark in self._marks):
            return False
        ratio = self._painter.device().devicePixelRatio()
        colour = self._pane.pen_colour(self._slot, self.layout)
        return self.layout.has_picture(colour, self._ground, ratio)

    def paint(self, clip: QRectF) -> None:
        """Paint the slot; the paper is there already."""
        if self._spans is not None:
            self._paint_event()
        if self.picture_ready:
            self.layout.draw_picture(self._painter, self.origin)
        else:
            self._paint_grounds()
            self._painter.setPen(self._pane.pen_colour(self._slot, self.layout))
            self.layout.draw(self._painter, self.origin, clip)
        self._paint_bullet()
        self._paint_lines(self._narrow_spans())
        self._paint_lines(self._marks)
        if self._dimmed:
            self._paint_dimmed_margin()
        self._paint_caret()

    def _paint_event(self) -> None:
        body, pane, top = self._pane.body, self._pane, self._top
        ground = pane.event_rect(self._index, top)
        end = top + body.tail_top(self._index)
        if self.picture_ready:
            # The picture brings its own tint; only what lies above and below it is missing.
            above, below = QRectF(ground), QRectF(ground)
            above.setBottom(self.origin.y())
            below.setTop(end)
            self._painter.fillRect(above, pane.style.tint)
            self._painter.fillRect(below, pane.style.tint)
        else:
            self._painter.fillRect(ground, pane.style.tint)
        first = self.origin.y() if self._slot.side == TEXT else top
        last = end if body.ends_passage(self._index) else end + body.gap(self._index)
        bar = QRectF(body.margins.bar, first, body.margins.bar_width, last - first)
        pane.bars.paint(self._painter, bar, pane.style)

    def _paint_grounds(self) -> None:
        for mark in self._marks:
            if is_ground(mark.style):
                boxes = self._boxes(mark.start, mark.end)
                paint_ground(self._painter, boxes, mark.style, self._pane.theme)
        theme = self._pane.theme
        colour = theme.accent_tint if self._pane.marked.focused else theme.selection
        for box in self._selected:
            self._painter.fillRect(box, colour)

    def _paint_lines(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            if not is_ground(mark.style):
                boxes = self._boxes(mark.start, mark.end)
                colours = self._pane.style, self._pane.theme
                paint_underline(self._painter, boxes, mark.style, self.layout.style, colours)

    def _narrow_spans(self) -> Iterable[Mark]:
        """Yield the event's spans that are narrower than their passage."""
        if self._slot.side != TEXT:
            return
        text = self._pane.body.text
        for span in self._spans or ():
            whole = text.ends[span.passage] - text.starts[span.passage]
            if 0 < span.end - span.start < whole:
                yield Mark(span.start, span.end, MarkStyle.SPAN)

    def _selection_boxes(self) -> Sequence[QRectF]:
        marked = self._pane.marked
        if marked.side != self._slot.side or marked.start >= marked.end:
            return ()
        return self._boxes(marked.start, marked.end)

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of edition offsets as far as they lie in the slot."""
        slot = self._slot
        first, last = max(start, slot.start), min(end, slot.end)
        if first >= last:
            return []
        found = self.layout.boxes(first - slot.start, last - slot.start)
        return [box.translated(self.origin) for box in found]

    def _paint_caret(self) -> None:
        marked, slot, layout = self._pane.marked, self._slot, self.layout
        if marked.caret is None or marked.side != slot.side or not marked.focused:
            return
        inside = slot.start <= marked.caret < slot.end
        if not inside and not (slot.closes and marked.caret == slot.end):
            return
        point = marked.caret - slot.start
        y = self.origin.y() + layout.line_of(point) * layout.style.line
        x = round(self.origin.x() + layout.caret_x(point))
        place = QRectF(x - 1, y + 2, 2, layout.style.line - 4)
        self._painter.fillRect(place, self._pane.theme.accent)

    def _paint_bullet(self) -> None:
        slot, text = self._slot, self._pane.body.text
        if slot.side != TEXT or not slot.opens or self.layout.mixed:
            return
        if text.kinds[slot.passage] != PassageKind.LIST_ITEM:
            return
        if text.text[slot.start : slot.start + 1].isalpha():
            self._painter.setPen(self._pane.theme.muted)
            self._painter.setFont(self.layout.style.font)
            self._painter.drawText(self.origin + QPointF(0, self.layout.style.baseline), BULLET)

    def _paint_dimmed_margin(self) -> None:
        columns = self._pane.body.margins
        area = QRectF(
            columns.bar - columns.bar_width - 3,
            self.origin.y(),
            columns.bar_width,
            self.layout.height,
        )
        self._painter.fillRect(area, hatch(self._pane.theme.muted))


def hatch(colour: QColor) -> QBrush:
    """Return fine slanted lines in a colour, to say "greyed" without colour."""
    tile = QPixmap(4, 4)
    tile.fill(QColor(0, 0, 0, 0))
    painter = QPainter(tile)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(0, 3, 3, 0)
    painter.end()
    return QBrush(tile)
