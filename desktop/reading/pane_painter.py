"""Draws what is in sight of a pane: margins, tints, words and marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from desktop.patterns import paint_silence
from desktop.reading.bar_pictures import BarPictures
from desktop.reading.body import ROW_GAP, PaneBody
from desktop.reading.decoration import Mark, MarkStyle, Span
from desktop.reading.flow import COMPANION, NOTHING, TEXT, Slot
from desktop.reading.marking import is_ground, paint_ground, paint_underline
from desktop.reading.pane_text import PassageKind
from desktop.reading.passage_layout import PassageLayout
from desktop.reading.silence_box import left_edge
from desktop.theme import SourceStyle, Theme

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


class PanePainter:
    """Paints slots from their layouts; it asks for nothing that is not in sight."""

    def __init__(self, body: PaneBody, theme: Theme, style: SourceStyle) -> None:
        self.body = body
        self.theme = theme
        self.style = style
        self.marked = Marked()
        self._bars = BarPictures()

    def paint(self, painter: QPainter, slots: Iterable[tuple[int, int]], clip: QRectF) -> None:
        """Paint slots, given with the y of their tops, inside a rectangle of the viewport."""
        painter.fillRect(clip, self.theme.paper)
        shown = list(slots)
        for index, top in shown:
            slot = self.body.flow.slots[index]
            if slot.side == NOTHING:
                self._paint_empty_row(painter, index, top)
            else:
                self._paint_slot(painter, index, slot, top, clip)
        self._paint_labels(painter, shown)
        self._paint_silence(painter, shown)
        if self.body.flow.rows:
            self._paint_row_lines(painter, shown)
        if self.marked.focus_shown:
            painter.fillRect(QRectF(0, clip.top(), 2, clip.height()), self.theme.accent)

    def _paint_slot(
        self, painter: QPainter, index: int, slot: Slot, top: int, clip: QRectF
    ) -> None:
        body = self.body
        layout = body.layout(index)
        origin = QPointF(body.margins.text, top + body.head(index))
        spans = body.decoration.event.get(slot.passage)
        if spans is not None:
            self._paint_event(painter, index, top)
        marks = body.decoration.marks(slot.passage) if slot.side == TEXT else ()
        lined = [mark for mark in marks if not is_ground(mark.style)]
        plain = not self._paint_selection(painter, layout, slot, origin)
        if len(lined) < len(marks):
            plain = False
            self._paint_grounds(painter, layout, slot, origin, marks)
        ground = self.style.tint if spans is not None else self.theme.paper
        painter.setPen(self.pen_colour(slot, layout))
        layout.draw(painter, origin, clip, ground if plain else None)
        self._paint_bullet(painter, layout, slot, origin)
        if spans is not None and slot.side == TEXT:
            narrow = (Mark(s.start, s.end, MarkStyle.SPAN) for s in self._narrow(spans))
            self._paint_lines(painter, layout, slot, origin, narrow)
        self._paint_lines(painter, layout, slot, origin, lined)
        if body.decoration.is_dimmed(slot.passage):
            self._paint_dimmed_margin(painter, index, top)
        self._paint_caret(painter, layout, slot, origin)

    def _paint_grounds(
        self,
        painter: QPainter,
        layout: PassageLayout,
        slot: Slot,
        origin: QPointF,
        marks: Iterable[Mark],
    ) -> None:
        for mark in marks:
            if is_ground(mark.style):
                boxes = _boxes(layout, slot, mark.start, mark.end, origin)
                paint_ground(painter, boxes, mark.style, self.theme)

    def _paint_lines(
        self,
        painter: QPainter,
        layout: PassageLayout,
        slot: Slot,
        origin: QPointF,
        marks: Iterable[Mark],
    ) -> None:
        for mark in marks:
            boxes = _boxes(layout, slot, mark.start, mark.end, origin)
            paint_underline(painter, boxes, mark.style, layout.style, (self.style, self.theme))

    def pen_colour(self, slot: Slot, layout: PassageLayout) -> QColor:
        """Return the colour a slot's words are drawn in."""
        quiet = layout.style.muted or self.body.decoration.is_dimmed(slot.passage)
        return self.theme.muted if quiet else self.theme.ink

    def event_rect(self, index: int, top: int) -> QRectF:
        """Return the ground behind a slot of the current event."""
        body = self.body
        slot = body.flow.slots[index]
        spread = body.typography.style(TEXT, PassageKind.PARAGRAPH).gap // 2
        first = top + body.head(index) - spread if slot.opens and slot.side == TEXT else top
        end = top + body.tail_top(index)
        end += spread if body.ends_passage(index) else body.gap(index)
        return QRectF(body.margins.text - 4, first, body.margins.width + 8, end - first)

    def _paint_event(self, painter: QPainter, index: int, top: int) -> None:
        body = self.body
        ground = self.event_rect(index, top)
        painter.fillRect(ground, self.style.tint)
        first = top + body.head(index) if body.flow.slots[index].side == TEXT else top
        last = top + body.tail_top(index)
        if not body.ends_passage(index):
            last += body.gap(index)
        bar = QRectF(body.margins.bar, first, body.margins.bar_width, last - first)
        self._bars.paint(painter, bar, self.style)

    def _narrow(self, spans: Iterable[Span]) -> Iterable[Span]:
        """Yield the spans that are narrower than their passage."""
        text = self.body.text
        for span in spans:
            whole = text.ends[span.passage] - text.starts[span.passage]
            if 0 < span.end - span.start < whole:
                yield span

    def _paint_selection(
        self, painter: QPainter, layout: PassageLayout, slot: Slot, origin: QPointF
    ) -> bool:
        """Paint the selection's part in a slot and return whether there is any."""
        marked = self.marked
        if marked.side != slot.side or marked.start >= marked.end:
            return False
        colour = self.theme.accent_tint if marked.focused else self.theme.selection
        boxes = _boxes(layout, slot, marked.start, marked.end, origin)
        for box in boxes:
            painter.fillRect(box, colour)
        return bool(boxes)

    def _paint_caret(
        self, painter: QPainter, layout: PassageLayout, slot: Slot, origin: QPointF
    ) -> None:
        marked = self.marked
        if marked.caret is None or marked.side != slot.side or not marked.focused:
            return
        inside = slot.start <= marked.caret < slot.end
        if not inside and not (slot.closes and marked.caret == slot.end):
            return
        point = marked.caret - slot.start
        y = origin.y() + layout.line_of(point) * layout.style.line
        x = round(origin.x() + layout.caret_x(point))
        painter.fillRect(QRectF(x - 1, y + 2, 2, layout.style.line - 4), self.theme.accent)

    def _paint_bullet(
        self, painter: QPainter, layout: PassageLayout, slot: Slot, origin: QPointF
    ) -> None:
        if slot.side != TEXT or not slot.opens or layout.mixed:
            return
        if self.body.text.kinds[slot.passage] != PassageKind.LIST_ITEM:
            return
        if self.body.text.text[slot.start : slot.start + 1].isalpha():
            painter.setFont(layout.style.font)
            painter.drawText(origin + QPointF(0, layout.style.baseline), BULLET)

    def _paint_dimmed_margin(self, painter: QPainter, index: int, top: int) -> None:
        body = self.body
        first, last = top + body.head(index), top + body.tail_top(index)
        width = body.margins.bar_width
        x = body.margins.bar - width - 3
        painter.fillRect(QRectF(x, first, width, last - first), hatch(self.theme.muted))

    def _paint_labels(self, painter: QPainter, shown: list[tuple[int, int]]) -> None:
        """Paint addresses, edition labels and the notice, which share one font and colour."""
        body = self.body
        painter.setFont(body.typography.label)
        painter.setPen(self.theme.muted)
        for index, top in shown:
            slot = body.flow.slots[index]
            if slot.side == NOTHING or not slot.opens:
                continue
            if slot.side == COMPANION:
                x = body.margins.text + body.typography.companion.indent
                base = top + body.typography.label_line * 0.8
                painter.drawText(QPointF(x, base), body.edition(COMPANION).edition)
                continue
            base = top + body.head(index) + body.layout(index).style.baseline
            painter.drawText(QPointF(body.margins.address, base), body.text.addresses[slot.passage])
            if body.decoration.has_notice(slot.passage):
                self._paint_notice(painter, top + body.head(index))

    def _paint_notice(self, painter: QPainter, text_top: int) -> None:
        body = self.body
        y = text_top - body.notice_gap - body.typography.label_line
        painter.drawText(
            QPointF(body.margins.text, y + body.typography.label_line * 0.8),
            body.decoration.notice,
        )
        line = y + body.typography.label_line
        painter.fillRect(
            QRectF(body.margins.text, line, body.margins.width, 1), self.theme.hairline
        )

    def _paint_silence(self, painter: QPainter, shown: list[tuple[int, int]]) -> None:
        box, top = self.body.silence_box, self.silence_top(shown)
        if box is None or top is None or self.body.flow.rows:
            return
        box.paint(painter, top, self.theme, focused=self.marked.action_focused)

    def silence_top(self, shown: Iterable[tuple[int, int]]) -> int | None:
        """Return the y where the silence bar is in sight, or None."""
        body = self.body
        if body.silence_box is None:
            return None
        place, y = (-1, 0) if body.flow.rows else body.silence_place()
        for index, top in shown:
            if index == place or body.flow.slots[index].side == NOTHING:
                return top + y
        return None

    def _paint_empty_row(self, painter: QPainter, index: int, top: int) -> None:
        body = self.body
        left = left_edge(body.margins)
        gap = ROW_GAP if index + 1 < len(body.flow) else 0
        height = body.height(index) - gap
        area = QRectF(left, top, body.margins.right + 4 - left, height)
        paint_silence(painter, area, self.theme)
        if body.silence_box is not None:
            focused = self.marked.action_focused
            body.silence_box.paint_words(painter, top, self.theme, focused=focused)

    def _paint_row_lines(self, painter: QPainter, shown: list[tuple[int, int]]) -> None:
        body = self.body
        for index, top in shown:
            following = index + 1
            rows = body.flow.rows
            if following < len(rows) and rows[following] != rows[index]:
                y = top + body.height(index) - ROW_GAP // 2
                painter.setPen(QPen(self.theme.hairline, 1))
                painter.drawLine(body.margins.address, y, body.margins.right, y)


def _boxes(
    layout: PassageLayout, slot: Slot, start: int, end: int, origin: QPointF
) -> list[QRectF]:
    """Return the boxes of edition offsets as far as they lie in a slot."""
    first, last = max(start, slot.start), min(end, slot.end)
    if first >= last:
        return []
    found = layout.boxes(first - slot.start, last - slot.start)
    return [box.translated(origin) for box in found]


def hatch(colour: QColor) -> QBrush:
    """Return fine slanted lines in a colour, to say "greyed" without colour."""
    tile = QPixmap(4, 4)
    tile.fill(QColor(0, 0, 0, 0))
    painter = QPainter(tile)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(0, 3, 3, 0)
    painter.end()
    return QBrush(tile)
