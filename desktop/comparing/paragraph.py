"""Words of several kinds set as one paragraph, whose parts can be pressed."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)

from desktop.comparing.fitting import fitted, line_option
from desktop.comparing.lines import Role, Run
from desktop.comparing.type import Type

LEAD = 1.15
"""The height of a line, in heights of its type."""


class Paragraph:
    """Runs laid out on a width in pixels; of one with `lines`, only what these can hold."""

    def __init__(self, runs: Sequence[Run], type_: Type, width: float, lines: int = 0) -> None:
        self._type = type_
        width = max(20.0, width)
        if lines:
            fonts = [type_.font(run.role) for run in runs]
            runs = [
                replace(run, text=fitted(run.text, font, width, lines))
                for run, font in zip(runs, fonts, strict=True)
            ]
        runs = [replace(run, text=isolated(run.text)) for run in runs]
        self._layout = QTextLayout("".join(run.text for run in runs), type_.base)
        self._targets: list[tuple[int, int, int]] = []
        self._layout.setTextOption(line_option())
        self._layout.setCacheEnabled(True)
        self._set_formats(runs)
        self.height = self._break(width)

    def _set_formats(self, runs: Sequence[Run]) -> None:
        ranges = []
        at = 0
        for run in runs:
            length = len(run.text.encode("utf-16-le", "surrogatepass")) // 2
            shown = QTextLayout.FormatRange()
            shown.start, shown.length, shown.format = at, length, self._format(run)
            ranges.append(shown)
            if run.target >= 0:
                self._targets.append((at, at + length, run.target))
            at += length
        self._layout.setFormats(ranges)

    def _format(self, run: Run) -> QTextCharFormat:
        shown = QTextCharFormat()
        shown.setFont(self._type.font(run.role))
        of_source = self._type.theme.source(run.style).colour if run.style >= 0 else None
        shown.setForeground(of_source or self._type.colour(run.role))
        if run.role is Role.LATER:
            shown.setFontItalic(True)
        return shown

    def _break(self, width: float) -> float:
        """Break into lines; returns the height."""
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() * LEAD
        self._layout.endLayout()
        return y

    @property
    def width(self) -> float:
        """How much of the width the words take."""
        lines = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def draw(
        self, painter: QPainter, x: float, y: float, *, current: int = -1,
        ground: QColor | None = None,
    ) -> None:  # fmt: skip
        """Draw at a point; the current target is set on another ground."""
        if current >= 0 and ground is not None:
            for rect in self.rects(current):
                painter.fillRect(rect.translated(x, y), ground)
        self._layout.draw(painter, QPointF(x, y))

    def target_at(self, x: float, y: float) -> int:
        """The target at a point of the paragraph, -1 for none."""
        for target in {target for _, _, target in self._targets}:
            if any(rect.contains(QPointF(x, y)) for rect in self.rects(target)):
                return target
        return -1

    def rects(self, target: int) -> list[QRectF]:
        """Where a target's words stand, one rectangle a line."""
        found = []
        for start, end, which in self._targets:
            if which != target:
                continue
            for number in range(self._layout.lineCount()):
                found += _part(self._layout.lineAt(number), start, end)
        return found


def isolated(words: str) -> str:
    """Words that neither turn what stands beside them nor are turned by it, as they are if plain.

    A value in Arabic would else draw the count and the address after it to its wrong side.
    """
    if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words):
        return words
    # What joins them to other words belongs to the line: a space, a dot, brackets round them all.
    inner = words.strip(" ·")
    if inner.startswith("(") and inner.endswith(")"):
        inner = inner[1:-1]
    before, _, after = words.partition(inner)
    return f"{before}\u2068{inner}\u2069{after}"


def _x(line: QTextLine, at: int) -> float:
    # Declared as an object, it is a pair: the x, and the position it belongs to.
    return float(cast(tuple[float, int], line.cursorToX(at))[0])


def _part(line: QTextLine, start: int, end: int) -> list[QRectF]:
    first = max(start, line.textStart())
    last = min(end, line.textStart() + line.textLength())
    if first >= last:
        return []
    edge, other = sorted((_x(line, first), _x(line, last)))
    return [QRectF(edge - 2, line.y() - 1, other - edge + 4, line.height() + 2)]


class Paragraphs:
    """The last paragraphs that were set, so that nothing is broken into lines twice."""

    def __init__(self, type_: Type, most: int = 1_000) -> None:
        self._type, self._most = type_, most
        self._kept: OrderedDict[tuple[tuple[Run, ...], int, int], Paragraph] = OrderedDict()

    def get(self, runs: tuple[Run, ...], width: float, lines: int = 0) -> Paragraph:
        """Runs set on a width in pixels, each cut to so many lines; 0 for as many as it takes."""
        key = (runs, round(width), lines)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = Paragraph(runs, self._type, width, lines)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
