"""A middle with a side to its left and to its right, sharing a width until the reader does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.theme import text_scale

WIDEST = (272, 292)
"""Pixels of the left and the right side at most, with type of the usual size."""
NARROWEST = (200, 220)
PERCENT = (17, 19)


class Sides(QSplitter):
    """Shares out another width anew until the reader moves a border; the middle has the most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.shared_by_hand = False
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._moved_border)

    def take(self, sizes: Sequence[int]) -> None:
        """Take the widths that the reader gave the last time, if any."""
        if sizes:
            self.setSizes(list(sizes))
            self.shared_by_hand = True

    def given(self) -> list[int]:
        """The widths that the reader has given; none where nobody has."""
        return self.sizes() if self.shared_by_hand else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width, unless the reader has."""
        super().resizeEvent(event)
        if not self.shared_by_hand:
            self._share_out(self.width())

    def _moved_border(self) -> None:
        self.shared_by_hand = True

    def _share_out(self, width: int) -> None:
        # Larger type wants wider sides.
        wider = (1 + text_scale()) / 2
        left, right = (
            min(round(widest * wider), max(narrowest, width * percent // 100))
            for widest, narrowest, percent in zip(WIDEST, NARROWEST, PERCENT, strict=True)
        )
        self.setSizes([left, width - left - right, right])
