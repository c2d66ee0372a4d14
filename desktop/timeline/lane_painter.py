"""Paints a lane: its glyphs or its density strip, and the counts of what is out of view."""

from operator import attrgetter
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.timeline.density import counts, covering, strip
from desktop.timeline.glyph_painter import paint_glyph
from desktop.timeline.glyphs import Glyph, Shape
from desktop.timeline.scene import Scene
from desktop.timeline.timeline_data import Marks

_STRETCH_ALPHA: Final = 80


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
        _paint_threads(painter, scene, lane, found)
        _paint_stretches(painter, scene, lane, found)
        # Points last: a stretch around them must not hide them.
        for glyph in found:
            if glyph.shape is Shape.POINT:
                paint_glyph(painter, scene, lane, glyph)
    painter.restore()


def _paint_stretches(painter: QPainter, scene: Scene, lane: int, found: list[Glyph]) -> None:
    """Paint all but points; brackets that would stand in one another only once.

    The published and the highest come first.
    """
    opened: set[int] = set()
    closed: set[int] = set()
    stretches = [glyph for glyph in found if glyph.shape is not Shape.POINT]
    for glyph in sorted(stretches, key=lambda g: (not scene.is_glyph_known(lane, g), g.level)):
        left, right = round(glyph.left), round(glyph.right)
        opens, closes = left not in opened, right not in closed
        paint_glyph(painter, scene, lane, glyph, opens=opens, closes=closes)
        if glyph.shape is Shape.RANGE:
            opened.add(left)
            closed.add(right)


def _paint_threads(painter: QPainter, scene: Scene, lane: int, found: list[Glyph]) -> None:
    """Join brackets by a faint line, so that it is seen where an uncertain time runs.

    Stretches that overlap share one line: many faint ones would look like something certain.
    """
    ranges = [glyph for glyph in found if glyph.shape is Shape.RANGE]
    known = any(scene.is_glyph_known(lane, glyph) for glyph in ranges)
    faint = QColor(scene.colour(lane) if known else scene.unknown)
    faint.setAlpha(_STRETCH_ALPHA)
    y = round(scene.layout.lane(lane).center().y())
    end = float("-inf")
    for glyph in sorted(ranges, key=attrgetter("left")):
        if glyph.right > end:
            left = max(glyph.left, end)
            painter.fillRect(QRectF(left, y, glyph.right - left, 1), faint)
            end = glyph.right


def _paint_strip(painter: QPainter, scene: Scene, lane: int) -> None:
    """Paint a lane that is too full for glyphs; what was not yet published is pale and lower."""
    limit = scene.known_by
    if limit is None:
        _put_marks(painter, scene, lane, scene.marks(lane), scene.colour(lane), 0.62)
        return
    _put_marks(painter, scene, lane, scene.marks(lane), scene.unknown, 0.35)
    _put_marks(painter, scene, lane, scene.known_marks(lane, limit), scene.colour(lane), 0.62)


def _put_marks(
    painter: QPainter, scene: Scene, lane: int, marks: Marks, colour: QColor, share: float
) -> None:
    row, ratio = scene.layout.lane(lane), painter.device().devicePixelRatio()
    columns = max(1, round(scene.layout.plot_width * ratio))
    height = round(row.height() * share)
    place = QPointF(scene.layout.plot_left, round(row.center().y() - height / 2))
    faint = QColor(colour)
    faint.setAlpha(_STRETCH_ALPHA)
    # Stretches lie under the points, for they are no points.
    for numbers, tone in (
        (covering(marks, scene.scale, columns), faint),
        (counts(marks.points, scene.scale, columns), colour),
    ):
        if any(numbers):
            image = strip(numbers, max(1, round(height * ratio)), tone, ratio)
            painter.drawImage(place, image)


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
