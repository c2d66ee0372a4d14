"""Bars, dots and hatching that say without colour which source and whether it speaks."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from desktop.theme import Pattern, Presence, SourceStyle, Theme

_PERIOD = {
    Pattern.SOLID: 8.0,
    Pattern.DIAGONAL: 6.0,
    Pattern.DOTS: 5.0,
    Pattern.DASHES: 10.0,
    Pattern.DOUBLE: 8.0,
    Pattern.WAVES: 8.0,
}


def paint_bar(painter: QPainter, rect: QRectF, style: SourceStyle) -> None:
    """Paint a vertical bar in the source's colour and pattern; best 4 to 6 px wide."""
    _fill(painter, rect, style, upright=True)


def paint_rule(painter: QPainter, rect: QRectF, style: SourceStyle) -> None:
    """Paint a horizontal bar in the source's colour and pattern; best 3 to 6 px high."""
    _fill(painter, rect, style, upright=False)


def paint_dot(
    painter: QPainter, centre: QPointF, radius: float, style: SourceStyle, presence: Presence
) -> None:
    """Paint a source's presence: filled = speaks, ring = silent, dotted ring = not looked at."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if presence is Presence.SPEAKS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour)
        painter.drawEllipse(centre, radius, radius)
    else:
        _paint_ring(painter, centre, radius, style.colour, presence)
    painter.restore()


def _paint_ring(
    painter: QPainter, centre: QPointF, radius: float, colour: QColor, presence: Presence
) -> None:
    width = max(1.3, radius * 0.28)
    pen = QPen(colour, width)
    inner = radius - width / 2
    if presence is Presence.NOT_LOOKED:
        # Six dots whatever the radius: the gaps must stay open at 4 px.
        step = math.tau * inner / 6 / width
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, step - 0.01])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, inner, inner)


def paint_silence(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint the ground of a silence: faint hatching between two dashed edges."""
    painter.save()
    _fill_tile(painter, rect, _hatch(theme.hairline.rgba(), _ratio(painter)))
    pen = QPen(theme.muted, 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawLine(rect.topLeft(), rect.topRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.restore()


def _fill(painter: QPainter, rect: QRectF, style: SourceStyle, *, upright: bool) -> None:
    if rect.isEmpty():
        return
    if style.pattern is Pattern.SOLID:
        painter.fillRect(rect, style.colour)
        return
    across = rect.width() if upright else rect.height()
    tile = _tile(style.pattern, style.colour.rgba(), across, _ratio(painter), upright)
    _fill_tile(painter, rect, tile)


def _fill_tile(painter: QPainter, rect: QRectF, tile: QImage) -> None:
    brush = QBrush(tile)
    ratio = _ratio(painter)
    brush.setTransform(
        QTransform.fromTranslate(rect.left(), rect.top()).scale(1 / ratio, 1 / ratio)
    )
    painter.fillRect(rect, brush)


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatio()


@lru_cache(maxsize=256)
def _tile(pattern: Pattern, rgba: int, across: float, ratio: float, upright: bool) -> QImage:
    along = _PERIOD[pattern]
    image = _blank(across, along, ratio)
    painter = _pen_on(image, across, along)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(rgba))
    painter.drawPath(_shape(pattern, across, along))
    painter.end()
    return image if upright else image.transformed(QTransform().rotate(90))


@lru_cache(maxsize=32)
def _hatch(rgba: int, ratio: float) -> QImage:
    size = 8.0
    image = _blank(size, size, ratio)
    painter = _pen_on(image, size, size)
    painter.setPen(QPen(QColor.fromRgba(rgba), 1))
    for shift in (-size, 0.0, size):
        painter.drawLine(QPointF(shift, size), QPointF(shift + size, 0))
    painter.end()
    return image


def _blank(width: float, height: float, ratio: float) -> QImage:
    image = QImage(
        max(1, round(width * ratio)),
        max(1, round(height * ratio)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    return image


def _pen_on(image: QImage, width: float, height: float) -> QPainter:
    """Return a painter on `image` whose units are logical pixels and whose edges tile."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(image.width() / width, image.height() / height)
    return painter


def _shape(pattern: Pattern, across: float, along: float) -> QPainterPath:
    """Return one period of a pattern for a bar `across` wide, repeating every `along`."""
    path = QPainterPath()
    if pattern is Pattern.DIAGONAL:
        for top in (-along, 0.0, along):
            path.addPolygon(
                [
                    QPointF(0, top + along * 0.55 + across),
                    QPointF(0, top + across),
                    QPointF(across, top),
                    QPointF(across, top + along * 0.55),
                ]
            )
            path.closeSubpath()
    elif pattern is Pattern.DOTS:
        path.addEllipse(QPointF(across / 2, along / 2), across * 0.4, across * 0.4)
    elif pattern is Pattern.DASHES:
        path.addRect(QRectF(0, 0, across, along * 0.6))
    elif pattern is Pattern.DOUBLE:
        line = across * 0.3
        path.addRect(QRectF(0, 0, line, along))
        path.addRect(QRectF(across - line, 0, line, along))
    elif pattern is Pattern.WAVES:
        path = _wave(across, along)
    else:
        path.addRect(QRectF(0, 0, across, along))
    return path


def _wave(across: float, along: float) -> QPainterPath:
    thick = across * 0.42
    swing = (across - thick) / 2
    steps = [along * i / 16 for i in range(-1, 18)]
    middle = [across / 2 + swing * math.sin(math.tau * y / along) for y in steps]
    path = QPainterPath(QPointF(middle[0] - thick / 2, steps[0]))
    for x, y in zip(middle, steps, strict=True):
        path.lineTo(x - thick / 2, y)
    for x, y in zip(reversed(middle), reversed(steps), strict=True):
        path.lineTo(x + thick / 2, y)
    path.closeSubpath()
    return path
