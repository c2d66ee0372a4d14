"""The painted surface of the timeline: the ground from its pixmap, the moving parts over it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.timeline.layout import Rows
from desktop.timeline.overlay import paint_overlay
from desktop.timeline.painter import Ground
from desktop.timeline.places import known_by_place, moving_rects
from desktop.timeline.scene import Scene


class Canvas(QWidget):
    """Paints a scene; asks for no more repainting than what has moved."""

    resized = Signal()
    font_changed = Signal()

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._ground = Ground()
        self._moving: list[QRectF] = []
        self.setMouseTracking(True)
        self.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Return the height all rows are comfortable at."""
        lanes = len(self._scene.lanes)
        return QSize(900, self._rows().height(lanes))

    def minimumSizeHint(self) -> QSize:
        """Return the height at which the lanes can still be read."""
        lanes = len(self._scene.lanes)
        rows = self._rows()
        spare = (rows.lane - rows.line) * max(1, lanes)
        return QSize(320, round(rows.height(lanes) - spare))

    def _rows(self) -> Rows:
        scene = self._scene
        return Rows.of(scene.metrics, len(scene.lanes), scene.buttons)

    def repaint_all(self) -> None:
        """Paint everything anew: the view, the data or the theme changed."""
        self._ground.forget()
        self._moving = moving_rects(self._scene)
        self.update()

    def repaint_moving(self) -> None:
        """Repaint where the moving parts of the happened handle were and where they are now."""
        now = moving_rects(self._scene)
        region = QRegion()
        for rect in (*self._moving, *now):
            region += rect.toAlignedRect()
        self._moving = now
        self.update(region)

    def repaint_known_by(self) -> None:
        """Repaint the row of the known-by handle."""
        rect = self._scene.layout.known
        x = self._scene.known_knob_x
        if x is not None:
            rect = rect.united(known_by_place(self._scene, x))
        self.update(rect.toAlignedRect())

    def repaint_lane(self, lane: int) -> None:
        """Repaint one lane's row."""
        self.update(self._scene.layout.lane(lane).toAlignedRect().adjusted(0, -1, 0, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the ground where it is asked for and paint the moving parts over it."""
        painter = QPainter(self)
        painter.setFont(self.font())
        ratio = self.devicePixelRatioF()
        ground = self._ground.pixmap(self._scene, self.size(), ratio, self.font())
        # The clip is already the region asked for: only its stripes are copied.
        painter.drawPixmap(0, 0, ground)
        if not self._scene.is_empty:
            paint_overlay(painter, self._scene, QRectF(event.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the timeline, which lays the rows out anew."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell the timeline when the font or the locale changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LocaleChange):
            self.font_changed.emit()
