"""Whole screens of a pane drawn ahead: showing one costs a copy of its pixels and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap

from desktop.reading.decoration import Mark, Span
from desktop.reading.pane_painter import PanePainter

BUDGET = 7_000_000
"""Bytes of pictures kept for one pane, at a device pixel ratio of 1: two of a large window's."""


class Look(NamedTuple):
    """All that a picture of a pane depends on; equal looks are equal pictures."""

    slots: Sequence[tuple[int, int]]
    size: QSize
    revision: int
    notice: str
    event: Sequence[Sequence[Span] | None]
    marks: Sequence[Sequence[Mark]]
    dimmed: Sequence[bool]
    marked: tuple[object, ...]


class PagePictures:
    """Keeps the last few pictures, each to be shown only where nothing else would be painted."""

    def __init__(self, painter: PanePainter) -> None:
        self._painter = painter
        self._kept: list[tuple[Look, QPixmap]] = []

    def look(self, slots: Iterable[tuple[int, int]], size: QSize) -> Look:
        """Return what the pane looks like with slots at the y of their tops."""
        body, shown = self._painter.body, list(slots)
        decoration = body.decoration
        passages = [body.flow.slots[index].passage for index, _ in shown]
        return Look(
            shown,
            size,
            body.revision,
            decoration.notice,
            [decoration.event.get(passage) for passage in passages],
            [list(decoration.marks(passage)) for passage in passages],
            [decoration.is_dimmed(passage) for passage in passages],
            self._painter.marked.state(),
        )

    def find(self, slots: Sequence[tuple[int, int]], size: QSize, ratio: float) -> QPixmap | None:
        """Return the picture of what is to be painted, if there is one."""
        # Most often there is none, and a glance at the place is enough to know.
        if not any(kept.slots == slots for kept, _ in self._kept):
            return None
        wanted = self.look(slots, size)
        fitting = (p for look, p in self._kept if look == wanted)
        return next((p for p in fitting if p.devicePixelRatio() == ratio), None)

    def room(self, size: QSize, ratio: float) -> int:
        """Return how many pictures are kept; none at a ratio like 1.25, where pixels are torn."""
        if ratio != round(ratio) or size.isEmpty():
            return 0
        return int(BUDGET // (4 * size.width() * size.height()))

    def take(self, slots: Sequence[tuple[int, int]], size: QSize, ratio: float) -> bool:
        """Have a picture drawn ahead, or keep it; returns false where there is no room."""
        room = self.room(size, ratio)
        if not room:
            return False
        look = self.look(slots, size)
        known = [kept for kept in self._kept if kept[0] == look]
        if not known:
            known = [(look, self._draw(slots, size, ratio))]
        others = [kept for kept in self._kept if kept[0] != look]
        self._kept = [*known, *others][:room]
        return True

    def _draw(self, slots: Sequence[tuple[int, int]], size: QSize, ratio: float) -> QPixmap:
        image = QImage(size * int(ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        self._painter.paint(painter, slots, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return QPixmap.fromImage(image)
