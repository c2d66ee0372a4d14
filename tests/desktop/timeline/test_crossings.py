"""Only an order that the times leave no doubt of counts as another order."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from desktop.timeline.crossings import crossed_pairs
from desktop.timeline.timeline_data import Mark, Marks


def test_two_events_told_in_another_order_are_found() -> None:
    one = Marks.of([Mark(1, 10, 10), Mark(2, 20, 20), Mark(3, 30, 30)])
    other = Marks.of([Mark(1, 50, 50), Mark(2, 40, 40), Mark(3, 60, 60)])
    assert crossed_pairs([one, other]) == [(1, 2)]


def test_times_that_overlap_leave_the_order_open() -> None:
    one = Marks.of([Mark(1, 10, 10), Mark(2, 20, 20)])
    vague = Marks.of([Mark(1, 10, 50), Mark(2, 5, 40)])
    open_ended = Marks.of([Mark(1, None, 50), Mark(2, 5, 5)])
    assert crossed_pairs([one, vague, open_ended]) == []


TIMES = st.tuples(st.integers(0, 30), st.integers(0, 4)).map(lambda t: (t[0], t[0] + t[1]))


@given(st.lists(st.tuples(TIMES, TIMES), max_size=14))
def test_no_crossed_pair_is_missed_and_none_is_invented(
    events: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    lanes = [
        Marks.of([Mark(number, *times[lane]) for number, times in enumerate(events)])
        for lane in (0, 1)
    ]
    expected = {
        (a, b)
        for a, b in combinations(range(len(events)), 2)
        if _order(events, 0, a, b) * _order(events, 1, a, b) < 0
    }
    assert set(crossed_pairs(lanes, 1_000)) == expected
    assert len(crossed_pairs(lanes, 3)) == min(3, len(expected))


def _order(events: list[tuple[tuple[int, int], tuple[int, int]]], lane: int, a: int, b: int) -> int:
    first, second = events[a][lane], events[b][lane]
    return (first[0] > second[1]) - (first[1] < second[0])
