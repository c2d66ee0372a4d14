"""Dates and times in words and figures, as the reader's locale writes them."""

import re
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from desktop.timeline.far import day_words, far_words, year_words
from desktop.timeline.order import PartOfDay, part_of_day
from desktop.timeline.ticks import Step, Tick, Unit, is_day_end, is_day_start, local_time
from desktop.timeline.timeline_data import POINT, Mark

_WEEKDAY = re.compile("(?<!d)dddd(?!d)(ที่)?")
_YEAR = re.compile(r"(?<!y)y+(?!y)([年년]|\('e'\)'ko'|(-|\.?\s*)'[^']*')?\.?")
_ENDS = re.compile(r"^[\s,،፡፣፥./-]+|[\s,،፡፣፥/-]+$")
"""What parted a weekday or a year that was cut off from the rest; a day's own dot stays."""
_DAY = timedelta(days=1)


class TimeLabels:
    """Writes instants of one zone in one locale."""

    def __init__(self, locale: QLocale, zone: tzinfo) -> None:
        self._locale = locale
        self._zone = zone
        long = locale.dateFormat(QLocale.FormatType.LongFormat)
        # Qt has no pattern for a date without weekday or year: they are cut from the long one.
        full = _ENDS.sub("", _WEEKDAY.sub("", long)).replace("MMMM", "MMM")
        self._full_format = re.sub(r"\s+", " ", full)
        self._day_format = _ENDS.sub("", _YEAR.sub("", self._full_format))
        self._time_format = locale.timeFormat(QLocale.FormatType.ShortFormat)

    def tick(self, tick: Tick, step: Step, *, with_year: bool) -> str:
        """Return the text beside a tick; `with_year` for the first of a row."""
        if step.unit is Unit.YEAR:
            return year_words(tick.year)
        if tick.cycles and tick.unit >= Unit.DAY and (with_year or tick.unit is Unit.YEAR):
            day = (tick.year, tick.local.month, tick.local.day)
            return day_words(day, month_only=step.unit is Unit.MONTH)
        if step.unit is Unit.MONTH:
            year = with_year or tick.unit is Unit.YEAR
            return self._month(tick.local, with_year=year)
        if tick.unit < Unit.DAY:
            return self._time(tick.local)
        return self._date(tick.local, with_year=with_year or tick.unit is Unit.YEAR)

    def date(self, time: float, *, with_year: bool = True) -> str:
        """Return the date of an instant in epoch seconds."""
        far = far_words(Mark(0, int(time), int(time)), self._zone) if with_year else ""
        return far or self._date(local_time(time, self._zone), with_year=with_year)

    def moment(self, time: float) -> str:
        """Return date, year and time of an instant in epoch seconds."""
        wall = local_time(time, self._zone)
        return f"{self._date(wall)}, {self._time(wall)}"

    def short(self, mark: Mark) -> str:
        """Return the time of a mark in a few characters, as on the handle's flag: `<14:52`."""
        far = far_words(mark, self._zone)
        if mark.earliest is None or mark.latest is None:
            return self._open_sign(mark) + (far or self._brief(mark.anchor))
        about = "~" if mark.approximate else ""
        if far:
            return about + far
        if mark.latest - mark.earliest <= POINT:
            return about + self._brief(mark.earliest)
        part = PartOfDay.OTHER
        if not mark.lasting:
            part = part_of_day(mark.earliest, mark.latest, self._zone)
        if part is PartOfDay.FIRST:
            return f"<{self._brief(mark.latest)}"
        if part is PartOfDay.LAST:
            return f">{self._brief(mark.earliest)}"
        return about + self._stretch(mark.earliest, mark.latest, with_year=False)

    def long(self, mark: Mark) -> str:
        """Return the time of a mark in full, with the words a screen reader needs."""
        notes = []
        if mark.approximate:
            notes.append(QCoreApplication.translate("Timeline", "approximate"))
        if mark.assumed_zone:
            notes.append(QCoreApplication.translate("Timeline", "time zone assumed"))
        text = self._long_time(mark)
        return f"{text} ({', '.join(notes)})" if notes else text

    def _long_time(self, mark: Mark) -> str:
        if mark.anchor is None:
            return QCoreApplication.translate("Timeline", "no date")
        far = far_words(mark, self._zone)
        if mark.earliest is None:
            end = far or self._full(mark.anchor, at_end=True)
            return QCoreApplication.translate("Timeline", "before {time}").format(time=end)
        if mark.latest is None:
            start = far or self._full(mark.anchor)
            return QCoreApplication.translate("Timeline", "after {time}").format(time=start)
        if far:
            return far
        if mark.latest - mark.earliest <= POINT:
            return self.moment(mark.earliest)
        words = self._stretch(mark.earliest, mark.latest, with_year=True)
        if mark.lasting:
            return words
        return QCoreApplication.translate("Timeline", "within {time}").format(time=words)

    def _open_sign(self, mark: Mark) -> str:
        if mark.anchor is None:
            return QCoreApplication.translate("Timeline", "no date")
        return "<" if mark.earliest is None else ">"

    def _brief(self, time: int | None) -> str:
        if time is None:
            return ""
        wall = local_time(time, self._zone)
        # An open end on the edge of a day stands for that day, not for one of its minutes.
        if is_day_start(wall) or is_day_end(wall):
            return self._date(wall, with_year=False)
        return self._time(wall)

    def _full(self, time: int, *, at_end: bool = False) -> str:
        wall = local_time(time, self._zone)
        if is_day_end(wall) if at_end else is_day_start(wall):
            return self._date(wall)
        return f"{self._date(wall)}, {self._time(wall)}"

    def _stretch(self, earliest: int, latest: int, *, with_year: bool) -> str:
        first, last = local_time(earliest, self._zone), local_time(latest, self._zone)
        if is_day_start(first) and is_day_end(last):
            return self._days(first, last, with_year=with_year)
        if first.date() == last.date():
            times = f"{self._time(first)}–{self._time(last)}"
            return f"{self._date(first)}, {times}" if with_year else times
        return " – ".join(
            f"{self._date(wall, with_year=with_year)}, {self._time(wall)}" for wall in (first, last)
        )

    def _days(self, first: datetime, last: datetime, *, with_year: bool) -> str:
        if first.date() == last.date():
            return self._date(first, with_year=with_year)
        after = last.date() + _DAY
        if first.day == 1 and after.day == 1:
            if first.month == 1 and after.month == 1:
                years = (first.year, last.year)
                return "–".join(str(year) for year in sorted(set(years)))
            if (first.year, first.month) == (last.year, last.month):
                return self._month(first, with_year=True)
            return " – ".join(self._month(wall, with_year=True) for wall in (first, last))
        across = with_year or first.year != last.year
        return " – ".join(self._date(wall, with_year=across) for wall in (first, last))

    def _date(self, wall: datetime, *, with_year: bool = True) -> str:
        pattern = self._full_format if with_year else self._day_format
        return self._locale.toString(QDate(wall.year, wall.month, wall.day), pattern)

    def _month(self, wall: datetime, *, with_year: bool) -> str:
        name = self._locale.standaloneMonthName(wall.month, QLocale.FormatType.ShortFormat)
        return f"{name} {wall.year}" if with_year else name

    def _time(self, wall: datetime) -> str:
        return self._locale.toString(QTime(wall.hour, wall.minute), self._time_format)
