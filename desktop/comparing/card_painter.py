"""How lines of cards are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from db.comparing.ladder_picture import figure_items
from desktop.comparing.badge import paint_badge
from desktop.comparing.card_frame import RADIUS, card_path, draw_edges, paint_chevron
from desktop.comparing.card_measures import (
    ABOVE,
    BADGE,
    BETWEEN,
    CHEVRON,
    EDGE,
    LETTER,
    PAD,
    ROW,
    CardMeasures,
)
from desktop.comparing.ladder_painter import paint_items
from desktop.comparing.lines import Kind, Line, Part
from desktop.comparing.type import Type
from desktop.patterns import paint_dot
from desktop.widgets.signs import paint_note


@dataclass(frozen=True, slots=True)
class Look:
    """What else shows in a line: the focus, the pointer, the target chosen in it."""

    focused: bool = False
    hovered: bool = False
    target: int = -1


class CardPainter:
    """Draws lines; knows no widget."""

    def __init__(self, type_: Type) -> None:
        self.set_type(type_)

    def set_type(self, type_: Type) -> None:
        """Take other colours and fonts."""
        self.type = type_
        self.measures = CardMeasures(type_)

    def paint(self, painter: QPainter, rect: QRectF, line: Line, look: Look) -> None:
        """Draw a line in a rectangle as high as it wants to be."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._ground(painter, rect, line, look)
        {
            Kind.HEAD: self._paint_head,
            Kind.FIGURE: self._paint_figure,
            Kind.AXIS: self._paint_axis,
        }.get(line.kind, self._paint_words)(painter, area, line, look)
        if look.focused:
            self._paint_focus(painter, rect, line)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, line: Line, look: Look) -> QRectF:
        """Paint the card a line stands on; returns where its words go."""
        scale = self.type.scale
        if not line.part:
            return rect
        card = rect.adjusted(EDGE * scale, 0, -EDGE * scale, 0)
        if line.part is Part.FIRST:
            card.setTop(card.top() + BETWEEN * scale)
        painter.fillPath(card_path(card, line.part, RADIUS * scale), self.type.theme.paper)
        if look.hovered and line.targets:
            painter.fillRect(card.adjusted(1, 1, -1, -1), self.type.theme.hover)
        painter.setPen(QPen(self.type.theme.outline, 1))
        draw_edges(painter, card, line.part, RADIUS * scale)
        return QRectF(rect.left(), card.top(), rect.width(), card.height())

    def _paint_focus(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        scale = self.type.scale
        inset = (EDGE + 2) * scale if line.part else 4 * scale
        top = BETWEEN * scale + 2 if line.part is Part.FIRST else 0.5
        painter.setPen(QPen(self.type.theme.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(inset, top + 0.5, -inset, -1.5), 3, 3)

    def _paint_head(self, painter: QPainter, area: QRectF, line: Line, look: Look) -> None:
        scale = self.type.scale
        left = area.left() + (EDGE + PAD) * scale
        words = self.measures.paragraph(line.runs, self.measures.head_room(line, area.width()))
        top = area.top() + 7 * scale
        words.draw(painter, left, top)
        middle = top + self.type.line * 0.55
        right = area.right() - (EDGE + PAD) * scale
        if line.targets:
            paint_chevron(painter, QPointF(right, middle), self.type, is_open=line.open)
        if line.badge and self.measures.is_badge_below(line, area.width()):
            below = top + words.height + BADGE * scale / 2
            paint_badge(painter, right, below, line.badge, self.type, left=left)
        elif line.badge:
            paint_badge(painter, right - CHEVRON * scale, middle, line.badge, self.type)

    def _paint_figure(self, painter: QPainter, area: QRectF, line: Line, look: Look) -> None:
        if line.figure is None or line.axis is None:
            return
        scale, type_ = self.type.scale, self.type
        left = area.left() + (EDGE + PAD) * scale
        middle = area.top() + ROW * scale / 2
        self._paint_label(painter, QPointF(left, middle), line)
        if self.measures.is_stacked(area.width()):
            plot_left, plot_width = left, self.measures.inner(area.width())
            middle += type_.small_line + 2 * scale
            grid_top = middle - ROW * scale / 2
        else:
            plot_left = left + self.measures.labels + 10 * scale
            plot_width, grid_top = self.measures.plot_width(area.width()), area.top()
        self._paint_grid(painter, line, plot_left, plot_width, grid_top, area.bottom())
        ground = self._ground_colour(look, line)
        own_line = self.measures.own_line(line, area.width())
        figure = replace(line.figure, words="") if own_line else line.figure
        items = figure_items(
            figure, line.axis, left=plot_left, width=plot_width, y=middle, scale=scale,
            measure=type_.measure,
        )  # fmt: skip
        paint_items(painter, items, type_, ground)
        at, top = left + LETTER * scale, middle + ROW * scale / 2 - 2 * scale
        if own_line:
            painter.fillRect(
                QRectF(at, top, area.right() - at - EDGE * scale - 1, own_line), ground
            )
            self.measures.figure_words(line, area.width()).draw(painter, at, top)
        if line.runs:
            words = self.measures.paragraph(
                line.runs, self.measures.inner(area.width()) - LETTER * scale
            )
            top += own_line
            painter.fillRect(QRectF(at, top, words.width, words.height - 2), ground)
            words.draw(painter, at, top, current=look.target, ground=type_.theme.accent_tint)

    def _ground_colour(self, look: Look, line: Line) -> QColor:
        hovered = look.hovered and line.targets
        return self.type.theme.hover if hovered else self.type.theme.paper

    def _paint_label(self, painter: QPainter, at: QPointF, line: Line) -> None:
        if line.figure is None:
            return
        type_, theme = self.type, self.type.theme
        height = type_.line
        box = QRectF(at.x(), at.y() - height / 2, 400 * type_.scale, height)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(type_.strong)
        painter.setPen(theme.muted if line.later else theme.source(line.style).colour)
        painter.drawText(box, flags, line.figure.address)
        offset = type_.width(line.figure.address, type_.strong) + 6 * type_.scale
        painter.setFont(type_.small)
        painter.setPen(theme.muted)
        painter.drawText(box.adjusted(offset, 0, 0, 0), flags, line.figure.label)

    def _paint_grid(
        self, painter: QPainter, line: Line, left: float, width: float, top: float, bottom: float
    ) -> None:
        if line.axis is None:
            return
        painter.setPen(QPen(self.type.grid, 1))
        for tick in line.axis.ticks:
            x = left + line.axis.share(tick) * width
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_axis(self, painter: QPainter, area: QRectF, line: Line, look: Look) -> None:
        if line.axis is None:
            return
        scale, type_ = self.type.scale, self.type
        left = area.left() + (EDGE + PAD) * scale
        width = self.measures.inner(area.width())
        if not self.measures.is_stacked(area.width()):
            left += self.measures.labels + 10 * scale
            width = self.measures.plot_width(area.width())
        painter.setFont(type_.small)
        painter.setPen(type_.theme.muted)
        edge = area.left()
        last = area.right() - (EDGE + 2) * scale
        for tick, words in zip(line.axis.ticks, line.ticks, strict=True):
            half = type_.width(words, type_.small) / 2
            x = min(left + line.axis.share(tick) * width, last - half)
            if x - half < edge:
                continue
            edge = x + half + 6 * scale
            painter.drawText(QPointF(x - half, area.top() + type_.small_line), words)

    def _paint_words(self, painter: QPainter, area: QRectF, line: Line, look: Look) -> None:
        scale, type_ = self.type.scale, self.type
        above = ABOVE.get(line.kind, 1) * scale
        top = area.top() + above
        if line.letter:
            self._paint_letter(painter, area.left(), top, line)
        elif line.kind is Kind.NOTE:
            left = area.left() + (EDGE + 2) * scale
            sign = QPointF(left, top + type_.small_line * 0.5)
            paint_note(painter, sign, type_.theme.muted, scale)
        words = self.measures.words(line, area.width())
        words.draw(
            painter, area.left() + self.measures.words_left(line), top, current=look.target,
            ground=type_.theme.accent_tint,
        )  # fmt: skip

    def _paint_letter(self, painter: QPainter, left: float, top: float, line: Line) -> None:
        type_, scale = self.type, self.type.scale
        style = type_.theme.source(line.style)
        x = left + (EDGE + (PAD if line.part else 2)) * scale
        if line.presence is not None:
            centre = QPointF(x + 4 * scale, top + type_.line * 0.5)
            paint_dot(painter, centre, 4 * scale, style, line.presence)
            return
        painter.setFont(type_.strong)
        painter.setPen(style.colour)
        painter.drawText(QPointF(x, top + type_.line * 0.8), line.letter)
