"""Holds the scene, the view and the two clocks together and repaints what a change touches."""

from PySide6.QtCore import QObject, QSizeF, Signal, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from desktop.later import AfterText
from desktop.theme import Theme
from desktop.timeline.canvas import Canvas
from desktop.timeline.clocks import Clocks
from desktop.timeline.interaction import Interaction
from desktop.timeline.labels import TimeLabels
from desktop.timeline.layout import Layout
from desktop.timeline.order import EventOrder, PublicationSteps
from desktop.timeline.scene import Axis, Handle, Scene
from desktop.timeline.timeline_data import TimelineData
from desktop.timeline.view import View


class Board(QObject):
    """The working timeline without its buttons: what is shown, held and asked for."""

    event_chosen = Signal(int)
    known_by_changed = Signal(object)
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        metrics = QFontMetricsF(parent.font())
        self.scene = Scene(theme, metrics, Layout.of(QSizeF(900, 160), metrics, [], QSizeF()))
        self.scene.everything = self.tr("everything published")
        self.canvas = Canvas(self.scene, parent)
        self.view = View(self)
        self.clocks = Clocks(self.scene, self.canvas)
        self.interaction = Interaction(self.canvas, self.scene, self.view)
        self._column = 0.0
        self._follow = AfterText(self._show_followed, self)
        self.view.changed.connect(self._view_changed)
        self.canvas.resized.connect(self.lay_out)
        self.canvas.font_changed.connect(self.lay_out)
        self.clocks.chosen.connect(self.choose_in_sight)
        self.clocks.known_by_asked.connect(self.ask_known_by)
        self.clocks.focus_changed.connect(self._focus_changed)
        self.interaction.chosen.connect(self.choose)
        self.interaction.known_by_asked.connect(self.ask_known_by)
        self.interaction.moved.connect(self.canvas.repaint_moving)
        self.interaction.known_moved.connect(self.canvas.repaint_known_by)
        self.interaction.taken.connect(self._take)
        self.interaction.released.connect(self._release)

    def set_surroundings(self, column: float, buttons: QSizeF) -> None:
        """Set the least width of the left column and the size of the buttons at the right."""
        self._column, self.scene.buttons = column, buttons
        self.canvas.updateGeometry()
        self.lay_out()

    def show_data(self, data: TimelineData, axis: Axis) -> None:
        """Show those lanes, their marks placed by that axis; the view stays where it is."""
        scene = self.scene
        scene.data, scene.axis = data, axis
        scene.forget_data()
        scene.steps = PublicationSteps(data.publications())
        if axis is Axis.HAPPENED and data.events is not None:
            scene.order = EventOrder(data.events, data.zone)
        else:
            marks = (scene.marks(lane) for lane in range(len(data.lanes)))
            scene.order = EventOrder.of_lanes(marks, data.zone)
        extent = data.extent()
        if extent is not None:
            self.view.set_bounds(*extent)
        self.canvas.updateGeometry()
        self.lay_out()

    def show_event(self, event: int | None) -> None:
        """Show which event is current; emits nothing."""
        if event == self.scene.event:
            return
        self.scene.event = event
        self.canvas.repaint_moving()
        self.clocks.show_happened()

    def follow_event(self, event: int | None) -> None:
        """Take another event as the current one, and show it once its text is painted."""
        if event != self.scene.event:
            self.scene.event = event
            self._follow.start()

    @Slot()
    def _show_followed(self) -> None:
        self.canvas.repaint_moving()
        self.clocks.show_happened()
        self.reveal_event()

    def show_known_by(self, time: int | None) -> None:
        """Show what counts as published; emits nothing."""
        if time == self.scene.known_by:
            return
        self.scene.known_by = time
        self.canvas.repaint_all()
        self.clocks.show_known_by()

    def reveal_event(self) -> None:
        """Bring the current event into view where it is out of it."""
        place = self.scene.order.place(self.scene.event)
        if place is not None and self.scene.happened_x is None:
            self.view.reveal(place)

    @Slot(int)
    def choose(self, event: int) -> None:
        """Make an event current because the reader means it."""
        if event != self.scene.event:
            self.show_event(event)
            self.event_chosen.emit(event)

    @Slot(int)
    def choose_in_sight(self, event: int) -> None:
        """Make an event current and bring it into view."""
        self.choose(event)
        self.reveal_event()

    @Slot(object)
    def ask_known_by(self, time: int | None) -> None:
        """Set what counts as published because the reader wants it."""
        if time != self.scene.known_by:
            self.show_known_by(time)
            self.known_by_changed.emit(time)

    @Slot()
    def lay_out(self) -> None:
        """Place all rows anew: size, font, theme or lanes changed."""
        scene, canvas = self.scene, self.canvas
        scene.metrics = QFontMetricsF(canvas.font())
        scene.labels = TimeLabels(canvas.locale(), scene.data.zone)
        names = [lane.name for lane in scene.lanes]
        size = QSizeF(canvas.size())
        scene.layout = Layout.of(size, scene.metrics, names, scene.buttons, self._column)
        self.view.place(scene.layout.plot_left, scene.layout.plot_width)
        self._view_changed()
        self.laid_out.emit()

    @Slot()
    def _view_changed(self) -> None:
        self.scene.scale = self.view.scale
        self.scene.forget_glyphs()
        self.canvas.repaint_all()
        self.clocks.show_happened()
        self.clocks.show_known_by()

    @Slot()
    def _focus_changed(self) -> None:
        self.canvas.repaint_moving()
        self.canvas.repaint_known_by()

    @Slot(object)
    def _take(self, handle: Handle) -> None:
        slider = self.clocks.happened if handle is Handle.HAPPENED else self.clocks.known_by
        slider.setFocus()

    @Slot()
    def _release(self) -> None:
        self.canvas.repaint_moving()
        self.canvas.repaint_known_by()
        self.clocks.show_happened()
        self.clocks.show_known_by()
