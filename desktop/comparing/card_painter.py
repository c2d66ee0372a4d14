"""How lines of cards are measured, drawn and pressed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from db.comparing.ladder_picture import figure_items
from desktop.comparing.badge import badge_width, paint_badge
from desktop.comparing.ladder_painter import paint_items
from desktop.comparing.lines import Kind, Line, Part, Run
from desktop.comparing.paragraph import Paragraph
from desktop.comparing.type import Type
from desktop.patterns import paint_dot

EDGE = 12.0
"""Between the panel's edge and a card."""
PAD = 10.0
"""Between a card's edge and its words."""
RADIUS = 6.0
BETWEEN = 8.0
"""Between two cards."""
LETTER = 22.0
"""From a source's letter to its words."""
LEAST_PLOT = 118.0
"""A plot narrower than this goes under its label."""
LEAST_TITLE = 74.0
"""With less room for its title a card's badge goes below it."""
BADGE = 22.0
CHEVRON = 14.0
ROW = 21.0
MOST_KEPT = 800
ABOVE = {Kind.TITLE: 12, Kind.SECTION: 14, Kind.SCOPE: 5}
"""What is left free over the words of a kind of line."""


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
        self._paragraphs: OrderedDict[tuple[tuple[Run, ...], int], Paragraph] = OrderedDict()
        self._labels = 0.0

    def set_lines(self, lines: list[Line]) -> None:
        """Make room for the labels of the figures to come."""
        figures = [line.figure for line in lines if line.figure]
        type_ = self.type
        self._labels = max(
            (
                type_.width(f.address, type_.strong)
                + 6 * type_.scale
                + type_.width(f.label, type_.small)
                for f in figures
            ),
            default=0.0,
        )

    # Measures

    def height(self, line: Line, width: float) -> float:
        """How high a line is in a panel so wide."""
        scale = self.type.scale
        above = BETWEEN * scale if line.part is Part.FIRST else 0.0
        below = 7 * scale if line.part is Part.LAST else 0.0
        return above + self._inner_height(line, width) + below

    def _inner_height(self, line: Line, width: float) -> float:
        type_, scale = self.type, self.type.scale
        if line.kind is Kind.AXIS:
            return type_.small_line + 5 * scale
        if line.kind is Kind.HEAD:
            words = self._paragraph(line.runs, self._head_room(line, width))
            below = BADGE * scale if self._is_badge_below(line, width) else 0.0
            return max(words.height, type_.line) + 12 * scale + below
        if line.kind is Kind.FIGURE:
            stacked = type_.small_line + 2 * scale if self._is_stacked(width) else 0.0
            return ROW * scale + stacked + self._detail(line, width)
        words = self._paragraph(line.runs, self._words_room(line, width))
        return words.height + (ABOVE.get(line.kind, 1) + 3) * scale

    def _detail(self, line: Line, width: float) -> float:
        if not line.runs:
            return 0.0
        return self._paragraph(line.runs, self._inner(width) - LETTER * self.type.scale).height

    def _inner(self, width: float) -> float:
        return width - 2 * (EDGE + PAD) * self.type.scale

    def _is_stacked(self, width: float) -> bool:
        return self._plot_width(width) < LEAST_PLOT * self.type.scale

    def _plot_width(self, width: float) -> float:
        return self._inner(width) - self._labels - 10 * self.type.scale

    def _words_left(self, line: Line) -> float:
        scale = self.type.scale
        left = (EDGE + (PAD if line.part else 2)) * scale
        lettered = line.letter or line.kind is Kind.SAYING
        return left + (LETTER * scale if lettered else 0.0)

    def _words_room(self, line: Line, width: float) -> float:
        return width - self._words_left(line) - (EDGE + (PAD if line.part else 2)) * self.type.scale

    def _head_room(self, line: Line, width: float) -> float:
        room = self._inner(width) - CHEVRON * self.type.scale
        if line.badge is None or self._is_badge_below(line, width):
            return room
        return room - badge_width(line.badge, self.type) - 8

    def _is_badge_below(self, line: Line, width: float) -> bool:
        """Whether a badge beside the words would leave them too little room."""
        if line.badge is None:
            return False
        room = self._inner(width) - (CHEVRON + 8) * self.type.scale
        return room - badge_width(line.badge, self.type) < LEAST_TITLE * self.type.scale

    def _paragraph(self, runs: tuple[Run, ...], width: float) -> Paragraph:
        key = (runs, round(width))
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = Paragraph(runs, self.type, width)
            if len(self._paragraphs) > MOST_KEPT:
                self._paragraphs.popitem(last=False)
        return found

    # Drawing

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
        painter.fillPath(_card_path(card, line.part, RADIUS * scale), self.type.theme.paper)
        if look.hovered and line.targets:
            painter.fillRect(card.adjusted(1, 1, -1, -1), self.type.theme.hover)
        painter.setPen(QPen(self.type.theme.outline, 1))
        _draw_edges(painter, card, line.part, RADIUS * scale)
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
        words = self._paragraph(line.runs, self._head_room(line, area.width()))
        top = area.top() + 7 * scale
        words.draw(painter, left, top)
        middle = top + self.type.line * 0.55
        right = area.right() - (EDGE + PAD) * scale
        if line.targets:
            self._paint_chevron(painter, QPointF(right, middle), line.open)
        if line.badge and self._is_badge_below(line, area.width()):
            below = top + words.height + BADGE * scale / 2
            paint_badge(painter, right, below, line.badge, self.type, left=left)
        elif line.badge:
            paint_badge(painter, right - CHEVRON * scale, middle, line.badge, self.type)

    def _paint_chevron(self, painter: QPainter, at: QPointF, is_open: bool) -> None:
        scale = self.type.scale
        painter.setPen(QPen(self.type.theme.muted, 1.4 * scale))
        path = QPainterPath()
        steps = ((-8, -2), (-4.5, 1.5), (-1, -2)) if is_open else ((-6, -3.5), (-2.5, 0), (-6, 3.5))
        points = [at + QPointF(x * scale, y * scale) for x, y in steps]
        path.moveTo(points[0])
        path.lineTo(points[1])
        path.lineTo(points[2])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_figure(self, painter: QPainter, area: QRectF, line: Line, look: Look) -> None:
        if line.figure is None or line.axis is None:
            return
        scale, type_ = self.type.scale, self.type
        left = area.left() + (EDGE + PAD) * scale
        middle = area.top() + ROW * scale / 2
        self._paint_label(painter, QPointF(left, middle), line)
        if self._is_stacked(area.width()):
            plot_left, plot_width = left, self._inner(area.width())
            middle += type_.small_line + 2 * scale
            grid_top = middle - ROW * scale / 2
        else:
            plot_left = left + self._labels + 10 * scale
            plot_width, grid_top = self._plot_width(area.width()), area.top()
        self._paint_grid(painter, line, plot_left, plot_width, grid_top, area.bottom())
        ground = self._ground_colour(look, line)
        items = figure_items(
            line.figure, line.axis, left=plot_left, width=plot_width, y=middle, scale=scale,
            measure=type_.measure,
        )  # fmt: skip
        paint_items(painter, items, type_, ground)
        if line.runs:
            words = self._paragraph(line.runs, self._inner(area.width()) - LETTER * scale)
            at = left + LETTER * scale
            top = middle + ROW * scale / 2 - 2 * scale
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
        painter.setPen(QPen(self.type.theme.hairline, 1))
        for tick in line.axis.ticks:
            x = left + line.axis.share(tick) * width
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_axis(self, painter: QPainter, area: QRectF, line: Line, look: Look) -> None:
        if line.axis is None:
            return
        scale, type_ = self.type.scale, self.type
        left = area.left() + (EDGE + PAD) * scale
        width = self._inner(area.width())
        if not self._is_stacked(area.width()):
            left += self._labels + 10 * scale
            width = self._plot_width(area.width())
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
        words = self._paragraph(line.runs, self._words_room(line, area.width()))
        words.draw(
            painter, area.left() + self._words_left(line), top, current=look.target,
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

    # Pressing

    def target_at(self, line: Line, rect: QRectF, at: QPointF) -> int:
        """The target pressed at a point; the first one where no other is, -1 for none."""
        if not line.targets:
            return -1
        scale = self.type.scale
        if line.kind is Kind.FIGURE and line.runs:
            top = ROW * scale + (
                self.type.small_line + 2 * scale if self._is_stacked(rect.width()) else 0
            )
            words = self._paragraph(line.runs, self._inner(rect.width()) - LETTER * scale)
            left = rect.left() + (EDGE + PAD + LETTER) * scale
            found = words.target_at(at.x() - left, at.y() - rect.top() - top + 2 * scale)
        elif line.kind in (Kind.HEAD, Kind.AXIS):
            found = -1
        else:
            above = ABOVE.get(line.kind, 1) * scale
            words = self._paragraph(line.runs, self._words_room(line, rect.width()))
            found = words.target_at(
                at.x() - rect.left() - self._words_left(line), at.y() - rect.top() - above
            )
        return max(0, found)


def _card_path(card: QRectF, part: Part, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    whole = card.adjusted(
        0, 0 if part is Part.FIRST else -2 * radius, 0, 0 if part is Part.LAST else 2 * radius
    )
    path.addRoundedRect(whole, radius, radius)
    area = QPainterPath()
    area.addRect(card)
    return path.intersected(area)


def _draw_edges(painter: QPainter, card: QRectF, part: Part, radius: float) -> None:
    painter.save()
    painter.setClipRect(card.adjusted(-1, 0, 1, 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    whole = card.adjusted(
        0.5,
        0.5 if part is Part.FIRST else -2 * radius,
        -0.5,
        -0.5 if part is Part.LAST else 2 * radius,
    )
    painter.drawRoundedRect(whole, radius, radius)
    painter.restore()
