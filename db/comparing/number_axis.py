"""The axis figures stand on: its bounds, its ticks, and whether equal steps are equal factors."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# From this ratio of the largest to the smallest figure on, the small ones would lie on one spot.
LOG_FROM: Final = 100
# What is left free beyond the last figure, so that an open end has somewhere to point.
BEYOND: Final = 0.14
# How far a nought stands before the factors of ten.
NOUGHT: Final = 0.07
_STEPS: Final = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """A stretch of numbers laid on 0 to 1; `log` where equal steps are equal factors.

    Such an axis has no nought: `nought` is the share of it that is kept free for one at its start.
    """

    least: float
    most: float
    ticks: tuple[float, ...]
    log: bool = False
    nought: float = 0.0

    def share(self, value: float) -> float:
        """Where a number lies, 0 at the axis's start, 1 at its end; cut to that."""
        if self.log:
            if value <= 0:
                return 0.0
            low, high, at = math.log(self.least), math.log(self.most), math.log(value)
        else:
            low, high, at = self.least, self.most, value
        share = min(1.0, max(0.0, (at - low) / (high - low)))
        return self.nought + (1 - self.nought) * share


def axis_for(values: Iterable[float], *, ticks: int = 5, whole: bool = False) -> NumberAxis:
    """The axis for some figures, with about `ticks` ticks; from nought where none is below it.

    `whole` keeps ticks to whole numbers. Factors of ten where the largest figure is more than
    `LOG_FROM` times the smallest but nought, and none is below it.
    """
    found = sorted(set(values))
    if not found:
        return NumberAxis(0, 1, ())
    above = [value for value in found if value > 0]
    if found[0] >= 0 and above and above[-1] > LOG_FROM * above[0]:
        return _log_axis(above[0], above[-1], ticks, nought=found[0] == 0)
    low, high = min(0.0, found[0]), max(0.0, found[-1])
    if low == high:
        high = low + 1
    room = (high - low) * BEYOND
    step = nice_step((high - low) / max(1, ticks - 1), whole=whole)
    first = math.ceil((low - (room if low < 0 else 0)) / step)
    last = math.floor((high + (room if high > 0 else 0)) / step)
    marks = tuple(round(n * step, 10) for n in range(first, last + 1))
    start = min([low - room if low < 0 else low, *marks[:1]])
    return NumberAxis(start, high + room if high > 0 else high, marks)


def nice_step(rough: float, *, whole: bool = False) -> float:
    """The next larger of 1, 2, 2.5, 5 times a power of ten; at least 1 where `whole`."""
    if whole:
        rough = max(1.0, rough)
    size = 10.0 ** math.floor(math.log10(rough))
    for step in _STEPS:
        if step * size >= rough * (1 - 1e-9) and not (whole and not (step * size).is_integer()):
            return float(step * size)
    return float(10 * size)


def _log_axis(low: float, high: float, ticks: int, *, nought: bool) -> NumberAxis:
    first, last = math.floor(math.log10(low)), math.floor(math.log10(high))
    every = max(1, math.ceil((last - first) / ticks))
    marks = tuple(10.0**n for n in range(first, last + 1, every))
    if not nought:
        return NumberAxis(10.0**first, high * 2, marks, log=True)
    return NumberAxis(10.0**first, high * 2, (0.0, *marks), log=True, nought=NOUGHT)
