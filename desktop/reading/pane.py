"""The text pane: one edition to read, select in and move through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.reading.caret import Caret, Spot
from desktop.reading.decoration import Span
from desktop.reading.flow import TEXT
from desktop.reading.pane_keys import PaneKeys
from desktop.reading.pane_mouse import PaneMouse
from desktop.reading.pane_text import PaneText
from desktop.reading.pane_travel import TravellingPane
from desktop.theme import SourceStyle, Theme

if TYPE_CHECKING:
    from desktop.reading.accessible import PaneInterface

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Pane(TravellingPane):
    """A pane to read, to select in by mouse and keyboard, and to copy from."""

    selection_changed = Signal()
    caret_mode_changed = Signal(bool)
    passage_clicked = Signal(int)
    """A passage was clicked without selecting anything in it."""
    silence_action = Signal()
    menu_requested = Signal(QPoint)
    """A context menu is asked for, at a point of the screen."""
    entered = Signal()
    """The pane has the keyboard now."""

    def __init__(self, theme: Theme, style: SourceStyle, parent: QWidget | None = None) -> None:
        super().__init__(theme, style, parent)
        self.spoken: PaneInterface | None = None
        self.at_hand: Callable[[], str] = str
        """What a screen reader says of where the pane stands."""
        self.order_changed.connect(self._tell_order)
        self.caret = Caret(self.body, self.scroller)
        self.caret_mode = False
        self._clicked: int | None = None
        self.passage_clicked.connect(self._take_clicked)
        self.scrolled_by_user.connect(self._forget_clicked)
        self._keys = PaneKeys(self)
        self._mouse = PaneMouse(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Column {letter}").format(letter=style.letter))

    def set_text(self, text: PaneText, companion: PaneText | None = None) -> None:
        """Show an edition from its first line, a second one interleaved by address if given."""
        self.glide.stop()
        super().set_text(text, companion)
        self._clicked = None
        self.caret.reset()
        self.show_choice()

    def set_event(self, spans: Iterable[Span]) -> None:
        """Mark the passages of the current event; what was clicked before it counts no longer."""
        before = self.body.decoration.event
        super().set_event(spans)
        if self.body.decoration.event != before:
            self._clicked = None

    # Choosing words

    def selection(self) -> tuple[int, int] | None:
        """Return the selected code points of the edition that the selection is in."""
        return self.caret.selection()

    def selected_text(self) -> str:
        """Return the selected words."""
        return self.caret.selected_text()

    def select(self, start: int, end: int, side: int = TEXT) -> None:
        """Select code points of the edition, or of the companion."""
        self.caret.select(start, end, side)
        self.show_choice()

    def caret_passage(self) -> int:
        """Return the passage at hand: of the selection, the caret, a click, else the event line's.

        A click counts until the reader scrolls or the passage is out of sight. -1 where there is
        no text.
        """
        spot = self.caret.spot
        passage = self.body.edition(spot.side).passage_at(spot.offset)
        if self.caret.selection() or (self.caret_mode and passage in self.visible_passages()):
            return passage
        if self._clicked is not None and self._clicked in self.visible_passages():
            return self._clicked
        return self.passage_at_line()

    @Slot(int)
    def _take_clicked(self, passage: int) -> None:
        self._clicked = passage

    @Slot()
    def _forget_clicked(self) -> None:
        self._clicked = None

    def put_caret(self, spot: Spot, *, extend: bool) -> None:
        """Put the caret at a spot, selecting up to it if asked."""
        self.caret.put(spot, extend=extend)
        self.show_choice()

    def copy(self) -> None:
        """Copy the selected words to the clipboard."""
        if self.selection():
            QGuiApplication.clipboard().setText(self.selected_text())

    def set_caret_mode(self, on: bool) -> None:
        """Let the arrow keys move a caret rather than scroll."""
        if on == self.caret_mode:
            return
        self.caret_mode = on
        if on:
            self._keys.bring_caret_into_sight()
        self.show_choice()
        self.caret_mode_changed.emit(on)

    def show_choice(self) -> None:
        """Draw caret and selection as they are now and say so if they have changed."""
        marked = self.painter.marked
        before = marked.side, marked.start, marked.end
        chosen = self.caret.selection()
        marked.side = self.caret.spot.side
        marked.start, marked.end = chosen or (0, 0)
        in_use = self.caret_mode or chosen is not None
        marked.caret = self.caret.spot.offset if in_use else None
        self.viewport().update()
        if before != (marked.side, marked.start, marked.end):
            self.selection_changed.emit()

    def follow_caret(self) -> None:
        """Bring the caret's line into sight, as the reader's own movement."""
        before = self.scroller.place
        self.about_to_scroll.emit()
        self.show_offset(self.caret.spot.offset, self.caret.spot.side)
        if self.scroller.place != before:
            self.scrolled_by_user.emit()

    def _tell_order(self, other_text: bool) -> None:
        if self.spoken is not None:
            self.spoken.shown_changed(other_text=other_text)

    # Silence

    def over_action(self, point: QPointF) -> bool:
        """Return whether a point of the viewport is on the words of the silence's action."""
        box, top = self.body.silence_box, self.painter.silence_top(self.scroller.visible())
        if box is None or top is None:
            return False
        return any(area.contains(point) for area in box.action_boxes(top))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab reach the silence's action before it leaves the pane."""
        marked, silence = self.painter.marked, self.body.decoration.silence
        in_sight = self.painter.silence_top(self.scroller.visible()) is not None
        reachable = silence is not None and bool(silence.action) and in_sight
        if reachable and forward != marked.action_focused:
            marked.action_focused = forward
            self.viewport().update()
            if silence is not None and forward:
                from desktop.reading.accessible import announce

                announce(self, f"{silence.text} {silence.action}")
            return True
        marked.action_focused = False
        return super().focusNextPrevChild(forward)

    # Input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, move the caret, select and copy."""
        if not self._keys.press(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        self.painter.marked.focus_shown = False
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, or begin to select by words."""
        self._mouse.press(event, double=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while pressed."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End selecting."""
        self._mouse.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of this pane."""
        self.menu_requested.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        marked = self.painter.marked
        marked.focused, marked.focus_shown = True, event.reason() in _BY_KEYS
        self.viewport().update()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        marked = self.painter.marked
        marked.focused = marked.focus_shown = marked.action_focused = False
        self.viewport().update()
