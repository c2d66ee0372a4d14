"""A short motion that shows where the text went."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.reading.scroller import Place, Scroller

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

MILLISECONDS = 120


class Glide(QObject):
    """Moves a scroller to a place in 120 ms; not at all where motion is not wanted."""

    def __init__(self, scroller: Scroller, moved: Callable[[], None], widget: QWidget) -> None:
        super().__init__(widget)
        self.wanted = True
        self._widget = widget
        self._scroller = scroller
        self._moved = moved
        self._goal = Place(0, 0)

    @cached_property
    def _motion(self) -> QVariantAnimation:
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        made = QVariantAnimation(self)
        made.setDuration(MILLISECONDS)
        made.setEasingCurve(QEasingCurve.Type.OutCubic)
        made.valueChanged.connect(self._step)
        return made

    def start(self, goal: Place) -> bool:
        """Begin to move and return True, or return False where the jump is to be at once."""
        self.stop()
        if not self.wanted or not self._system_wants_motion() or not self._widget.isVisible():
            return False
        distance = self._distance(goal)
        if not distance:
            return False
        self._goal = goal
        self._motion.setStartValue(-distance)
        self._motion.setEndValue(0)
        self._motion.start()
        return True

    def stop(self) -> None:
        """Stand still where the text is now."""
        if "_motion" in self.__dict__:
            self._motion.stop()

    def _system_wants_motion(self) -> bool:
        # Imported late: its many enumerations take Qt five milliseconds, and the text comes first.
        from PySide6.QtWidgets import QStyle

        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._widget.style().styleHint(hint, None, self._widget) > 0

    def _distance(self, goal: Place) -> int:
        """Return the pixels to the goal; from far away the last third of a screen is shown."""
        here, height = self._scroller.place, self._scroller.height
        forward = goal > here
        near = self._scroller.settle(here.slot, here.offset + (height if forward else -height))
        if (near >= goal) if forward else (near <= goal):
            return self._scroller.distance(here, goal)
        return height // 3 if forward else -height // 3

    @Slot("QVariant")
    def _step(self, left: int) -> None:
        self._scroller.move_to(self._goal.slot, self._goal.offset + int(left))
        self._moved()
