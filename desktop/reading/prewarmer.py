"""Lays out and draws what the reader will most likely see next while nothing else is to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot

from desktop.reading.decoration import Span
from desktop.reading.page_pictures import PagePictures
from desktop.reading.pane_painter import PanePainter
from desktop.reading.scroller import Scroller


class Wanted(NamedTuple):
    """A passage to stand at the event line, and the spans of the event told there."""

    passage: int
    spans: Sequence[Span]


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
        self.pictures = PagePictures(painter)
        self._wanted: list[Wanted] = []
        self._work: Iterator[None] | None = None
        self._size, self._ratio = QSize(), 1.0
        self._held = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def want(self, wanted: Iterable[Wanted]) -> None:
        """Name what to have ready at the event line, the likeliest first."""
        self._wanted = list(wanted)
        self.start()

    def set_screen(self, size: QSize, ratio: float) -> None:
        """Take the size of the viewport and the device pixel ratio to draw for."""
        self._size, self._ratio = size, ratio

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
            self._work = self._items()
        if next(self._work, True):
            self._timer.stop()

    def _items(self) -> Iterator[None]:
        """Yield after each piece of work, so that no event waits for more than one slot."""
        shown = [index for index, _ in self._scroller.visible()]
        for wanted in self._wanted[: self.pictures.room(self._size, self._ratio)]:
            yield from self._screen(wanted)
        count, many = len(self._body.flow), len(shown)
        for step in range(1, many + 1):
            for index in (shown[-1] + step, shown[0] - step):
                if 0 <= index < count and not self._body.is_laid_out(index):
                    self._body.layout(index)
                    yield
        if not self._scroller.end_is_measured:
            self._scroller.lowest()
            self.end_measured.emit()

    def _screen(self, wanted: Wanted) -> Iterator[None]:
        """Lay out what will be in sight with a passage at the event line, then draw it."""
        slot = self._body.flow.index_of_passage(wanted.passage)
        if slot < 0:
            return
        known = self._body.is_laid_out(slot)
        place = self._scroller.place_of(slot)
        if not known:
            yield
        slots = []
        for index, top in self._scroller.visible_from(place):
            slots.append((index, top))
            yield
        if self._draw(slots, wanted.spans):
            yield

    def _draw(self, slots: Sequence[tuple[int, int]], spans: Sequence[Span]) -> bool:
        decoration = self._body.decoration
        before = decoration.event
        decoration.set_event(spans)
        try:
            return self.pictures.take(slots, self._size, self._ratio)
        finally:
            decoration.event = before
