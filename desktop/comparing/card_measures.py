"""How lines of cards are measured, and what is pressed at a point of one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from desktop.comparing.badge import badge_width
from desktop.comparing.lines import Kind, Line, Part, Role, Run
from desktop.comparing.paragraph import Paragraph, Paragraphs
from desktop.comparing.type import Type

EDGE = 12.0
"""Between the panel's edge and a card."""
PAD = 10.0
"""Between a card's edge and its words."""
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
ABOVE = {Kind.TITLE: 12, Kind.SECTION: 14, Kind.SCOPE: 5, Kind.NOTE: 5}
"""What is left free over the words of a kind of line."""
MOST_LINES = 4
"""Of an event's title; more would push everything else out of the panel."""


class CardMeasures:
    """Measures lines in a type; knows no widget."""

    def __init__(self, type_: Type) -> None:
        self.type = type_
        self.labels = 0.0
        self._paragraphs = Paragraphs(type_)

    def set_lines(self, lines: list[Line]) -> None:
        """Make room for the labels of the figures to come."""
        figures = [line.figure for line in lines if line.figure]
        type_ = self.type
        self.labels = max(
            (
                type_.width(f.address, type_.strong)
                + 6 * type_.scale
                + type_.width(f.label, type_.small)
                for f in figures
            ),
            default=0.0,
        )

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
            words = self.paragraph(line.runs, self.head_room(line, width))
            below = BADGE * scale if self.is_badge_below(line, width) else 0.0
            return max(words.height, type_.line) + 12 * scale + below
        if line.kind is Kind.FIGURE:
            stacked = type_.small_line + 2 * scale if self.is_stacked(width) else 0.0
            return ROW * scale + stacked + self.own_line(line, width) + self._detail(line, width)
        return self.words(line, width).height + (ABOVE.get(line.kind, 1) + 3) * scale

    def _detail(self, line: Line, width: float) -> float:
        if not line.runs:
            return 0.0
        return self.paragraph(line.runs, self.inner(width) - LETTER * self.type.scale).height

    def own_line(self, line: Line, width: float) -> float:
        """The height of a figure's words below its plot; 0 where they fit into it."""
        if line.figure is None:
            return 0.0
        plot = self.inner(width) if self.is_stacked(width) else self.plot_width(width)
        wide = self.type.width(line.figure.words, self.type.small) > plot - 2 * self.type.scale
        return self.figure_words(line, width).height if wide else 0.0

    def figure_words(self, line: Line, width: float) -> Paragraph:
        """A figure's words set on the width of the card."""
        words = line.figure.words if line.figure is not None else ""
        role = Role.LATER if line.later else Role.PLAIN
        return self.paragraph((Run(words, role),), self.inner(width) - LETTER * self.type.scale)

    def inner(self, width: float) -> float:
        """The room inside a card."""
        return width - 2 * (EDGE + PAD) * self.type.scale

    def is_stacked(self, width: float) -> bool:
        """Whether plots go under their labels."""
        return self.plot_width(width) < LEAST_PLOT * self.type.scale

    def plot_width(self, width: float) -> float:
        """The room for a plot beside its label."""
        return self.inner(width) - self.labels - 10 * self.type.scale

    def words_left(self, line: Line) -> float:
        """Where the words of a line begin."""
        scale = self.type.scale
        left = (EDGE + (PAD if line.part else 2)) * scale
        lettered = line.letter or line.kind in (Kind.SAYING, Kind.NOTE)
        return left + (LETTER * scale if lettered else 0.0)

    def words_room(self, line: Line, width: float) -> float:
        """The room for the words of a line."""
        return width - self.words_left(line) - (EDGE + (PAD if line.part else 2)) * self.type.scale

    def words(self, line: Line, width: float) -> Paragraph:
        """The words of a line as they are set: a title in a few lines, all else whole."""
        lines = MOST_LINES if line.kind is Kind.TITLE else 0
        return self._paragraphs.get(line.runs, self.words_room(line, width), lines)

    def head_room(self, line: Line, width: float) -> float:
        """The room for the title of a card."""
        room = self.inner(width) - CHEVRON * self.type.scale
        if line.badge is None or self.is_badge_below(line, width):
            return room
        return room - badge_width(line.badge, self.type) - 8

    def is_badge_below(self, line: Line, width: float) -> bool:
        """Whether a badge beside the words would leave them too little room."""
        if line.badge is None:
            return False
        room = self.inner(width) - (CHEVRON + 8) * self.type.scale
        return room - badge_width(line.badge, self.type) < LEAST_TITLE * self.type.scale

    def paragraph(self, runs: tuple[Run, ...], width: float) -> Paragraph:
        """Runs set on a width."""
        return self._paragraphs.get(runs, width)

    def target_at(self, line: Line, rect: QRectF, at: QPointF) -> int:
        """The target pressed at a point; the first one where no other is, -1 for none."""
        if not line.targets:
            return -1
        scale = self.type.scale
        if line.kind is Kind.FIGURE and line.runs:
            top = ROW * scale + (
                self.type.small_line + 2 * scale if self.is_stacked(rect.width()) else 0
            )
            top += self.own_line(line, rect.width())
            words = self.paragraph(line.runs, self.inner(rect.width()) - LETTER * scale)
            left = rect.left() + (EDGE + PAD + LETTER) * scale
            found = words.target_at(at.x() - left, at.y() - rect.top() - top + 2 * scale)
        elif line.kind in (Kind.HEAD, Kind.AXIS):
            found = -1
        else:
            above = ABOVE.get(line.kind, 1) * scale
            found = self.words(line, rect.width()).target_at(
                at.x() - rect.left() - self.words_left(line), at.y() - rect.top() - above
            )
        return max(0, found)
