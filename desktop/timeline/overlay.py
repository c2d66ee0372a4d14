"""Paints what moves over the ground: the two handles, the current event, the columns' places."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.timeline.glyph_painter import paint_current
from desktop.timeline.glyphs import Shape
from desktop.timeline.places import (
    event_range,
    flag_rect,
    flag_text,
    frame,
    known_by_place,
    known_by_text,
    place_rect,
)
from desktop.timeline.scene import Handle, Scene


def paint_overlay(painter: QPainter, scene: Scene, clip: QRectF) -> None:
    """Paint all that moves, as far as it touches `clip`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_range(painter, scene)
    for lane in range(len(scene.lanes)):
        if scene.layout.lane(lane).intersects(clip):
            _paint_current(painter, scene, lane)
            _paint_place(painter, scene, lane)
    _paint_known_by(painter, scene)
    _paint_happened(painter, scene)


def _paint_range(painter: QPainter, scene: Scene) -> None:
    place = event_range(scene)
    if place is None:
        return
    colour = QColor(scene.theme.accent)
    colour.setAlpha(30)
    painter.fillRect(place, colour)


def _paint_current(painter: QPainter, scene: Scene, lane: int) -> None:
    if scene.event is None:
        return
    painter.save()
    _clip_to_plot(painter, scene)
    for glyph in scene.glyphs_of(lane, scene.event):
        if glyph.shape is not Shape.RANGE:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(scene.theme.accent, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame(scene, lane, glyph).adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
        paint_current(painter, scene, lane, glyph)
    painter.restore()


def _clip_to_plot(painter: QPainter, scene: Scene) -> None:
    layout = scene.layout
    spare = 2 * scene.tick_width
    painter.setClipRect(
        QRectF(layout.plot_left - spare, 0, layout.plot_width + 2 * spare, layout.bottom),
        Qt.ClipOperation.IntersectClip,
    )


def _paint_place(painter: QPainter, scene: Scene, lane: int) -> None:
    rect = place_rect(scene, lane)
    if rect is None:
        return
    size = scene.tick_width * 1.5
    painter.setBrush(scene.theme.accent)
    painter.setPen(QPen(scene.theme.panel, 1))
    # A caret that points up at the lane; a stretch has one at either end and a line between.
    for x in {rect.left() + size, rect.right() - size}:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, rect.top()),
                    QPointF(x + size, rect.bottom()),
                    QPointF(x - size, rect.bottom()),
                ]
            )
        )
    if rect.width() > 2 * size + 2:
        painter.setPen(QPen(scene.theme.accent, 2))
        y = rect.bottom() - 1
        painter.drawLine(QLineF(rect.left() + size, y, rect.right() - size, y))


def _paint_known_by(painter: QPainter, scene: Scene) -> None:
    x = scene.known_knob_x
    if x is None:
        return
    layout, theme = scene.layout, scene.theme
    y, thickness = layout.track_y, max(4.0, layout.rows.line * 0.3)
    rail = QRectF(layout.labels, y - thickness / 2, layout.width - layout.labels - 8, thickness)
    # In a theme of black and white the part not yet known is hollow.
    painter.setPen(QPen(theme.outline, 1) if theme.contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.panel if theme.contrast else theme.outline)
    painter.drawRoundedRect(rail, thickness / 2, thickness / 2)
    rail.setRight(x)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.muted)
    painter.drawRoundedRect(rail, thickness / 2, thickness / 2)
    _paint_ring(painter, scene, QPointF(x, y), focused=scene.focus is Handle.KNOWN_BY)
    painter.setPen(theme.muted)
    text = known_by_text(scene)
    painter.drawText(known_by_place(scene, x), int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_ring(painter: QPainter, scene: Scene, centre: QPointF, *, focused: bool) -> None:
    radius, theme = scene.layout.radius, scene.theme
    painter.setBrush(theme.panel)
    painter.setPen(QPen(theme.muted, 2.5))
    painter.drawEllipse(centre, radius, radius)
    if focused:
        _paint_focus(painter, scene, centre)


def _paint_focus(painter: QPainter, scene: Scene, centre: QPointF) -> None:
    radius = scene.layout.radius + 3
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(scene.theme.accent, 2))
    painter.drawEllipse(centre, radius, radius)


def _paint_happened(painter: QPainter, scene: Scene) -> None:
    x, layout, theme = scene.knob_x, scene.layout, scene.theme
    if x is None or not layout.plot_left - 1 <= x <= layout.plot_right + 1:
        return
    painter.setPen(QPen(theme.accent, 2 if theme.contrast else 1.5))
    flag = flag_rect(scene)
    painter.drawLine(QLineF(x, layout.knob_y, x, layout.lanes_bottom + 3))
    painter.setPen(QPen(theme.panel, 1.5))
    painter.setBrush(theme.accent)
    painter.drawEllipse(QPointF(x, layout.knob_y), layout.radius, layout.radius)
    if scene.focus is Handle.HAPPENED:
        _paint_focus(painter, scene, QPointF(x, layout.knob_y))
    if flag is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(flag, 4, 4)
        _paint_pointer(painter, x, flag)
        painter.setPen(theme.on_accent)
        painter.drawText(flag, int(Qt.AlignmentFlag.AlignCenter), flag_text(scene))


def _paint_pointer(painter: QPainter, x: float, flag: QRectF) -> None:
    # No line from flag to knob: it would run through the dates.
    if flag.left() + 8 <= x <= flag.right() - 8:
        y = flag.bottom() - 1
        tip = [QPointF(x - 4, y), QPointF(x + 4, y), QPointF(x, y + 4)]
        painter.drawPolygon(QPolygonF(tip))
