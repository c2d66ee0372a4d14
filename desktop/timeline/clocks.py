"""Keeps the two sliders in step with the scene, and walks through events and publications."""

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.timeline.handles import END, HandleSlider
from desktop.timeline.places import knob_rect, known_by_text, known_knob_rect
from desktop.timeline.scene import Handle, Scene
from desktop.timeline.tooltips import event_words


class Clocks(QObject):
    """The happened slider counts events, the known-by slider publications."""

    chosen = Signal(int)
    known_by_asked = Signal(object)
    focus_changed = Signal()

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self.happened = HandleSlider(self.tr("Happened"), parent)
        self.known_by = HandleSlider(self.tr("Known by"), parent)
        self.happened.stepped.connect(self.step)
        self.happened.asked.connect(self._choose_station)
        self.known_by.stepped.connect(self.step_known_by)
        self.known_by.asked.connect(self._ask_station)
        for slider in (self.happened, self.known_by):
            slider.focus_changed.connect(self._focus_moved)

    def show_happened(self) -> None:
        """Bring the happened slider up to date."""
        scene = self._scene
        position = scene.order.position(scene.event)
        words = "" if scene.event is None else event_words(scene, scene.event).replace("\n", "; ")
        self.happened.show_station(-1 if position is None else position, len(scene.order), words)
        self._put(self.happened, knob_rect(scene))

    def show_known_by(self) -> None:
        """Bring the known-by slider up to date."""
        scene = self._scene
        station = scene.steps.position(scene.known_by)
        self.known_by.show_station(station, len(scene.steps), known_by_text(scene))
        self._put(self.known_by, known_knob_rect(scene))

    def _put(self, slider: HandleSlider, rect: QRectF | None) -> None:
        # A slider out of view keeps a place, so that the keyboard still reaches it.
        layout = self._scene.layout
        if rect is None:
            rect = QRectF(layout.plot_left, layout.knob_y, 1, 1)
        room = max(layout.labels, min(rect.left(), layout.width - rect.width()))
        rect.moveLeft(room)
        slider.setGeometry(rect.toAlignedRect())

    @Slot(int)
    def step(self, delta: int) -> bool:
        """Choose the event so many places on; return whether that is another one."""
        scene = self._scene
        near = scene.scale.start if delta > 0 else scene.scale.end
        event = scene.order.stepped(scene.event, delta, near)
        if event is None or event == scene.event:
            return False
        self.chosen.emit(event)
        self.happened.announce()
        return True

    @Slot(int)
    def step_known_by(self, delta: int) -> None:
        """Ask for the publication so many places on."""
        scene = self._scene
        last = len(scene.steps) - 1
        if abs(delta) >= END:
            station = last if delta > 0 else 0
        else:
            station = min(max(scene.steps.position(scene.known_by) + delta, 0), last)
        self._ask_station(station)

    @Slot(int)
    def _choose_station(self, station: int) -> None:
        self.chosen.emit(self._scene.order.event(station))

    @Slot(int)
    def _ask_station(self, station: int) -> None:
        if not len(self._scene.steps):
            return
        time = self._scene.steps.time(station)
        if time != self._scene.known_by:
            self.known_by_asked.emit(time)
            self.known_by.announce()

    @Slot()
    def _focus_moved(self) -> None:
        held = {Handle.HAPPENED: self.happened, Handle.KNOWN_BY: self.known_by}
        focused = (handle for handle, slider in held.items() if slider.hasFocus())
        self._scene.focus = next(focused, None)
        self.focus_changed.emit()
