"""What is not known to the minute is never drawn as a point."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.timeline.glyphs import Shape, glyphs
from desktop.timeline.scale import TimeScale
from desktop.timeline.timeline_data import Mark, Marks

DAY = 86_400
UNIT = 3.0


def drawn(*marks: Mark, length: float = 4 * DAY) -> list[tuple[Shape, float, float]]:
    scale = TimeScale(0, length, 0, 1000)
    found = Marks.of(marks)
    shapes = glyphs(found, range(len(found)), scale, UNIT)
    return [(glyph.shape, glyph.left, glyph.right) for glyph in shapes]


def test_each_kind_of_time_has_its_shape() -> None:
    cases = {
        Shape.POINT: Mark(1, DAY, DAY + 59),
        Shape.RANGE: Mark(1, DAY, 2 * DAY - 1),
        Shape.BAR: Mark(1, DAY, 2 * DAY - 1, lasting=True),
        Shape.BEFORE: Mark(1, None, DAY),
        Shape.AFTER: Mark(1, DAY, None),
    }
    assert {shape: drawn(mark)[0][0] for shape, mark in cases.items()} == {s: s for s in cases}


@given(st.integers(61, 3 * DAY), st.floats(600, 1e10), st.booleans())
def test_a_stretch_is_wider_than_a_point_at_every_zoom(
    seconds: int, length: float, lasting: bool
) -> None:
    mark = Mark(1, 0, seconds, lasting=lasting)
    ((_, left, right),) = drawn(mark, length=length)
    assert right - left >= 3 * UNIT


def test_events_of_one_time_share_a_glyph() -> None:
    scale = TimeScale(0, 4 * DAY, 0, 1000)
    found = Marks.of([Mark(1, DAY, 2 * DAY), Mark(2, DAY, 2 * DAY), Mark(3, DAY, DAY)])
    assert {glyph.events for glyph in glyphs(found, range(3), scale, UNIT)} == {(1, 2), (3,)}


def test_stretches_that_overlap_lie_inside_one_another() -> None:
    scale = TimeScale(0, 4 * DAY, 0, 1000)
    found = Marks.of([Mark(1, 0, 3 * DAY), Mark(2, DAY, 2 * DAY), Mark(3, 3 * DAY + 9000, 4 * DAY)])
    levels = {glyph.events: glyph.level for glyph in glyphs(found, range(3), scale, UNIT)}
    assert levels == {(1,): 0, (2,): 1, (3,): 0}


def test_an_arrow_stops_before_its_neighbour() -> None:
    scale = TimeScale(0, 4 * DAY, 0, 1000)
    near = DAY - 5 * 346
    found = Marks.of([Mark(1, near, near), Mark(2, None, DAY)])
    before = glyphs(found, range(2), scale, UNIT)[1]
    assert before.shape is Shape.BEFORE
    assert 0 < before.tail < 4 * UNIT
