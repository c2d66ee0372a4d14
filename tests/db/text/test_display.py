"""Times read as people write them, and never more exact than they are known."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.display import display_day, display_when

DAY = date(2011, 12, 16)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2011-12-16T14:52:00", "16 Dec 2011, 14:52"),
        ("2011-12-16T14:52", "16 Dec 2011, 14:52"),
        ("2011-12-16T14:52:30", "16 Dec 2011, 14:52:30"),
        ("2011-12-16T14", "16 Dec 2011, 14 h"),
        ("2011-12-16T14:52:00Z", "16 Dec 2011, 14:52 UTC"),
        ("2011-12-16T14:52:00+05:00", "16 Dec 2011, 14:52 UTC+5"),
        ("2011-12-16T14:52:00-03:30", "16 Dec 2011, 14:52 UTC−3:30"),
        ("2011-12-16", "16 Dec 2011"),
        ("2011-12", "Dec 2011"),
        ("2011", "2011"),
        ("2011-21", "spring 2011"),
        ("2011-28", "winter 2011"),
        ("2011-34", "second quarter of 2011"),
        ("201X", "2010s"),
        ("20XX", "2000–2099"),
        ("2011-12-XX", "Dec 2011 (day unknown)"),
        ("2011-XX", "2011 (month unknown)"),
        ("2011-12-1X", "10–19 Dec 2011"),
        ("XXXX-12-16", "16 Dec (year unknown)"),
        ("-0044-03-15", "15 Mar 45 BC"),
        ("Y-17000", "17001 BC"),
        ("../2011-12-16T14:52:00", "before 16 Dec 2011, 14:52"),
        ("../2011-12-15", "by 15 Dec 2011"),
        ("../2011-12", "by Dec 2011"),
        ("2011-12-16/2011-12-16T14:52:00", "16 Dec 2011, before 14:52"),
        ("2011-12-16T14:52:00/2011-12-16", "16 Dec 2011, after 14:52"),
        ("2011-12-18/..", "after 18 Dec 2011"),
        ("2011-12-18/", "since 18 Dec 2011"),
        ("/2011-12-18", "until 18 Dec 2011"),
        ("2011-12-17/2011-12-18", "17–18 Dec 2011"),
        ("2011-11-30/2011-12-01", "30 Nov – 1 Dec 2011"),
        ("2010-11-30/2011-12-01", "30 Nov 2010 – 1 Dec 2011"),
        ("2011-05/2011-12", "May–Dec 2011"),
        ("2010/2011", "2010–2011"),
        ("2011-05~/2011-12-16", "about May 2011 – 16 Dec 2011"),
        ("2011-12-16T14:52:00/2011-12-16T15:10:00", "16 Dec 2011, 14:52–15:10"),
        ("2011-12-15T23:00/2011-12-16T01:00", "15 Dec 2011, 23:00 – 16 Dec 2011, 01:00"),
        ("2011-12-16T12:00:00~", "about 16 Dec 2011, 12:00"),
        ("2011-12-18?", "18 Dec 2011 (uncertain)"),
        ("[2011-12-16,2011-12-17]", "16 Dec 2011 or 17 Dec 2011"),
        ("{2010,2011,2012}", "2010, 2011 and 2012"),
        ("../..", "time unknown"),
        ("", ""),
        ("soon", "soon"),
    ],
)
def test_in_full(edtf, shown):
    assert display_when(edtf) == shown


@pytest.mark.parametrize(
    ("edtf", "full", "short"),
    [
        ("2011-12-16T14:52:00", "14:52", "14:52"),
        ("../2011-12-16T14:52:00", "before 14:52", "<14:52"),
        ("2011-12-16/2011-12-16T14:52:00", "before 14:52", "<14:52"),
        ("2011-12-16T12:00:00~", "about 12:00", "~12:00"),
        ("2011-12-16T14:52:00/2011-12-16T15:10:00", "14:52–15:10", "14:52–15:10"),
        ("2011-12-16T14:52:00Z", "14:52 UTC", "14:52"),
        ("2011-12-17T09:00:00", "17 Dec, 09:00", "17 Dec 09:00"),
        ("2011-12-17/2011-12-18", "17–18 Dec", "17–18"),
        ("2011-12-18/..", "after 18 Dec", ">18 Dec"),
        ("../2011-12-15", "by 15 Dec", "≤15 Dec"),
        ("2011-12-18%", "about 18 Dec (uncertain)", "~18 Dec?"),
        ("2011-12-XX", "Dec 2011 (day unknown)", "Dec 2011"),
        ("2012-01-02", "2 Jan 2012", "2 Jan 2012"),
    ],
)
def test_in_the_list_of_a_day(edtf, full, short):
    assert display_when(edtf, reference_day=DAY) == full
    assert display_when(edtf, reference_day=DAY, short=True) == short


@pytest.mark.parametrize(
    ("language", "edtf", "shown"),
    [
        ("ru", "2011-12-16T14:52:00", "16 дек. 2011, 14:52"),
        ("ru", "2011-12", "декабрь 2011"),
        ("ru", "2011-21", "весна 2011"),
        ("kk", "2011-12-16T14:52:00", "2011 ж. 16 жел., 14:52"),
        ("kk", "2011-11-30/2011-12-01", "2011 ж. 30 қар. – 1 жел."),
        ("kk", "2011-24", "2011 ж. қыс"),
        ("de", "2011-12-16", "16 Dec 2011"),
    ],
)
def test_in_other_languages(language, edtf, shown):
    assert display_when(edtf, language=language) == shown


def test_the_year_that_goes_without_saying():
    assert display_when("2011-12-16", now_year=2011) == "16 Dec"
    assert display_when("2010-12-16", now_year=2011) == "16 Dec 2010"


def test_headings():
    assert display_day(DAY) == "16 December 2011"
    assert display_day(DAY, now_year=2011) == "16 December"
    assert display_day(DAY, weekday=True) == "Friday, 16 December 2011"
    assert display_day(DAY, language="ru", weekday=True) == "пятница, 16 декабря 2011"
    assert display_day(DAY, language="kk") == "2011 ж. 16 желтоқсан"


EDGES = ["", "..", "2011", "2011-12", "2011-12-16", "2011-12-16T14:52:00", "201X", "2011-12-XX"]
EDGES += ["2012-24", "Y-17000", "2012-01-01T00:00Z~", "2013?", "XXXX-12-16", "Y170000"]


@given(
    st.sampled_from(EDGES),
    st.sampled_from(EDGES),
    st.sampled_from(["{}/{}", "[{},{}]", "{}"]),
    st.sampled_from(["en", "ru", "kk", ""]),
    st.booleans(),
    st.none() | st.just(DAY),
)
def test_every_time_can_be_shown(start, end, form, language, short, day):
    edtf = form.format(start, end)
    shown = display_when(edtf, language=language, short=short, reference_day=day)
    assert bool(shown) == bool(edtf)
    assert "{" not in shown


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_no_clock_and_no_day_is_invented(day, form):
    shown = display_when(day.strftime(form))
    assert ":" not in shown
    assert len(re.findall(r"\d+", shown)) == (2 if form == "%Y-%m-%d" else 1)


@given(st.text())
def test_any_text_is_shown(text):
    display_when(text)
