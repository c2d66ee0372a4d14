"""Times before or after all that a clock of Qt or Python can show, in words."""

from __future__ import annotations

from datetime import tzinfo

from db.text.instants import DAY, date_of, days_in_month, local_of
from desktop.timeline.scale import EARLIEST, LATEST
from desktop.timeline.timeline_data import Mark
from desktop.when import display_when

Day = tuple[int, int, int]


def far_words(mark: Mark, zone: tzinfo) -> str:
    """The days or years of a mark that lies out of reach of the clocks; else nothing."""
    bounds = [time for time in (mark.earliest, mark.latest) if time is not None]
    if all(EARLIEST <= time <= LATEST for time in bounds):
        return ""
    days = [date_of(local_of(time, zone) // DAY) for time in bounds]
    if len(days) == 2 and days[0][1:] == (1, 1) and days[1][1:] == (12, 31):
        words = [year_words(year) for year, _, _ in days]
    else:
        month = len(days) == 2 and _is_month(*days)
        words = [day_words(day, month_only=month) for day in days]
    return " – ".join(dict.fromkeys(words))


def year_words(year: int) -> str:
    """A year in words; 0 and below are those before our era."""
    return display_when(_year(year))


def day_words(day: Day, *, month_only: bool = False) -> str:
    """A day, or its month, with its year in words; years of five digits stand alone."""
    year, month, number = day
    if abs(year) > 9_999:
        return year_words(year)
    return display_when(f"{_year(year)}-{month:02}" + ("" if month_only else f"-{number:02}"))


def _is_month(first: Day, last: Day) -> bool:
    same = first[:2] == last[:2]
    return same and first[2] == 1 and last[2] == days_in_month(*last[:2])


def _year(year: int) -> str:
    if abs(year) > 9_999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}"
