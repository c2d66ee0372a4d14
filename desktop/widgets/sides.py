"""A middle with a side to its left and to its right, sharing a width until the reader does.

Where a window is too narrow for all three the sides give way, and come back when there is room.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.theme import text_scale

WIDEST = (272, 292)
"""Pixels of the left and the right side at most, with type of the usual size."""
NARROWEST = (200, 220)
PERCENT = (17, 19)
LEFT, MIDDLE, RIGHT = 0, 1, 2


def told_in_turn(splitter: QSplitter) -> None:
    """Have a screen reader told of the parts as they stand: Qt puts the last one first."""
    for index in reversed(range(splitter.count())):
        part = splitter.widget(index)
        if part is not None:
            part.lower()


class Sides(QSplitter):
    """Shares out another width anew until the reader moves a border; the middle has the most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.shared_by_hand = False
        self._wanted = {LEFT: True, RIGHT: True}
        self._asked_last = LEFT
        self._is_laid = False
        self._whole: list[int] = []
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._moved_border)

    def take(self, sizes: Sequence[int]) -> None:
        """Take the widths that the reader gave the last time, if any."""
        if sizes:
            self.setSizes(list(sizes))
            self.shared_by_hand = True

    def given(self) -> list[int]:
        """The widths that the reader has given; none where nobody has."""
        if not self.shared_by_hand:
            return []
        return self._whole if self._gives_way() and self._whole else self.sizes()

    def show_side(self, side: int, on: bool) -> None:
        """Show a side or not, as the reader chooses; the other gives way to it if it must."""
        self._wanted[side] = on
        self._asked_last = side if on else LEFT + RIGHT - side
        if self._is_laid:
            self.fit()
        else:
            self._part(side).setVisible(on)

    def fit(self) -> None:
        """Show the sides that the reader wants and that leave the middle the least it needs."""
        room = self.width() - self._part(MIDDLE).minimumSizeHint().width()
        first = self._asked_last
        for side in (first, LEFT + RIGHT - first):
            part = self._part(side)
            least = (part.minimumWidth() or part.minimumSizeHint().width()) + self.handleWidth()
            shown = self._wanted[side] and room >= least
            room -= least if shown else 0
            if part.isHidden() == shown:
                self._remember_sizes()
                part.setVisible(shown)

    def _part(self, index: int) -> QWidget:
        found = self.widget(index)
        assert found is not None, "a side or the middle is missing"
        return found

    def _gives_way(self) -> bool:
        return any(on and self._part(side).isHidden() for side, on in self._wanted.items())

    def _remember_sizes(self) -> None:
        if not self._gives_way():
            self._whole = self.sizes()

    def minimumSizeHint(self) -> QSize:
        """As wide as the middle must be: the sides give way."""
        least = super().minimumSizeHint()
        if self.count() > MIDDLE:
            least.setWidth(self._part(MIDDLE).minimumSizeHint().width())
        return least

    def event(self, event: QEvent) -> bool:
        """Look again whether the sides have room once the middle needs other room."""
        done = super().event(event)
        if self._is_laid and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width, unless the reader has."""
        super().resizeEvent(event)
        self._is_laid = True
        self.fit()
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
