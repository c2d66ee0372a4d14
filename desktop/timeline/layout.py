"""Where the rows and columns of the timeline are, from the size of its font."""

from dataclasses import dataclass
from math import ceil
from typing import Final, Self

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

GUTTER_CHARACTERS: Final = 4.5
"""Room beside the lanes for the counts of what lies outside the view."""
WIDEST_LABELS: Final = 18


@dataclass(frozen=True, slots=True)
class Rows:
    """The heights of the rows in pixels, one lane and one line of text among them."""

    line: float
    flag: float
    axis: float
    lane: float
    known: float

    @classmethod
    def of(cls, metrics: QFontMetricsF, lanes: int, buttons: QSizeF) -> Self:
        """Return comfortable rows for that font; many lanes stand closer together.

        The row of the flag also holds the buttons, of that size.
        """
        line = ceil(metrics.height())
        roomy = 1.65 if lanes <= 3 else 1.4
        return cls(
            line,
            max(ceil(line * 1.5), ceil(buttons.height()) + 2),
            ceil(line * 1.85),
            ceil(line * roomy),
            ceil(line * 2.5),
        )

    def height(self, lanes: int) -> int:
        """Return the height of the whole timeline."""
        return ceil(self.flag + self.axis + self.lane * max(1, lanes) + self.known)


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all rows; x runs from the labels over the gutters and the plot."""

    width: float
    labels: float
    gutter: float
    lanes: int
    rows: Rows
    flag_right: float

    @classmethod
    def of(
        cls,
        size: QSizeF,
        metrics: QFontMetricsF,
        labels: list[str],
        buttons: QSizeF,
        least: float = 0.0,
    ) -> Self:
        """Return the layout for that size; lanes give way where the height is short.

        `labels` are the names of the lanes; their column is at least `least` wide. `buttons` is
        the size of the row of buttons at the right.
        """
        width, height = size.width(), size.height()
        lanes = len(labels)
        rows = Rows.of(metrics, lanes, buttons)
        spare = height - rows.height(lanes)
        if spare < 0:
            lane = max(rows.line, rows.lane + spare / max(1, lanes))
            rows = Rows(rows.line, rows.flag, rows.axis, lane, rows.known)
        unit = metrics.averageCharWidth()
        # The labels never take more than a third of a narrow window.
        widest = min(WIDEST_LABELS * unit, width / 3)
        column = max((metrics.horizontalAdvance(text) for text in labels), default=0.0)
        left = max(least, min(column, widest) + 3 * unit)
        right = width - buttons.width() - unit
        return cls(width, left, GUTTER_CHARACTERS * unit, lanes, rows, right)

    @property
    def plot_left(self) -> float:
        """The x of the earliest time in view."""
        return self.labels + self.gutter

    @property
    def plot_width(self) -> float:
        """The width over which time runs."""
        return max(1.0, self.width - self.gutter - self.plot_left)

    @property
    def plot_right(self) -> float:
        """The x of the latest time in view."""
        return self.plot_left + self.plot_width

    @property
    def knob_y(self) -> float:
        """The y of the middle of the happened handle: below the dates, above the lanes."""
        return self.lanes_top - self.radius - 1

    @property
    def radius(self) -> float:
        """The radius of both handles."""
        return self.rows.line * 0.42

    @property
    def lanes_top(self) -> float:
        """The y at which the first lane begins."""
        return self.rows.flag + self.rows.axis

    @property
    def lanes_bottom(self) -> float:
        """The y at which the last lane ends."""
        return self.lanes_top + self.rows.lane * max(1, self.lanes)

    @property
    def track_y(self) -> float:
        """The y of the middle of the known-by track."""
        return self.lanes_bottom + self.rows.known * 0.66

    @property
    def bottom(self) -> float:
        """The y below the last row."""
        return self.lanes_bottom + self.rows.known

    @property
    def axis(self) -> QRectF:
        """The row of dates, over the whole width of the plot and its gutters."""
        return QRectF(self.labels, self.rows.flag, self.width - self.labels, self.rows.axis)

    @property
    def known(self) -> QRectF:
        """The row of the known-by handle."""
        return QRectF(self.labels, self.lanes_bottom, self.width - self.labels, self.rows.known)

    def lane(self, index: int) -> QRectF:
        """Return the row of a lane over the whole width."""
        top = self.lanes_top + index * self.rows.lane
        return QRectF(0, top, self.width, self.rows.lane)

    def lane_at(self, y: float) -> int | None:
        """Return the lane at that y."""
        index = int((y - self.lanes_top) // self.rows.lane)
        return index if 0 <= index < self.lanes else None

    def hint(self, index: int, *, later: bool) -> QRectF:
        """Return the place of the count of what lies before or after the view in a lane."""
        row = self.lane(index)
        left = self.plot_right if later else self.labels
        return QRectF(left, row.top(), self.gutter, row.height())
