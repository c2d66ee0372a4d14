"""From the clock on a wall to UTC and back, for any year, through gaps and repeated hours.

Local seconds count from 1970-01-01T00:00:00 on the wall clock of a place as if it never moved;
instants count from the same moment in UTC.  Both are plain ints, so that years outside 1..9999
work; the calendar is the proleptic Gregorian one with a year 0.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

DAY: Final = 86_400
_EPOCH: Final = datetime(1970, 1, 1)
_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
EASTMOST: Final = 14 * 3600
WESTMOST: Final = -12 * 3600


def is_leap(year: int) -> bool:
    """Tell whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month, 1..12."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to a date (Hinnant's days_from_civil)."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146_097 + day_of_era - 719_468


def date_of(number: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day number (Hinnant's civil_from_days)."""
    era, day_of_era = divmod(number + 719_468, 146_097)
    leaps = day_of_era // 1_460 - day_of_era // 36_524 + day_of_era // 146_096
    year_of_era = (day_of_era - leaps) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    year = year_of_era + era * 400 + (month <= 2)
    return year, month, day_of_year - (153 * shifted + 2) // 5 + 1


def instants_of(local: int, zone: tzinfo) -> tuple[int, int]:
    """Return the first and last instant at which the clocks of a zone show the local second.

    They differ in an hour that is repeated, and in one that is skipped: there a printed time
    was read off a clock that had, or had not yet, been changed.
    """
    naive = _representable(local)
    offsets = [_offset(naive.replace(tzinfo=zone, fold=fold)) for fold in (0, 1)]
    return local - max(offsets), local - min(offsets)


def first_instant(local: int, zone: tzinfo) -> int:
    """Return the first instant whose local second is at or after the given one."""
    early, late = instants_of(local, zone)
    return _change(early, late, zone) if _in_gap(local, early, late, zone) else early


def last_instant(local: int, zone: tzinfo) -> int:
    """Return the last instant whose local second is at or before the given one."""
    early, late = instants_of(local, zone)
    return _change(early, late, zone) - 1 if _in_gap(local, early, late, zone) else late


def local_of(instant: int, zone: tzinfo) -> int:
    """Return the local second that the clocks of a zone show at an instant."""
    naive = _representable(instant)
    return instant + _offset(naive.replace(tzinfo=UTC).astimezone(zone))


def _in_gap(local: int, early: int, late: int, zone: tzinfo) -> bool:
    return early != late and local_of(early, zone) != local


def _change(early: int, late: int, zone: tzinfo) -> int:
    """Return the first instant of the new offset, between early (old) and late (new)."""
    old = local_of(early, zone) - early
    while late - early > 1:
        middle = (early + late) // 2
        if local_of(middle, zone) - middle == old:
            early = middle
        else:
            late = middle
    return late


def _representable(seconds: int) -> datetime:
    """Return a datetime of the same day of the week, calendar and clock.

    A year that datetime cannot hold is replaced by one 400 years or a multiple of it away,
    which is a whole number of weeks.
    """
    year, _, _ = date_of(seconds // DAY)
    cycles = 0
    if not 2 <= year <= 9_997:
        cycles = (year - (400 if year < 2 else 9_200)) // 400
    return _EPOCH + timedelta(seconds=seconds - cycles * 146_097 * DAY)


def _offset(moment: datetime) -> int:
    return int((moment.utcoffset() or timedelta()).total_seconds())
