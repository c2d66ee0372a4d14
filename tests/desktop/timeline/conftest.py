"""Timelines to test with: four events of one day in two lanes, and what is built from them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from desktop.theme import theme
from desktop.timeline.timeline import Timeline
from desktop.timeline.timeline_data import Lane, Mark, Marks, TimelineData

AQTAU = ZoneInfo("Asia/Aqtau")


@pytest.fixture
def at() -> Callable[[str], int]:
    def seconds(wall: str) -> int:
        return int(datetime.fromisoformat(wall).replace(tzinfo=AQTAU).timestamp())

    return seconds


@pytest.fixture
def data(at: Callable[[str], int]) -> TimelineData:
    def minute(event: int, wall: str, **more: bool) -> Mark:
        return Mark(event, at(wall), at(wall) + 59, **more)

    ticker = [
        minute(1, "2011-12-16T12:00", assumed_zone=True, approximate=True),
        minute(2, "2011-12-16T14:52", assumed_zone=True),
        minute(3, "2011-12-16T17:28", assumed_zone=True),
    ]
    paper = [
        Mark(2, at("2011-12-16T00:00"), at("2011-12-16T23:59:59")),
        Mark(4, None, at("2011-12-18T09:00")),
    ]
    published = at("2011-12-17T23:59")
    lanes = [
        Lane(
            "A",
            "ticker",
            0,
            Marks.of(ticker),
            [
                (at(f"2011-12-16T{time}"), at(f"2011-12-16T{time}") + 59, True)
                for time in ("14:52", "15:26", "17:28")
            ],
            Marks.of(
                [
                    minute(1, "2011-12-16T14:52"),
                    minute(2, "2011-12-16T14:52"),
                    minute(3, "2011-12-16T17:28"),
                ]
            ),
        ),
        Lane(
            "B",
            "newspaper",
            1,
            Marks.of(paper),
            [(published, published + 59, False)],
            Marks.of([Mark(event, published, published + 59) for event in (2, 4)]),
        ),
    ]
    events = Marks.of([*ticker, paper[1]])
    return TimelineData(lanes, AQTAU, "Times as in Aqtau", events=events)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[[TimelineData], Timeline]]:
    made: list[Timeline] = []

    def build(data: TimelineData) -> Timeline:
        timeline = Timeline(theme("light"))
        qtbot.addWidget(timeline)
        timeline.set_reduced_motion(True)
        timeline.set_data(data)
        timeline.resize(1200, timeline.sizeHint().height())
        timeline.show()
        qtbot.waitExposed(timeline)
        made.append(timeline)
        return timeline

    yield build
    for timeline in made:
        timeline.hide()


@pytest.fixture
def timeline(make: Callable[[TimelineData], Timeline], data: TimelineData) -> Timeline:
    return make(data)
