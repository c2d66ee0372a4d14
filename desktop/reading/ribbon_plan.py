"""What joins the columns as they stand now: ribbons, and the signs of links with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QWidget

from desktop.reading.column import Column
from desktop.reading.lanes import Lane, Lanes
from desktop.reading.ribbons import Ribbon
from desktop.theme import SourceStyle, Theme

UP, DOWN = "↑", "↓"
ROOM = 21.0
"""Signs whose middles are nearer to each other would touch."""
AFTER, BEFORE = 16.0, 28.0
"""From the edge of words to the middle of a sign beside them; before them is the margin's bar."""
ALONG = (0.5, 0.28, 0.72)
"""How far along its way to the next column the sign of a link may stand."""
MOST_AWAY = 12
"""So many links of a column lead out of sight; more signs would be a thicket."""


class JoinedWords(NamedTuple):
    """Words of two columns that a link joins, as code points of the editions they show.

    `words` say in a sentence what joins what.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    dashed: bool
    sign: str
    words: str = ""

    def turned(self) -> JoinedWords:
        """The same link from its other end."""
        ends = (self.other_start, self.other_end, self.start, self.end)
        return JoinedWords(*ends, self.dashed, self.sign, self.words)


# Gives the links between what two columns show.
Links = Callable[[Column, Column], Sequence[JoinedWords]]
Target = tuple[int, int, int]
"""An edition and the words in it, to go to."""


@dataclass(frozen=True, slots=True)
class SignPlace:
    """The sign of a link: where, in which colours, and the ends it leads to from left and right.

    A sign of a link whose other end is out of sight has that end on both sides.
    """

    key: tuple[Target, Target, str]
    sign: str
    words: str
    middle: QPointF
    style: SourceStyle
    other_style: SourceStyle
    left: Target
    right: Target


@dataclass(slots=True)
class Plan:
    """Everything to be drawn over the columns, in the pixels of the box they stand in."""

    ribbons: dict[tuple[int, int], list[Ribbon]] = field(default_factory=dict)
    """By the places of the two columns, from the left."""
    signs: list[SignPlace] = field(default_factory=list)


class Planner:
    """Looks at the columns once and plans what joins them."""

    def __init__(
        self, box: QWidget, columns: Sequence[Column], theme: Theme, links: Links,
        hot: tuple[Target, Target, str] | None = None,
    ) -> None:  # fmt: skip
        self._box, self._columns, self._theme = box, columns, theme
        self._links, self._hot = links, hot
        self._lanes = Lanes()
        self._away: dict[int, int] = {}

    def plan(self) -> Plan:
        """Plan the event's ribbons, then the links of every two columns."""
        plan = Plan()
        for at, other, ribbon in self._events():
            plan.ribbons.setdefault((at, other), []).append(ribbon)
        for at, other in combinations(range(len(self._columns)), 2):
            self._join(plan, at, other)
        return plan

    # The current event

    def _events(self) -> Iterator[tuple[int, int, Ribbon]]:
        """A ribbon from each column to the next one that has the event in sight."""
        rects = [self._event_rect(column) for column in self._columns]
        seen = [at for at, rect in enumerate(rects) if rect is not None]
        for at, other in pairwise(seen):
            left, right = rects[at], rects[other]
            if left is not None and right is not None:
                lanes = self._across(at, other, left, right)
                yield at, other, Ribbon(left, right, *self._styles(at, other), lanes=lanes)

    def _event_rect(self, column: Column) -> QRect | None:
        """The passage at the event line: each joined to every other would be a thicket."""
        line = column.pane.scroller.event_line
        rects = column.pane.event_rects()
        near = min(rects, key=lambda rect: abs(rect.top() - line), default=None)
        return near.translated(self._corner(column)) if near is not None else None

    # Links

    def _join(self, plan: Plan, at: int, other: int) -> None:
        left, right = self._columns[at], self._columns[other]
        for link in self._links(left, right):
            one = self._words_rect(left, link.start, link.end)
            two = self._words_rect(right, link.other_start, link.other_end)
            if one is not None and two is not None:
                self._link(plan, at, other, link, one, two)
            elif one is not None:
                self._lead_away(plan, at, other, link, one)
            elif two is not None:
                self._lead_away(plan, other, at, link.turned(), two)

    def _link(
        self, plan: Plan, at: int, other: int, link: JoinedWords, one: QRect, two: QRect
    ) -> None:
        ends = self._ends(at, other, link)
        key = (*ends, link.sign)
        styles = self._styles(at, other)
        ribbon = Ribbon(
            one, two, *styles, link.dashed, link.sign, self._across(at, other, one, two),
            hot=key == self._hot,
        )  # fmt: skip
        plan.ribbons.setdefault((at, other), []).append(ribbon)
        middle = _free(plan.signs, *(ribbon.along(share) for share in ALONG))
        plan.signs.append(SignPlace(key, link.sign, link.words, middle, *styles, *ends))

    def _lead_away(self, plan: Plan, at: int, other: int, link: JoinedWords, words: QRect) -> None:
        """Put a sign beside words whose other end is scrolled out of sight."""
        self._away[at] = self._away.get(at, 0) + 1
        if self._away[at] > MOST_AWAY:
            return
        here, there = self._ends(at, other, link)
        sign = f"{link.sign}{self._way(self._columns[other], link.other_start)}"
        x = words.right() + AFTER if other > at else words.left() - BEFORE
        middle = _free(plan.signs, QPointF(x, words.center().y()))
        styles = self._styles(at, other)
        plan.signs.append(
            SignPlace((here, there, sign), sign, link.words, middle, *styles, there, there)
        )

    def _way(self, column: Column, offset: int) -> str:
        """Whether words out of sight stand above or below."""
        seen = column.pane.visible_passages()
        if column.shown is None or not seen:
            return DOWN
        return UP if offset < column.shown.text.starts[seen[0]] else DOWN

    def _ends(self, at: int, other: int, link: JoinedWords) -> tuple[Target, Target]:
        editions = [c.shown.edition.id if c.shown else 0 for c in self._columns]
        return (
            (editions[at], link.start, link.end),
            (editions[other], link.other_start, link.other_end),
        )

    def _words_rect(self, column: Column, start: int, end: int) -> QRect | None:
        """The lines that words take, as wide as the text; None where they are out of sight."""
        lines = QRect()
        for found in column.pane.span_rects(start, end):
            lines = lines.united(found)
        viewport, margins = column.pane.viewport(), column.pane.body.margins
        if lines.isEmpty() or not lines.intersects(viewport.rect()):
            return None
        seen = lines.intersected(viewport.rect())
        rect = QRect(margins.text - 4, seen.top(), margins.width + 8, seen.height())
        return rect.translated(self._corner(column))

    # Places

    def _across(self, at: int, other: int, left: QRect, right: QRect) -> tuple[Lane, ...]:
        """The ways across the columns between two, near the straight line from box to box."""
        first, last = left.center(), right.center()
        found = []
        for column in self._columns[at + 1 : other]:
            corner = self._corner(column)
            share = (corner.x() - first.x()) / max(1, last.x() - first.x())
            wanted = first.y() + (last.y() - first.y()) * share - corner.y()
            start, end, y = self._lanes.across(column.pane, wanted)
            found.append(Lane(start + corner.x(), end + corner.x(), y + corner.y()))
        return tuple(found)

    def _corner(self, column: Column) -> QPoint:
        return column.pane.viewport().mapTo(self._box, QPoint(0, 0))

    def _styles(self, at: int, other: int) -> tuple[SourceStyle, SourceStyle]:
        one, two = self._columns[at].source.style, self._columns[other].source.style
        return self._theme.source(one), self._theme.source(two)


def _free(signs: Sequence[SignPlace], *wanted: QPointF) -> QPointF:
    """The first of some places that no sign has taken, else one below the first of them."""
    for place in wanted:
        if not any(_near(sign.middle, place) for sign in signs):
            return place
    middle = QPointF(wanted[0])
    while any(_near(sign.middle, middle) for sign in signs):
        middle += QPointF(0, ROOM)
    return middle


def _near(one: QPointF, other: QPointF) -> bool:
    return abs(one.x() - other.x()) < 1.4 * ROOM and abs(one.y() - other.y()) < ROOM
