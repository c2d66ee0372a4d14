"""One slot of a pane laid out: lines, hit testing and the boxes of its words."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine, QTextOption

from desktop.reading.typography import BlockStyle
from desktop.reading.utf16 import ONE_FOR_ONE, Units

_BREAKS = "\n\v\f\x85\u2029"
_SHAPELESS = "\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_STEERING = "\u202a-\u202e\u2066-\u2069"
# Drawn one for one, so that every offset stays where it is.
_DRAWN = {
    **dict.fromkeys(map(ord, _BREAKS), "\u2028"),
    ord("\r"): " ",
    # Controls have no shape, and would be overlooked.
    **dict.fromkeys(
        (*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)), "\ufffd"
    ),
    # What turns the words after it round would show other words than those that stand there.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u21c4"),
}
# Nearly every passage is made of these alone: one quick look instead of three.
_PLAIN = re.compile("[ -~\u00a0-\u058f\u2010-\u2027]*")
OWN_LETTERS = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u017f\u0400-\u045f\u0490-\u04c2\u04d8\u04d9\u04dc-\u04e9"
    "\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2116]*"
)
"""What each of the program's own fonts has and needs no shaping, one letter after another."""


@cache  # These two take half a millisecond to prepare, and few texts need them.
def _undrawable() -> re.Pattern[str]:
    return re.compile(f"[\r{_BREAKS}{_SHAPELESS}{_STEERING}]")


@cache
def _right_to_left() -> re.Pattern[str]:
    return re.compile(
        "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
        "\U00010800-\U00010fff\U0001e800-\U0001efff]"
    )


def text_option(
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto,
) -> QTextOption:
    """Return how every passage breaks and which way it runs: as its own words say."""
    option = QTextOption()
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class LineOptions:
    """How passages are set, made once for all: Qt takes its time to find what is known already."""

    __slots__ = ("from_left", "from_right", "mixed")

    def __init__(self) -> None:
        self.from_left = text_option(Qt.LayoutDirection.LeftToRight)
        self.mixed = text_option()
        # Lines begin at the right: Qt by itself turns only the order of the words.
        self.from_right = text_option()
        self.from_right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)


