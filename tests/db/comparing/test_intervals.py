"""Intervals: what open, closed and vague figures allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.comparing.intervals import SOME, Interval, allowed, meet, nearly_overlap, vague_range

ends = st.one_of(st.none(), st.integers(-30, 30))


@st.composite
def intervals(draw):
    least, most = draw(ends), draw(ends)
    if least is not None and most is not None and least > most:
        least, most = most, least
    return Interval(least, most)


NUMBERS = range(-70, 71)


@given(intervals(), intervals())
def test_two_figures_overlap_exactly_where_some_number_satisfies_both(one, other):
    shared = any(one.holds(n) and other.holds(n) for n in NUMBERS)
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


@given(intervals(), intervals())
def test_a_figure_lies_above_another_or_below_it_or_they_overlap(one, other):
    assert [one.lies_above(other), other.lies_above(one), one.overlaps(other)].count(True) == 1


@given(intervals(), intervals())
def test_what_lies_within_overlaps_and_holds_nothing_else(one, other):
    if one.lies_within(other):
        assert one.overlaps(other)
        assert all(other.holds(n) for n in NUMBERS if one.holds(n))
    if one.lies_within(other) and other.lies_within(one):
        assert one == other


@given(intervals(), st.floats(0, 1))
def test_leeway_never_makes_a_figure_narrower(interval, share):
    assert interval.lies_within(interval.widened(share))
    assert interval.lies_within(interval.stretched(share * 10))


@given(intervals(), intervals())
def test_bounds_that_meet_do_so_from_both_sides_and_leave_no_number_between(one, other):
    assert meet(one, other) is meet(other, one)
    if meet(one, other):
        lower, upper = (one, other) if other.lies_above(one) else (other, one)
        assert not one.overlaps(other)
        assert not [n for n in NUMBERS if lower.most < n < upper.least]


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        (Interval(None, 40), Interval(41, None), True),  # up to 40, more than 40
        (Interval(900, 900), Interval(901, None), True),  # 900, over 900
        (Interval(None, 39), Interval(40, 40), True),  # fewer than 40, 40
        (Interval(5, 5), Interval(6, 6), False),
        (Interval(None, 40), Interval(42, None), False),
        (Interval(None, 40), Interval(40, None), False),  # they overlap
        (Interval(1, 2.5), Interval(3.5, None), False),
    ],
)
def test_only_open_bounds_of_whole_numbers_meet(one, other, met):
    assert meet(one, other) is met


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        ("dozens", 24, 99),
        ("Several  hundred", 300, 900),
        ("a few months", 3, 5),
        ("несколько сотен", 300, 900),
        ("жүздеген", 200, 999),
    ],
)
def test_a_vague_word_stands_for_its_range_in_the_word_lists(word, least, most):
    assert allowed(None, None, word) == Interval(least, most)


def test_bounds_go_before_a_vague_word_and_an_unknown_word_is_more_than_one():
    assert allowed(20, None, "dozens") == Interval(20, None)
    assert allowed(None, None, "a throng") == SOME
    assert allowed(None, None, "hard frost", counted=False) == Interval()
    assert vague_range("a throng") is None
    assert allowed(None, None, None) == Interval()


def test_a_vague_word_gives_a_tenth_of_leeway_and_no_more():
    about, exact = Interval(300, 300), Interval(325, 325)
    assert nearly_overlap(about, exact, (True, False))
    assert not nearly_overlap(about, exact, (False, False))
    assert not nearly_overlap(about, Interval(340, 340), (True, False))
