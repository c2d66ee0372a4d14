"""The two handles as sliders: for the keyboard, for focus and for screen readers."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

PAGE: Final = 10
END: Final = 1 << 30

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_Home: -END,
    Qt.Key.Key_End: END,
}


class HandleSlider(QSlider):
    """A slider over numbered stations that paints nothing: the timeline draws its knob.

    Qt gives sliders a role, a value and value changes that screen readers follow; the
    description says the station in words.
    """

    stepped = Signal(int)
    """The reader steps so many stations on; `END` or more means all the way."""
    asked = Signal(int)
    """Assistive technology asks for a station."""
    focus_changed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Time runs to the right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        # The timeline handles the mouse: a knob is smaller than what a press may mean.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setPageStep(PAGE)
        self.valueChanged.connect(self._asked)

    @Slot(int)
    def _asked(self, station: int) -> None:
        self.asked.emit(station)

    def show_station(self, station: int, count: int, words: str) -> None:
        """Show that station of `count`, and say it in words; emits nothing."""
        with QSignalBlocker(self):
            self.setRange(0, max(0, count - 1))
            self.setValue(max(0, station))
        self.setEnabled(count > 0)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def announce(self) -> None:
        """Have a screen reader speak the station: a bare number would tell nothing."""
        if QAccessible.isActive() and self.hasFocus():
            event = QAccessibleAnnouncementEvent(self, self.accessibleDescription())
            QAccessible.updateAccessibility(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, Page and Home/End; leave all else to the timeline."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or modifiers != Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        self.stepped.emit(step)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the timeline to draw the focus ring."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the timeline to take the focus ring away."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the timeline draws the knob with everything else."""
