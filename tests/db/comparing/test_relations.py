"""The seven rules, each with figures of a flood that never was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import ClaimRelation
from tests.db.comparing.world import (
    AGENCY,
    ASPECTS,
    BREACH,
    DAILY,
    DAM,
    DELUGE,
    DOCTOR,
    FARMERS,
    FLOOD,
    MARKET,
    MAYOR,
    RADIO,
    STRIKE,
    WEEKLY,
    WEEKLY_QUOTED,
    World,
)

AGREE, UPDATE = ClaimRelation.AGREE, ClaimRelation.UPDATE
SCOPE, ROUNDING, CONFLICT = ClaimRelation.SCOPE, ClaimRelation.ROUNDING, ClaimRelation.CONFLICT
NOON, EVENING, NEXT_DAY = "2020-05-01T12:00", "2020-05-01T20:00", "2020-05-02"


@pytest.fixture
def world():
    return World()


# 1 -------------------------------------------------------------------------------------------


def test_equal_figures_agree_whoever_gives_them(world):
    one = world.claim("drowned", 9, source=DAILY, at=NOON)
    other = world.claim("drowned", 9, source=WEEKLY, at=NEXT_DAY, voices=(MAYOR,))
    assert world.verdict(one, other) == (1, AGREE)


def test_an_equal_figure_of_a_part_agrees_with_that_of_the_whole(world):
    some = world.claim("drowned", 9, scope="villagers")
    every = world.claim("drowned", 9, source=WEEKLY)
    assert world.verdict(some, every) == (1, AGREE)


def test_a_count_that_names_no_scope_counts_everybody(world):
    bare = world.claim("drowned", 12, scope="", at=NEXT_DAY)
    every = world.claim("drowned", 15, source=WEEKLY)
    villagers = world.claim("drowned", 15, source=WEEKLY, scope="villagers")
    assert world.verdict(bare, every) == (7, CONFLICT)
    assert world.verdict(bare, villagers) == (3, CONFLICT)


def test_a_crowd_at_another_hour_is_another_crowd(world):
    morning = world.claim("crowd", 3_000, as_of="2020-05-01T10:00")
    afternoon = world.claim("crowd", 5_000, source=WEEKLY, as_of="2020-05-01T15:00")
    that_day = world.claim("crowd", 9_000, source=RADIO, as_of="2020-05-01")
    said_later = world.claim("crowd", 7_000, source=RADIO, at=NEXT_DAY)
    assert world.verdict(morning, afternoon) == (4, SCOPE)
    assert "two moments" in world.propose(morning, afternoon).reason
    assert world.verdict(morning, that_day) == (7, CONFLICT), "the times may be one"
    assert world.verdict(morning, said_later) == (7, CONFLICT), "only when it was said is known"


def test_what_is_measured_at_another_hour_is_another_measure(world):
    night = world.claim("height", 2, as_of="2020-05-01T02:00")
    noon = world.claim("height", 3, source=WEEKLY, as_of="2020-05-01T12:00")
    assert world.verdict(night, noon) == (4, SCOPE)
    crowd = world.claim("crowd", 3_000, as_of="2020-05-01T10:00")
    part = world.claim("crowd", 5_000, source=WEEKLY, as_of="2020-05-01T15:00", scope="farmers")
    elsewhere = world.claim("crowd", 5_000, event=DAM, as_of="2020-05-01T15:00", source=RADIO)
    assert world.verdict(crowd, part) == (4, SCOPE), "no part can exceed the crowd of another hour"
    assert world.verdict(crowd, elsewhere) == (4, SCOPE)


def test_a_duration_grows_only_as_the_clock_goes(world):
    spring = world.claim("height", 7, unit="months", as_of="2020-05-01")
    days_later = world.claim("height", 8, unit="months", as_of="2020-05-03", source=WEEKLY)
    month_later = world.claim("height", 8, unit="months", as_of="2020-06-02", source=WEEKLY)
    month_less = world.claim("height", 6, unit="months", as_of="2020-06-02", source=WEEKLY)
    assert world.verdict(spring, days_later) == (7, CONFLICT)
    assert world.verdict(spring, month_later) == (4, SCOPE)
    assert world.verdict(spring, month_less) == (7, CONFLICT)


@pytest.mark.parametrize(
    ("aspect", "expected", "told"),
    [
        ("crowd", 10_000, 3_000),
        ("drowned", (50, None), 11),
        ("when", "2020-05-01T12:00", "2020-05-01T14:00"),
        ("cause", "rain", "the dam"),
    ],
)
def test_what_was_expected_is_not_contradicted_by_what_came(world, aspect, expected, told):
    before = world.claim(aspect, expected, hedge="expected", at=NOON)
    came = world.claim(aspect, told, source=WEEKLY, at=NEXT_DAY)
    as_much = world.claim(aspect, expected, source=WEEKLY, at=NEXT_DAY)
    other = world.claim(aspect, told, source=WEEKLY, hedge="expected", at=NOON)
    assert world.verdict(before, came) == (4, SCOPE)
    assert "is expected and" in world.propose(came, before).reason
    assert world.verdict(before, as_much) == (1, AGREE)
    assert world.verdict(before, other) == (7, CONFLICT), "two expectations of one thing"


def test_an_expectation_gives_way_to_what_its_source_tells_later_and_replaces_nothing(world):
    before = world.claim("crowd", 10_000, hedge="expected", at=NOON)
    told = world.claim("crowd", 3_000, at=EVENING)
    again = world.claim("crowd", 9_000, hedge="expected", at=NEXT_DAY)
    assert world.verdict(before, told) == (2, UPDATE)
    assert world.verdict(told, again) == (4, SCOPE)


def test_the_dead_do_not_come_and_go(world):
    first = world.claim("drowned", 11, as_of="2020-05-04", source=DAILY)
    second = world.claim("drowned", 70, as_of="2020-05-06", source=WEEKLY)
    assert world.verdict(first, second) == (7, CONFLICT)


def test_equal_figures_of_others_are_not_the_same_figure(world):
    guests = world.claim("drowned", 9, scope="guests")
    farmers = world.claim("drowned", 9, source=WEEKLY, scope="farmers")
    assert world.verdict(guests, farmers) == (4, SCOPE)


def test_one_vague_word_twice_agrees(world):
    one = world.claim("drowned", vague="dozens")
    other = world.claim("drowned", source=WEEKLY, vague="Dozens")
    assert world.verdict(one, other) == (1, AGREE)


# 2 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("later", [(30, None), (4, 4), (7, 8)])
def test_a_source_that_speaks_again_updates_itself_upwards_downwards_or_in_part(world, later):
    first = world.claim("drowned", (8, None), at=NOON)
    second = world.claim("drowned", later, at=EVENING)
    assert world.verdict(first, second) == (2, UPDATE)
    assert world.propose(second, first).claims == (first, second)


def test_what_a_source_passes_on_as_its_news_belongs_to_its_account(world):
    first = world.claim("drowned", (20, None), at=NOON, voices=(DOCTOR,))
    second = world.claim("drowned", 5, at=EVENING)
    assert world.verdict(first, second) == (2, UPDATE)


def test_a_voice_that_speaks_again_updates_itself_in_another_source(world):
    first = world.claim("drowned", 11, source=DAILY, at=NEXT_DAY, voices=(MAYOR,))
    second = world.claim("drowned", 15, source=WEEKLY, at="2020-05-04", voices=(AGENCY, MAYOR))
    assert world.verdict(first, second) == (2, UPDATE)
    assert "The mayor" in world.propose(first, second).reason


def test_a_source_quoted_by_another_is_one_voice_with_itself(world):
    first = world.claim("height", 2, source=WEEKLY, at=NOON)
    second = world.claim("height", 3, source=RADIO, at=EVENING, voices=(WEEKLY_QUOTED,))
    assert world.verdict(first, second) == (2, UPDATE)


def test_the_time_at_which_a_figure_held_goes_before_that_of_its_report(world):
    late_report = world.claim("height", 2, as_of=NOON, at="2020-05-09")
    early_report = world.claim("height", 3, as_of=EVENING, at=NEXT_DAY)
    found = world.propose(late_report, early_report)
    assert (found.relation, found.claims[0]) == (UPDATE, late_report)


@pytest.mark.parametrize(
    "fields",
    [
        {"voices": (AGENCY,)},  # another outlet's words on the page
        {"voices": (MAYOR,)},  # an official's figure against the source's own
        {"voices": (FARMERS,), "hedge": "alleged"},
    ],
)
def test_what_a_source_does_not_make_its_own_updates_nothing(world, fields):
    first = world.claim("drowned", (50, None), at=NEXT_DAY)
    second = world.claim("drowned", 11, at="2020-05-04", **fields)
    assert world.verdict(first, second) == (7, CONFLICT)


def test_at_one_time_a_source_cannot_update_itself(world):
    one = world.claim("drowned", (70, None), voices=(FARMERS,))
    other = world.claim("drowned", 11, voices=(MAYOR,))
    assert world.verdict(one, other) == (7, CONFLICT)


def test_times_that_cannot_be_told_apart_make_no_update(world):
    one = world.claim("height", 2, as_of="2020-05-01")
    other = world.claim("height", 3, as_of=NOON)
    assert world.verdict(one, other) == (7, CONFLICT)


def test_a_rising_count_is_brought_up_to_date_by_anyone_while_the_event_goes_on(world):
    first = world.claim("drowned", (7, 8), at=NOON)
    second = world.claim("drowned", 11, source=WEEKLY, at=NEXT_DAY, voices=(MAYOR,))
    assert world.verdict(first, second) == (2, UPDATE)
    assert "still rising" in world.propose(first, second).reason


def test_once_the_event_is_over_two_counts_of_two_voices_conflict(world):
    first = world.claim("drowned", 11, at=NEXT_DAY, voices=(MAYOR,))
    second = world.claim("drowned", (70, None), source=WEEKLY, at="2020-05-05", voices=(FARMERS,))
    assert world.verdict(first, second) == (7, CONFLICT)


def test_the_toll_of_a_moment_rises_until_its_day_is_over(world):
    first = world.claim("drowned", 7, event=BREACH, as_of="2020-05-01T13:00")
    by_night = world.claim("drowned", 11, source=WEEKLY, event=BREACH, as_of=EVENING)
    next_day = world.claim("drowned", 20, source=RADIO, event=BREACH, at="2020-05-03")
    late = world.claim("drowned", 30, source=WEEKLY, event=BREACH, at="2020-05-04")
    assert world.verdict(first, by_night) == (2, UPDATE)
    assert world.verdict(next_day, late) == (7, CONFLICT)
    before_all_clocks = world.claim("drowned", 7, event=DELUGE)
    assert world.verdict(before_all_clocks, replace(late, event_id=DELUGE)) == (7, CONFLICT)


def test_an_event_that_has_no_end_keeps_its_counts_rising(world):
    first = world.claim("drowned", 11, at=NEXT_DAY, event=STRIKE)
    second = world.claim("drowned", 70, source=WEEKLY, at="2020-06-05", event=STRIKE)
    assert world.verdict(first, second) == (2, UPDATE)


def test_without_a_known_time_of_the_event_nothing_is_taken_to_rise(world):
    first = world.claim("drowned", 11, at=NOON, event=MARKET)
    second = world.claim("drowned", 70, source=WEEKLY, at=EVENING, event=MARKET)
    assert world.verdict(first, second) == (7, CONFLICT)


def test_a_count_never_falls_between_two_sources(world):
    first = world.claim("drowned", (50, None), at=NOON)
    second = world.claim("drowned", 11, source=WEEKLY, at=EVENING)
    assert world.verdict(first, second) == (7, CONFLICT)


def test_a_crowd_comes_and_goes_so_that_growth_explains_nothing(world):
    first = world.claim("crowd", 300, at=NOON)
    second = world.claim("crowd", 5000, source=WEEKLY, at=EVENING)
    assert world.verdict(first, second) == (7, CONFLICT)


def test_a_part_told_after_its_total_is_a_detail_and_a_total_told_after_a_part_an_update(world):
    total = world.claim("drowned", (70, None), at=NOON)
    part = world.claim("drowned", 5, at=EVENING, scope="farmers")
    larger = world.claim("drowned", 90, at=NEXT_DAY)
    more_than_all = world.claim("drowned", 95, at="2020-05-03", scope="farmers")
    assert world.verdict(total, part) == (4, SCOPE)
    assert world.verdict(part, larger) == (2, UPDATE)
    assert world.verdict(larger, more_than_all) == (2, UPDATE), "not a part of that total any more"


def test_other_people_counted_later_are_no_update(world):
    first = world.claim("drowned", 70, at=NOON, scope="guests")
    second = world.claim("drowned", 3, at=EVENING, scope="farmers")
    assert world.verdict(first, second) == (4, SCOPE)


def test_a_voice_that_takes_its_word_back_updates_it_and_another_voice_contradicts_it(world):
    said = world.claim("cause", "rain", at=NOON, voices=(MAYOR,))
    taken_back = world.claim("cause", "rain", at=EVENING, voices=(MAYOR,), deny=True)
    contradicted = world.claim("cause", "rain", at=EVENING, deny=True)
    assert world.verdict(said, taken_back) == (2, UPDATE)
    assert world.verdict(said, contradicted) == (7, CONFLICT)


def test_a_later_choice_of_a_source_is_an_update_and_a_later_text_is_left_to_the_reader(world):
    wet, closed = (world.claim("state", s, at=a) for s, a in (("wet", NOON), ("closed", EVENING)))
    assert world.verdict(wet, closed) == (2, UPDATE)
    one = world.claim("told", "water in the streets", at=NOON)
    other = world.claim("told", "help from the next village", at=EVENING)
    assert world.verdict(one, other) == (7, None)
    assert world.propose(one, other).reason.startswith("Not judged.")


# 3 -------------------------------------------------------------------------------------------


def test_a_part_that_exceeds_its_whole_conflicts(world):
    part = world.claim("drowned", (70, None), scope="farmers", at=NEXT_DAY)
    whole = world.claim("drowned", 11, source=WEEKLY, at=NEXT_DAY)
    assert world.verdict(part, whole) == (3, CONFLICT)
    assert "a part" in world.propose(part, whole).reason


def test_a_vague_part_exceeds_its_whole_by_its_range(world):
    part = world.claim("drowned", vague="dozens", scope="farmers")
    whole = world.claim("drowned", 11, source=WEEKLY)
    assert world.verdict(part, whole) == (3, CONFLICT)


def test_whoever_is_counted_is_among_all(world):
    every = world.claim("drowned", 11, source=WEEKLY)
    unheard_of = world.claim("drowned", 20, scope="passers-by")
    few = world.claim("drowned", 3, scope="passers-by")
    upstream = world.claim("drowned", 20, scope="passers-by", event=DAM)
    assert world.verdict(every, unheard_of) == (3, CONFLICT)
    assert world.verdict(every, upstream) == (3, CONFLICT)
    assert world.verdict(every, few) == (4, SCOPE)


def test_a_part_and_a_whole_that_name_one_number_do_not_conflict(world):
    part = world.claim("drowned", (71, None), scope="farmers")
    whole = world.claim("drowned", 70, source=WEEKLY)
    assert world.verdict(part, whole) == (4, SCOPE)


def test_a_part_counted_later_in_a_rising_count_exceeds_nothing(world):
    whole = world.claim("drowned", (7, 8), at=NOON)
    part = world.claim("drowned", (21, None), source=WEEKLY, at=EVENING, scope="farmers")
    assert world.verdict(whole, part) == (4, SCOPE)


def test_a_part_counted_earlier_exceeds_a_later_whole(world):
    part = world.claim("drowned", (21, None), at=NOON, scope="farmers")
    whole = world.claim("drowned", 11, source=WEEKLY, at=EVENING)
    assert world.verdict(part, whole) == (3, CONFLICT)


def test_the_part_of_an_event_cannot_have_more_than_the_event(world):
    part = world.claim("drowned", 30, event=DAM, at=NEXT_DAY)
    whole = world.claim("drowned", 11, source=WEEKLY, event=FLOOD, at=NEXT_DAY)
    assert world.verdict(part, whole) == (3, CONFLICT)


def test_only_counts_have_parts_that_can_exceed_them(world):
    part = world.claim("height", 9, event=DAM)
    whole = world.claim("height", 3, source=WEEKLY)
    assert world.verdict(part, whole) == (4, SCOPE)


# 4 -------------------------------------------------------------------------------------------


def test_a_total_and_a_part_are_not_compared(world):
    total = world.claim("drowned", (70, None))
    part = world.claim("drowned", 3, source=WEEKLY, scope="guests")
    assert world.verdict(total, part) == (4, SCOPE)
    assert "guests" in world.propose(total, part).reason


def test_other_units_and_parts_of_an_event_are_not_compared(world):
    metres = world.claim("height", 2)
    feet = world.claim("height", 7, source=WEEKLY, unit="feet")
    assert world.verdict(metres, feet) == (4, SCOPE)
    dam = world.claim("told", "the dam broke", event=DAM)
    flood = world.claim("told", "the town was flooded", source=WEEKLY)
    assert world.verdict(dam, flood) == (4, SCOPE)


# 5 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [((51, None), (70, None)), ((500, 800), 600), ((None, 70), (70, None)), ((None, 70), 11)],
)
def test_figures_that_can_both_be_right_agree(world, one, other):
    assert world.verdict(
        world.claim("drowned", one, at=NEXT_DAY), world.claim("drowned", other, source=WEEKLY)
    ) == (5, AGREE)


def test_a_vague_word_agrees_with_a_figure_in_its_range(world):
    vague = world.claim("drowned", vague="several hundred")
    assert world.verdict(vague, world.claim("drowned", 500, source=WEEKLY)) == (5, AGREE)


def test_times_agree_as_far_as_they_are_exact(world):
    day = world.claim("when", "2020-05-01")
    hour = world.claim("when", "../2020-05-01T12:00", source=WEEKLY)
    after = world.claim("when", "2020-05-02/..", source=RADIO)
    assert world.verdict(day, hour) == (5, AGREE)
    assert world.verdict(hour, after) == (7, CONFLICT)
    either = world.claim("when", "[2020-05-01,2020-05-03]", source=RADIO)
    between = world.claim("when", "2020-05-02")
    assert world.verdict(either, day) == (5, AGREE)
    assert world.verdict(either, between) == (7, CONFLICT), "no day between the two is meant"
    denied = world.claim("when", "2020-05-02", deny=True)
    assert world.verdict(either, denied) == (7, AGREE), "neither day is the one denied"


# 6 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"), [((None, 70), (71, None)), (1500, (1501, None)), ((None, 69), 70)]
)
def test_bounds_that_meet_at_one_named_number_are_rounding(world, one, other):
    first = world.claim("drowned", one, at=NEXT_DAY)
    assert world.verdict(first, world.claim("drowned", other, source=WEEKLY)) == (6, ROUNDING)


def test_a_vague_word_makes_the_difference(world):
    about = world.claim("drowned", 300, vague="about", at=NEXT_DAY)
    near, far = (world.claim("drowned", n, source=WEEKLY) for n in (310, 400))
    assert world.verdict(about, near) == (6, ROUNDING)
    assert world.verdict(about, far) == (7, CONFLICT)


def test_a_word_that_no_list_knows_names_no_number_to_part_at(world):
    crowd = world.claim("drowned", vague="a throng", at=NEXT_DAY)
    one, forty = (world.claim("drowned", n, source=WEEKLY) for n in (1, 40))
    assert world.verdict(crowd, one) == (7, CONFLICT)
    assert world.verdict(crowd, forty) == (5, AGREE)


def test_a_word_that_no_list_knows_bounds_nothing_that_is_measured(world):
    high = world.claim("height", vague="knee-deep", at=NEXT_DAY)
    assert world.verdict(high, world.claim("height", 0.5, source=WEEKLY)) == (5, AGREE)


def test_a_time_marked_as_about_has_the_leeway_of_its_exactness(world):
    about = world.claim("when", "2020-05-01T12:00~")
    near = world.claim("when", "2020-05-01T12:20", source=WEEKLY)
    far = world.claim("when", "2020-05-01T14:00", source=WEEKLY)
    assert world.verdict(about, near) == (6, ROUNDING)
    assert world.verdict(about, far) == (7, CONFLICT)


# 7 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other"), [(7, 8), (2, 4), ((None, 20), (70, None))])
def test_figures_that_cannot_both_be_right_conflict(world, one, other):
    first = world.claim("drowned", one, at=NEXT_DAY)
    assert world.verdict(first, world.claim("drowned", other, source=WEEKLY)) == (7, CONFLICT)


@pytest.mark.parametrize(
    ("aspect", "one", "other", "relation"),
    [
        ("cause", "rain", "the dam", CONFLICT),
        ("cause", "a gate of the dam", "the dam", AGREE),
        ("cause", "a gate of the dam", "rain", CONFLICT),
        ("state", "under water", "wet", AGREE),
        ("state", "wet", "closed", None),
        ("told", "it rained", "the dam broke", None),
    ],
)
def test_choices_exclude_each_other_where_the_aspect_says_so(world, aspect, one, other, relation):
    first = world.claim(aspect, one)
    assert world.verdict(first, world.claim(aspect, other, source=WEEKLY)) == (7, relation)


@pytest.mark.parametrize(
    ("affirmed", "denied", "relation"),
    [
        ("rain", "rain", CONFLICT),
        ("a gate of the dam", "the dam", CONFLICT),
        ("the dam", "a gate of the dam", None),
        ("rain", "the dam", None),
    ],
)
def test_a_denial_is_compared_with_what_it_denies(world, affirmed, denied, relation):
    one = world.claim("cause", affirmed)
    other = world.claim("cause", denied, source=WEEKLY, deny=True)
    assert world.verdict(one, other) == (7, relation)


def test_two_denials_of_different_things_are_not_judged(world):
    one = world.claim("cause", "rain", deny=True)
    other = world.claim("cause", "the dam", source=WEEKLY, deny=True)
    assert world.verdict(one, other) == (7, None)


@pytest.mark.parametrize(
    ("affirmed", "denied", "relation"),
    [(5, (1, 9), CONFLICT), (50, (1, 9), AGREE), ((5, None), (1, 9), None)],
)
def test_a_figure_is_compared_with_the_figures_that_are_denied(world, affirmed, denied, relation):
    one = world.claim("drowned", affirmed)
    other = world.claim("drowned", denied, source=WEEKLY, deny=True)
    assert world.verdict(one, other) == (7, relation)


# Any ------------------------------------------------------------------------------------------

bounds = st.tuples(
    st.one_of(st.none(), st.integers(0, 9)), st.one_of(st.none(), st.integers(10, 20))
)
values = {
    "number": st.one_of(bounds, st.integers(0, 20)),
    "time": st.sampled_from(["2020-05-01", "2020-05-01T12:00~", "../2020-05-02", "no time"]),
    "choice": st.sampled_from(["rain", "the dam", "a gate of the dam", "wet", "closed"]),
    "text": st.sampled_from(["it rained", "the dam broke"]),
}
fields = st.fixed_dictionaries(
    {
        "source": st.sampled_from([DAILY, WEEKLY, RADIO]),
        "voices": st.sampled_from([(), (MAYOR,), (AGENCY,), (AGENCY, FARMERS), (WEEKLY_QUOTED,)]),
        "at": st.sampled_from([NOON, EVENING, NEXT_DAY, "2020-05-01"]),
        "deny": st.booleans(),
        "hedge": st.sampled_from(["stated", "reported", "alleged"]),
        "scope": st.sampled_from(["", "all", "farmers", "villagers", "guests"]),
        "vague": st.sampled_from([None, "dozens", "about"]),
        "event": st.sampled_from([FLOOD, DAM]),
    }
)


@given(st.data(), st.sampled_from(sorted(ASPECTS)))
def test_any_two_claims_relate_the_same_way_from_both_sides_and_say_why(data, aspect):
    world = World()
    value = values[ASPECTS[aspect].type]
    one, other = (world.claim(aspect, data.draw(value), **data.draw(fields)) for _ in "ab")
    rule, _ = world.verdict(one, other)
    reason = world.propose(one, other).reason
    assert f"Rule {rule}: " in reason
    assert "{" not in reason


@given(st.data(), st.sampled_from(sorted(ASPECTS)))
def test_a_claim_repeated_elsewhere_word_for_word_agrees(data, aspect):
    world = World()
    value, said = data.draw(values[ASPECTS[aspect].type]), data.draw(fields)
    one = world.claim(aspect, value, **said)
    other = world.claim(aspect, value, **{**said, "source": WEEKLY})
    if ASPECTS[aspect].type != "number" or one.vague or (one.min, one.max) != (None, None):
        assert world.propose(one, other).relation is AGREE
