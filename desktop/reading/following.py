"""Columns that follow the one the reader scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.reading.column import Column
from desktop.reading.pane import Pane
from desktop.reading.synchronising import Anchor, Pursuit, course, sync_line

FirstPlaces = Callable[[int], dict[int, int]]
"""For an edition, the offset at which each event is first spoken of."""


NEAR = 50
"""How many times half a line goes into a screen, roughly."""


class Following:
    """Moves the followers when the leader is scrolled; owns no widget.

    `prepare` is called before the reader's scroll moves a column, `lead` after it. Scroll signals
    that arrive while followers are being moved are dropped. Between scrolls nothing is measured.
    """

    def __init__(self, first_places: FirstPlaces) -> None:
        self._first_places = first_places
        self._pursuits: dict[Column, Pursuit] = {}
        self._leader: Column | None = None
        self._moving = self._loose = False

    @property
    def moving(self) -> bool:
        """Whether followers are being moved at this moment."""
        return self._moving

    def rest(self) -> None:
        """Follow anew from where the program has put the columns."""
        self._pursuits.clear()
        self._leader = None

    def loosen(self) -> None:
        """Look, before the next scroll, whether the columns still stand where they followed to."""
        self._loose = True

    def prepare(self, leader: Column, columns: Sequence[Column], event: int | None) -> None:
        """Take where every column stands before the leader is scrolled."""
        if self._moving or leader.shown is None or not leader.follows:
            return
        if leader is not self._leader or (self._loose and not self._in_step(leader, columns)):
            self._begin(leader, columns, event)
        self._loose = False

    def _in_step(self, leader: Column, columns: Sequence[Column]) -> bool:
        """Tell whether the same columns stand where they would after following, to half a line."""
        if self._pursuits.keys() != {c for c in columns if c is not leader and _can_follow(c)}:
            return False
        line = _line(leader.pane)
        position = leader.pane.position_at(line)
        for column, pursuit in self._pursuits.items():
            stands = column.pane.position_at(line)
            if abs(stands - pursuit.at(position)) > pursuit.screen / NEAR:
                return False
        return True

    def align(self, leader: Column, columns: Sequence[Column], event: int | None) -> None:
        """Put the followers where the leader's position expects them, at once."""
        self.rest()
        self.prepare(leader, columns, event)
        line = _line(leader.pane)
        for column, pursuit in self._pursuits.items():
            column.pane.scroll_position_to(pursuit.expected, line)
        self.rest()

    def lead(self, leader: Column) -> None:
        """Bring the followers to where the leader has been scrolled."""
        if self._moving or leader is not self._leader:
            return
        line = _line(leader.pane)
        position = leader.pane.position_at(line)
        self._moving = True
        try:
            for column, pursuit in self._pursuits.items():
                column.pane.scroll_position_to(pursuit.at(position), line)
        finally:
            self._moving = False

    def _begin(self, leader: Column, columns: Sequence[Column], event: int | None) -> None:
        assert leader.shown is not None
        line = _line(leader.pane)
        position = leader.pane.position_at(line)
        self._leader = leader
        self._pursuits = {}
        for column in columns:
            if column is leader or not _can_follow(column):
                continue
            assert column.shown is not None
            anchors, current = self._anchors(leader, column, event)
            length = len(column.shown.text.text)
            way = course(anchors, len(leader.shown.text.text), length, current)
            pane = column.pane
            stands = pane.position_at(line)
            screen = pane.position_at(pane.scroller.height) - pane.position_at(0)
            self._pursuits[column] = Pursuit.begin(way, length, screen, position, stands)

    def _anchors(
        self, leader: Column, follower: Column, event: int | None
    ) -> tuple[list[Anchor], Anchor | None]:
        assert leader.shown is not None and follower.shown is not None
        ours = self._first_places(leader.shown.edition.id)
        theirs = self._first_places(follower.shown.edition.id)
        shared = {e: (float(ours[e]), float(theirs[e])) for e in ours.keys() & theirs.keys()}
        current = shared.get(event) if event is not None else None
        return list(shared.values()), current


def _can_follow(column: Column) -> bool:
    return column.follows and column.shown is not None


def _line(pane: Pane) -> float:
    """The height in the viewport on which this pane is compared with the others."""
    scroller = pane.scroller
    above, below = scroller.room(scroller.height // 2 + 1)
    pad = pane.body.typography.pad
    return sync_line(above, below, scroller.height, scroller.event_line, pad)
