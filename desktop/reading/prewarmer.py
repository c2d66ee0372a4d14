"""Lays out and draws what the reader will most likely see next while nothing else is to do."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.reading.flow import NOTHING
from desktop.reading.pane_painter import PanePainter
from desktop.reading.passage_layout import PassageLayout
from desktop.reading.scroller import Scroller

BUDGET = 7_000_000
"""Bytes of passages drawn ahead in one pane, at a device pixel ratio of 1."""


class Prewarmer(QObject):
    """Works slot by slot in a timer of 0 ms; held while the reader drags."""

    end_measured = Signal()
    """The end of the text has been laid out, so its height is no longer a guess."""

    def __init__(
        self, painter: PanePainter, scroller: Scroller, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._painter = painter
        self._body = painter.body
        self._scroller = scroller
        self._wanted: list[int] = []
        self._work: Iterator[None] | None = None
        self._drawn: deque[tuple[int, PassageLayout, int]] = deque()
        self._plan = 0
        self._bytes = 0
        self._ratio = 1.0
        self._held = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def want(self, passages: Iterable[int]) -> None:
        """Name the passages to have ready at the event line, the likeliest first."""
        self._wanted = list(passages)
        self.start()

    def set_ratio(self, ratio: float) -> None:
        """Take the device pixel ratio to draw for."""
        self._ratio = ratio

    def hold(self, held: bool) -> None:
        """Stop while the reader drags, or go on."""
        self._held = held
        if held:
            self._timer.stop()
        else:
            self.start()

    @Slot()
    def start(self) -> None:
        """Begin anew from the present place."""
        self._work = None
        if not self._held:
            self._timer.start()

    @property
    def is_busy(self) -> bool:
        """Return whether there is something left to do."""
        return self._timer.isActive()

    @Slot()
    def _go_on(self) -> None:
        if self._work is None:
            self._plan += 1
            self._work = self._items()
        if next(self._work, True):
            self._timer.stop()

    def _items(self) -> Iterator[None]:
        """Yield after each piece of work, so that no event waits for more than one slot."""
        shown = [index for index, _ in self._scroller.visible()]
        for passage in self._wanted:
            yield from self._screen_around(self._body.flow.index_of_passage(passage))
        count, many = len(self._body.flow), len(shown)
        for step in range(1, many + 1):
            for index in (shown[-1] + step, shown[0] - step):
                if 0 <= index < count and not self._body.is_laid_out(index):
                    self._body.layout(index)
                    yield
        if not self._scroller.end_is_measured:
            self._scroller.lowest()
            self.end_measured.emit()

    def _screen_around(self, index: int) -> Iterator[None]:
        """Draw the slots in sight once a slot stands at the event line."""
        if index < 0:
            return
        below = self._scroller.height - self._scroller.event_line
        above = self._scroller.event_line
        following = index
        while below > 0 and following < len(self._body.flow):
            yield from self._draw(following, as_event=following == index)
            below -= self._body.height(following)
            following += 1
        while above > 0 and index > 0:
            index -= 1
            yield from self._draw(index, as_event=False)
            above -= self._body.height(index)

    def _draw(self, index: int, *, as_event: bool) -> Iterator[None]:
        painter = self._painter
        slot = self._body.flow.slots[index]
        if slot.side == NOTHING:
            return
        layout = self._body.layout(index)
        # A slot higher than the screen would cost more memory than time.
        if layout.height > self._scroller.height:
            return
        ground = painter.style.tint if as_event else painter.theme.paper
        size = layout.take_picture(painter.pen_colour(slot, layout), ground, self._ratio)
        if size:
            self._drawn.append((self._plan, layout, size))
            self._bytes += size
            self._stay_within_budget()
            yield

    def _stay_within_budget(self) -> None:
        """Drop what was drawn for an earlier place; what is likelier now came first."""
        while self._bytes > BUDGET * self._ratio**2:
            old = self._drawn[0][0] != self._plan
            _, layout, size = self._drawn.popleft() if old else self._drawn.pop()
            layout.drop_picture()
            self._bytes -= size
