"""What the mouse means on the timeline: taking a handle, choosing a mark, moving the view."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from desktop.timeline.canvas import Canvas
from desktop.timeline.lane_painter import outside
from desktop.timeline.places import flag_rect, glyph_at, knob_rect, known_knob_rect
from desktop.timeline.scene import Handle, Scene
from desktop.timeline.tooltips import as_plain_text, tooltip_at
from desktop.timeline.view import View

NOTCH: Final = 120.0
"""Eighths of a degree in one notch of a wheel."""
_ZOOM_A_NOTCH: Final = 1.25
_TREMBLE: Final = 3
SNAP: Final = 6
"""Pixels within which the known-by handle goes to a publication."""


class Drag(Enum):
    """What a held button moves."""

    HAPPENED = "the happened handle"
    KNOWN_BY = "the known-by handle"
    VIEW = "the view"


class Interaction(QObject):
    """Watches a canvas and turns its mouse events into what the reader means."""

    chosen = Signal(int)
    """Another event is nearest now."""
    known_by_asked = Signal(object)
    """Another publication is the last one known: its time, or None for all."""
    moved = Signal()
    """The happened handle is held at another place."""
    known_moved = Signal()
    """The known-by handle is held at another place."""
    taken = Signal(object)
    """A `Handle` was pressed."""
    released = Signal()

    def __init__(self, canvas: Canvas, scene: Scene, view: View) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = scene
        self._view = view
        self._drag: Drag | None = None
        self._last_x = 0.0
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the canvas's mouse, wheel and tooltip events."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = tooltip_at(self._scene, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_plain_text(words), self._canvas)
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._move(event.position())
            return True
        if event.button() != Qt.MouseButton.LeftButton or self._scene.is_empty:
            return False
        # The second press of a quick pair comes as a double click.
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._press(event.position(), event.modifiers())
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._release()
            return True
        return False

    def _press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        scene = self._scene
        self._last_x = at.x()
        if self._follow_hint(at):
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._drag = Drag.VIEW
        elif _holds(knob_rect(scene), at) or _holds(flag_rect(scene), at):
            self._take_happened(at, choose=False)
        elif scene.layout.known.contains(at) and len(scene.steps):
            self._drag = Drag.KNOWN_BY
            self.taken.emit(Handle.KNOWN_BY)
            self._drag_known_by(at.x())
        elif scene.layout.axis.contains(at):
            self._drag = Drag.VIEW
        elif at.x() > scene.layout.labels and scene.layout.lane_at(at.y()) is not None:
            self._take_happened(at, choose=True)
        self._show_cursor(at)

    def _take_happened(self, at: QPointF, *, choose: bool) -> None:
        self._drag = Drag.HAPPENED
        self.taken.emit(Handle.HAPPENED)
        lane = self._scene.layout.lane_at(at.y())
        glyph = None
        if choose and lane is not None:
            glyph = glyph_at(self._scene, lane, at.x())
        if glyph is None:
            if choose:
                self._drag_happened(at.x())
        elif self._scene.event not in glyph.events:
            self.chosen.emit(glyph.events[0])
        else:
            # A press on a shape that several events share walks through them.
            place = glyph.events.index(self._scene.event)
            self.chosen.emit(glyph.events[(place + 1) % len(glyph.events)])

    def _move(self, at: QPointF) -> None:
        if self._drag is Drag.HAPPENED:
            # A hand that trembles on a mark does not leave it.
            if self._scene.happened_x is not None or abs(at.x() - self._last_x) >= _TREMBLE:
                self._drag_happened(at.x())
        elif self._drag is Drag.KNOWN_BY:
            self._drag_known_by(at.x())
        elif self._drag is Drag.VIEW:
            self._view.pan(self._last_x - at.x())
            self._last_x = at.x()
        else:
            self._show_cursor(at)

    def _drag_happened(self, x: float) -> None:
        scene = self._scene
        scene.happened_x = self._within(x)
        nearest = scene.order.nearest(scene.scale.time(scene.happened_x), scene.event)
        if nearest is not None and nearest != scene.event:
            self.chosen.emit(nearest)
        self.moved.emit()

    def _drag_known_by(self, x: float) -> None:
        scene = self._scene
        scene.known_x = self._within(x)
        # What counts changes only with a publication; the time itself is taken on release.
        station = scene.steps.position(scene.scale.time(scene.known_x))
        if station != scene.steps.position(scene.known_by):
            self.known_by_asked.emit(self._known_by_at(scene.known_x))
        self.known_moved.emit()

    def _known_by_at(self, x: float) -> int | None:
        """The time under the pointer, or the publication's that is near; None after the last."""
        scene = self._scene
        time = round(scene.scale.time(x))
        near = scene.steps.nearest(time)
        if near is not None and abs(scene.scale.x(near) - x) <= SNAP:
            time = near
        last = len(scene.steps) - 1
        return scene.steps.time(last) if scene.steps.position(time) >= last else time

    def _within(self, x: float) -> float:
        return min(max(x, self._scene.layout.plot_left), self._scene.layout.plot_right)

    def _release(self) -> None:
        if self._drag is not None and self._scene.known_x is not None and len(self._scene.steps):
            wanted = self._known_by_at(self._scene.known_x)
            if wanted != self._scene.known_by:
                self.known_by_asked.emit(wanted)
        self._drag = None
        self._scene.happened_x = None
        self._scene.known_x = None
        self._canvas.unsetCursor()
        self.released.emit()

    def _follow_hint(self, at: QPointF) -> bool:
        scene = self._scene
        lane = scene.layout.lane_at(at.y())
        if lane is None:
            return False
        earlier, later = outside(scene, lane)
        marks = scene.marks(lane)
        if earlier and scene.layout.hint(lane, later=False).contains(at):
            self._view.go_to(marks.ends[earlier - 1])
            return True
        if later and scene.layout.hint(lane, later=True).contains(at):
            self._view.go_to(marks.anchors[len(marks) - later])
            return True
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        if self._scene.is_empty:
            return False
        turn, pixels = event.angleDelta(), event.pixelDelta()
        sideways = turn.x() if turn.x() else turn.y()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shifted or abs(turn.x()) > abs(turn.y()):
            self._view.pan(-(pixels.x() or sideways / 2))
        else:
            self._view.zoom(_ZOOM_A_NOTCH ** (turn.y() / NOTCH), event.position().x())
        return True

    def _show_cursor(self, at: QPointF) -> None:
        scene = self._scene
        if self._drag is Drag.VIEW:
            shape = Qt.CursorShape.ClosedHandCursor
        elif _holds(knob_rect(scene), at) or _holds(known_knob_rect(scene), at):
            shape = Qt.CursorShape.SizeHorCursor
        elif scene.layout.axis.contains(at) and not scene.is_empty:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if self._canvas.cursor().shape() != shape:
            self._canvas.setCursor(QCursor(shape))


def _holds(rect: QRectF | None, at: QPointF) -> bool:
    return rect is not None and rect.contains(at)
