"""Draws the slots of a pane: what lies behind their words, the words, and what lies over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.reading.decoration import Mark, MarkStyle, Span
from desktop.reading.flow import TEXT, Slot
from desktop.reading.marking import is_ground, paint_ground, paint_underline
from desktop.reading.pane_text import PassageKind
from desktop.reading.passage_layout import PassageLayout
from desktop.theme import SourceStyle

if TYPE_CHECKING:
    from desktop.reading.pane_painter import PanePainter

BULLET = "–"


class Marked:
    """What the reader has chosen: a selection and a caret, each on one side of the pane."""

    def __init__(self) -> None:
        self.side = TEXT
        self.start = self.end = 0
        self.caret: int | None = None
        self.focused = self.focus_shown = self.action_focused = False

    def state(self) -> tuple[object, ...]:
        """Return all of it, to be compared with another time."""
        return (
            self.side, self.start, self.end, self.caret,
            self.focused, self.focus_shown, self.action_focused,
        )  # fmt: skip


class SeenSlot(NamedTuple):
    """A slot with words at one painting; origin is where its first line begins in the viewport.

    top is the slot's own, end where its lines end; spans are the current event's, None where the
    event is not spoken of.
    """

    number: int
    top: int
    end: int
    slot: Slot
    layout: PassageLayout
    origin: QPointF
    spans: Sequence[Span] | None
    marks: Sequence[Mark]
    selected: Sequence[QRectF]
    dimmed: bool


MANY = 200
"""So many marks in a passage are not all asked where they lie: most of it is out of sight."""


class SlotPainter:
    """Paints slots of one pane at one painting."""

    def __init__(self, pane: PanePainter, painter: QPainter) -> None:
        self._pane, self._painter, self._body = pane, painter, pane.body
        marked = pane.marked
        self._selecting = marked.start < marked.end
        self._caret = marked.caret if marked.focused else None

    def see(self, index: int, top: int, clip: QRectF) -> SeenSlot:
        """Return what is to be seen, within a rectangle, of a slot whose top is at a y."""
        body = self._body
        slot, head, end, _ = body.measure(index)
        layout, decoration, passage = body.layout(index), body.decoration, slot.passage
        origin = QPointF(body.margins.text, top + head)
        spans = decoration.event.get(passage)
        marks = decoration.marks(passage) if slot.side == TEXT else ()
        if len(marks) > MANY:
            marks = _in_sight(marks, slot, layout, clip.translated(0, -origin.y()))
        selected = self._selection(slot, layout, origin) if self._selecting else ()
        dimmed = decoration.dimmed is not None and decoration.is_dimmed(passage)
        return SeenSlot(index, top, top + end, slot, layout, origin, spans, marks, selected, dimmed)

    def paint(self, seen: SeenSlot, clip: QRectF) -> None:
        """Paint a slot; the paper is there already."""
        if seen.spans is not None:
            self._paint_event(seen)
        self._paint_words(seen, clip)
        if seen.slot.opens and seen.slot.side == TEXT:
            self._paint_bullet(seen)
        if seen.spans:
            self._paint_lines(seen, self._narrow_spans(seen))
        if seen.marks:
            self._paint_lines(seen, seen.marks)
        if seen.dimmed:
            self._paint_dimmed_margin(seen)
        if self._caret is not None:
            self._paint_caret(seen, self._caret)

    def _paint_event(self, seen: SeenSlot) -> None:
        body, pane = self._body, self._pane
        y = seen.origin.y()
        style = self._style(seen)
        self._painter.fillRect(pane.event_rect(seen.number, seen.top), style.tint)
        first = y if seen.slot.side == TEXT else seen.top
        last = seen.end if body.ends_passage(seen.number) else seen.end + body.gap(seen.number)
        bar = QRectF(body.margins.bar, first, body.margins.bar_width, last - first)
        pane.bars.paint(self._painter, bar, style)

    def _style(self, seen: SeenSlot) -> SourceStyle:
        """The source's own, in grey where nobody had published the passage yet."""
        style, theme = self._pane.style, self._pane.theme
        return style._replace(colour=theme.muted, tint=theme.panel) if seen.dimmed else style

    def _paint_words(self, seen: SeenSlot, clip: QRectF) -> None:
        theme = self._pane.theme
        for mark in seen.marks:
            if is_ground(mark.style):
                paint_ground(self._painter, self._boxes(seen, mark), mark.style, theme)
        if seen.selected:
            colour = theme.accent_tint if self._pane.marked.focused else theme.selection
            for box in seen.selected:
                self._painter.fillRect(box, colour)
        quiet = seen.dimmed or seen.layout.style.muted
        self._painter.setPen(theme.muted if quiet else theme.ink)
        seen.layout.draw(self._painter, seen.origin, clip)

    def _paint_lines(self, seen: SeenSlot, marks: Iterable[Mark]) -> None:
        colours, style = (self._style(seen), self._pane.theme), seen.layout.style
        for mark in marks:
            if not is_ground(mark.style):
                boxes = self._boxes(seen, mark)
                paint_underline(self._painter, boxes, mark.style, style, colours)

    def _narrow_spans(self, seen: SeenSlot) -> Iterable[Mark]:
        """Yield the event's spans that are narrower than their passage."""
        if seen.slot.side != TEXT:
            return
        text = self._body.text
        for span in seen.spans or ():
            whole = text.ends[span.passage] - text.starts[span.passage]
            if 0 < span.end - span.start < whole:
                yield Mark(span.start, span.end, MarkStyle.SPAN)

    def _selection(self, slot: Slot, layout: PassageLayout, origin: QPointF) -> Sequence[QRectF]:
        marked = self._pane.marked
        if marked.side != slot.side:
            return ()
        return boxes_in(slot, layout, origin, marked.start, marked.end)

    def _boxes(self, seen: SeenSlot, mark: Mark) -> list[QRectF]:
        return boxes_in(seen.slot, seen.layout, seen.origin, mark.start, mark.end)

    def _paint_caret(self, seen: SeenSlot, caret: int) -> None:
        slot, layout = seen.slot, seen.layout
        if self._pane.marked.side != slot.side:
            return
        inside = slot.start <= caret < slot.end
        if not inside and not (slot.closes and caret == slot.end):
            return
        point = caret - slot.start
        y = seen.origin.y() + layout.line_of(point) * layout.style.line
        x = round(seen.origin.x() + layout.caret_x(point))
        place = QRectF(x - 1, y + 2, 2, layout.style.line - 4)
        self._painter.fillRect(place, self._pane.theme.accent)

    def _paint_bullet(self, seen: SeenSlot) -> None:
        slot, text = seen.slot, self._body.text
        if text.kinds[slot.passage] != PassageKind.LIST_ITEM or seen.layout.mixed:
            return
        if text.text[slot.start : slot.start + 1].isalpha():
            style, font = seen.layout.style, self._painter.font()
            self._painter.setPen(self._pane.theme.muted)
            self._painter.setFont(style.font)
            self._painter.drawText(seen.origin + QPointF(0, style.baseline), BULLET)
            self._painter.setFont(font)

    def _paint_dimmed_margin(self, seen: SeenSlot) -> None:
        columns, y = self._body.margins, seen.origin.y()
        x = columns.bar + columns.bar_width + 2
        area = QRectF(x, y, columns.bar_width, seen.layout.height)
        self._pane.bars.paint_hatched(self._painter, area, self._pane.theme.muted)


def _in_sight(
    marks: Sequence[Mark], slot: Slot, layout: PassageLayout, clip: QRectF
) -> Sequence[Mark]:
    """Return the marks that reach into the lines of a slot that a rectangle cuts."""
    line = layout.style.line
    first = slot.start + layout.line_range(max(0, int(clip.top() // line)))[0]
    last = slot.start + layout.line_range(max(0, int(clip.bottom() // line) + 1))[1]
    return [mark for mark in marks if mark.end > first and mark.start < last]


def boxes_in(
    slot: Slot, layout: PassageLayout, origin: QPointF, start: int, end: int
) -> list[QRectF]:
    """Return the boxes of edition offsets as far as they lie in a slot, from its origin on."""
    first, last = max(start, slot.start), min(end, slot.end)
    if first >= last:
        return []
    found = layout.boxes(first - slot.start, last - slot.start)
    return [box.translated(origin) for box in found]
