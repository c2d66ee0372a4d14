"""A time that is typed is understood whole or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.display import display_when
from db.text.edtf import parse
from desktop.dialogs.typed_time import MAX_TYPED, TypedTime, read_typed, typed_form

DAY = date(2011, 12, 16)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2011-12", "2011-12"),
        ("2011-12-16T14:52", "2011-12-16T14:52"),
        ("../2011-12-16", "../2011-12-16"),
        ("[2011-12-16, 2011-12-17]", "[2011-12-16, 2011-12-17]"),
        ("16 Dec 2011 14:52", "2011-12-16T14:52:00"),
        ("  16 Dec  2011, 14:52. ", "2011-12-16T14:52:00"),
        ("16.12.2011 14:52", "2011-12-16T14:52:00"),
        ("16 Dec 2011 2 PM", "2011-12-16T14"),
        ("16 декабря 2011 г., 14:52", "2011-12-16T14:52:00"),
        ("2011 жылғы 16 желтоқсан", "2011-12-16"),
        ("spring 2011", "2011-21"),
        ("1990s", "199X"),
        ("before 16 Dec 2011, 14:52", "../2011-12-16T14:52:00"),
        ("16 Dec 2011, before 14:52", "2011-12-16/2011-12-16T14:52:00"),
        ("before 14:52", "2011-12-16/2011-12-16T14:52:00"),
        ("<14:52", "2011-12-16/2011-12-16T14:52:00"),
        ("до 14:52", "2011-12-16/2011-12-16T14:52:00"),
        ("14:52-ге дейін", "2011-12-16/2011-12-16T14:52:00"),
        ("after 14:52", "2011-12-16T14:52:00/2011-12-16"),
        ("by 17 December", "../2011-12-17"),
        (">18 Dec", "2011-12-18/.."),
        ("since spring 2011", "2011-21/"),
        ("until 23 Dec 2011", "/2011-12-23"),
        ("с 2005 года", "2005/"),
        ("~12:00", "2011-12-16T12:00:00~"),
        ("about 12:00", "2011-12-16T12:00:00~"),
        ("около 16 декабря 2011", "2011-12-16~"),
        ("18 Dec 2011?", "2011-12-18?"),
        ("about 18 Dec 2011?", "2011-12-18%"),
        ("12:00–14:00", "2011-12-16T12:00:00/2011-12-16T14:00:00"),
        ("12:00-14:00", "2011-12-16T12:00:00/2011-12-16T14:00:00"),
        ("17 Dec 2011 between 12:00 and 14:00", "2011-12-17T12:00:00/2011-12-17T14:00:00"),
        ("с 12:00 до 14:00", "2011-12-16T12:00:00/2011-12-16T14:00:00"),
        ("16–18 Dec 2011", "2011-12-16/2011-12-18"),
        ("from 16 to 18 December", "2011-12-16/2011-12-18"),
        ("Nov – Dec 2010", "2010-11/2010-12"),
        ("about May 2011 – 16 Dec 2011", "2011-05~/2011-12-16"),
        ("23:00 – 17 Dec 01:00", "2011-12-16T23:00:00/2011-12-17T01:00:00"),
    ],
)
def test_what_is_understood(typed: str, edtf: str) -> None:
    found = read_typed(typed, day=DAY)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "nonsense",
        "yesterday",
        "14",
        "some 14:52",
        "16 Dec 2011 in the evening",
        "first quarter of 2011",
        "2011-13-45",
        "16 Dec 2011 14:52 EST",
        "16 Dec 2011 – 10 Dec 2011",
        "1 Dec – 5 Jan 2010",
        "the crowd of 16 Dec 2011",
        "Friday 16 Dec 2011 14:52 maybe",
        "9" * (MAX_TYPED + 1),
    ],
)
def test_nothing_typed_is_passed_over(typed: str) -> None:
    assert read_typed(typed, day=DAY) is None


def test_what_was_not_typed_is_said() -> None:
    assert read_typed("14:52", day=DAY) == TypedTime("2011-12-16T14:52:00", assumed="day")
    assert read_typed("3 May", day=DAY) == TypedTime("2011-05-03", assumed="year")
    assert read_typed("May", day=DAY) == TypedTime("2011-05", assumed="year")
    assert read_typed("3 May 2010", day=DAY) == TypedTime("2010-05-03")


@pytest.mark.parametrize("typed", ["14:52", "before 14:52", "16 December", "May"])
def test_without_a_day_to_go_by_nothing_is_made_up(typed: str) -> None:
    assert read_typed(typed) is None


@pytest.mark.parametrize(
    ("typed", "edtf", "zone"),
    [
        ("18/12 21:35 GMT", "2011-12-18T21:35:00Z", "UTC"),
        ("14:52 UTC+5", "2011-12-16T14:52:00+05:00", "+05:00"),
        ("before 16 Dec 2011, 14:52 MSK", "../2011-12-16T14:52:00+04:00", "Europe/Moscow"),
    ],
)
def test_a_zone_that_was_typed_is_kept(typed: str, edtf: str, zone: str) -> None:
    found = read_typed(typed, day=DAY)
    assert found is not None
    assert (found.edtf, found.zone) == (edtf, zone)


def test_day_and_month_that_could_change_places_are_told() -> None:
    found = read_typed("after 1/12/2011", day=DAY)
    assert found == TypedTime("2011-12-01/..", other="2011-01-12/..")


@pytest.mark.parametrize(
    "edtf",
    [
        "2011-12-16/2011-12-16T14:52:00",
        "../2011-12-16T14:52:00",
        "2011-12-16/..",
        "2011-05~/2011-07-10~",
        "2011-12-16T14:56:00/2011-12-16T16:15:00",
        "2011-12-18T22:05:00Z",
        "2011-12-16T16:52:00~",
        "2011-12-18?",
        "2011-12-17/2012-01-05",
        "2011~",
    ],
)
def test_a_time_is_offered_for_editing_in_the_words_it_is_shown_in(edtf: str) -> None:
    assert typed_form(edtf) == display_when(edtf)


@pytest.mark.parametrize("edtf", ["2011-12-XX", "2011-35", "[2011-12-16,2011-12-17]", "-0044~"])
def test_what_cannot_be_typed_in_words_is_offered_as_edtf(edtf: str) -> None:
    assert typed_form(edtf) == edtf


@given(st.text(alphabet="0123456789-–:/.,~?<> TZdecapmouthbrfнодкря()", max_size=60))
def test_whatever_is_typed_gives_a_time_or_nothing(typed: str) -> None:
    found = read_typed(typed, day=DAY)
    if found is not None:
        parse(found.edtf)


@given(
    st.dates(date(1000, 1, 1)),
    st.times(),
    st.sampled_from(["{}", "../{}", "{}/..", "/{}", "{}/", "{}~", "{}?"]),
    st.booleans(),
)
def test_words_for_a_time_are_understood_as_that_time(
    day: date, clock: object, form: str, has_clock: bool
) -> None:
    moment = f"{day.isoformat()}T{clock}"[:16] + ":00" if has_clock else day.isoformat()
    edtf = form.format(moment)
    found = read_typed(typed_form(edtf))
    assert found is not None
    assert found.edtf == edtf
