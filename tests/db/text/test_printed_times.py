"""Printed stamps are read as printed: nothing added, nothing guessed in silence."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.edtf import parse
from db.text.printed_times import MAX_SLICE, find_printed_times, read_printed_time
from db.text.word_lists import time_words


@pytest.mark.parametrize(
    ("printed", "edtf", "zone"),
    [
        ("16 December at 13:50", "2011-12-16T13:50:00", ""),
        ("16 December at 13:50: a heading follows", "2011-12-16T13:50:00", ""),
        ("by A. Writer at 17/12/2011 23:59", "2011-12-17T23:59:00", ""),
        ("18/12 21:35 GMT", "2011-12-18T21:35:00Z", "UTC"),
        ("Update 18/12 22:05", "2011-12-18T22:05:00", ""),
        ("15/12", "2011-12-15", ""),
        ("10/13/2011", "2011-10-13", ""),
        ("7:00 1/12/2015Snow-3°C", "2015-12-01T07:00:00", ""),
        ("17.12.11", "2011-12-17", ""),
        ("16.12.2011 14.52", "2011-12-16T14:52:00", ""),
        ("2011/12/16 10:11", "2011-12-16T10:11:00", ""),
        ("2011-12-16", "2011-12-16", ""),
        ("2011-12-16T14:52:00Z", "2011-12-16T14:52:00Z", "UTC"),
        ("2011-12-16 14:52:30.125+05:00", "2011-12-16T14:52:30+05:00", "+05:00"),
        ("Fri, 16 Dec 2011 14:52:00 +0500", "2011-12-16T14:52:00+05:00", "+05:00"),
        ("Fri, 16 Dec 2011 14:52:00 EST", "2011-12-16T14:52:00-05:00", "-05:00"),
        ("16 Dec 2011 14:52 EST", "2011-12-16T14:52:00", ""),
        ("18 December 2011, 14:52 (GMT+5)", "2011-12-18T14:52:00+05:00", "+05:00"),
        ("December 16, 2011", "2011-12-16", ""),
        ("Friday, December 16th, 2011 at 2:52 pm", "2011-12-16T14:52:00", ""),
        ("2.52 p.m. on 16 December 2011", "2011-12-16T14:52:00", ""),
        ("12:30 am, 5 May 2011", "2011-05-05T00:30:00", ""),
        ("16 December 2011, 2 pm", "2011-12-16T14", ""),
        ("24:00 16/12/2011", "2011-12-17T00:00:00", ""),
        ("from 16 to 18 December", "2011-12-16/2011-12-18", ""),
        ("December 16–17, 2010", "2010-12-16/2010-12-17", ""),
        ("in December", "2011-12", ""),
        ("December 2010", "2010-12", ""),
        ("spring 2010", "2010-21", ""),
        ("the 1990s", "199X", ""),
        ("4 March 1781, a widow", "1781-03-04", ""),
        ("in 1666, before the fire", "1666", ""),
        ("2009–2010", "2009/2010", ""),
        ("about 16 December 2011", "2011-12-16~", ""),
        ("16 декабря 2011 г., 14:52", "2011-12-16T14:52:00", ""),
        ("16 декабря 2011 года в 15 часов", "2011-12-16T15", ""),
        ("16 декабря в 14:52 по московскому времени", "2011-12-16T14:52:00+04:00", "Europe/Moscow"),
        ("16–18 декабря 2011 года", "2011-12-16/2011-12-18", ""),
        ("16-го мая, 9 утра", "2011-05-16T09", ""),
        ("в декабре 2010 года", "2010-12", ""),
        ("весной 2010 года", "2010-21", ""),
        ("с 2005 года", "2005", ""),
        ("1990-х годов", "199X", ""),
        ("2011 жылғы 16 желтоқсан", "2011-12-16", ""),
        ("2011 жылғы 16 желтоқсанда сағат 14:52-де", "2011-12-16T14:52:00", ""),
        ("16 желтоқсан 2011 ж., 14:52", "2011-12-16T14:52:00", ""),
        ("16-17 желтоқсанда", "2011-12-16/2011-12-17", ""),
        ("2010 жылдың желтоқсанында", "2010-12", ""),
        ("2010 жылдың көктемінде", "2010-21", ""),
        ("2005 жылдан бері", "2005", ""),
    ],
)
def test_stamps(printed, edtf, zone):
    reading = read_printed_time(printed, year=2011)
    assert reading is not None
    assert (reading.edtf, reading.zone) == (edtf, zone)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no time here",
        "1/2 of them",
        "31/02/2011",
        "45/45/2011",
        "they may 16 times",
        "3,000",
        "march 5 miles",
        "10.12.2011.5",
        "1500 marines",
        "A.14",
        "chapter 12.5",
        "+7 701 555 12 13",
    ],
)
def test_what_is_no_date_is_not_read(text):
    assert find_printed_times(text, year=2011) == []


def test_an_order_that_cannot_be_known_is_said():
    reading = read_printed_time("7:00 1/12/2015")
    assert reading.ambiguous
    assert (reading.edtf, reading.other) == ("2015-12-01T07:00:00", "2015-01-12T07:00:00")
    swapped = read_printed_time("7:00 1/12/2015", day_first=False)
    assert (swapped.edtf, swapped.other) == ("2015-01-12T07:00:00", "2015-12-01T07:00:00")
    assert not read_printed_time("13/12/2015").ambiguous
    assert not read_printed_time("12/12/2015").ambiguous


def test_a_year_that_is_not_printed_is_said_to_be_assumed():
    assumed = read_printed_time("18/12 21:35 GMT", year=2011)
    assert assumed.year_assumed
    assert not read_printed_time("18/12/2011 21:35 GMT", year=1999).year_assumed
    unknown = read_printed_time("18/12 21:35 GMT")
    assert (unknown.edtf, unknown.clock, unknown.zone) == ("XXXX-12-18", "21:35:00", "UTC")


def test_places_in_the_text():
    text = "On 16 December 2011 at 14:52, and again in May 2012; 1,500 people, 17/12 of them."
    found = find_printed_times(text)
    assert [text[r.start : r.end] for r in found] == ["16 December 2011 at 14:52", "May 2012"]
    assert [r.printed for r in found] == [text[r.start : r.end] for r in found]


def test_only_the_slice_is_read():
    assert find_printed_times(" " * MAX_SLICE + "16 December 2011") == []


PIECES = ["16", "12", "2011", "December", "may", "декабря", "желтоқсан", "жылғы", "г.", "at", "в"]
PIECES += ["14:52", "24:00", "pm", "GMT", "+0500", "Moscow time", "/", ".", "-", "–", ",", " ", "T"]
PIECES += ["spring", "1990s", "in", "29", "February", "0000-02-29", "сағат", "Fri, ", "0", "99"]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.none() | st.integers(-5, 12_000))
def test_any_mixture_of_date_words_gives_valid_readings(pieces, year):
    for joiner in ("", " "):
        text = joiner.join(pieces)
        end = 0
        for reading in find_printed_times(text, year=year, stamp=True):
            parse(reading.edtf)
            assert end <= reading.start < reading.end
            assert text[reading.start : reading.end] == reading.printed
            end = reading.end


@given(st.text())
def test_any_text_is_read(text):
    for reading in find_printed_times(text):
        parse(reading.edtf)


ENGLISH = time_words("en")["months"]
RUSSIAN = time_words("ru")["months"]
KAZAKH = time_words("kk")["months"]
FORMS = [
    "{d} {en} {y}, {h:02}:{i:02}",
    "{en} {d}, {y} at {h}:{i:02}",
    "{h:02}:{i:02} {d}.{m:02}.{y}",
    "{y}-{m:02}-{d:02} {h:02}:{i:02}",
    "{d} {ru} {y} г., {h:02}:{i:02}",
    "{h}:{i:02}, {d} {ru} {y} года",
    "{y} жылғы {d} {kk}, сағат {h:02}:{i:02}",
    "{y} жылдың {d} {kk}ында {h:02}.{i:02}",
]


@given(
    st.datetimes(min_value=datetime(1800, 1, 1), max_value=datetime(2099, 12, 31)),
    st.sampled_from(FORMS),
)
def test_what_is_printed_comes_back(moment, form):
    printed = form.format(
        d=moment.day, m=moment.month, y=moment.year, h=moment.hour, i=moment.minute,
        en=ENGLISH[moment.month - 1], ru=RUSSIAN[moment.month - 1], kk=KAZAKH[moment.month - 1],
    )  # fmt: skip
    reading = read_printed_time(printed)
    assert reading.edtf == f"{moment:%Y-%m-%dT%H:%M}:00"


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 12, 31)))
def test_the_dateparser_library_reads_the_same_day(moment):
    dateparser = pytest.importorskip("dateparser")
    printed = f"{moment.day} {ENGLISH[moment.month - 1]} {moment.year}"
    other = dateparser.parse(printed, languages=["en"], settings={"DATE_ORDER": "DMY"})
    assert read_printed_time(printed).edtf == f"{other:%Y-%m-%d}"
