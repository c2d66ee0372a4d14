"""What a drawn ladder is made of: words, hairlines, dots and bars, placed in pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from db.comparing.number_ladder import Manner

Measure = Callable[[str, float, bool], float]
"""The width of words in pixels, given their size in pixels and whether they are bold."""


Point = tuple[float, float]
BROKEN: Final = (5.0, 3.0)
DOTTED: Final = (1.0, 4.0)
STRIKE = 1.6
"""How wide the stroke across a denied figure is, in pixels."""


class Ink(StrEnum):
    """What something is drawn in."""

    INK = "ink"
    MUTED = "muted"
    HAIRLINE = "hairline"
    SOURCE = "source"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a baseline; `align` is start, middle or end; `cut` clears the ground behind them."""

    x: float
    y: float
    text: str
    size: float = 13.0
    ink: Ink = Ink.INK
    style: int = 0
    bold: bool = False
    align: str = "start"
    cut: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One number: filled, a ring where another's words, a broken ring where hedged."""

    x: float
    y: float
    radius: float
    manner: Manner
    ink: Ink
    style: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A range, an arrow at an open end: filled, hollow where another's words, else broken."""

    x1: float
    x2: float
    y: float
    height: float
    manner: Manner
    ink: Ink
    style: int
    open_start: bool = False
    open_end: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Strike:
    """A stroke across a figure that is denied, reaching so far above and below its middle."""

    x: float
    y: float
    reach: float
    ink: Ink

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where the stroke begins and ends."""
        half = self.reach * 0.55
        return (self.x - half, self.y + self.reach), (self.x + half, self.y - self.reach)


Item = Words | Rule | Dot | Bar | Strike


@dataclass(frozen=True, slots=True)
class BarShape:
    """A bar taken apart: the stretch without its arrows, and the triangles at open ends."""

    x1: float
    x2: float
    heads: tuple[tuple[Point, Point, Point], ...]


def bar_shape(bar: Bar) -> BarShape:
    """Take a bar apart; its arrows end where the bar ends."""
    long, half = bar.height * 1.6, bar.height * 1.05
    heads = []
    x1, x2 = bar.x1, bar.x2
    if bar.open_start:
        heads.append(((x1, bar.y), (x1 + long, bar.y - half), (x1 + long, bar.y + half)))
        x1 += long
    if bar.open_end:
        heads.append(((x2, bar.y), (x2 - long, bar.y - half), (x2 - long, bar.y + half)))
        x2 -= long
    return BarShape(x1, max(x1, x2), tuple(heads))


def dashes_of(bar: Bar) -> tuple[float, float] | None:
    """The length of a dash and of a gap in pixels, so that a short bar too is seen to be broken."""
    if bar.dotted:
        return DOTTED
    if bar.manner is not Manner.HEDGED:
        return None
    shape = bar_shape(bar)
    long, gap = shape.x2 - shape.x1, BROKEN[1]
    if long >= 2 * BROKEN[0] + gap:
        return BROKEN
    gap = min(gap, long / 3)
    return (max(0.5, (long - gap) / 2), max(0.5, gap))


def moved(item: Item, down: float) -> Item:
    """An item so many pixels further down."""
    if isinstance(item, Rule):
        return replace(item, y1=item.y1 + down, y2=item.y2 + down)
    return replace(item, y=item.y + down)
