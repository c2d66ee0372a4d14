"""Paints one glyph: ticks, brackets, bars and the arrows of open ends."""

from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.timeline.glyphs import Glyph, Shape
from desktop.timeline.scene import Scene


def paint_glyph(
    painter: QPainter,
    scene: Scene,
    lane: int,
    glyph: Glyph,
    *,
    opens: bool = True,
    closes: bool = True,
) -> None:
    """Paint one glyph; strokes are dotted where the time zone is assumed.

    What the source had not published by the known-by time is pale and lower. Without `opens` or
    `closes` that bracket is left out: another one stands there already.
    """
    rect, colour = scene.glyph_rect(lane, glyph), scene.colour(lane)
    if not scene.is_glyph_known(lane, glyph):
        rect.adjust(0, rect.height() / 5, 0, -rect.height() / 5)
        colour = scene.unknown
    if glyph.shape is Shape.POINT:
        _paint_point(painter, scene, glyph, rect, colour)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(scene, glyph, rect, colour))
    if glyph.shape is Shape.BAR:
        height = max(3.0, scene.tick_width)
        foot = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        faint = QColor(colour)
        faint.setAlphaF(0.35)
        painter.setBrush(faint)
        painter.drawRect(foot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif glyph.shape is Shape.RANGE:
        _paint_range(painter, scene, glyph, rect, (opens, closes))
    else:
        _paint_open_end(painter, scene, glyph, rect)
    _paint_count(painter, scene, glyph, rect, colour)


def paint_current(painter: QPainter, scene: Scene, lane: int, glyph: Glyph) -> None:
    """Paint a glyph of the current event: a stretch in its full height and in stronger strokes."""
    if glyph.shape is Shape.BAR:
        # The others lie along the lane's foot, out of the way of what has a time of its own.
        rect = scene.glyph_rect(lane, replace(glyph, level=0))
        colour = scene.colour(lane) if scene.is_glyph_known(lane, glyph) else scene.unknown
        painter.setPen(_pen(scene, glyph, rect, colour))
        _paint_bar(painter, glyph, rect, colour)
        return
    if glyph.shape is not Shape.RANGE:
        paint_glyph(painter, scene, lane, glyph)
        return
    full = replace(glyph, level=0)
    rect = scene.glyph_rect(lane, full).adjusted(0, -1, 0, 1)
    known = scene.is_glyph_known(lane, glyph)
    pen = _pen(scene, glyph, rect, scene.colour(lane) if known else scene.unknown)
    pen.setWidthF(pen.widthF() * 1.4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    _paint_range(painter, scene, full, rect, (True, True))


def _pen(scene: Scene, glyph: Glyph, rect: QRectF, colour: QColor) -> QPen:
    width = max(2.0, scene.tick_width * 0.6)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if glyph.assumed:
        pen.setDashPattern(_dots(rect.height() / width))
    return pen


def _dots(length: float) -> list[float]:
    """Return the dash pattern, in pen widths, that ends a line of that length with a whole dot."""
    dots = max(2, round((length + 0.7) / 1.7))
    return [1.0, max(0.3, (length - dots) / (dots - 1))]


def _paint_point(
    painter: QPainter, scene: Scene, glyph: Glyph, rect: QRectF, colour: QColor
) -> None:
    # Plain rectangles: a lane may hold hundreds, and a pen costs ten times as much.
    left, width = round(rect.center().x() - scene.tick_width / 2), round(scene.tick_width)
    top, height = round(rect.top()), round(rect.height())
    # A seam in the ground's colour keeps ticks that touch countable.
    painter.fillRect(left - 1, top, width + 2, height, scene.theme.panel)
    if glyph.assumed:
        dots = max(2, round((height / width + 0.7) / 1.7))
        for dot in range(dots):
            y = top + round(dot * (height - width) / (dots - 1))
            painter.fillRect(left, y, width, width, colour)
    else:
        painter.fillRect(left, top, width, height, colour)
    if glyph.approximate:
        _paint_whiskers(painter, scene, rect, colour)


def _paint_whiskers(painter: QPainter, scene: Scene, rect: QRectF, colour: QColor) -> None:
    """Paint a short arm to either side: about then, a little earlier or later."""
    reach, y = 2 * scene.tick_width, rect.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(colour, max(1.0, scene.tick_width / 3)))
    for edge, tip in ((rect.left(), rect.left() - reach), (rect.right(), rect.right() + reach)):
        painter.drawLine(QLineF(edge, y, tip, y))
        painter.drawLine(QLineF(tip, y - reach / 3, tip, y + reach / 3))


def _paint_bar(painter: QPainter, glyph: Glyph, rect: QRectF, colour: QColor) -> None:
    slim = rect.adjusted(0, rect.height() * 0.22, 0, -rect.height() * 0.22)
    inner = QColor(colour)
    inner.setAlpha(70 if glyph.assumed else 130)
    painter.setBrush(inner)
    pen = painter.pen()
    pen.setWidthF(max(1.0, pen.widthF() * 0.6))
    painter.setPen(pen)
    painter.drawRect(slim)


def _paint_range(
    painter: QPainter, scene: Scene, glyph: Glyph, rect: QRectF, sides: tuple[bool, bool]
) -> None:
    lip = 1.6 * scene.tick_width
    # Two days that touch each keep a bracket of their own.
    inset = painter.pen().widthF() * 0.75
    inner = rect.adjusted(inset, 0, -inset, 0)
    if sides[0]:
        _paint_bracket(painter, inner, inner.left(), lip)
    if sides[1]:
        _paint_bracket(painter, inner, inner.right(), -lip)
    if glyph.approximate and any(sides):
        _paint_whiskers(painter, scene, rect, painter.pen().color())


def _paint_open_end(painter: QPainter, scene: Scene, glyph: Glyph, rect: QRectF) -> None:
    lip = 1.6 * scene.tick_width
    side = 1 if glyph.shape is Shape.AFTER else -1
    _paint_bracket(painter, rect, rect.center().x(), side * lip)
    _paint_tail(painter, scene, rect, side * glyph.tail)


def _paint_bracket(painter: QPainter, rect: QRectF, x: float, lip: float) -> None:
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(x + lip, rect.top()),
                QPointF(x, rect.top()),
                QPointF(x, rect.bottom()),
                QPointF(x + lip, rect.bottom()),
            ]
        )
    )


def _paint_tail(painter: QPainter, scene: Scene, rect: QRectF, length: float) -> None:
    x, y = rect.center().x(), rect.center().y()
    tip = x + length
    side = 1 if length > 0 else -1
    head = min(scene.tick_width * 1.2, abs(length))
    painter.setPen(QPen(painter.pen().color(), max(1.0, scene.tick_width / 3)))
    painter.drawLine(QLineF(x, y, tip, y))
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(tip - side * head, y - head),
                QPointF(tip, y),
                QPointF(tip - side * head, y + head),
            ]
        )
    )


def _paint_count(
    painter: QPainter, scene: Scene, glyph: Glyph, rect: QRectF, colour: QColor
) -> None:
    """Write how many events share a stretch, where there is room for it."""
    if len(glyph.events) < 2 or glyph.shape not in (Shape.RANGE, Shape.BAR) or glyph.level:
        return
    text = f"×{len(glyph.events)}"
    if scene.metrics.horizontalAdvance(text) + 5 * scene.tick_width > rect.width():
        return
    painter.setPen(colour)
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    painter.drawText(rect.adjusted(2.5 * scene.tick_width, -9, 0, 9), flags, text)
