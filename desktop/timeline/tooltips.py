"""What the timeline says in words about the place under the pointer."""

from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF

from desktop.timeline.lane_painter import outside
from desktop.timeline.places import glyph_at, knob_rect
from desktop.timeline.scene import Axis, Scene

MOST_LINES: Final = 8


def tooltip_at(scene: Scene, at: QPointF) -> str:
    """Return plain text about what is there; empty where there is nothing to say."""
    if scene.is_empty:
        return ""
    layout = scene.layout
    lane = layout.lane_at(at.y())
    if lane is not None:
        return _lane_words(scene, lane, at)
    rect = knob_rect(scene)
    if rect is not None and rect.contains(at) and scene.event is not None:
        return event_words(scene, scene.event)
    if layout.axis.contains(at):
        return scene.data.zone_note
    return ""


def _lane_words(scene: Scene, lane: int, at: QPointF) -> str:
    layout = scene.layout
    if at.x() < layout.labels:
        return scene.lanes[lane].name
    earlier, later = outside(scene, lane)
    if earlier and layout.hint(lane, later=False).contains(at):
        text = QCoreApplication.translate("Timeline", "{count} earlier: press to go there")
        return text.format(count=earlier)
    if later and layout.hint(lane, later=True).contains(at):
        text = QCoreApplication.translate("Timeline", "{count} later: press to go there")
        return text.format(count=later)
    glyph = glyph_at(scene, lane, at.x())
    return "" if glyph is None else _glyph_words(scene, lane, glyph.events)


def _glyph_words(scene: Scene, lane: int, events: tuple[int, ...]) -> str:
    marks = scene.marks(lane)
    indices = marks.indices_of(events[0])
    lines = [scene.lanes[lane].name]
    if indices:
        words = scene.labels.long(marks[indices[0]])
        if scene.axis is Axis.REPORTED:
            template = QCoreApplication.translate("Timeline", "reported {time}")
            words = template.format(time=words)
        lines.append(words)
    lines += [scene.title(event) for event in events[:MOST_LINES]]
    if len(events) > MOST_LINES:
        template = QCoreApplication.translate("Timeline", "and {count} more")
        lines.append(template.format(count=len(events) - MOST_LINES))
    if not any(scene.is_known(lane, event) for event in events):
        lines.append(QCoreApplication.translate("Timeline", "not yet published"))
    return "\n".join(line for line in lines if line)


def event_words(scene: Scene, event: int) -> str:
    """Return an event's time and title, and the sources that have it, in full words."""
    mark = scene.order.mark(event)
    if mark is None:
        time = QCoreApplication.translate("Timeline", "no date")
    else:
        time = scene.labels.long(mark)
    head = ": ".join(part for part in (time, scene.title(event)) if part)
    names = [
        lane.name for index, lane in enumerate(scene.lanes) if scene.marks(index).indices_of(event)
    ]
    return "\n".join(part for part in (head, ", ".join(names)) if part)


def as_plain_text(words: str) -> str:
    """Return markup that a tooltip shows as exactly these words, whatever they contain."""
    # A tooltip takes what looks like markup for markup, and titles come from strangers' files.
    return f"<qt>{escape(words).replace(chr(10), '<br>')}</qt>" if words else ""
