"""Paints the axis: ruled lines down the lanes and their dates, none over another."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.timeline.scene import Scene
from desktop.timeline.ticks import Step, Tick, Unit, step_for, ticks

_GAP = 5.0


def paint_axis(painter: QPainter, scene: Scene) -> None:
    """Paint the ruled lines and as many dates as have room."""
    spacing = scene.metrics.averageCharWidth() * 16
    step = step_for(scene.scale.seconds_per_pixel, spacing)
    found = ticks(scene.scale.start, scene.scale.end, step, scene.data.zone)
    _paint_lines(painter, scene, found, step)
    for tick, place, text in placed_labels(scene, found, step):
        major = tick is None or tick.unit > step.unit or step.unit >= Unit.DAY
        painter.setPen(scene.theme.ink if major else scene.theme.muted)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)


def _paint_lines(painter: QPainter, scene: Scene, found: list[Tick], step: Step) -> None:
    layout = scene.layout
    plain = not scene.theme.contrast
    for tick in found:
        major = tick.unit > step.unit
        pen = QPen(scene.theme.outline if major else scene.theme.hairline, 1)
        # In a theme of black and white a full line would be as strong as a mark.
        if not (major and plain):
            pen.setDashPattern([1.0, 4.0 if plain or not major else 2.0])
        painter.setPen(pen)
        x = round(scene.scale.x(tick.time)) + 0.5
        painter.drawLine(QLineF(x, layout.rows.flag + 3, x, layout.bottom - 4))


def placed_labels(
    scene: Scene, found: list[Tick], step: Step
) -> list[tuple[Tick | None, QRectF, str]]:
    """Return the dates that fit, with their places; the coarsest ticks choose first.

    Where no date would say which day or year the view is in, one that does stands at the left
    end; its tick is None.
    """
    layout = scene.layout
    taken: list[tuple[Tick | None, QRectF, str]] = []
    years = _first_with_year(found, step)
    context = _context(scene, found, step)
    if context is not None:
        taken.append((None, *context))
        years = None
    for tick in sorted(found, key=lambda tick: (-tick.unit, tick.time)):
        text = scene.labels.tick(tick, step, with_year=tick.time == years)
        place = _place(scene, scene.scale.x(tick.time) + _GAP, text)
        room = place.adjusted(-_GAP, 0, 2 * _GAP, 0)
        if place.right() + _GAP <= layout.width and not any(
            room.intersects(p) for _, p, _ in taken
        ):
            taken.append((tick, place, text))
    return sorted(taken, key=lambda entry: entry[1].left())


def _first_with_year(found: list[Tick], step: Step) -> int | None:
    """Return the time of the first tick whose text can carry the year."""
    least = Unit.DAY if step.unit < Unit.DAY else step.unit
    return next((tick.time for tick in found if tick.unit >= least), None)


def _context(scene: Scene, found: list[Tick], step: Step) -> tuple[QRectF, str] | None:
    if step.unit >= Unit.DAY and found:
        return None
    text = scene.labels.date(scene.scale.start)
    place = _place(scene, scene.layout.plot_left + _GAP, text)
    days = [scene.scale.x(tick.time) for tick in found if tick.unit >= Unit.DAY]
    # A midnight close to the left end says the date itself.
    if days and days[0] < place.right() + 3 * _GAP:
        return None
    return place, text


def _place(scene: Scene, left: float, text: str) -> QRectF:
    layout = scene.layout
    width = scene.metrics.horizontalAdvance(text) + 1
    return QRectF(left, layout.rows.flag + 1, width, layout.rows.line)
