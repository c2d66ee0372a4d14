"""The ground layer of the timeline, painted once for each view and kept as a pixmap."""

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from desktop.patterns import paint_bar
from desktop.timeline.axis_painter import paint_axis
from desktop.timeline.crossings import paint_crossings
from desktop.timeline.density import counts
from desktop.timeline.lane_painter import paint_hints, paint_lane
from desktop.timeline.scene import Scene


class Ground:
    """Keeps the picture of everything that does not move with a handle."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None
        self._size = (QSize(), 1.0)

    def forget(self) -> None:
        """Have the picture painted anew when it is next asked for."""
        self._pixmap = None

    def pixmap(self, scene: Scene, size: QSize, ratio: float, font: QFont) -> QPixmap:
        """Return the picture for that size in device-independent pixels."""
        if self._pixmap is None or self._size != (size, ratio):
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(scene.theme.panel)
            painter = QPainter(pixmap)
            painter.setFont(font)
            paint_ground(painter, scene)
            painter.end()
            self._pixmap, self._size = pixmap, (size, ratio)
        return self._pixmap


def paint_ground(painter: QPainter, scene: Scene) -> None:
    """Paint axis, lanes, labels and the empty known-by track."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if scene.is_empty:
        _paint_nothing(painter, scene)
        return
    paint_axis(painter, scene)
    for lane in range(len(scene.lanes)):
        _paint_rule(painter, scene, scene.layout.lane(lane).top())
        _paint_label(painter, scene, lane)
        paint_hints(painter, scene, lane)
        paint_lane(painter, scene, lane)
    _paint_rule(painter, scene, scene.layout.lanes_bottom)
    paint_crossings(painter, scene)
    _paint_publications(painter, scene)


def _paint_nothing(painter: QPainter, scene: Scene) -> None:
    painter.setPen(scene.theme.muted)
    layout = scene.layout
    place = QRectF(0, 0, layout.width, layout.bottom)
    text = QCoreApplication.translate("Timeline", "No dated events yet")
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_rule(painter: QPainter, scene: Scene, y: float) -> None:
    painter.setPen(QPen(scene.theme.hairline, 1))
    y = round(y) + 0.5
    painter.drawLine(QLineF(scene.layout.labels, y, scene.layout.width, y))


def _paint_label(painter: QPainter, scene: Scene, lane: int) -> None:
    row, source = scene.layout.lane(lane), scene.lanes[lane]
    unit = scene.metrics.averageCharWidth()
    if source.style >= 0:
        bar = QRectF(unit, row.top() + row.height() * 0.24, 4, row.height() * 0.52)
        paint_bar(painter, bar, scene.theme.source(source.style))
    place = QRectF(2.2 * unit, row.top(), scene.layout.labels - 2.6 * unit, row.height())
    text = scene.metrics.elidedText(source.name, Qt.TextElideMode.ElideRight, place.width())
    painter.setPen(scene.theme.ink if source.style >= 0 else scene.theme.muted)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)


def _paint_publications(painter: QPainter, scene: Scene) -> None:
    """Paint the words and the notches where something was published."""
    layout = scene.layout
    if not len(scene.steps):
        return
    painter.setPen(scene.theme.muted)
    unit = scene.metrics.averageCharWidth()
    line = layout.rows.line
    place = QRectF(2.2 * unit, layout.track_y - line, layout.labels, 2 * line)
    text = QCoreApplication.translate("Timeline", "known by")
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)
    columns = max(1, round(layout.plot_width))
    published = counts(scene.steps.times, scene.scale, columns)
    top = layout.track_y + line * 0.3
    painter.setPen(QPen(scene.theme.muted, 1))
    for column, number in enumerate(published):
        if number:
            x = round(layout.plot_left + column) + 0.5
            painter.drawLine(QLineF(x, top, x, top + line * 0.3))
