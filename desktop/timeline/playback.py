"""Play: step to the next event again and again, until the last or until stopped."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SPEEDS: Final = (0.5, 1.0, 2.0, 4.0)
MILLISECONDS: Final = 2000
"""How long an event stays at speed 1."""


class Playback(QObject):
    """Calls `step` at an even pace; `step` returns whether there was another event."""

    changed = Signal(bool)

    def __init__(self, step: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._speed = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_playing(self) -> bool:
        """Whether it steps on by itself."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """How many times faster than one event every two seconds."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Set the pace; takes effect at once."""
        self._speed = speed
        self._timer.setInterval(round(MILLISECONDS / speed))

    @Slot()
    def tick(self) -> None:
        """Take one step; after the last event stop."""
        if not self._step():
            self.stop()

    @Slot()
    def toggle(self) -> None:
        """Start or stop; the first step is taken at once, so that the press is seen to work."""
        if self.is_playing:
            self.stop()
        elif self._step():
            self._timer.start()
            self.changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stop where it is."""
        if self.is_playing:
            self._timer.stop()
            self.changed.emit(False)
