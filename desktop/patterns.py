"""Bars, dots and hatching that say without colour which source and whether it speaks."""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from desktop.theme import Pattern, Presence, SourceStyle, Theme

# How long one period is along the bar, in bar widths: so a pattern looks the same at any width.
_PERIOD: Final = {
    Pattern.SOLID: 2.0,
    Pattern.DIAGONAL: 1.5,
    Pattern.DOTS: 1.5,
    Pattern.DASHES: 3.2,
    Pattern.DOUBLE: 2.0,
    Pattern.WAVES: 2.2,
}
# Below this width in logical pixels a period shrinks no more, or it would close up.
_NARROWEST: Final = 4
# At least this many device pixels of a pattern are kept ready to be laid down at once.
_STRIP_LENGTH: Final = 640


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
    inner = radius - width / 2
    if presence is Presence.NOT_LOOKED:
        _paint_dotted_ring(painter, centre, inner, colour)
        return
    pen = QPen(colour, width)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, inner, inner)


def _paint_dotted_ring(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    # Six dots whatever the radius: more would close up to a ring at 4 px.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for turn in range(6):
        angle = math.tau * turn / 6
        at = centre + QPointF(radius * math.sin(angle), -radius * math.cos(angle))
        painter.drawEllipse(at, radius * 0.25, radius * 0.25)


def paint_silence(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint the ground of a silence: faint hatching between two dashed edges."""
    ratio = _ratio(painter)
    # In high contrast hairlines are ink, and hatching in ink would hide the words on it.
    faint = theme.selection if theme.contrast else theme.hairline
    _lay(painter, rect, _hatch(faint.rgba(), ratio))
    edge = _edge(theme.muted.rgba(), ratio)
    line = edge.height() / ratio
    _lay(painter, QRectF(rect.left(), rect.top(), rect.width(), line), edge)
    _lay(painter, QRectF(rect.left(), rect.bottom() - line, rect.width(), line), edge)


def _fill(painter: QPainter, rect: QRectF, style: SourceStyle, *, upright: bool) -> None:
    if rect.isEmpty():
        return
    ratio = _ratio(painter)
    across = max(1, round((rect.width() if upright else rect.height()) * ratio))
    _lay(painter, rect, _strip(style.pattern, style.colour.rgba(), across, ratio, upright))


def _lay(painter: QPainter, rect: QRectF, picture: QImage) -> None:
    """Cover `rect` with a picture in device pixels, repeated from its top left corner.

    The corner is moved to the nearest device pixel: between two pixels every stripe would blur.
    A picture many periods long is laid down as it is; filling with a small one as a brush takes
    fifty times as long.
    """
    ratio = _ratio(painter)
    here = painter.deviceTransform()
    there, invertible = here.inverted()
    if not invertible:
        return
    corner = here.map(rect.topLeft())
    start = there.map(QPointF(round(corner.x()), round(corner.y())))
    width, height = round(rect.width() * ratio), round(rect.height() * ratio)
    for x in range(0, width, picture.width()):
        for y in range(0, height, picture.height()):
            part = QRectF(0, 0, min(picture.width(), width - x), min(picture.height(), height - y))
            goal = QRectF(
                start.x() + x / ratio,
                start.y() + y / ratio,
                part.width() / ratio,
                part.height() / ratio,
            )
            painter.drawImage(goal, picture, part)


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatio()


@lru_cache(maxsize=256)
def _strip(pattern: Pattern, rgba: int, across: int, ratio: float, upright: bool) -> QImage:
    """Return many periods of a bar `across` device pixels wide."""
    along = round(_PERIOD[pattern] * max(across, _NARROWEST * ratio))
    tile = _blank(across, along)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(rgba))
    painter.drawPath(_SHAPES[pattern](across, along))
    painter.end()
    strip = _repeated(tile, 1, math.ceil(_STRIP_LENGTH / along))
    # Turned so that a rule begins at its left as a bar does at its top.
    return strip if upright else strip.transformed(QTransform(0, 1, 1, 0, 0, 0))


@lru_cache(maxsize=32)
def _hatch(rgba: int, ratio: float) -> QImage:
    size = round(8 * ratio)
    tile = _blank(size, size)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(rgba), ratio))
    for shift in (-size, 0, size):
        painter.drawLine(QPointF(shift - 1, size + 1), QPointF(shift + size + 1, -1))
    painter.end()
    return _repeated(tile, math.ceil(_STRIP_LENGTH / size), math.ceil(128 / size))


@lru_cache(maxsize=32)
def _edge(rgba: int, ratio: float) -> QImage:
    dash, gap, line = round(4 * ratio), round(3 * ratio), max(1, round(ratio))
    tile = _blank(dash + gap, line)
    painter = QPainter(tile)
    painter.fillRect(0, 0, dash, line, QColor.fromRgba(rgba))
    painter.end()
    return _repeated(tile, math.ceil(_STRIP_LENGTH / tile.width()), 1)


def _repeated(tile: QImage, columns: int, rows: int) -> QImage:
    # Laid side by side: to fill with a brush, Qt would start threads.
    line = _blank(tile.width() * columns, tile.height())
    _repeat(tile, line, [(column * tile.width(), 0) for column in range(columns)])
    image = _blank(line.width(), tile.height() * rows)
    _repeat(line, image, [(0, row * tile.height()) for row in range(rows)])
    return image


def _repeat(part: QImage, whole: QImage, places: list[tuple[int, int]]) -> None:
    painter = QPainter(whole)
    for x, y in places:
        painter.drawImage(x, y, part)
    painter.end()


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _solid(across: int, along: int) -> QPainterPath:
    path = QPainterPath()
    path.addRect(0, 0, across, along)
    return path


def _diagonal(across: int, along: int) -> QPainterPath:
    path = QPainterPath()
    thick = along * 0.58
    # One stripe and its neighbours, whose ends reach into this period.
    for top in (-2 * along, -along, 0, along):
        path.moveTo(0, top + across + thick)
        for x, y in ((0, top + across), (across, top), (across, top + thick)):
            path.lineTo(x, y)
        path.closeSubpath()
    return path


def _dot(across: int, along: int) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(across / 2, along / 2), across / 2, across / 2)
    return path


def _dash(across: int, along: int) -> QPainterPath:
    path = QPainterPath()
    path.addRect(0, 0, across, round(along * 0.68))
    return path


def _double(across: int, along: int) -> QPainterPath:
    line = max(1, round(across * 0.36))
    path = QPainterPath()
    path.addRect(0, 0, line, along)
    path.addRect(across - line, 0, line, along)
    return path


def _wave(across: int, along: int) -> QPainterPath:
    thick = across * 0.5
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


_SHAPES: Final[dict[Pattern, Callable[[int, int], QPainterPath]]] = {
    Pattern.SOLID: _solid,
    Pattern.DIAGONAL: _diagonal,
    Pattern.DOTS: _dot,
    Pattern.DASHES: _dash,
    Pattern.DOUBLE: _double,
    Pattern.WAVES: _wave,
}
