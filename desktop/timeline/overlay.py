"""Paints what moves over the ground: the two handles, the current event, the columns' places."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.timeline.glyphs import Glyph
from desktop.timeline.marks_painter import paint_glyph
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


def event_range(scene: Scene) -> QRectF | None:
    """Return the stretch of the current event over all lanes; None where it is a point."""
    mark = scene.mark
    if mark is None or mark.earliest is None or mark.latest is None:
        return None
    left, right = scene.scale.x(mark.earliest), scene.scale.x(mark.latest)
    if right - left < 2:
        return None
    layout = scene.layout
    left, right = max(left, layout.plot_left), min(right, layout.plot_right)
    if right <= left:
        return None
    return QRectF(left, layout.lanes_top, right - left, layout.lanes_bottom - layout.lanes_top)


def current_rects(scene: Scene) -> list[QRectF]:
    """Return the frames of the current event's glyphs in all lanes."""
    if scene.event is None:
        return []
    return [
        _frame(scene, lane, glyph)
        for lane in range(len(scene.lanes))
        for glyph in scene.glyphs_of(lane, scene.event)
    ]


def _frame(scene: Scene, lane: int, glyph: Glyph) -> QRectF:
    rect = scene.glyph_rect(lane, glyph)
    row = scene.layout.lane(lane)
    rect.setTop(row.top() + 2)
    rect.setBottom(row.bottom() - 2)
    return rect.adjusted(-scene.tick_width, 0, scene.tick_width, 0)


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
        painter.setPen(QPen(scene.theme.accent, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_frame(scene, lane, glyph).adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
        paint_glyph(painter, scene, lane, glyph)
    painter.restore()


def _clip_to_plot(painter: QPainter, scene: Scene) -> None:
    layout = scene.layout
    spare = 2 * scene.tick_width
    painter.setClipRect(
        QRectF(layout.plot_left - spare, 0, layout.plot_width + 2 * spare, layout.bottom),
        Qt.ClipOperation.IntersectClip,
    )


def place_rect(scene: Scene, lane: int) -> QRectF | None:
    """Return where the caret of the lane's column is; None where it is out of view."""
    earliest, latest = scene.positions.get(lane, (None, None))
    first = earliest if earliest is not None else latest
    last = latest if latest is not None else earliest
    if first is None or last is None:
        return None
    layout, size = scene.layout, scene.tick_width * 1.5
    left, right = scene.scale.x(first), scene.scale.x(last)
    if right < layout.plot_left or left > layout.plot_right:
        return None
    left, right = max(left, layout.plot_left), min(right, layout.plot_right)
    bottom = layout.lane(lane).bottom()
    return QRectF(left - size, bottom - 1.4 * size, right - left + 2 * size, 1.4 * size)


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


def known_by_text(scene: Scene) -> str:
    """Return the words beside the known-by handle: a time, or that everything counts."""
    return scene.everything if scene.known_by is None else scene.labels.moment(scene.known_by)


def known_by_place(scene: Scene, x: float) -> QRectF:
    """Return where those words stand: above the track beside the knob, never cut off."""
    layout = scene.layout
    width = scene.metrics.horizontalAdvance(known_by_text(scene)) + 4
    left = x + layout.radius + 4
    if left + width > layout.width - 4:
        left = x - layout.radius - 4 - width
    top = layout.track_y - layout.radius - layout.rows.line * 0.85
    return QRectF(left, top, width, layout.rows.line)


def flag_text(scene: Scene) -> str:
    """Return the words on the happened handle's flag; the title too while it is being moved."""
    mark = scene.mark
    if mark is None or scene.event is None:
        return ""
    text = scene.labels.short(mark)
    title = scene.title(scene.event)
    if title and (scene.happened_x is not None or scene.focus is Handle.HAPPENED):
        widest = scene.metrics.averageCharWidth() * 44
        text = scene.metrics.elidedText(f"{text}  {title}", Qt.TextElideMode.ElideRight, widest)
    return text


def flag_rect(scene: Scene) -> QRectF | None:
    """Return the flag of the happened handle, kept inside the row left to it."""
    x, text = scene.knob_x, flag_text(scene)
    layout = scene.layout
    if x is None or not text or not layout.plot_left - 1 <= x <= layout.plot_right + 1:
        return None
    width = scene.metrics.horizontalAdvance(text) + 2.4 * scene.metrics.averageCharWidth()
    left = min(max(x - width / 2, layout.labels), layout.flag_right - width)
    return QRectF(left, 2, width, layout.rows.flag - 5)


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


def moving_rects(scene: Scene) -> list[QRectF]:
    """Return every place the overlay paints on now: what to repaint when something moves."""
    rects = current_rects(scene)
    layout, reach = scene.layout, scene.layout.radius + 6
    x = scene.knob_x
    if x is not None:
        rects.append(QRectF(x - reach, 0, 2 * reach, layout.lanes_bottom + 6))
    rects += [rect for rect in (flag_rect(scene), event_range(scene)) if rect is not None]
    return [rect.adjusted(-2, -2, 2, 2) for rect in rects]
