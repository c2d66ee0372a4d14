"""Draws what is in sight of a pane: paper, slots, labels, silences and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.patterns import paint_silence
from desktop.reading.bar_pictures import BarPictures
from desktop.reading.body import ROW_GAP, PaneBody
from desktop.reading.flow import COMPANION, NOTHING, TEXT
from desktop.reading.pane_text import PassageKind
from desktop.reading.silence_box import left_edge
from desktop.reading.slot_painter import Marked, SeenSlot, SlotPainter
from desktop.theme import SourceStyle, Theme


class PanePainter:
    """Paints slots from their layouts; it asks for nothing that is not in sight."""

    def __init__(self, body: PaneBody, theme: Theme, style: SourceStyle) -> None:
        self.body = body
        self.theme = theme
        self.style = style
        self.marked = Marked()
        self.bars = BarPictures()

    def paint(self, painter: QPainter, slots: Iterable[tuple[int, int]], clip: QRectF) -> None:
        """Paint slots, given with the y of their tops, inside a rectangle of the viewport."""
        shown = list(slots)
        words = SlotPainter(self, painter)
        seen = [
            words.see(index, top, clip)
            for index, top in shown
            if self.body.flow.slots[index].side != NOTHING
        ]
        painter.setFont(self.body.typography.label)
        paper = self._paint_paper(painter, clip, seen)
        next(paper, None)
        for slot in seen:
            next(paper, None)
            words.paint(slot, clip)
        if len(seen) < len(shown):
            self._paint_empty_rows(painter, shown)
        self._paint_labels(painter, seen)
        self._paint_silence(painter, shown)
        if self.body.flow.rows:
            self._paint_row_lines(painter, shown)
        if self.marked.focus_shown:
            painter.fillRect(QRectF(0, clip.top(), 2, clip.height()), self.theme.accent)

    def _paint_paper(self, painter: QPainter, clip: QRectF, seen: list[SeenSlot]) -> Iterator[None]:
        """Fill the paper down to the end of one more slot at each step.

        Words are fastest drawn on what has just been filled; that is to be one slot further, for
        letters may reach out of their line.
        """
        y = clip.top()
        for slot in seen:
            if slot.end > y:
                painter.fillRect(
                    QRectF(clip.left(), y, clip.width(), slot.end - y), self.theme.paper
                )
                y = slot.end
            yield
        if y < clip.bottom():
            painter.fillRect(
                QRectF(clip.left(), y, clip.width(), clip.bottom() - y), self.theme.paper
            )

    def event_rect(self, index: int, top: int) -> QRectF:
        """Return the ground behind a slot of the current event."""
        body = self.body
        slot, head, end, _ = body.measure(index)
        spread = body.typography.style(TEXT, PassageKind.PARAGRAPH).gap // 2
        first = top + head - spread if slot.opens and slot.side == TEXT else top
        last = top + end + (spread if body.ends_passage(index) else body.gap(index))
        return QRectF(body.margins.text - 4, first, body.margins.width + 8, last - first)

    def _paint_labels(self, painter: QPainter, seen: list[SeenSlot]) -> None:
        """Paint addresses, edition labels and the notice, which share one font and colour."""
        body = self.body
        painter.setPen(self.theme.muted)
        for _, top, _, slot, layout, origin, *_ in seen:
            if not slot.opens:
                continue
            if slot.side == COMPANION:
                x = body.margins.text + body.typography.companion.indent
                base = top + body.typography.label_line * 0.8
                painter.drawText(QPointF(x, base), body.edition(COMPANION).edition)
                continue
            base = origin.y() + layout.style.baseline
            painter.drawText(QPointF(body.margins.address, base), body.text.addresses[slot.passage])
            if body.decoration.has_notice(slot.passage):
                self._paint_notice(painter, origin.y())

    def _paint_notice(self, painter: QPainter, text_top: float) -> None:
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

    def _paint_empty_rows(self, painter: QPainter, shown: list[tuple[int, int]]) -> None:
        for index, top in shown:
            if self.body.flow.slots[index].side == NOTHING:
                self._paint_empty_row(painter, index, top)

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
