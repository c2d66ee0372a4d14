"""Columns that follow the one the reader scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.reading.column import Column
from desktop.reading.pane import Pane
from desktop.reading.synchronising import Anchor, Pursuit, course, sync_line

FirstPlaces = Callable[[int], dict[int, int]]
"""For an edition, the offset at which each event is first spoken of."""


@dataclass(slots=True)
class _Rest:
    """Where a pane stood when nothing moved: the sync line and the position on it."""

    line: float
    position: float


class Following:
    """Moves the followers when the leader is scrolled; owns no widget.

    `rest` is called whenever the columns stand where the program has put them. Scroll signals
    that arrive while followers are being moved are dropped.
    """

    def __init__(self, first_places: FirstPlaces) -> None:
        self._first_places = first_places
        self._rests: dict[Column, _Rest] = {}
        self._pursuits: dict[Column, Pursuit] = {}
        self._leader: Column | None = None
        self._moving = False

    @property
    def moving(self) -> bool:
        """Whether followers are being moved at this moment."""
        return self._moving

    def rest(self, columns: Sequence[Column]) -> None:
        """Take where every column stands as the place to follow from."""
        self._pursuits.clear()
        self._leader = None
        self._rests = {column: _rest(column.pane) for column in columns if column.shown}

    def lead(self, leader: Column, columns: Sequence[Column], event: int | None) -> None:
        """Bring the followers to where the leader has been scrolled."""
        if self._moving or leader.shown is None or not leader.follows:
            return
        if leader is not self._leader:
            self._begin(leader, columns, event)
        now = _rest(leader.pane)
        self._moving = True
        try:
            for column, pursuit in self._pursuits.items():
                pane = column.pane
                screen = pane.position_at(pane.scroller.height) - pane.position_at(0)
                pursuit = pursuit.after(now.position, screen)
                self._pursuits[column] = pursuit
                pane.scroll_position_to(pursuit.actual, now.line)
        finally:
            self._moving = False

    def _begin(self, leader: Column, columns: Sequence[Column], event: int | None) -> None:
        assert leader.shown is not None
        start = self._rests.get(leader) or _rest(leader.pane)
        self._leader = leader
        self._pursuits = {}
        for column in columns:
            if column is leader or not column.follows or column.shown is None:
                continue
            anchors, current = self._anchors(leader, column, event)
            length = len(column.shown.text.text)
            way = course(anchors, len(leader.shown.text.text), length, current)
            stands = column.pane.position_at(start.line)
            self._pursuits[column] = Pursuit.begin(way, length, start.position, stands)

    def _anchors(
        self, leader: Column, follower: Column, event: int | None
    ) -> tuple[list[Anchor], Anchor | None]:
        assert leader.shown is not None and follower.shown is not None
        ours = self._first_places(leader.shown.edition.id)
        theirs = self._first_places(follower.shown.edition.id)
        shared = {e: (float(ours[e]), float(theirs[e])) for e in ours.keys() & theirs.keys()}
        current = shared.get(event) if event is not None else None
        return list(shared.values()), current


def _rest(pane: Pane) -> _Rest:
    line = _line(pane)
    return _Rest(line, pane.position_at(line))


def _line(pane: Pane) -> float:
    """The height in the viewport on which this pane is compared with the others."""
    scroller = pane.scroller
    half = scroller.height // 2 + 1
    pad = pane.body.typography.pad
    above, below = _room_above(pane, half) + pad, _room_below(pane, half) + pad
    return sync_line(above, below, scroller.height, scroller.event_line, pad)


def _room_above(pane: Pane, enough: int) -> int:
    slot, pixels = pane.scroller.place
    while slot > 0 and pixels < enough:
        slot -= 1
        pixels += pane.body.height(slot)
    return max(0, pixels)


def _room_below(pane: Pane, enough: int) -> int:
    slot, pixels = pane.scroller.place
    left = -pixels - pane.scroller.height
    count = len(pane.body.flow)
    while slot < count and left < enough:
        left += pane.body.height(slot)
        slot += 1
    return max(0, left)
