"""The mapping between time and pixels, and how it is zoomed, moved and kept in bounds."""

from dataclasses import dataclass, replace
from typing import Final, Self

EARLIEST: Final = -62_000_000_000
"""The first instant a view may show, in epoch seconds: in the year 5."""
LATEST: Final = 253_000_000_000
"""The last instant a view may show, in epoch seconds: in the year 9987."""
SHORTEST: Final = 600.0
"""The shortest view, in seconds: ten minutes."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A linear mapping from UTC epoch seconds to x in pixels.

    `start` is the time at `left`; `length` is the number of seconds shown over `width` pixels.
    """

    start: float
    length: float
    left: float
    width: float

    @property
    def end(self) -> float:
        """The time at the right edge, in epoch seconds."""
        return self.start + self.length

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.left + self.width

    @property
    def seconds_per_pixel(self) -> float:
        """How many seconds one pixel stands for."""
        return self.length / self.width

    def x(self, time: float) -> float:
        """Return the x of a time in epoch seconds; outside the view it lies outside the edges."""
        return self.left + (time - self.start) / self.length * self.width

    def time(self, x: float) -> float:
        """Return the time at x, in epoch seconds."""
        return self.start + (x - self.left) / self.width * self.length

    def shows(self, time: float) -> bool:
        """Return whether that time lies in the view."""
        return self.start <= time <= self.end

    def zoomed(self, factor: float, about_x: float) -> Self:
        """Return the view `factor` times closer; the time at `about_x` stays where it is."""
        share = (about_x - self.left) / self.width
        length = self.length / factor
        return replace(self, start=self.time(about_x) - share * length, length=length)

    def panned(self, pixels: float) -> Self:
        """Return the view moved on by so many pixels, towards later times where positive."""
        return replace(self, start=self.start + pixels * self.seconds_per_pixel)

    def centred(self, time: float) -> Self:
        """Return the view of the same length with that time in its middle."""
        return replace(self, start=time - self.length / 2)

    def resized(self, left: float, width: float) -> Self:
        """Return the same stretch of time on another stretch of pixels."""
        return replace(self, left=left, width=max(1.0, width))

    def fitted(self, start: float, end: float, margin: float = 0.06) -> Self:
        """Return the view of [start, end] with `margin`, a share of the width, on either side."""
        inner = max(end - start, SHORTEST)
        centre = (start + end) / 2
        length = inner / (1 - 2 * margin)
        return replace(self, start=centre - length / 2, length=length)

    def clamped(self, first: float, last: float, shortest: float = SHORTEST) -> Self:
        """Return the nearest view inside [first, last] that is at least `shortest` long."""
        longest = max(last - first, shortest)
        length = min(max(self.length, shortest), longest)
        # A view cut to another length keeps its middle.
        start = self.start + (self.length - length) / 2
        return replace(self, start=min(max(start, first), first + longest - length), length=length)
