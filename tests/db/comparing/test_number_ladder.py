"""The number ladder: where figures lie, how the axis is ticked, what is drawn and written."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.comparing.intervals import Interval
from db.comparing.ladder_items import STRIKE, Bar, Dot, Ink, Strike, Words, dashes_of
from db.comparing.ladder_legend import Sign, legend, signs
from db.comparing.ladder_picture import lay_out, stacked
from db.comparing.ladder_svg import Colours, ladder_svg, picture_svg, plain_measure
from db.comparing.number_axis import axis_for, nice_step
from db.comparing.number_ladder import (
    Figure,
    Manner,
    NumberLadder,
    Rung,
    figure_interval,
    ladder_axis,
    manner_of,
    mark_of,
    words_spot,
)
from tests.db.comparing.world import MAYOR, World

COLOURS = Colours("#fff", "#000", "#666", "#ddd", lambda style: f"#00000{style}")
SVG = "{http://www.w3.org/2000/svg}"


def ladder(*figures: Figure, unit: str = "people") -> NumberLadder:
    axis = ladder_axis(figure.interval for figure in figures)
    return NumberLadder("Drowned", unit, axis, (Rung("all", figures),), "as of the day")


SEVENTY = Figure(Interval(71, None), "over 70", "17:28", "A.41")
ELEVEN = Figure(Interval(11, 11), "11", "23:59", "B.6", "The mayor", 1, Manner.PASSED_ON)
ALLEGED = Figure(Interval(70, None), "70 or more", "", "B.6", "alleged", 1, Manner.HEDGED)


def test_an_axis_begins_at_nought_and_has_round_ticks() -> None:
    axis = axis_for([5, 11, 70], whole=True)
    assert (axis.least, axis.ticks, axis.log) == (0, (0, 20, 40, 60), False)
    assert axis.share(0) == 0
    assert 0.8 < axis.share(70) < 1, "beyond the last figure an open end has somewhere to point"


def test_figures_a_hundred_times_apart_stand_on_equal_factors() -> None:
    axis = axis_for([7, 30, 800])
    assert axis.log
    assert axis.ticks == (1, 10, 100)
    assert axis.share(10) - axis.share(1) == pytest.approx(axis.share(100) - axis.share(10))


def test_nought_stands_apart_before_the_factors() -> None:
    axis = axis_for([0, 1, 12, 999, 10**6, 10**12])
    assert axis.log
    assert axis.ticks[:2] == (0, 1)
    shares = [axis.share(value) for value in (0, 1, 12, 999, 10**6, 10**12)]
    assert shares[0] == 0
    assert all(later - earlier > 0.04 for earlier, later in pairwise(shares))
    assert not axis_for([0, 0, 50]).log


def test_frost_keeps_its_sign() -> None:
    axis = axis_for([-20], whole=True)
    assert axis.least < -20
    assert 0 in axis.ticks
    assert axis.share(-20) < axis.share(-5)


def test_counts_have_no_tick_between_two_whole_numbers() -> None:
    assert axis_for([1, 2], whole=True).ticks == (0, 1, 2)
    assert nice_step(0.3, whole=True) == 1
    assert nice_step(0.3) == 0.5


@given(st.lists(st.floats(-1e9, 1e9).filter(lambda n: n == 0 or abs(n) > 1e-3), max_size=12))
def test_every_figure_has_its_place_in_order(values: list[float]) -> None:
    axis = axis_for(values)
    places = [axis.share(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert len(axis.ticks) <= 24
    least = 0 if axis.nought else axis.least
    assert all(least - 1e-6 <= tick <= axis.most * 1.0001 + 1e-6 for tick in axis.ticks)


def test_an_open_end_reaches_to_the_edge_and_is_marked() -> None:
    axis = axis_for([70])
    mark = mark_of(Interval(71, None), axis)
    assert (mark.end, mark.open_end, mark.open_start, mark.is_dot) == (1, True, False, False)
    assert mark_of(Interval(None, 70), axis).start == 0
    assert mark_of(Interval(70, 70), axis).is_dot


def test_words_stand_beside_their_mark_and_interrupt_only_a_bar_that_leaves_no_room() -> None:
    axis = axis_for([5, 70])
    assert not words_spot(mark_of(Interval(5, 5), axis), 200, 60, 6).inside
    late = words_spot(mark_of(Interval(71, None), axis), 200, 60, 6)
    assert not late.inside
    assert late.x + 60 < axis.share(71) * 200
    early = words_spot(mark_of(Interval(5, None), axis), 200, 60, 6)
    assert early.inside
    assert early.x > axis.share(5) * 200


@given(st.floats(0, 100), st.floats(0, 100), st.booleans(), st.floats(1, 150))
def test_words_never_leave_the_plot(one: float, other: float, is_open: bool, words: float) -> None:
    least, most = sorted((one, other))
    axis = axis_for([0, 100])
    spot = words_spot(mark_of(Interval(least, None if is_open else most), axis), 160, words, 6)
    assert spot.x >= 0
    assert spot.x + words <= 160 + 1e-6


def test_a_short_range_is_seen_and_long_words_leave_their_bar_to_be_seen() -> None:
    wide = "500,000,000,000 to 1,000,000,000,000 tenge, as the ministry reckons"
    short, hidden = Figure(Interval(1, 2), "1–2"), Figure(Interval(3000, 8000), wide)
    shown = NumberLadder("Paid", "", axis_for([0, 1000, 10_000]), (Rung("", (short, hidden)),))
    shown = replace(shown, axis=replace(shown.axis, log=False, least=0, nought=0.0))
    items = lay_out(shown, width=700, measure=plain_measure).items
    bars = [item for item in items if isinstance(item, Bar)]
    assert bars[0].x2 - bars[0].x1 >= 4
    words = next(item for item in items if isinstance(item, Words) and item.text == wide)
    assert words.cut == 0
    assert words.y - words.size > bars[1].y


def test_how_sure_a_figure_is_shows() -> None:
    world = World()
    assert manner_of(world.claim("drowned", 5)) is Manner.OWN
    assert manner_of(world.claim("drowned", 5, hedge="confirmed")) is Manner.OWN
    assert manner_of(world.claim("drowned", 5, voices=(MAYOR,))) is Manner.PASSED_ON
    assert manner_of(world.claim("drowned", 5, hedge="alleged", voices=(MAYOR,))) is Manner.HEDGED


def test_a_vague_word_is_drawn_over_its_range_and_said_to_be_vague() -> None:
    world = World()
    interval, vague = figure_interval(world.claim("drowned", (None, None), vague="dozens"))
    assert vague
    assert interval.least is not None and interval.least >= 20
    interval, vague = figure_interval(world.claim("drowned", (20, None), vague="about"))
    assert (interval, vague) == (Interval(20, None), False)


def test_rows_cover_the_picture_and_none_is_lost() -> None:
    shown = lay_out(ladder(SEVENTY, ELEVEN, ALLEGED), width=600, measure=plain_measure)
    assert [row.figure for row in shown.rows if row.figure] == [SEVENTY, ELEVEN, ALLEGED]
    assert shown.rows[0].top == 0
    assert shown.rows[-1].bottom == shown.height
    for above, below in zip(shown.rows, shown.rows[1:], strict=False):
        assert above.bottom == below.top
    assert [type(i) for i in shown.items if isinstance(i, Bar | Dot)] == [Bar, Dot, Bar]


def test_long_words_are_shortened_not_drawn_over_the_figures() -> None:
    long = replace(ELEVEN, detail="somebody who is quoted by somebody else " * 6)
    shown = lay_out(ladder(long), width=420, measure=plain_measure)
    labels = [i for i in shown.items if isinstance(i, Words) and i.text.endswith("…")]
    assert labels
    dot = next(i for i in shown.items if isinstance(i, Dot))
    assert all(i.x + plain_measure(i.text, i.size, False) < dot.x for i in labels)


def test_svg_is_whole_and_says_what_it_shows() -> None:
    root = ET.fromstring(ladder_svg(ladder(SEVENTY, ELEVEN, ALLEGED), COLOURS))
    words = [t.text for t in root.iter(f"{SVG}text")]
    for wanted in ("Drowned", "over 70", "11", "70 or more", "A.41", "The mayor", "people"):
        assert wanted in words
    assert root.find(f"{SVG}title").text == "Drowned"  # type: ignore[union-attr]
    dashed = [line for line in root.iter(f"{SVG}line") if line.get("stroke-dasharray")]
    assert len(dashed) == 1, "what is alleged is drawn broken"
    assert len(list(root.iter(f"{SVG}path"))) == 2, "each open end has its arrow"


@pytest.mark.parametrize("length", [2, 5, 9, 200])
def test_a_bar_of_any_length_is_seen_to_be_broken(length: float) -> None:
    bar = Bar(10, 10 + length, 5, 6, Manner.HEDGED, Ink.SOURCE, 0)
    dash, gap = dashes_of(bar) or (0, 0)
    assert dash + gap < length, "a second dash begins on it"
    assert dashes_of(replace(bar, manner=Manner.OWN)) is None


def test_what_is_denied_is_struck_through_at_its_number() -> None:
    denied = replace(SEVENTY, words="not: over 70", denied=True)
    up_to = replace(denied, interval=Interval(None, 40))
    shown = lay_out(ladder(denied, replace(ELEVEN, denied=True), up_to), width=600,
                    measure=plain_measure)  # fmt: skip
    strikes = [i for i in shown.items if isinstance(i, Strike)]
    bars = [i for i in shown.items if isinstance(i, Bar)]
    dot = next(i for i in shown.items if isinstance(i, Dot))
    assert bars[0].x1 < strikes[0].x < bars[0].x1 + 20
    assert strikes[1].x == dot.x
    assert bars[1].x2 - 20 < strikes[2].x < bars[1].x2
    root = ET.fromstring(ladder_svg(ladder(denied), COLOURS))
    widths = [line.get("stroke-width") for line in root.iter(f"{SVG}line")]
    assert widths.count(f"{STRIKE:g}") == 1
    assert Sign.DENIED in signs([denied])
    assert Sign.DENIED not in signs([SEVENTY])


def test_the_stroke_stands_clear_of_words_that_interrupt_the_bar() -> None:
    wide = replace(SEVENTY, words="not: over 70 of those who came to the square", denied=True,
                   interval=Interval(2, None))  # fmt: skip
    shown = lay_out(ladder(wide, ELEVEN), width=500, measure=plain_measure)
    strike = next(i for i in shown.items if isinstance(i, Strike))
    words = next(i for i in shown.items if isinstance(i, Words) and i.cut)
    assert strike.x + strike.reach * 0.6 < words.x


def test_long_words_about_an_axis_do_not_stand_on_its_numbers() -> None:
    far = replace(ELEVEN, interval=Interval(1_000_000, 1_000_000))
    shown = lay_out(ladder(ELEVEN, far), width=420, measure=plain_measure,
                    unit="litres, logarithmic: equal steps are equal factors")  # fmt: skip
    unit = next(i for i in shown.items if isinstance(i, Words) and i.text.startswith("litres"))
    numbers = [i for i in shown.items if isinstance(i, Words) and i.align == "middle"]
    assert numbers
    assert all(abs(i.y - unit.y) >= 12 for i in numbers)
    short = lay_out(ladder(ELEVEN), width=420, measure=plain_measure, unit="days")
    assert shown.height > short.height


def test_svg_takes_any_words_and_leads_nowhere() -> None:
    naughty = '</text><image href="http://x"/> & \x00 <script>'
    text = ladder_svg(ladder(replace(SEVENTY, words=naughty, detail=naughty)), COLOURS)
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(text).iter()}
    assert tags <= {"svg", "title", "desc", "rect", "line", "path", "circle", "text"}


def test_the_legend_names_only_the_signs_that_occur() -> None:
    assert signs([ELEVEN]) == [Sign.NUMBER, Sign.PASSED_ON]
    assert signs([SEVENTY, ALLEGED]) == [Sign.OPEN, Sign.HEDGED]
    assert signs([replace(SEVENTY, later=True, vague=True)]) == [Sign.VAGUE, Sign.LATER]
    narrow = legend(list(Sign), 300, plain_measure)
    assert narrow.height > legend(list(Sign), 3000, plain_measure).height


def test_pictures_are_stacked_without_moving_anything_sideways() -> None:
    one = lay_out(ladder(SEVENTY), width=500, measure=plain_measure)
    other = lay_out(ladder(ELEVEN, unit="days"), width=500, measure=plain_measure)
    both = stacked([one, other])
    assert both.height == one.height + other.height
    assert both.items[: len(one.items)] == one.items
    assert both.rows[-1].bottom == both.height
    ET.fromstring(picture_svg(both, COLOURS, "Two"))
