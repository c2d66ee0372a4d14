"""What of a text stays where it is while the text around it is laid out anew."""

from __future__ import annotations

from typing import NamedTuple

from desktop.reading.body import PaneBody
from desktop.reading.pane_painter import PanePainter
from desktop.reading.scroller import Place, Scroller


class Hold(NamedTuple):
    """What stays where it is while the text around it is laid out anew: a slot, or the silence.

    Where neither begins in sight, the characters above the event line are counted instead.
    """

    slot: int
    y: int
    on_line: bool = False
    silence: bool = False
    position: float = 0.0


class Home(NamedTuple):
    """Where a pane stood before it was laid out anew, and what it looked like then."""

    hold: Hold
    place: Place
    shape: tuple[object, ...]


class Holding:
    """Finds what to hold before heights change, and brings it back to its place afterwards."""

    def __init__(self, body: PaneBody, scroller: Scroller, painter: PanePainter) -> None:
        self._body = body
        self._scroller = scroller
        self._painter = painter
        self._home: Home | None = None
        self._kept: Place | None = None
        self.zoom = 1.0

    def forget(self) -> None:
        """What was held is no longer there."""
        self._home = None

    def hold(self) -> Hold:
        """Return what to keep; as long as nobody has scrolled, what was kept the last time."""
        if self._home is None or self._scroller.place != self._kept:
            self._home = Home(self._find(), self._scroller.place, self._shape())
        return self._home.hold

    def keep(self, hold: Hold) -> None:
        """Measure the text anew and put what was held where it was."""
        scroller = self._scroller
        scroller.forget()
        home, line = self._home, scroller.event_line
        if home is not None and home.shape == self._shape():
            scroller.move_to(*home.place)
        elif hold.silence:
            slot, top = self._body.silence_place()
            scroller.move_to(max(0, slot), top - line)
        elif hold.slot < 0:
            scroller.scroll_position_to(hold.position, line)
        else:
            scroller.show_slot(hold.slot, line if hold.on_line else hold.y)
        self._kept = scroller.place

    def _shape(self) -> tuple[object, ...]:
        """Return all that decides how high the text is."""
        size = self._body.margins, self._scroller.height
        return (*size, self.zoom, self._painter.theme, self._body.decoration.dimmed)

    def _find(self) -> Hold:
        """Return the event's slot, or its silence, on the event line, else its first in sight.

        Where the event is not in sight, the first slot that begins there, or none.
        """
        event, slots = self._body.decoration.event, self._body.flow.slots
        scroller = self._scroller
        line = scroller.event_line
        if self._painter.silence_top(scroller.visible()) == line:
            return Hold(-1, line, True, True, scroller.position_at(line))
        best, first = Hold(-1, 0, position=scroller.position_at(line)), None
        for index, top in scroller.visible():
            y = top + self._body.head(index)
            if slots[index].passage in event and slots[index].opens:
                if y == line:
                    return Hold(index, y, True)
                first = first or Hold(index, y)
            if best.slot < 0 and y >= 0:
                best = Hold(index, y)
        return first or best
