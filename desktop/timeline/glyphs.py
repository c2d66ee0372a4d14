"""The shapes that stand for marks: where they lie in pixels, and never a false point."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from desktop.timeline.scale import TimeScale
from desktop.timeline.timeline_data import (
    APPROXIMATE,
    ASSUMED,
    LASTING,
    NO_END,
    NO_START,
    POINT,
    Marks,
)

LEVELS: Final = 3
"""How many overlapping stretches of a lane are drawn inside one another."""


class Shape(Enum):
    """How a mark is drawn."""

    POINT = "a tick"
    RANGE = "brackets round an uncertain time"
    BAR = "a bar over a lasting time"
    BEFORE = "a closing bracket with an arrow to the left"
    AFTER = "an opening bracket with an arrow to the right"


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape in a lane, x in pixels; `events` all share its time.

    `level` counts from 0, the full height, inwards. `tail` is the length of an open end's arrow.
    """

    shape: Shape
    left: float
    right: float
    events: tuple[int, ...]
    assumed: bool
    approximate: bool
    level: int = 0
    tail: float = 0.0

    def distance(self, x: float) -> float:
        """Return how far x lies outside the glyph."""
        return max(0.0, self.left - x, x - self.right)


def shape_of(earliest: int, latest: int, flags: int) -> Shape:
    """Return the shape of a mark as it stands in the arrays of `Marks`."""
    if earliest == NO_START:
        return Shape.BEFORE
    if latest == NO_END:
        return Shape.AFTER
    if latest - earliest <= POINT:
        return Shape.POINT
    return Shape.BAR if flags & LASTING else Shape.RANGE


def glyphs(marks: Marks, indices: Sequence[int], scale: TimeScale, unit: float) -> list[Glyph]:
    """Return the glyphs of those marks from left to right.

    `unit` is the width of a tick in pixels; the others are drawn in multiples of it.
    """
    same: dict[tuple[int, int, int], list[int]] = {}
    for index in indices:
        key = (marks.earliest[index], marks.latest[index], marks.flags[index])
        same.setdefault(key, []).append(marks.events[index])
    found = [_glyph(key, tuple(events), scale, unit) for key, events in same.items()]
    seen = [
        glyph
        for glyph in found
        if glyph.right + glyph.tail >= scale.left and glyph.left - glyph.tail <= scale.right
    ]
    seen.sort(key=lambda glyph: (glyph.left, -glyph.right))
    return _with_tails(_nested(seen, scale), unit)


def _glyph(
    key: tuple[int, int, int], events: tuple[int, ...], scale: TimeScale, unit: float
) -> Glyph:
    earliest, latest, flags = key
    shape = shape_of(earliest, latest, flags)
    left = scale.x(latest if earliest == NO_START else earliest)
    right = scale.x(latest) if shape in (Shape.RANGE, Shape.BAR) else left
    # However narrow a stretch is on the screen, it stays wide enough not to pass for a point.
    lacking = _least_width(shape, unit) - (right - left)
    if lacking > 0:
        left, right = left - lacking / 2, right + lacking / 2
    tail = 4 * unit if shape in (Shape.BEFORE, Shape.AFTER) else 0.0
    return Glyph(
        shape, left, right, events, bool(flags & ASSUMED), bool(flags & APPROXIMATE), tail=tail
    )


def _least_width(shape: Shape, unit: float) -> float:
    return {Shape.POINT: unit, Shape.RANGE: 4 * unit, Shape.BAR: 3 * unit}.get(shape, unit)


def _nested(row: list[Glyph], scale: TimeScale) -> list[Glyph]:
    """Give stretches that overlap one another different levels, as far as there are any.

    Those with neither end in view show no bracket and need no level.
    """
    free = [float("-inf")] * LEVELS
    result = []
    for glyph in row:
        through = glyph.left < scale.left and glyph.right > scale.right
        if through or glyph.shape not in (Shape.RANGE, Shape.BAR):
            result.append(glyph)
            continue
        level = next((n for n in range(LEVELS) if free[n] < glyph.left), LEVELS - 1)
        free[level] = max(free[level], glyph.right)
        result.append(replace(glyph, level=level))
    return result


def _with_tails(row: list[Glyph], unit: float) -> list[Glyph]:
    """Shorten the arrows of open ends that would run through their neighbours."""
    result = []
    for index, glyph in enumerate(row):
        if not glyph.tail:
            result.append(glyph)
            continue
        gap = glyph.tail
        if glyph.shape is Shape.BEFORE and index:
            gap = glyph.left - row[index - 1].right - unit
        if glyph.shape is Shape.AFTER and index + 1 < len(row):
            gap = row[index + 1].left - glyph.right - unit
        result.append(replace(glyph, tail=min(glyph.tail, max(1.5 * unit, gap))))
    return result
