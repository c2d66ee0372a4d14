from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.synchronising import (
    Course,
    Pursuit,
    caught_up,
    course,
    longest_chain,
    sync_line,
)

LENGTH = 1000.0
places = st.integers(0, 1000).map(float)
anchor_lists = st.lists(st.tuples(places, places), max_size=9)
positions = st.floats(0, LENGTH)


def rises(chain: list[tuple[float, float]]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


@given(anchor_lists)
def test_the_chain_rises_and_none_is_longer(anchors: list[tuple[float, float]]) -> None:
    chain = longest_chain(anchors)
    assert rises(chain)
    assert set(chain) <= set(anchors)
    ordered = sorted(set(anchors))
    longest = max(
        (n for n in range(len(ordered) + 1) for c in combinations(ordered, n) if rises(list(c))),
        default=0,
    )
    assert len(chain) == longest


@given(anchor_lists, st.tuples(places, places))
def test_the_chain_goes_through_the_current_event(
    anchors: list[tuple[float, float]], current: tuple[float, float]
) -> None:
    chain = longest_chain([*anchors, current], current)
    assert current in chain
    assert rises(chain)


@given(anchor_lists, st.none() | st.tuples(places, places), positions, positions)
def test_a_course_never_falls_never_leaves_the_text_and_never_jumps(
    anchors: list[tuple[float, float]],
    current: tuple[float, float] | None,
    first: float,
    second: float,
) -> None:
    way = course(anchors, LENGTH, LENGTH, current)
    low, high = sorted((first, second))
    assert 0 <= way.at(low) <= way.at(high) <= LENGTH
    steepest = max(
        (f2 - f1) / (l2 - l1)
        for (l1, l2), (f1, f2) in zip(pairwise(way.leader), pairwise(way.follower), strict=True)
    )
    assert way.at(high) - way.at(low) <= steepest * (high - low) + 1e-6


@given(anchor_lists)
def test_both_texts_begin_and_end_together(anchors: list[tuple[float, float]]) -> None:
    way = course(anchors, LENGTH, LENGTH / 2)
    assert way.at(0) == 0
    assert way.at(LENGTH) == LENGTH / 2


@given(anchor_lists, st.tuples(places, places))
def test_the_current_event_is_met_exactly(
    anchors: list[tuple[float, float]], current: tuple[float, float]
) -> None:
    assert course(anchors, LENGTH, LENGTH, current).at(current[0]) == current[1]


def test_between_two_shared_events_the_follower_goes_evenly() -> None:
    way = course([(100.0, 400.0), (300.0, 500.0)], LENGTH, LENGTH)
    assert way.at(200.0) == 450.0


@given(st.floats(0, 5000), st.floats(10, 5000), st.floats(50, 1500), st.floats(0.05, 0.9))
def test_the_sync_line_stays_in_the_viewport_and_falls_as_the_text_rises(
    above: float, content: float, height: float, part: float
) -> None:
    line = part * height
    y = sync_line(above, content, height, line)
    assert 0 <= y <= height
    further = sync_line(above + 10, content - 10, height, line)
    # Ten pixels on, the text on the line is further on, and by no more than 10 + the line's way.
    assert y <= further + 1e-9
    assert further - y <= 20 + 1e-6


def test_the_sync_line_is_at_the_ends_of_the_screen_at_the_ends_of_the_text() -> None:
    assert sync_line(0, 9999, 600, 100, edge=24) == 24
    assert sync_line(9999, 0, 600, 100, edge=24) == 576
    assert sync_line(9999, 9999, 600, 100, edge=24) == 100


@given(positions, positions, positions)
def test_a_follower_never_goes_against_the_reader(
    expected: float, now: float, actual: float
) -> None:
    after = caught_up(expected, now, actual, LENGTH, 100.0)
    assert (after - actual) * (now - expected) >= 0
    assert -1e-6 <= after <= LENGTH + 1e-6


@given(positions, positions)
def test_nothing_moves_when_nothing_moves(expected: float, actual: float) -> None:
    assert caught_up(expected, expected, actual, LENGTH, 100.0) == actual


@given(anchor_lists, positions, positions)
def test_wherever_a_follower_stood_it_reaches_both_ends(
    anchors: list[tuple[float, float]], leader: float, follower: float
) -> None:
    way = course(anchors, LENGTH, LENGTH)
    chase = Pursuit.begin(way, LENGTH, 100.0, leader, follower)
    # Unless it began there: then it comes back to where it began.
    if chase.expected > 0:
        assert abs(chase.at(0.0)) < 1e-6
    if chase.expected < LENGTH:
        assert abs(chase.at(LENGTH) - LENGTH) < 1e-6


@given(anchor_lists, positions, positions, positions, positions, st.floats(1, 5000))
def test_a_follower_goes_with_the_reader_from_wherever_they_are(
    anchors: list[tuple[float, float]],
    leader: float,
    follower: float,
    first: float,
    second: float,
    screen: float,
) -> None:
    way = course(anchors, LENGTH, LENGTH)
    chase = Pursuit.begin(way, LENGTH, screen, leader, follower)
    low, high = sorted((first, second))
    assert -1e-6 <= chase.at(low) <= chase.at(high) + 1e-6 <= LENGTH + 2e-6


@given(anchor_lists, positions, st.floats(-300, 1300))
def test_a_follower_is_back_where_it_was_when_the_leader_is(
    anchors: list[tuple[float, float]], leader: float, follower: float
) -> None:
    chase = Pursuit.begin(course(anchors, LENGTH, LENGTH), LENGTH, 100.0, leader, follower)
    assert chase.at(leader) == follower


def test_a_difference_melts_within_a_screen() -> None:
    way = Course((0.0, LENGTH), (0.0, LENGTH))
    chase = Pursuit.begin(way, LENGTH, 100.0, 200.0, 260.0)
    before = 260.0
    for leader in range(210, 331, 10):
        now = chase.at(float(leader))
        assert 0 <= now - before <= 10
        before = now
    assert abs(before - 330.0) < 60 / 20


def test_scrolling_back_and_forth_does_not_swing() -> None:
    way = course([(300.0, 500.0)], LENGTH, LENGTH)
    chase = Pursuit.begin(way, LENGTH, 50.0, 100.0, way.at(100.0))
    seen = [chase.at(p) for p in (100.0, 120.0, 100.0, 120.0, 100.0)]
    assert seen[0] == seen[2] == seen[4]
    assert seen[1] == seen[3]
