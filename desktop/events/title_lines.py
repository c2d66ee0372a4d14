"""An event's title broken into lines, with the signs that follow its last word."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop.theme import Theme
from desktop.widgets.signs import FLASH_WIDTH, NOTE_WIDTH, paint_flash, paint_note

GAP = 5.0
"""Between the last word and a sign, and between two signs."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is to be seen beside a title: that claims conflict, that there is a note."""

    conflict: bool = False
    note: bool = False
    scale: float = 1.0

    @property
    def width(self) -> float:
        """The room the signs take, with what parts them from the title."""
        conflict = FLASH_WIDTH * self.scale + GAP if self.conflict else 0.0
        return conflict + (NOTE_WIDTH * self.scale + GAP if self.note else 0.0)


@dataclass(frozen=True, slots=True)
class TitleLines:
    """The lines of a title and where its signs stand, None for a sign that it has not."""

    lines: tuple[str, ...]
    flash: QPointF | None = None
    note: QPointF | None = None
    scale: float = 1.0

    @classmethod
    def laid_out(cls, title: str, font: QFont, area: QRect, most: int, signs: Signs) -> TitleLines:
        """Break a title into at most so many lines and put its signs after the last word."""
        lines = broken(title, font, area.width(), most, signs.width)
        metrics = QFontMetrics(font)
        right = area.left() + (metrics.horizontalAdvance(lines[-1]) if lines else 0) + GAP
        middle = area.center().y() + 1 + (len(lines) - 1) / 2 * metrics.lineSpacing()
        flash = QPointF(right, middle) if signs.conflict else None
        if signs.conflict:
            right += FLASH_WIDTH * signs.scale + GAP
        note = QPointF(right, middle) if signs.note else None
        return cls(tuple(lines), flash, note, signs.scale)

    def paint(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        """Paint the words in the painter's pen and font, then the signs."""
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), "\n".join(self.lines))
        if self.flash is not None:
            paint_flash(painter, self.flash, theme.disagreement, self.scale)
        if self.note is not None:
            paint_note(painter, self.note, theme.muted, self.scale)

    @property
    def note_area(self) -> QRectF:
        """Where a note's sign can be pressed, a little larger than it is."""
        if self.note is None:
            return QRectF()
        side = (NOTE_WIDTH + 8) * self.scale
        return QRectF(self.note.x() - 4 * self.scale, self.note.y() - side / 2, side, side)


def broken(words: str, font: QFont, width: float, lines: int, tail: float = 0.0) -> list[str]:
    """Words broken into at most so many lines, the last one elided so that it leaves `tail`."""
    metrics = QFontMetrics(font)
    done: list[str] = []
    left = words.split()
    while left and len(done) < lines - 1:
        line = left.pop(0)
        while left:
            room = width - (tail if len(left) == 1 else 0)
            if metrics.horizontalAdvance(f"{line} {left[0]}") > room:
                break
            line += f" {left.pop(0)}"
        done.append(_elided(metrics, line, width if left else width - tail))
    if left:
        done.append(_elided(metrics, " ".join(left), width - tail))
    return done


def _elided(metrics: QFontMetrics, words: str, width: float) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(width)))