class PassageLayout:
    """The laid out words of one slot; positions are code points from the slot's start.

    Coordinates are logical pixels from the slot's left text edge and the top of its first line.
    """

    __slots__ = (
        "_layout",
        "_units",
        "height",
        "length",
        "lines",
        "mixed",
        "style",
        "width",
    )

    def __init__(self, text: str, style: BlockStyle, width: int, options: LineOptions) -> None:
        own = style.plainly is not None and OWN_LETTERS.fullmatch(text) is not None
        plain = own or _PLAIN.fullmatch(text) is not None
        if not plain and _undrawable().search(text):
            text = text.translate(_DRAWN)
        self.style = style
        self.width = max(20, width - style.indent)
        self.length = len(text)
        self.mixed = not plain and _right_to_left().search(text) is not None
        self._units = ONE_FOR_ONE if plain else Units(text)
        self._layout = QTextLayout(text, style.plainly if own and style.plainly else style.font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(self._option(options))
        self.lines = self._break(one_font=own)
        self.height = self.lines * style.line

    def _option(self, options: LineOptions) -> QTextOption:
        if not self.mixed:
            return options.from_left
        return options.from_right if self.runs_left() else options.mixed

    def _break(self, *, one_font: bool) -> int:
        layout, width = self._layout, self.width
        indent, height, base = self.style.indent, self.style.line, self.style.baseline
        ascent, create = -1.0, layout.createLine
        layout.beginLayout()
        while (line := create()).isValid():
            line.setLineWidth(width)
            # One baseline whatever fonts the line falls back to: lines stay 1.5 apart.
            if ascent < 0 or not one_font:
                ascent = line.ascent()
            line.setPosition(QPointF(indent, base - ascent))
            base += height
        layout.endLayout()
        return layout.lineCount() or 1

    def draw(self, painter: QPainter, position: QPointF, clip: QRectF) -> None:
        """Draw the words in the painter's pen, as far as they lie in a rectangle."""
        self._layout.draw(painter, position, [], clip)

    def line_of(self, point: int) -> int:
        """Return the number of the line that holds a position."""
        line = self._layout.lineForTextPosition(self._units.unit(point))
        return line.lineNumber() if line.isValid() else max(0, self._layout.lineCount() - 1)

    def line_range(self, number: int) -> tuple[int, int]:
        """Return first and last caret position of a line, white space at a break left out."""
        line = self._line(number)
        start = line.textStart()
        stop = start + line.textLength()
        if number + 1 < self._layout.lineCount():
            stop = max(start, self._layout.previousCursorPosition(stop))
        return self._units.point(start), self._units.point(stop)

    def _line(self, number: int) -> QTextLine:
        return self._layout.lineAt(min(max(0, number), self._layout.lineCount() - 1))

    def caret_x(self, point: int) -> float:
        """Return where the caret stands before a position, from the left text edge."""
        unit = self._units.unit(point)
        line = self._layout.lineForTextPosition(unit)
        if not line.isValid():
            line = self._line(self._layout.lineCount())
        return line_x(line, unit) if line.isValid() else float(self.style.indent)

    def point_at(self, x: float, y: float) -> int:
        """Return the position nearest to a point; outside the lines, of the nearest line."""
        if not self._layout.lineCount():
            return 0
        number = min(max(0, int(y // self.style.line)), self._layout.lineCount() - 1)
        line = self._layout.lineAt(number)
        point = self._units.point(line.xToCursor(x))
        first, last = self.line_range(number)
        return min(max(point, first), last)

    def step(self, point: int, forward: bool, words: bool) -> int:
        """Return the next caret position by letter, as readers count them, or by word."""
        mode = QTextLayout.CursorMode.SkipWords if words else QTextLayout.CursorMode.SkipCharacters
        unit = self._units.unit(point)
        move = self._layout.nextCursorPosition if forward else self._layout.previousCursorPosition
        moved = self._units.point(move(unit, mode))
        # Qt stops within some letters of two units, as in Tangut, and a caret would stay there.
        return min(point + 1, self.length) if forward and moved <= point else moved

    def runs_left(self) -> bool:
        """Return whether the passage as a whole runs from right to left."""
        return self.mixed and _first_strong_is_rtl(self._layout.text())

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of a range, one a line and run of direction, as high as the line."""
        if end <= start or not self._layout.lineCount():
            return []
        first, last = self._units.unit(start), self._units.unit(end)
        number = self._layout.lineForTextPosition(first).lineNumber()
        found: list[QRectF] = []
        while 0 <= number < self._layout.lineCount():
            line = self._layout.lineAt(number)
            begin = line.textStart()
            if begin >= last:
                break
            stop = min(last, begin + line.textLength())
            top = number * self.style.line
            for left, right in self._runs(line, max(begin, first), stop):
                found.append(QRectF(left, top, right - left, self.style.line))
            number += 1
        return found

    def _runs(self, line: QTextLine, start: int, stop: int) -> list[tuple[float, float]]:
        if self.mixed:
            # In mixed text a range may fall apart on the line, and at the seams a caret has two
            # places: only the glyphs know where they stand.
            boxes = (run.boundingRect() for run in line.glyphRuns(start, stop - start))
            return _joined(sorted((box.left(), box.right()) for box in boxes))
        left, right = line_x(line, start), line_x(line, stop)
        # White space at the end of a broken line reaches beyond the words.
        return [(left, min(right, self.style.indent + line.naturalTextWidth()))]


def line_x(line: QTextLine, unit: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return where a UTF-16 position stands on a line."""
    # PySide gives the position back beside the x it was asked for.
    found, _ = cast("tuple[float, int]", line.cursorToX(unit, edge))
    return found


def _joined(runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in runs:
        if joined and left <= joined[-1][1] + 0.6:
            joined[-1] = joined[-1][0], max(joined[-1][1], right)
        elif right > left:
            joined.append((left, right))
    return joined


def _first_strong_is_rtl(text: str) -> bool:
    found = _right_to_left().search(text)
    return found is not None and not any(c.isalpha() for c in text[: found.start()])
