"""The timeline with 10,000 and with 100,000 marks."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from desktop.theme import theme
from desktop.timeline.timeline import Timeline
from desktop.timeline.timeline_data import Lane, Marks, TimelineData
from tests.benchmarks.measuring import Result, interleaved, result
from tests.benchmarks.panes import SEED, application

START, SPAN = 1_305_000_000, 220 * 86_400


def repaint() -> Iterator[Result]:
    """A full repaint, three lanes, 1900 wide."""
    application()
    small, large = _timeline(10_000), _timeline(100_000)
    reference, subject = interleaved(lambda: _paint(small), lambda: _paint(large))
    yield result("timeline repaint 100,000 / 10,000", 2.5, reference, subject)


def _timeline(marks: int) -> Timeline:
    chance = random.Random(SEED)
    lanes = []
    for index, letter in enumerate("ABC"):
        count = marks // 3
        times = array("q", sorted(START + chance.randrange(SPAN) for _ in range(count)))
        ends = array("q", (t + 59 for t in times))
        events = array("q", range(index * count, (index + 1) * count))
        lanes.append(Lane(letter, f"Source {letter}", index,
                          Marks.from_columns(events, times, ends, bytes(count))))  # fmt: skip
    timeline = Timeline(theme("light"))
    timeline.resize(1900, 200)
    timeline.set_data(TimelineData(lanes))
    timeline.fit(True, glide=False)
    timeline.show()
    QApplication.processEvents()
    return timeline


def _paint(timeline: Timeline) -> None:
    canvas = timeline._board.canvas
    canvas.repaint_all()
    QApplication.sendPostedEvents()
