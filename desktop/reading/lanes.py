"""Where a thread can cross a column without hiding a word: between its passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop.reading.pane_view import PaneView

LEAST_GAP = 5
"""Pixels between passages from which on a thread has room."""
AT_EDGE = 3
STEP, TRACKS = 3, (0, 1, -1)
"""Threads that share a gap run so many pixels apart."""


class Lane(NamedTuple):
    """A level way across the text of a column, in the pixels of the widget that draws."""

    left: int
    right: int
    y: int


def gaps(pane: PaneView) -> Iterator[int]:
    """The middles of the gaps between passages in sight, in the viewport's pixels."""
    body, height = pane.body, pane.viewport().height()
    for index, top in pane.scroller.visible():
        gap = body.gap(index)
        y = top + body.height(index) - gap // 2
        if gap >= LEAST_GAP and AT_EDGE < y < height - AT_EDGE:
            yield y


class Lanes:
    """Gives out ways across columns; two threads in one gap run beside each other."""

    def __init__(self) -> None:
        self._taken: dict[tuple[int, int], int] = {}

    def across(self, pane: PaneView, y: float) -> tuple[int, int, int]:
        """The way nearest to a height: its left, right and y in the viewport's pixels.

        Where one passage fills the viewport, the way goes along the nearer edge of it.
        """
        height = pane.viewport().height()
        found = list(gaps(pane)) or [AT_EDGE, height - AT_EDGE]
        nearest = min(found, key=lambda gap: abs(gap - y))
        key = (id(pane), nearest)
        used = self._taken.get(key, 0)
        self._taken[key] = used + 1
        margins = pane.body.margins
        track = STEP * TRACKS[used % len(TRACKS)]
        return margins.text - 4, margins.text + margins.width + 4, nearest + track
