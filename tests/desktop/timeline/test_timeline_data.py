"""The arrays find what a reader looks at: neighbours, stretches, and all marks of an event."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.timeline.order import EventOrder, PublicationSteps, densest, place_of
from desktop.timeline.timeline_data import Lane, Mark, Marks, TimelineData, folded

seconds = st.integers(0, 100_000)


@st.composite
def any_mark(draw: st.DrawFn) -> Mark:
    start, end = draw(st.none() | seconds), draw(st.none() | seconds)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Mark(draw(st.integers(1, 20)), start, end, draw(st.booleans()), draw(st.booleans()))


marks = st.lists(any_mark(), max_size=40)


def ends(mark: Mark) -> tuple[int, int]:
    assert mark.anchor is not None
    return mark.anchor, mark.anchor if mark.latest is None else mark.latest


@given(marks)
def test_marks_come_back_as_they_went_in_without_the_undated(given_marks: list[Mark]) -> None:
    dated = [mark for mark in given_marks if mark.anchor is not None]
    assert list(Marks.of(given_marks)) == sorted(dated, key=lambda mark: mark.anchor or 0)


@given(marks, seconds, seconds)
def test_nothing_that_touches_the_view_is_missed(
    given_marks: list[Mark], one: int, other: int
) -> None:
    start, end = sorted((one, other))
    found = Marks.of(given_marks)
    inside = found.between(start, end)
    for index, mark in enumerate(found):
        first, last = ends(mark)
        if first <= end and last >= start:
            assert index in inside


@given(marks, seconds, seconds)
def test_what_is_out_of_view_is_counted_on_its_side(
    given_marks: list[Mark], one: int, other: int
) -> None:
    start, end = sorted((one, other))
    found = Marks.of(given_marks)
    assert found.before(start) == sum(ends(mark)[1] < start for mark in found)
    assert found.after(end) == sum(ends(mark)[0] > end for mark in found)


@given(marks, st.integers(1, 20))
def test_all_marks_of_an_event_are_found(given_marks: list[Mark], event: int) -> None:
    found = Marks.of(given_marks)
    expected = [index for index, mark in enumerate(found) if mark.event == event]
    assert found.indices_of(event) == expected


@given(marks, seconds)
def test_the_nearest_event_is_nearest(given_marks: list[Mark], time: int) -> None:
    order = EventOrder(given_marks)
    event = order.nearest(time)
    if event is None:
        assert not len(order)
        return
    distances = {each: abs((order.place(each) or 0) - time) for each in order.events}
    assert distances[event] == min(distances.values())


@given(marks)
def test_walking_meets_every_event_once(given_marks: list[Mark]) -> None:
    order = EventOrder(given_marks)
    walked, event = [], order.stepped(None, -(1 << 30), 0)
    while event is not None and event not in walked:
        walked.append(event)
        event = order.stepped(event, 1, 0)
    dated = [mark.event for mark in given_marks if mark.anchor is not None]
    assert walked == list(dict.fromkeys(dated))


def test_a_walk_from_no_event_begins_in_view() -> None:
    order = EventOrder([Mark(1, 50, 50), Mark(2, 90, 90), Mark(3, 120, 120)])
    assert order.stepped(None, 1, near=80) == 2
    assert order.stepped(None, -1, near=100) == 2


def test_the_handle_stands_at_the_bound_that_somebody_gave() -> None:
    day = 86_400
    noon = 10 * day + 43_200
    assert place_of(Mark(1, 10 * day, noon), UTC) == noon
    assert place_of(Mark(1, noon, 11 * day - 1), UTC) == noon
    assert place_of(Mark(1, 10 * day, 11 * day - 1), UTC) == pytest.approx(noon, abs=1)
    assert place_of(Mark(1, 10 * day, noon, lasting=True), UTC) == 10 * day
    assert place_of(Mark(1, None, noon), UTC) == noon
    assert place_of(Mark(1, noon, None), UTC) == noon
    assert place_of(Mark(1, None, None), UTC) is None


def test_background_of_years_does_not_widen_the_first_view() -> None:
    background = [n * 10_000_000 for n in range(30)]
    day = [400_000_000 + n * 600 for n in range(100)]
    stretch = densest(background + day)
    assert stretch is not None
    assert stretch[0] >= 400_000_000


def test_the_current_event_stays_where_others_share_its_time() -> None:
    order = EventOrder([Mark(1, 50, 50), Mark(2, 50, 50), Mark(3, 90, 90)])
    assert order.nearest(55, current=2) == 2
    assert order.nearest(85, current=2) == 3


def test_known_by_stands_on_the_last_publication_not_after_it() -> None:
    lane = Lane("A", "ticker", 0, reports=[(100, 159, True), (300, 359, True), (None, 500, False)])
    steps = PublicationSteps(TimelineData([lane]).publications())
    assert list(steps.times) == [159, 359, 500]
    assert steps.time(steps.position(400)) == 359
    assert steps.time(steps.position(159)) == 159
    assert steps.time(steps.position(10)) == 159
    # With the last publication everything is published.
    assert steps.time(steps.position(500)) is None
    assert steps.position(None) == 2


@given(st.lists(seconds, min_size=1))
def test_the_first_view_holds_most_of_what_there_is(times: list[int]) -> None:
    times.sort()
    stretch = densest(times)
    assert stretch is not None
    held = sum(stretch[0] <= time <= stretch[1] for time in times)
    assert held >= 0.699 * len(times)


def test_a_handful_of_times_is_shown_whole() -> None:
    assert densest([100, 200, 300, 900]) == (100, 900)


def test_many_sources_share_one_lane_that_keeps_all_their_marks() -> None:
    lanes = [
        Lane(str(n), "source", n, Marks.of([Mark(n, n * 10, n * 10)]), [(n, n, False)])
        for n in range(10_000)
    ]
    few = folded(lanes, 6, "other sources")
    assert [lane.letter for lane in few] == ["0", "1", "2", "3", "4", "5", ""]
    assert len(few[6].marks) == 9_994
    assert len(TimelineData(few).publications()) == 10_000
