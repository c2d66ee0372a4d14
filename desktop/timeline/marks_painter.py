"""Paints glyphs, density strips and the counts of what lies outside the view."""

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.timeline.density import counts, covered, strip
from desktop.timeline.glyphs import Glyph, Shape
from desktop.timeline.scene import Scene


def paint_lane(painter: QPainter, scene: Scene, lane: int) -> None:
    """Paint the marks of one lane that are in view."""
    found = scene.glyphs(lane)
    painter.save()
    row = scene.layout.lane(lane)
    row.setLeft(scene.layout.plot_left - scene.tick_width)
    row.setRight(scene.layout.plot_right + scene.tick_width)
    painter.setClipRect(row)
    if found is None:
        _paint_strip(painter, scene, lane)
    else:
        # Points last: a stretch around them must not hide them.
        for glyph in sorted(found, key=_is_point):
            paint_glyph(painter, scene, lane, glyph)
    painter.restore()


def _is_point(glyph: Glyph) -> bool:
    return glyph.shape is Shape.POINT


def paint_glyph(painter: QPainter, scene: Scene, lane: int, glyph: Glyph) -> None:
    """Paint one glyph; strokes are dotted where the time zone is assumed.

    What the source had not published by the known-by time is pale and lower.
    """
    rect, colour = scene.glyph_rect(lane, glyph), scene.colour(lane)
    if not any(scene.is_known(lane, event) for event in glyph.events):
        rect.adjust(0, rect.height() / 5, 0, -rect.height() / 5)
        colour = scene.unknown
    if glyph.shape is Shape.POINT:
        _paint_point(painter, scene, glyph, rect, colour)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(scene, glyph, rect, colour))
    if glyph.shape is Shape.BAR:
        _paint_bar(painter, glyph, rect, colour)
    else:
        _paint_brackets(painter, scene, glyph, rect)
    _paint_count(painter, scene, glyph, rect, colour)


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
    reach, y = 2 * scene.tick_width, rect.center().y()
    painter.setPen(QPen(colour, max(1.0, scene.tick_width / 3)))
    for side in (rect.left() - reach, rect.right() + reach):
        painter.drawLine(QLineF(rect.center().x(), y, side, y))
        painter.drawLine(QLineF(side, y - reach / 3, side, y + reach / 3))


def _paint_bar(painter: QPainter, glyph: Glyph, rect: QRectF, colour: QColor) -> None:
    slim = rect.adjusted(0, rect.height() * 0.22, 0, -rect.height() * 0.22)
    inner = QColor(colour)
    inner.setAlpha(70 if glyph.assumed else 130)
    painter.setBrush(inner)
    pen = painter.pen()
    pen.setWidthF(max(1.0, pen.widthF() * 0.6))
    painter.setPen(pen)
    painter.drawRect(slim)


def _paint_brackets(painter: QPainter, scene: Scene, glyph: Glyph, rect: QRectF) -> None:
    lip = 1.6 * scene.tick_width
    if glyph.shape is Shape.RANGE:
        # Two days that touch each keep a bracket of their own.
        inset = painter.pen().widthF() * 0.75
        rect = rect.adjusted(inset, 0, -inset, 0)
        _paint_thread(painter, rect)
    if glyph.shape in (Shape.RANGE, Shape.AFTER):
        _paint_bracket(painter, rect, rect.left(), lip)
    if glyph.shape in (Shape.RANGE, Shape.BEFORE):
        _paint_bracket(painter, rect, rect.right(), -lip)
    if glyph.shape is Shape.BEFORE:
        _paint_tail(painter, scene, rect, -glyph.tail)
    elif glyph.shape is Shape.AFTER:
        _paint_tail(painter, scene, rect, glyph.tail)
    elif glyph.approximate:
        _paint_whiskers(painter, scene, rect, painter.pen().color())


def _paint_thread(painter: QPainter, rect: QRectF) -> None:
    """Join two brackets, so that it is seen which belong together and what lies within."""
    pen = QPen(painter.pen())
    faint = QColor(pen.color())
    faint.setAlpha(90)
    painter.save()
    painter.setPen(QPen(faint, 1, pen.style()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    y = round(rect.center().y())
    painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
    painter.restore()


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


def _paint_strip(painter: QPainter, scene: Scene, lane: int) -> None:
    marks, scale, layout = scene.marks(lane), scene.scale, scene.layout
    columns = max(1, round(layout.plot_width * painter.device().devicePixelRatio()))
    everything = counts(marks.anchors, scale, columns)
    cover = covered(marks, scale, columns)
    limit = scene.known_by
    if limit is None:
        _put_strip(painter, scene, lane, (everything, cover), scene.colour(lane), 0.62)
        return
    # What was published lies over the pale and lower strip of everything.
    _put_strip(painter, scene, lane, (everything, cover), scene.unknown, 0.35)
    known = counts(scene.known_anchors(lane, limit), scale, columns)
    _put_strip(painter, scene, lane, (known, [False] * columns), scene.colour(lane), 0.62)


def _put_strip(
    painter: QPainter,
    scene: Scene,
    lane: int,
    columns: tuple[list[int], list[bool]],
    colour: QColor,
    share: float,
) -> None:
    row, ratio = scene.layout.lane(lane), painter.device().devicePixelRatio()
    height = round(row.height() * share)
    image = strip(*columns, max(1, round(height * ratio)), colour, ratio)
    top = round(row.center().y() - height / 2)
    painter.drawImage(QPointF(scene.layout.plot_left, top), image)


def outside(scene: Scene, lane: int) -> tuple[int, int]:
    """Return how many marks of a lane lie before and after the view."""
    marks = scene.marks(lane)
    return marks.before(scene.scale.start), marks.after(scene.scale.end)


def paint_hints(painter: QPainter, scene: Scene, lane: int) -> None:
    """Paint beside a lane how many of its marks lie outside the view."""
    earlier, later = outside(scene, lane)
    painter.setPen(scene.theme.muted)
    if earlier:
        place = scene.layout.hint(lane, later=False)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), f"‹ {_number(earlier)}")
    if later:
        place = scene.layout.hint(lane, later=True)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), f"{_number(later)} ›")


def _number(count: int) -> str:
    # The gutter holds four characters; the tooltip has the whole number.
    if count < 1000:
        return str(count)
    thousands = QCoreApplication.translate("Timeline", "{count}k", "thousands, shortened")
    return thousands.format(count=min(999, count // 1000))
