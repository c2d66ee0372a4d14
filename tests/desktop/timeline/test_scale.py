"""Time and pixels: what zooming, moving and clamping must never break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.timeline.scale import SHORTEST, TimeScale

times = st.floats(-5e10, 2e11)
lengths = st.floats(600, 1e11)
scales = st.builds(TimeScale, times, lengths, st.floats(0, 500), st.floats(50, 4000))


@given(scales, st.floats(0, 1))
def test_a_place_and_its_time_belong_together(scale: TimeScale, share: float) -> None:
    x = scale.left + share * scale.width
    assert scale.x(scale.time(x)) == pytest.approx(x, abs=0.01)


@given(scales, st.floats(0, 1), st.floats(0.05, 20))
def test_zooming_leaves_the_time_under_the_pointer(
    scale: TimeScale, share: float, factor: float
) -> None:
    x = scale.left + share * scale.width
    zoomed = scale.zoomed(factor, x)
    assert zoomed.time(x) == pytest.approx(scale.time(x), abs=scale.length * 1e-6)
    assert zoomed.length == pytest.approx(scale.length / factor)


@given(scales, times, lengths)
def test_a_clamped_view_stays_inside_and_stays_put(
    scale: TimeScale, first: float, length: float
) -> None:
    last = first + length
    clamped = scale.clamped(first, last)
    slack = max(abs(first), abs(last)) * 1e-9 + 1e-3
    assert clamped.start >= first - slack
    assert clamped.end <= first + max(length, SHORTEST) + slack
    again = clamped.clamped(first, last)
    assert again.start == pytest.approx(clamped.start, abs=slack)
    assert again.length == pytest.approx(clamped.length)


@given(scales, times, st.floats(0, 1e10))
def test_a_fitted_view_shows_all_it_was_asked_for(
    scale: TimeScale, start: float, length: float
) -> None:
    fitted = scale.fitted(start, start + length)
    assert fitted.shows(start)
    assert fitted.shows(start + length)


@given(scales, st.floats(-500, 500))
def test_panning_moves_by_as_many_pixels_as_the_hand(scale: TimeScale, pixels: float) -> None:
    time = scale.time(scale.left + scale.width / 2)
    before = scale.x(time)
    assert scale.panned(pixels).x(time) == pytest.approx(before - pixels, abs=0.01)
