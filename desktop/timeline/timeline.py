"""The timeline under the columns: lanes of events, and the two clocks a reader sets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget

from desktop.theme import INTERFACE_PIXELS, SECONDARY_PIXELS, Theme
from desktop.timeline.board import Board
from desktop.timeline.controls import AxisButton, Controls
from desktop.timeline.playback import Playback
from desktop.timeline.scene import Axis, Place
from desktop.timeline.timeline_data import TimelineData, folded
from desktop.timeline.view import STEP, dense_stretch

LANES_KEPT: Final = 6
"""With more sources than this and one, these stay and the rest share one lane."""
_PAN: Final = 0.2
_EDGE: Final = 8


class Timeline(QWidget):
    """Shows when events happened in each source; the reader moves through them here."""

    event_chosen = Signal(int)
    """The reader chose another event: its id. Not emitted by `set_event`."""
    known_by_changed = Signal(object)
    """The reader chose what counts as published: epoch seconds, None for everything."""
    axis_changed = Signal(str)
    """The reader chose which time places the marks: a value of `Axis`."""
    playing_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline"))
        # Time runs to the right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._board = Board(theme, self)
        canvas = self._board.canvas
        canvas.setAccessibleName(self.tr("Lanes of events"))
        self._axis_button = AxisButton(canvas)
        self._controls = Controls(theme, canvas)
        self._playback = Playback(partial(self._board.clocks.step, 1), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(canvas)
        self._connect()
        animation = QStyle.StyleHint.SH_Widget_Animation_Duration
        self.set_reduced_motion(self.style().styleHint(animation, None, self) == 0)
        self._use_font()

    def _connect(self) -> None:
        board, controls, playback = self._board, self._controls, self._playback
        board.event_chosen.connect(self.event_chosen)
        board.known_by_changed.connect(self.known_by_changed)
        board.laid_out.connect(self._place_buttons)
        self._axis_button.chosen.connect(self.set_axis)
        self._axis_button.chosen.connect(self.axis_changed)
        controls.zoomed.connect(self.zoom)
        controls.fitted.connect(self.fit)
        controls.play_pressed.connect(playback.toggle)
        controls.speed_chosen.connect(playback.set_speed)
        playback.changed.connect(controls.show_playing)
        playback.changed.connect(self.playing_changed)
        board.interaction.taken.connect(playback.stop)
        clocks = board.clocks
        QWidget.setTabOrder(self._axis_button, clocks.happened)
        QWidget.setTabOrder(clocks.happened, clocks.known_by)
        QWidget.setTabOrder(clocks.known_by, controls)
        self.setFocusProxy(clocks.happened)

    @property
    def playback(self) -> Playback:
        """What plays the events one after another."""
        return self._playback

    @property
    def axis(self) -> Axis:
        """Which time places the marks."""
        return self._board.scene.axis

    def set_data(self, data: TimelineData) -> None:
        """Show that data; the first that has anything dated also sets the view."""
        was_empty = self._board.scene.is_empty
        other = self.tr("other sources")
        self._board.show_data(replace(data, lanes=folded(data.lanes, LANES_KEPT, other)), self.axis)
        self._board.canvas.setAccessibleDescription(data.zone_note)
        for widget in (self._axis_button, self._controls):
            widget.setEnabled(not self._board.scene.is_empty)
        if was_empty:
            self.fit(everything=False, glide=False)

    def set_event(self, event: int | None) -> None:
        """Show which event is current and bring it into view; emits nothing."""
        if event != self._board.scene.event:
            self._board.show_event(event)
            self._board.reveal_event()

    @Slot(object)
    def follow_event(self, event: int | None) -> None:
        """Do the same as soon as the columns show that event: their text comes first."""
        self._board.follow_event(event)

    def set_known_by(self, time: int | None) -> None:
        """Show what counts as published, epoch seconds, None for everything; emits nothing."""
        self._board.show_known_by(time)

    def set_positions(self, positions: Mapping[int, Place]) -> None:
        """Show in each lane, by index, the (earliest, latest) its column is at now."""
        scene = self._board.scene
        touched = {
            lane
            for lane in scene.positions.keys() | positions.keys()
            if scene.positions.get(lane) != positions.get(lane)
        }
        scene.positions = dict(positions)
        for lane in touched:
            self._board.canvas.repaint_lane(lane)

    def set_crossings(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Join the marks of those pairs of events from lane to lane; none of them for no pair."""
        self._board.scene.crossings = tuple(pairs)
        self._board.canvas.repaint_all()

    def set_event_labels(self, title: Callable[[int], str]) -> None:
        """Set what gives an event's title, for the flag, the tooltips and screen readers."""
        self._board.scene.title = title
        self._board.canvas.repaint_all()
        self._board.clocks.show_happened()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._board.scene.theme = theme
        self._controls.set_theme(theme)
        self._board.lay_out()

    @Slot(str)
    def set_axis(self, value: str) -> None:
        """Place the marks by when events happened or were reported; a value of `Axis`."""
        axis = Axis(value)
        self._axis_button.show_axis(axis)
        if axis is not self.axis:
            self._board.show_data(self._board.scene.data, axis)
            self._board.reveal_event()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Have the view jump instead of glide."""
        self._board.view.motion = not reduced

    @Slot(bool)
    def zoom(self, closer: bool) -> None:
        """Bring the view closer, about the current event where it is in sight, or step back."""
        scene = self._board.scene
        x = scene.knob_x
        inside = x is not None and scene.layout.plot_left <= x <= scene.layout.plot_right
        self._board.view.zoom(STEP if closer else 1 / STEP, x if inside else None, glide=True)

    @Slot(bool)
    def fit(self, everything: bool, glide: bool = True) -> None:
        """Show everything there is, or only where most events are."""
        scene = self._board.scene
        columns = [scene.marks(lane) for lane in range(len(scene.lanes))]
        stretch = None if everything else dense_stretch(scene.data, columns)
        self._board.view.fit(stretch, glide=glide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with Ctrl and the arrows, zoom with + and -, play with the space bar."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        width = self._board.scene.layout.plot_width * _PAN
        key = event.key()
        if control and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._board.view.pan(width if key == Qt.Key.Key_Right else -width, glide=True)
        elif not control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(key != Qt.Key.Key_Minus)
        elif not control and key in (Qt.Key.Key_0, Qt.Key.Key_1):
            self.fit(key == Qt.Key.Key_0)
        elif key == Qt.Key.Key_Space:
            self._playback.toggle()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_controls"):
            self._use_font()

    def _use_font(self) -> None:
        font = QFont(self.font())
        # The timeline is secondary text: smaller than the program's, never under 11 px.
        pixels = QFontInfo(font).pixelSize() * SECONDARY_PIXELS / INTERFACE_PIXELS
        font.setPixelSize(max(11, round(pixels)))
        self._board.canvas.setFont(font)
        self._controls.resize_buttons()
        column = self._axis_button.widest() + 2 * _EDGE
        self._board.set_surroundings(column, QSizeF(self._controls.sizeHint()))

    @Slot()
    def _place_buttons(self) -> None:
        layout = self._board.scene.layout
        size = self._controls.sizeHint()
        self._controls.setGeometry(QRect(QPoint(round(layout.flag_right), 1), size))
        own = self._axis_button.sizeHint()
        top = round(layout.lanes_top - own.height() - 1)
        self._axis_button.setGeometry(QRect(QPoint(_EDGE, top), own))
