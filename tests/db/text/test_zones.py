"""Zones resolve by the names people print, and ambiguous ones are refused in a sentence."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.zones import ZoneError, is_zone, offset_key, resolve_zone, zone_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Asia/Aqtau", "Asia/Aqtau"),
        (" asia/aqtau ", "Asia/Aqtau"),
        ("GMT", "UTC"),
        ("Z", "UTC"),
        ("utc", "UTC"),
        ("+05:00", "+05:00"),
        ("+5", "+05:00"),
        ("UTC+5", "+05:00"),
        ("UTC −3", "-03:00"),
        ("GMT+0530", "+05:30"),
        ("MSK", "Europe/Moscow"),
        ("мск", "Europe/Moscow"),
        ("Etc/GMT-5", "Etc/GMT-5"),
    ],
)
def test_names_people_print(name, key):
    assert zone_key(name) == key


@pytest.mark.parametrize(
    "name",
    [
        "",
        "EST",
        "BST",
        "ist",
        "Asia",
        "Asia/Nowhere",
        "../UTC",
        "/etc/passwd",
        "+15:00",
        "-13",
        "+05:99",
        "5",
        "Z" * 1000,
        "UTC\x00",
        "Asia/Aqtau\n/x",
    ],
)
def test_what_is_ambiguous_or_no_zone_is_refused_in_a_sentence(name):
    with pytest.raises(ZoneError, match=r"\.$"):
        resolve_zone(name)


@given(st.text())
def test_any_text_is_a_zone_or_not(name):
    if is_zone(name):
        assert zone_key(zone_key(name)) == zone_key(name)
        assert resolve_zone(name).utcoffset(datetime(2011, 12, 16)) is not None


@given(st.integers(-12 * 60, 14 * 60))
def test_offsets_come_back(minutes):
    zone = resolve_zone(offset_key(minutes * 60))
    assert zone.utcoffset(None) == timedelta(minutes=minutes)


def test_moscow_was_four_hours_ahead_in_the_winter_of_2011():
    assert resolve_zone("MSK").utcoffset(datetime(2011, 12, 17)) == timedelta(hours=4)
    assert resolve_zone("Asia/Aqtau").utcoffset(datetime(2011, 12, 16)) == timedelta(hours=5)
