"""The number ladder: one row a figure, on one axis, so that an eye sees what excludes what.

An exact number is a dot, a range a bar, an open end an arrow, a vague word without bounds a dotted
line over what the word lists take it to mean. Another's words passed on are drawn hollow, hedged
ones dashed. Nothing is added up, nothing merged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from db.comparing.intervals import Interval, allowed
from db.comparing.number_axis import NumberAxis, axis_for
from db.records import Claim
from db.text.word_lists import SHIPPED, WordLists

HEDGED: Final = frozenset({"unconfirmed", "alleged", "denied", "expected"})
PASSED_ON: Final = "reported"


class Manner(StrEnum):
    """How sure the words are of a figure."""

    OWN = "own"
    PASSED_ON = "passed-on"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a ladder.

    `words` stand at the mark, `label` and `detail` at the row's left; `style` is the source's.
    `vague` is set where the words give no bounds. `later` figures nobody had published yet.
    """

    interval: Interval
    words: str
    label: str = ""
    address: str = ""
    detail: str = ""
    style: int = 0
    manner: Manner = Manner.OWN
    vague: bool = False
    denied: bool = False
    later: bool = False
    claim_id: int = 0


@dataclass(frozen=True, slots=True)
class Rung:
    """Figures of one scope, which alone may be compared with each other."""

    scope: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class NumberLadder:
    """Figures of one aspect in one unit, by scope, on one axis."""

    title: str
    unit: str
    axis: NumberAxis
    rungs: tuple[Rung, ...]
    note: str = ""

    def figures(self) -> list[Figure]:
        """Every figure from top to bottom."""
        return [figure for rung in self.rungs for figure in rung.figures]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a figure lies on its axis, in shares from 0 to 1; equal ends are a dot."""

    start: float
    end: float
    open_start: bool = False
    open_end: bool = False

    @property
    def is_dot(self) -> bool:
        """Whether it is one number."""
        return self.start == self.end and not (self.open_start or self.open_end)


def figure_interval(
    claim: Claim, lists: WordLists = SHIPPED, *, counted: bool = True
) -> tuple[Interval, bool]:
    """What a number claim allows, and whether that is only a vague word's range.

    `counted` is whether the figure counts people or things.
    """
    only_word = claim.min is None and claim.max is None
    return allowed(claim.min, claim.max, claim.vague, lists, counted=counted), only_word


def manner_of(claim: Claim) -> Manner:
    """How sure the words of a claim are."""
    if claim.hedge in HEDGED:
        return Manner.HEDGED
    return Manner.PASSED_ON if claim.hedge == PASSED_ON or claim.voices else Manner.OWN


def ladder_axis(intervals: Iterable[Interval], *, ticks: int = 5) -> NumberAxis:
    """The axis on which every bound of some figures has its place."""
    bounds = [b for i in intervals for b in (i.least, i.most) if b is not None]
    return axis_for(bounds, ticks=ticks, whole=all(float(b).is_integer() for b in bounds))


def mark_of(interval: Interval, axis: NumberAxis) -> Mark:
    """Where a figure lies; an open side reaches to the axis's end."""
    start = 0.0 if interval.least is None else axis.share(interval.least)
    end = 1.0 if interval.most is None else axis.share(interval.most)
    return Mark(start, end, interval.least is None, interval.most is None)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the words of a mark begin, in pixels; `inside` where they interrupt its bar."""

    x: float
    inside: bool = False


def words_spot(mark: Mark, width: float, words: float, gap: float) -> Spot:
    """Where words of a width stand beside a mark on an axis `width` pixels long.

    Right of it, else left of it, else inside its bar, where the bar is cut for them.
    """
    start, end = mark.start * width, mark.end * width
    if end + gap + words <= width and not mark.open_end:
        return Spot(end + gap)
    if start - gap - words >= 0 and not mark.open_start:
        return Spot(start - gap - words)
    if mark.is_dot:
        return Spot(max(0.0, min(end + gap, width - words)))
    room = end - start
    lead = min(2.5 * gap, max(gap, (room - words) / 2))
    at = end - lead - words if mark.open_start and not mark.open_end else start + lead
    return Spot(max(0.0, min(at, width - words)), inside=True)
