"""Where on the screen the moving parts of a scene are, and what a press there means."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.timeline.glyphs import Glyph, Shape
from desktop.timeline.scene import Handle, Scene

REACH: Final = 5.0
"""How far from a glyph, in pixels, a press still means it."""


def knob_rect(scene: Scene) -> QRectF | None:
    """Return where the happened handle can be taken."""
    x = scene.knob_x
    return None if x is None else _around(scene, QPointF(x, scene.layout.knob_y))


def known_knob_rect(scene: Scene) -> QRectF | None:
    """Return where the known-by handle can be taken."""
    x = scene.known_knob_x
    return None if x is None else _around(scene, QPointF(x, scene.layout.track_y))


def _around(scene: Scene, centre: QPointF) -> QRectF:
    reach = scene.layout.radius + 4
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)


def glyph_at(scene: Scene, lane: int, x: float) -> Glyph | None:
    """Return the glyph a press at that x means: points before stretches, the nearest first."""
    near = [g for g in scene.glyphs(lane) or [] if g.distance(x) <= REACH]
    stretches = (Shape.RANGE, Shape.BAR)
    return min(
        near,
        key=lambda g: (g.shape in stretches, g.distance(x), g.right - g.left),
        default=None,
    )


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
        frame(scene, lane, glyph)
        for lane in range(len(scene.lanes))
        for glyph in scene.glyphs_of(lane, scene.event)
    ]


def frame(scene: Scene, lane: int, glyph: Glyph) -> QRectF:
    """Return the frame round a glyph of the current event."""
    rect = scene.glyph_rect(lane, glyph)
    row = scene.layout.lane(lane)
    rect.setTop(row.top() + 2)
    rect.setBottom(row.bottom() - 2)
    return rect.adjusted(-scene.tick_width, 0, scene.tick_width, 0)


def place_rect(scene: Scene, lane: int) -> QRectF | None:
    """Return where the caret of the lane's column is; None where it is out of view."""
    if scene.lanes[lane].style < 0:
        return None
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


def moving_rects(scene: Scene) -> list[QRectF]:
    """Return every place the overlay paints on now: what to repaint when something moves."""
    rects = current_rects(scene)
    layout, reach = scene.layout, scene.layout.radius + 6
    x = scene.knob_x
    if x is not None:
        rects.append(QRectF(x - reach, 0, 2 * reach, layout.lanes_bottom + 6))
    rects += [rect for rect in (flag_rect(scene), event_range(scene)) if rect is not None]
    return [rect.adjusted(-2, -2, 2, 2) for rect in rects]
