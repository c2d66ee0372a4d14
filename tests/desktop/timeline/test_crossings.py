"""Only an order that the times leave no doubt of counts as another order."""

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
