"""Moving a pane through its text: to a passage, by the wheel, in step with others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.reading.flow import TEXT
from desktop.reading.glide import Glide
from desktop.reading.pane_view import PaneView
from desktop.reading.scroller import Place
from desktop.theme import SourceStyle, Theme

NOTCH = 120
"""What Qt counts for one notch of a wheel, in eighths of a degree."""


class TravellingPane(PaneView):
    """A pane that can be moved by the program and by the reader, who alone is reported."""

    about_to_scroll = Signal()
    """The reader is about to scroll: the last moment to see where things stand."""
    scrolled_by_user = Signal()
    """The reader has scrolled; never emitted when the program does."""
    zoom_requested = Signal(int)
    """Steps of zoom asked for with Ctrl and the wheel: positive for larger."""

    def __init__(self, theme: Theme, style: SourceStyle, parent: QWidget | None = None) -> None:
        super().__init__(theme, style, parent)
        self.glide = Glide(self.scroller, self._moved, self)
        self._turned = 0
        self._zoom_turned = 0
        self.bar.valueChanged.connect(self._bar_moved)
        self.bar.sliderPressed.connect(self._bar_pressed)
        self.bar.sliderReleased.connect(self._bar_released)

    def scroll_to_passage(self, passage: int, y: int | None = None, *, glide: bool = False) -> None:
        """Put a passage's first line at a y of the viewport, the event line if none is given."""
        slot = self.body.flow.index_of_passage(passage)
        if slot >= 0:
            self._bring(slot, self.body.head(slot), y, glide)

    def scroll_to_offset(
        self, offset: int, y: int | None = None, *, side: int = TEXT, glide: bool = False
    ) -> None:
        """Put the line of a code point offset at a y of the viewport, or at the event line."""
        slot = self.body.flow.index_of(self.body.edition(side), offset, side)
        if slot >= 0:
            self._bring(slot, self.scroller.line_top(slot, offset), y, glide)

    def scroll_to_silence(self, y: int | None = None, *, glide: bool = False) -> None:
        """Put the bar of silence, or in rows the first empty one, at a y of the viewport."""
        slot, top = self.body.silence_place()
        if slot >= 0:
            self._bring(slot, top, y, glide)

    def _bring(self, slot: int, top: int, y: int | None, glide: bool) -> None:
        line = self.scroller.event_line if y is None else y
        self._go(self.scroller.settle(slot, top - line), glide)

    def show_offset(self, offset: int, side: int = TEXT) -> None:
        """Scroll by as little as brings the line of an offset into sight."""
        slot = self.body.flow.index_of(self.body.edition(side), offset, side)
        if slot < 0:
            return
        line = self.body.layout(slot).style.line
        top = self.scroller.line_top(slot, offset)
        above = self.scroller.settle(slot, top - line)
        below = self.scroller.settle(slot, top + 2 * line - self.scroller.height)
        if above < self.scroller.place:
            self._go(above, False)
        elif below > self.scroller.place:
            self._go(below, False)

    def position_at(self, y: float) -> float:
        """Return how many characters of the text lie above a y of the viewport."""
        return self.scroller.position_at(y)

    def scroll_position_to(self, position: float, y: float) -> None:
        """Put a position counted in characters at a y of the viewport."""
        self.glide.stop()
        before = self.scroller.place
        self.scroller.scroll_position_to(position, y)
        if self.scroller.place != before:
            self._moved()

    def place(self) -> Place:
        """Return the place, to come back to later."""
        return self.scroller.place

    def set_place(self, place: Place) -> None:
        """Come back to a place of the same text, width and zoom."""
        self._go(place, False)

    def _go(self, place: Place, glide: bool) -> None:
        if glide and self.glide.start(place):
            return
        self.glide.stop()
        self.scroller.move_to(place.slot, place.offset)
        self._moved()

    def scroll_by(self, pixels: int) -> None:
        """Scroll as the reader does, within the text."""
        self.glide.stop()
        self.about_to_scroll.emit()
        if self.scroller.move_by(pixels):
            self._moved()
        # Even at an end: the others may still have to follow to theirs.
        self.scrolled_by_user.emit()

    def scroll_to_end(self, last: bool) -> None:
        """Go to the first or the last line as the reader does."""
        self.about_to_scroll.emit()
        self._go(self.scroller.lowest() if last else self.scroller.highest(), False)
        self.scrolled_by_user.emit()

    @Slot(int)
    def _bar_moved(self, value: int) -> None:
        if value >= self.bar.maximum():
            self.scroll_to_end(True)
        elif value <= 0:
            self.scroll_to_end(False)
        else:
            self.glide.stop()
            self.about_to_scroll.emit()
            self.scroller.scroll_position_to(value, 0)
            self._moved()
            self.scrolled_by_user.emit()

    @Slot()
    def _bar_pressed(self) -> None:
        self.prewarmer.hold(True)

    @Slot()
    def _bar_released(self) -> None:
        self.prewarmer.hold(False)
        self._show_place_on_bar()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels, or ask for another zoom with Ctrl."""
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_turned += event.angleDelta().y()
            steps = int(self._zoom_turned / NOTCH)
            self._zoom_turned -= steps * NOTCH
            if steps:
                self.zoom_requested.emit(steps)
            return
        exact = event.pixelDelta().y()
        # X11 reports pixels that no device has measured.
        if exact and QGuiApplication.platformName() != "xcb":
            self.scroll_by(-exact)
            return
        lines = QGuiApplication.styleHints().wheelScrollLines()
        # Counted in parts of a pixel, so that a slow finger loses nothing.
        self._turned -= event.angleDelta().y() * lines * self.body.line_height
        whole = int(self._turned / NOTCH)
        self._turned -= whole * NOTCH
        if whole:
            self.scroll_by(whole)
