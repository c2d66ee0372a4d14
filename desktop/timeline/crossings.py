"""Lines that join an event's marks from lane to lane, to show where the order differs."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.timeline.scene import Scene
from desktop.timeline.timeline_data import NO_END, NO_START, Marks


def paint_crossings(painter: QPainter, scene: Scene) -> None:
    """Paint the two lines of each pair, the second dashed, in the colour of disagreement."""
    if not scene.crossings:
        return
    layout = scene.layout
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = layout.lanes_bottom - layout.lanes_top
    painter.setClipRect(QRectF(layout.plot_left, layout.lanes_top, layout.plot_width, height))
    for pair in scene.crossings:
        for event, style in zip(pair, (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine), strict=True):
            painter.setPen(QPen(scene.theme.disagreement, 1.2, style))
            painter.drawPolyline(_stations(scene, event))
    painter.restore()


def _stations(scene: Scene, event: int) -> list[QPointF]:
    points = []
    for lane in range(len(scene.lanes)):
        marks = scene.marks(lane)
        indices = marks.indices_of(event)
        if indices:
            x = scene.scale.x(marks.anchors[indices[0]])
            points.append(QPointF(x, scene.layout.lane(lane).center().y()))
    return points


def crossed_pairs(lanes: Iterable[Marks], limit: int = 200) -> list[tuple[int, int]]:
    """Return pairs of events that one lane certainly has in one order and another in the other.

    At most `limit` pairs, the first in time. Only orders that the times leave no doubt of count.
    """
    found: dict[tuple[int, int], None] = {}
    for one, other in combinations([_bounds(marks) for marks in lanes], 2):
        for first, second in _crossed(one, other):
            found[min(first, second), max(first, second)] = None
            if len(found) >= limit:
                return list(found)
    return list(found)


Bounds = dict[int, tuple[int, int]]


def _bounds(marks: Marks) -> Bounds:
    bounds: Bounds = {}
    for event, early, late in zip(marks.events, marks.earliest, marks.latest, strict=True):
        first, last = bounds.get(event, (NO_END, NO_START))
        bounds[event] = (min(first, early), max(last, late))
    return bounds


def _crossed(one: Bounds, other: Bounds) -> Iterator[tuple[int, int]]:
    """Yield events of which the first is over before the second in one lane, after it in another.

    A sweep through the time of one lane: those that are over are kept in the order of the other,
    where all behind the end of the event that begins now are crossed with it.
    """
    shared = one.keys() & other.keys()
    ending = sorted((one[event][1], event) for event in shared)
    over: list[tuple[int, int]] = []
    ended = 0
    for begins, event in sorted((one[event][0], event) for event in shared):
        while ended < len(ending) and ending[ended][0] < begins:
            earlier = ending[ended][1]
            insort(over, (other[earlier][0], earlier))
            ended += 1
        for _, earlier in over[bisect_right(over, other[event][1], key=_instant) :]:
            yield earlier, event


def _instant(item: tuple[int, int]) -> int:
    return item[0]
