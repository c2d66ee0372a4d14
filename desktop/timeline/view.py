"""Which stretch of time is in view, and how it moves there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

from desktop.timeline.order import Stretch, densest, place_of
from desktop.timeline.scale import SHORTEST, TimeScale
from desktop.timeline.timeline_data import Mark, Marks, TimelineData

MILLISECONDS: Final = 120
STEP: Final = 1.6
"""How much closer one press of + brings the view."""
_SPARE: Final = 0.06
_LEAST_SPARE: Final = 3600
_SAMPLES: Final = 5000


class View(QObject):
    """Holds the scale, keeps it in bounds and, where motion is wanted, lets it glide."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scale = TimeScale(0, 86_400, 0, 1)
        self.motion = True
        self._target = self.scale
        self._origin = self.scale
        self._bounds = (0.0, 86_400.0)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(MILLISECONDS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glided)

    def set_bounds(self, first: float, last: float) -> None:
        """Set the stretch that may be looked at: that of the data and some room around it."""
        spare = max(_LEAST_SPARE, (last - first) * _SPARE)
        self._bounds = (first - spare, last + spare)

    def place(self, left: float, width: float) -> None:
        """Show the same stretch of time on other pixels."""
        self._stop()
        self.scale = self._target = self.scale.resized(left, width)

    def show_scale(self, scale: TimeScale, *, glide: bool = False) -> None:
        """Bring that view, or the nearest one within bounds."""
        self._stop()
        self._target = scale.clamped(*self._bounds)
        if self._target == self.scale:
            return
        if glide and self.motion:
            self._origin = self.scale
            self._glide.start()
            return
        self.scale = self._target
        self.changed.emit()

    def zoom(self, factor: float, x: float | None = None, *, glide: bool = False) -> None:
        """Come `factor` times closer about an x, else about the middle."""
        middle = self._target.left + self._target.width / 2
        scale = self._target.zoomed(factor, middle if x is None else x)
        if scale.length < SHORTEST:
            scale = self._target.zoomed(self._target.length / SHORTEST, middle if x is None else x)
        self.show_scale(scale, glide=glide)

    def pan(self, pixels: float, *, glide: bool = False) -> None:
        """Move on by so many pixels, towards later times where positive."""
        self.show_scale(self._target.panned(pixels), glide=glide)

    def fit(self, stretch: tuple[float, float] | None, *, glide: bool = False) -> None:
        """Show that stretch with some room around it; without one everything there is."""
        if stretch is None:
            first, last = self._bounds
            self.show_scale(replace(self._target, start=first, length=last - first), glide=glide)
        else:
            self.show_scale(self._target.fitted(*stretch), glide=glide)

    def go_to(self, time: float) -> None:
        """Move so that a time is in the middle."""
        self.show_scale(self._target.centred(time), glide=True)

    def reveal(self, time: float) -> None:
        """Move only if that time is out of view or hardly in it."""
        edge = self._target.length * 0.02
        if not self._target.start + edge <= time <= self._target.end - edge:
            self.go_to(time)

    @Slot(object)
    def _glided(self, share: float) -> None:
        origin, target = self._origin, self._target
        if share >= 1:
            self.scale = target
        else:
            # Lengths change by equal factors, so that zooming looks even.
            length = origin.length * (target.length / origin.length) ** share
            centre_from = origin.start + origin.length / 2
            centre_to = target.start + target.length / 2
            centre = centre_from + (centre_to - centre_from) * share
            self.scale = replace(target, start=centre - length / 2, length=length)
        self.changed.emit()

    def _stop(self) -> None:
        if self._glide.state() == QVariantAnimation.State.Running:
            self._glide.stop()
            self.scale = self._target


def dense_stretch(data: TimelineData, columns: Sequence[Marks]) -> Stretch | None:
    """Return the stretch where most marks are, with their brackets and what was published near.

    Where there are publications only, it is where most of them are.
    """
    places = sorted(_place(mark, data.zone) for marks in columns for mark in _sample(marks))
    published = data.publications()
    found = densest(places or published)
    if found is None:
        return None
    room = max(found[1] - found[0], _LEAST_SPARE)
    if found[0] == found[1]:
        # All there is stands in one place: the day it is known to be of is to be seen.
        room = max(room, min(_lengths(columns, found), default=0))
    # The known-by handle is to be in sight too, unless that would shrink everything else.
    near = [time for time in published if found[0] - room / 2 <= time <= found[1] + room / 2]
    brackets = [stretch for marks in columns for stretch in _brackets(marks, found, room)]
    starts, ends = zip(found, *brackets, *((time, time) for time in near), strict=True)
    return min(starts), max(ends)


def _brackets(marks: Marks, found: Stretch, room: int) -> Iterator[Stretch]:
    """Yield the stretches that reach into `found` and are not longer than `room`."""
    for index in marks.between(*found):
        early, late = marks.earliest[index], marks.latest[index]
        if late - early <= room and early <= found[1] and late >= found[0]:
            yield early, late


def _lengths(columns: Sequence[Marks], found: Stretch) -> Iterator[int]:
    """Yield how long each mark is that reaches into `found`."""
    for marks in columns:
        for index in marks.between(*found):
            yield marks.latest[index] - marks.earliest[index]


def _place(mark: Mark, zone: tzinfo) -> int:
    return place_of(mark, zone) or 0


def _sample(marks: Marks) -> Iterator[Mark]:
    step = max(1, len(marks) // _SAMPLES)
    return (marks[index] for index in range(0, len(marks), step))
