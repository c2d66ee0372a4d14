"""Times in words: uncertainty is said, and the reader's locale is followed."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from db.corpus.times import understood
from db.text.instants import DAY
from desktop.timeline.labels import TimeLabels
from desktop.timeline.order import place_of
from desktop.timeline.ticks import Step, Unit, ticks
from desktop.timeline.timeline_data import Mark

At = Callable[[str], int]


@pytest.fixture
def labels() -> TimeLabels:
    return TimeLabels(QLocale("en_GB"), ZoneInfo("Asia/Aqtau"))


def test_the_flag_shows_what_is_known_and_no_more(labels: TimeLabels, at: At) -> None:
    minute = at("2011-12-16T14:52")
    day = at("2011-12-17T00:00"), at("2011-12-17T23:59:59")
    assert labels.short(Mark(1, minute, minute + 59)) == "14:52"
    assert labels.short(Mark(1, None, minute)) == "<14:52"
    assert labels.short(Mark(1, minute, None)) == ">14:52"
    assert labels.short(Mark(1, minute, minute + 59, approximate=True)) == "~14:52"
    assert labels.short(Mark(1, *day)) == "17 Dec"
    assert labels.short(Mark(1, None, day[1])) == "<17 Dec"
    assert labels.short(Mark(1, minute, minute + 3600)) == "14:52–15:52"
    assert labels.short(Mark(1, at("2011-12-16T00:00"), minute + 59)) == "<14:52"
    assert labels.short(Mark(1, minute, at("2011-12-16T23:59:59"))) == ">14:52"
    assert labels.short(Mark(1, day[0], at("2011-12-18T23:59:59"))) == "17 Dec – 18 Dec"
    month = at("2011-05-01T00:00"), at("2011-05-31T23:59:59")
    assert labels.short(Mark(1, *month)) == "May 2011"
    year = at("2011-01-01T00:00"), at("2011-12-31T23:59:59")
    assert labels.short(Mark(1, *year)) == "2011"


def test_years_that_no_clock_shows_are_named_as_they_are(labels: TimeLabels) -> None:
    zone = ZoneInfo("Asia/Aqtau")

    def mark(edtf: str) -> Mark:
        time = understood(edtf, "Asia/Aqtau")
        return Mark(1, time.earliest, time.latest)

    assert labels.short(mark("-0043-03-15")) == "15 Mar 44 BC"
    assert labels.long(mark("-0043-03-15")) == "15 Mar 44 BC"
    assert labels.short(mark("-0299")) == "300 BC"
    assert labels.long(mark("../-0299")) == "before 31 Dec 300 BC"
    assert labels.short(mark("Y-12000")) == "12001 BC"
    assert place_of(mark("-0043-03-15"), zone) is not None
    assert labels.short(mark("0476")) == "476"
    assert labels.short(mark("-0043-03")) == "Mar 44 BC"
    start = mark("-0043-03-15").earliest
    assert start is not None
    assert labels.date(start) == "15 Mar 44 BC"
    (year,) = ticks(start - 75 * DAY, start, Step(Unit.YEAR, 1), zone)
    month, *_ = ticks(start, start + 75 * DAY, Step(Unit.MONTH, 1), zone)
    day, *_ = ticks(start, start, Step(Unit.DAY, 1), zone)
    assert labels.tick(year, Step(Unit.YEAR, 1), with_year=False) == "44 BC"
    assert labels.tick(month, Step(Unit.MONTH, 1), with_year=True) == "Apr 44 BC"
    assert labels.tick(day, Step(Unit.HOUR, 6), with_year=True) == "15 Mar 44 BC"
    assert labels.tick(day, Step(Unit.HOUR, 6), with_year=False) == "15 Mar"


def test_a_screen_reader_hears_the_doubt(labels: TimeLabels, at: At) -> None:
    minute = at("2011-12-16T14:52")
    day = at("2011-12-17T00:00"), at("2011-12-17T23:59:59")
    full = labels.long(Mark(1, None, minute, assumed_zone=True))
    assert full == "before 16 Dec 2011, 14:52 (time zone assumed)"
    assert labels.long(Mark(1, *day)) == "within 17 Dec 2011"
    assert labels.long(Mark(1, *day, lasting=True)) == "17 Dec 2011"
    about = labels.long(Mark(1, minute, minute + 59, approximate=True))
    assert about == "16 Dec 2011, 14:52 (approximate)"


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("en_US", "Dec 16, 2011, 2:52 PM"),
        ("ru_RU", "16 дек. 2011 г., 14:52"),
        ("kk_KZ", "2011 ж. 16 жел., 14:52"),
    ],
)
def test_dates_follow_the_locale(name: str, full: str, at: At) -> None:
    labels = TimeLabels(QLocale(name), ZoneInfo("Asia/Aqtau"))
    assert labels.moment(at("2011-12-16T14:52")).replace("\u202f", " ") == full


@pytest.mark.parametrize(
    ("locale", "with_year", "without"),
    [
        ("en_US", "Dec 17, 2011", "Dec 17"),
        ("de_DE", "17. Dez. 2011", "17. Dez."),
        ("ru_RU", "17 дек. 2011 г.", "17 дек."),
        ("kk_KZ", "2011 ж. 17 жел.", "17 жел."),
        ("hu_HU", "2011. dec. 17.", "dec. 17."),
        ("lv_LV", "2011. gada 17. dec.", "17. dec."),
        ("ja_JP", "2011年12月17日", "12月17日"),
        ("zh_CN", "2011年12月17日", "12月17日"),
        ("ar_DZ", "17 ديسمبر 2011", "17 ديسمبر"),
    ],
)
def test_dates_are_those_of_the_readers_locale(
    locale: str, with_year: str, without: str, at: At
) -> None:
    labels = TimeLabels(QLocale(locale), ZoneInfo("Asia/Aqtau"))
    time = at("2011-12-17T10:33")
    assert (labels.date(time), labels.date(time, with_year=False)) == (with_year, without)
