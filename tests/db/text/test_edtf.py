"""EDTF is read as the standard says, and its bounds hold every instant the words allow."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from db.text.edtf import (
    EdtfError,
    Precision,
    WhenKind,
    bounds,
    is_open,
    midpoint,
    parse,
    sort_key,
)
from db.text.instants import date_of, day_number, local_of

AQTAU = "Asia/Aqtau"


def utc(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def between(start, end):
    return (utc(start) if start else None, utc(end) if end else None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2011", "2011-01-01", "2011-12-31T23:59:59"),
        ("2011-12", "2011-12-01", "2011-12-31T23:59:59"),
        ("2011-12-16", "2011-12-16", "2011-12-16T23:59:59"),
        ("2011-12-16T14", "2011-12-16T14:00", "2011-12-16T14:59:59"),
        ("2011-12-16T14:52", "2011-12-16T14:52", "2011-12-16T14:52:59"),
        ("2011-12-16T14:52:00", "2011-12-16T14:52", "2011-12-16T14:52:59"),
        ("2011-12-16T14:52:30", "2011-12-16T14:52:30", "2011-12-16T14:52:30"),
        ("2011-12-16T14:52:00+05:00", "2011-12-16T09:52", "2011-12-16T09:52:59"),
        ("2011-12-16T14:52:00-0330", "2011-12-16T18:22", "2011-12-16T18:22:59"),
        ("2011-12-16T12:00:00~", "2011-12-16T12:00", "2011-12-16T12:00:59"),
        ("2011-21", "2011-03-01", "2011-05-31T23:59:59"),
        ("2011-22", "2011-06-01", "2011-08-31T23:59:59"),
        ("2011-23", "2011-09-01", "2011-11-30T23:59:59"),
        ("2011-24", "2011-12-01", "2012-02-29T23:59:59"),
        ("2011-30", "2011-12-01", "2012-02-29T23:59:59"),
        ("2011-34", "2011-04-01", "2011-06-30T23:59:59"),
        ("2011-39", "2011-09-01", "2011-12-31T23:59:59"),
        ("2011-41", "2011-07-01", "2011-12-31T23:59:59"),
        ("201X", "2010-01-01", "2019-12-31T23:59:59"),
        ("20XX", "2000-01-01", "2099-12-31T23:59:59"),
        ("2011-XX", "2011-01-01", "2011-12-31T23:59:59"),
        ("2011-12-XX", "2011-12-01", "2011-12-31T23:59:59"),
        ("2011-12-1X", "2011-12-10", "2011-12-19T23:59:59"),
        ("2011-XX-31", "2011-01-31", "2011-12-31T23:59:59"),
        ("20XX-02-29", "2000-02-29", "2096-02-29T23:59:59"),
        ("1950S2", "1900-01-01", "1999-12-31T23:59:59"),
        ("2011-06~-11", "2011-06-11", "2011-06-11T23:59:59"),
        ("2011-12-17/2011-12-18", "2011-12-17", "2011-12-18T23:59:59"),
        ("2011-12-16T14:52:00/2011-12-16T15:10:00", "2011-12-16T14:52", "2011-12-16T15:10:59"),
        ("../2011-12-16T14:52:00", None, "2011-12-16T14:52:59"),
        ("/2011-12-16", None, "2011-12-16T23:59:59"),
        ("2011-12-18/..", "2011-12-18", None),
        ("2011-12-18/", "2011-12-18", None),
        ("../..", None, None),
        ("[1967, 1968, 1970..1972]", "1967-01-01", "1972-12-31T23:59:59"),
        ("[..1960-12-03]", None, "1960-12-03T23:59:59"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31T23:59:59"),
        ("{1961-12,1960..}", "1960-01-01", None),
        ("", None, None),
    ],
)
def test_bounds_in_utc(text, start, end):
    assert bounds(text, "UTC") == between(start, end)


@pytest.mark.parametrize(
    ("text", "earliest_day", "latest_day"),
    [
        ("Y-17000", day_number(-17000, 1, 1), day_number(-17000, 12, 31)),
        ("Y17E7", day_number(170_000_000, 1, 1), day_number(170_000_000, 12, 31)),
        ("Y171010000S3", day_number(171_000_000, 1, 1), day_number(171_999_999, 12, 31)),
        ("-0044-03-15", day_number(-44, 3, 15), day_number(-44, 3, 15)),
        ("-004X", day_number(-49, 1, 1), day_number(-40, 12, 31)),
        ("0000-02-29", day_number(0, 2, 29), day_number(0, 2, 29)),
        ("-1950S2", day_number(-1999, 1, 1), day_number(-1900, 12, 31)),
    ],
)
def test_years_that_datetime_cannot_hold(text, earliest_day, latest_day):
    assert bounds(text, "UTC") == (earliest_day * 86_400, latest_day * 86_400 + 86_399)
    assert bounds(text, AQTAU)[0] is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2011-02-29",
        "2011-13",
        "2011-00",
        "2011-12-32",
        "2011-21-01",
        "2011-42",
        "2011-12-16T24:00",
        "2011-12-16T14:60",
        "2011-12-XXT14:00",
        "2011-12-16T14:52+15:00",
        "/",
        "2011/2012/2013",
        "2012/2011",
        "2011-12-18/2011-12-17",
        "[..]",
        "[]",
        "{2011",
        "[2011}",
        "[2012..2011]",
        "20111216",
        "11-12-16",
        "Y9999999999",
        "1X5XS2",
        "2011-12-16 14:52",
        "2011-12-16T14:52:00Z/2011-12-16T14:51:00Z",
        "٢٠١١",
        "2011-12-16T14:52:00X",
        "2" * 10000,
    ],
)
def test_what_is_no_time_is_refused_in_a_sentence(text):
    with pytest.raises(EdtfError, match=r"\.$") as refusal:
        parse(text)
    assert len(str(refusal.value)) < 200


@given(st.text() | st.text(alphabet="0123456789XYTZES-+:/.,~?%[]{} "))
def test_any_text_is_read_or_refused(text):
    try:
        earliest, latest = bounds(text, AQTAU)
    except EdtfError:
        return
    assert earliest is None or latest is None or earliest <= latest


def test_qualifiers_anywhere_are_seen():
    seen = {
        text: (parse(text).approximate, parse(text).uncertain)
        for text in [
            "2011",
            "2011~",
            "2011?",
            "2011%",
            "2011-12-16T14:52:00~",
            "?2011-12-16",
            "2011-~12-16",
            "2011-12-17/2011-12-18?",
            "[2011, 2012~]",
        ]
    }
    assert list(seen.values()) == [
        (False, False), (True, False), (False, True), (True, True), (True, False), (False, True),
        (True, False), (False, True), (True, False),
    ]  # fmt: skip


def test_kinds_and_precision():
    assert parse("2011-12-16T14:52:00").precision is Precision.MINUTE
    assert parse("2011-21").precision is Precision.SEASON
    assert parse("2011/2012").kind is WhenKind.INTERVAL
    assert parse("2011/2012").precision is None
    assert parse("[2011,2012]").kind is WhenKind.ONE_OF
    assert parse("{2011,2012}").kind is WhenKind.ALL_OF
    assert parse("201X").is_point
    assert [is_open(parse(t)) for t in ("2011/..", "/2011", "2011/2012", "[2011..]")] == [
        True, True, False, True,
    ]  # fmt: skip


class TestZones:
    def test_a_day_is_the_day_of_its_zone(self):
        assert bounds("2011-12-16", AQTAU) == between("2011-12-15T19:00", "2011-12-16T18:59:59")

    def test_a_stated_offset_wins(self):
        assert bounds("2011-12-16T14:52:00Z", AQTAU) == bounds("2011-12-16T14:52:00", "UTC")

    @pytest.mark.parametrize("zone", [None, ""])
    def test_an_unknown_zone_may_be_any(self, zone):
        widest = between("2011-12-15T10:00", "2011-12-17T11:59:59")
        assert bounds("2011-12-16", zone) == widest
        assert bounds("2011-12-16", AQTAU, zone_unknown=True) == widest

    def test_an_unknown_zone_does_not_touch_a_stated_offset(self):
        assert bounds("2011-12-16T14:52:00Z", None) == bounds("2011-12-16T14:52:00Z", "UTC")

    def test_a_zone_that_is_none_is_refused(self):
        with pytest.raises(EdtfError):
            bounds("2011", "Asia/Nowhere")

    def test_a_repeated_hour_spans_both(self):
        # Clocks went from 03:00 back to 02:00 at 01:00 UTC.
        early, late = bounds("2011-10-30T02:30:00", "Europe/Berlin")
        assert (early, late) == between("2011-10-30T00:30", "2011-10-30T01:30:59")

    def test_a_skipped_time_spans_both_readings(self):
        early, late = bounds("2011-03-27T02:30:00", "Europe/Berlin")
        assert (early, late) == between("2011-03-27T00:30", "2011-03-27T01:30:59")

    def test_a_day_that_begins_in_a_gap_begins_after_it(self):
        early, late = bounds("2011-10-16", "America/Sao_Paulo")
        assert (early, late) == between("2011-10-16T03:00", "2011-10-17T01:59:59")

    def test_days_of_a_year_with_changes_join_without_gap(self):
        ends = [
            bounds((date(2011, 1, 1) + timedelta(n)).isoformat(), "America/Sao_Paulo")
            for n in range(365)
        ]
        assert all(ends[n][1] + 1 == ends[n + 1][0] for n in range(364))

    def test_a_day_that_a_zone_skipped_is_not_turned_around(self):
        earliest, latest = bounds("2011-12-30", "Pacific/Apia")
        assert earliest < latest

    def test_an_interval_of_stated_and_assumed_zones_is_checked(self):
        with pytest.raises(EdtfError, match="before it begins"):
            bounds("2011-12-16T14:00:00Z/2011-12-16T15:00:00", AQTAU)


ZONES = [AQTAU, "Europe/Moscow", "Europe/London", "America/Sao_Paulo", "Pacific/Apia", "+05:30"]


@given(
    st.datetimes(min_value=datetime(3, 1, 1), max_value=datetime(9998, 1, 1)),
    st.sampled_from(ZONES[:5]),
)
def test_a_clock_read_at_an_instant_allows_that_instant(moment, zone):
    there = moment.replace(microsecond=0, tzinfo=UTC).astimezone(ZoneInfo(zone))
    instant = int(there.timestamp())
    text = f"{there:%m-%dT%H:%M:%S}"
    year = f"{there.year:04}"
    for form in (f"{year}-{text}", f"{year}-{text[:5]}", f"{year}-{text[:2]}", year):
        earliest, latest = bounds(form, zone)
        assert earliest <= instant <= latest
    assert local_of(instant, ZoneInfo(zone)) == int(there.replace(tzinfo=UTC).timestamp())


@given(st.integers(-(10**9), 10**9))
def test_day_numbers_come_back(number):
    assert day_number(*date_of(number)) == number


@given(st.dates())
def test_day_numbers_agree_with_the_calendar(day):
    assert day_number(day.year, day.month, day.day) == day.toordinal() - 719_163


@given(st.dates(), st.dates(), st.sampled_from(ZONES))
def test_an_interval_reaches_from_its_first_to_its_last_day(one, other, zone):
    start, end = sorted((one, other))
    whole = bounds(f"{start}/{end}", zone)
    assert whole == (bounds(f"{start}", zone)[0], bounds(f"{end}", zone)[1])


def test_midpoints():
    assert midpoint((10, 20)) == 15
    assert midpoint((None, 20)) == 20
    assert midpoint((10, None)) == 10
    assert midpoint((None, None)) is None


def test_sorting_by_start_else_by_end_and_unknown_last():
    spans = {"open": (None, None), "b": (20, 30), "before": (None, 20), "a": (10, None)}
    assert sorted(spans, key=lambda name: sort_key(spans[name])) == ["a", "before", "b", "open"]


edge = st.none() | st.integers(-(2**61), 2**61)


@given(st.lists(st.tuples(edge, edge)))
def test_any_bounds_sort(spans):
    assert len(sorted(spans, key=sort_key)) == len(spans)


@given(st.dates(), st.sampled_from(["{0:%Y-%m-%d}", "{0:%Y-%m}", "{0:%Y}"]))
def test_the_edtf_library_reads_the_same_days(day, form):
    edtf = pytest.importorskip("edtf")
    assume(day.year >= 1000)
    text = form.format(day)
    other = edtf.parse_edtf(text)
    first, last = other.lower_strict(), other.upper_strict()
    assert bounds(text, "UTC") == (
        day_number(*first[:3]) * 86_400,
        day_number(*last[:3]) * 86_400 + 86_399,
    )
