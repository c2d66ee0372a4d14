"""All that the timeline shows at one moment, and where on the screen it lies."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF

from desktop.theme import Theme
from desktop.timeline.glyphs import Glyph, glyphs
from desktop.timeline.labels import TimeLabels
from desktop.timeline.layout import Layout
from desktop.timeline.order import EventOrder, PublicationSteps
from desktop.timeline.scale import TimeScale
from desktop.timeline.timeline_data import Lane, Mark, Marks, TimelineData

PIXELS_A_GLYPH: Final = 4
"""A lane with less room than this for each of its marks becomes a density strip."""

Place = tuple[int | None, int | None]


class Axis(StrEnum):
    """Which of its times places a mark."""

    HAPPENED = "happened"
    REPORTED = "reported"


class Handle(StrEnum):
    """The two things a reader moves."""

    HAPPENED = "happened"
    KNOWN_BY = "known by"


def _no_title(_event: int) -> str:
    return ""


@dataclass
class Scene:
    """The state that the painters read and the timeline writes.

    `happened_x` and `known_x` are where a handle is held during a drag, None at rest.
    """

    theme: Theme
    metrics: QFontMetricsF
    layout: Layout
    data: TimelineData = field(default_factory=TimelineData)
    axis: Axis = Axis.HAPPENED
    order: EventOrder = field(default_factory=EventOrder)
    steps: PublicationSteps = field(default_factory=PublicationSteps)
    scale: TimeScale = field(default_factory=lambda: TimeScale(0, 86_400, 0, 1))
    labels: TimeLabels = field(default_factory=lambda: TimeLabels(QLocale.c(), UTC))
    event: int | None = None
    known_by: int | None = None
    positions: Mapping[int, Place] = field(default_factory=dict)
    crossings: Sequence[tuple[int, int]] = ()
    title: Callable[[int], str] = _no_title
    everything: str = ""
    buttons: QSizeF = field(default_factory=QSizeF)
    happened_x: float | None = None
    known_x: float | None = None
    focus: Handle | None = None
    _published: dict[int, "array[int]"] = field(default_factory=dict)
    _glyphs: dict[int, list[Glyph] | None] = field(default_factory=dict)

    @property
    def lanes(self) -> Sequence[Lane]:
        """The lanes from top to bottom."""
        return self.data.lanes

    @property
    def tick_width(self) -> float:
        """The width of a tick in pixels, larger in a larger font."""
        return max(3.0, round(self.metrics.height() / 5.5))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing with a date."""
        return not len(self.order) and not len(self.steps)

    def marks(self, lane: int) -> Marks:
        """Return the marks of a lane on the axis chosen."""
        found = self.lanes[lane]
        return found.marks if self.axis is Axis.HAPPENED else found.reported

    def forget_data(self) -> None:
        """Have everything worked out anew: the data or the axis changed."""
        self._published.clear()
        self._glyphs.clear()

    def forget_glyphs(self) -> None:
        """Have all glyphs worked out anew: the view changed."""
        self._glyphs.clear()

    def glyphs(self, lane: int) -> list[Glyph] | None:
        """Return the glyphs of a lane in view; None where they are denser than pixels."""
        if lane not in self._glyphs:
            self._glyphs[lane] = self._find_glyphs(lane)
        return self._glyphs[lane]

    def _find_glyphs(self, lane: int) -> list[Glyph] | None:
        marks = self.marks(lane)
        indices = marks.between(self.scale.start, self.scale.end)
        if len(indices) > self.scale.width / PIXELS_A_GLYPH:
            return None
        return glyphs(marks, indices, self.scale, self.tick_width)

    def glyphs_of(self, lane: int, event: int) -> list[Glyph]:
        """Return the glyphs of one event in a lane, also where the lane is a density strip."""
        drawn = self.glyphs(lane)
        if drawn is not None:
            return [glyph for glyph in drawn if event in glyph.events]
        marks = self.marks(lane)
        return glyphs(marks, marks.indices_of(event), self.scale, self.tick_width)

    def colour(self, lane: int) -> QColor:
        """Return the colour of a lane's marks."""
        style = self.lanes[lane].style
        return self.theme.muted if style < 0 else self.theme.source(style).colour

    def is_known(self, lane: int, event: int) -> bool:
        """Return whether the lane's source had reported the event by the known-by time."""
        return self.known_by is None or self.lanes[lane].published(event) <= self.known_by

    @property
    def unknown(self) -> QColor:
        """The colour of what was not yet published."""
        return self.theme.disabled

    def is_glyph_known(self, lane: int, glyph: Glyph) -> bool:
        """Return whether any event of the glyph had been reported by the known-by time."""
        if self.known_by is None:
            return True
        return any(self.is_known(lane, event) for event in glyph.events)

    def known_marks(self, lane: int, limit: int) -> Marks:
        """Return the lane's marks that were published by that time."""
        marks = self.marks(lane)
        if lane not in self._published:
            published = self.lanes[lane].published
            self._published[lane] = array("q", map(published, marks.events))
        return marks.chosen([time <= limit for time in self._published[lane]])

    def glyph_rect(self, lane: int, glyph: Glyph) -> QRectF:
        """Return the rectangle of a glyph without its tail."""
        row = self.layout.lane(lane)
        full = round(row.height() * 0.58)
        inset = glyph.level * max(1.5, full / 10)
        top = round(row.center().y() - full / 2) + inset
        return QRectF(glyph.left, top, glyph.right - glyph.left, full - 2 * inset)

    @property
    def mark(self) -> Mark | None:
        """The mark that places the current event."""
        return self.order.mark(self.event)

    @property
    def knob_x(self) -> float | None:
        """The x of the happened handle; None where the current event has no date."""
        if self.happened_x is not None:
            return self.happened_x
        place = self.order.place(self.event)
        return None if place is None else self.scale.x(place)

    @property
    def known_knob_x(self) -> float | None:
        """The x of the known-by handle, kept within the track; None without publications."""
        if not len(self.steps):
            return None
        if self.known_x is not None:
            return self.known_x
        if self.known_by is None:
            # Past the last publication, not on it: everything is in sight.
            x = self.scale.x(self.steps.times[-1]) + 4 * self.layout.radius
        else:
            x = self.scale.x(self.known_by)
        return min(max(x, self.layout.plot_left), self.layout.plot_right)
