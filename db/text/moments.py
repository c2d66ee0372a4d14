"""One date or time of EDTF as written, and the span of local seconds it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import product
from typing import Final, NamedTuple

from db.errors import said
from db.text.instants import DAY, EASTMOST, WESTMOST, day_number, days_in_month


class EdtfError(ValueError):
    """A time that cannot be read; its text is a sentence for the reader."""


class Precision(StrEnum):
    """The smallest part of a date that is given."""

    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Moment(NamedTuple):
    """One date or time as written.

    ``year``, ``month``, ``day`` hold digits or X; ``month`` 21 to 41 is a season or another part
    of the year.  ``hour``, ``minute``, ``second`` are -1 where not given.  ``offset`` is in
    seconds east of UTC.  ``first`` and ``last`` are local seconds (see ``instants``), inclusive.
    """

    precision: Precision
    year: str
    month: str
    day: str
    hour: int
    minute: int
    second: int
    offset: int | None
    approximate: bool
    uncertain: bool
    first: int
    last: int

    @property
    def has_time(self) -> bool:
        """Whether a clock time is given."""
        return self.hour >= 0

    @property
    def whole(self) -> bool:
        """Whether every digit is given."""
        return "X" not in self.year + self.month + self.day


_QUALIFIER: Final = r"[?~%]?"
_MOMENT: Final = re.compile(
    rf"(?P<q1>{_QUALIFIER})(?P<year>-?[0-9X]{{4}}|Y-?[0-9]{{1,9}}(?:E[0-9])?)"
    rf"(?:S(?P<significant>[1-9]))?(?P<q2>{_QUALIFIER})"
    rf"(?:-(?P<q3>{_QUALIFIER})(?P<month>[0-9X]{{2}})(?P<q4>{_QUALIFIER})"
    rf"(?:-(?P<q5>{_QUALIFIER})(?P<day>[0-9X]{{2}})(?P<q6>{_QUALIFIER})"
    r"(?:T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    rf"(?P<zone>Z|[+-][0-9]{{2}}(?::?[0-9]{{2}})?)?(?P<q7>{_QUALIFIER}))?)?)?"
)
MAX_YEAR: Final = 999_999_999

# First month, number of months.  Seasons (21 to 24, and northern 25 to 28) are those of the
# weather in the north, three whole months, winter running into the next year; 29 to 32 southern.
_PARTS: Final = {
    **{21 + n: (3 + 3 * n, 3) for n in range(4)},
    **{25 + n: (3 + 3 * n, 3) for n in range(4)},
    **{29 + n: ((9, 12, 3, 6)[n], 3) for n in range(4)},
    **{33 + n: (1 + 3 * n, 3) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6) for n in range(2)},
}


def read_moment(text: str) -> Moment:
    """Read one date or time; raises EdtfError."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise EdtfError(
            said("“{text}” is not a date such as 2011-12-16 or 2011-12-16T14:52.", text=text[:40])
        )
    first, last, precision = _date_span(match, text)
    if match["hour"] is not None:
        first, last, precision = _time_span(match, first, text)
    marks = "".join(match[f"q{n}"] or "" for n in range(1, 8))
    return Moment(
        precision=precision,
        year=match["year"],
        month=match["month"] or "",
        day=match["day"] or "",
        hour=int(match["hour"] or -1),
        minute=int(match["minute"] or -1),
        second=int(match["second"] or -1),
        offset=_offset(match["zone"], text),
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
        first=first,
        last=last,
    )


def _date_span(match: re.Match[str], text: str) -> tuple[int, int, Precision]:
    years = _years(match, text)
    month, day = match["month"], match["day"]
    if month is not None and month.isdigit() and int(month) > 12:
        if day is not None or int(month) not in _PARTS:
            raise EdtfError(said("“{text}” has no month {month}.", text=text, month=month))
        return *_part_span(years, *_PARTS[int(month)]), Precision.SEASON
    months = _matching(month or "XX", 1, 12)
    days = _matching(day or "XX", 1, 31)
    first = _first_day(years, months, days)
    last = _first_day(years[::-1], months[::-1], days[::-1])
    if first is None or last is None:
        raise EdtfError(said("There is no day “{text}” in the calendar.", text=text))
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return first * DAY, last * DAY + DAY - 1, precision


def _years(match: re.Match[str], text: str) -> Sequence[int]:
    """Return the years that fit, in order; only a pattern such as 1X5X leaves gaps."""
    written = match["year"].removeprefix("Y")
    if match["significant"]:
        return _significant_years(written, int(match["significant"]), text)
    if "X" in written:
        sign, digits = (-1, written[1:]) if written[0] == "-" else (1, written)
        return sorted(sign * year for year in _matching(digits, 0, 9_999))
    year = _whole_year(written, text)
    return range(year, year + 1)


def _whole_year(written: str, text: str) -> int:
    number, _, power = written.partition("E")
    year = int(number) * int("1" + "0" * int(power or 0))
    if abs(year) > MAX_YEAR:
        raise EdtfError(
            said(
                "The year of “{text}” is further away than {most:,} years.",
                text=text[:40],
                most=MAX_YEAR,
            )
        )
    return year


def _significant_years(written: str, significant: int, text: str) -> Sequence[int]:
    if "X" in written:
        raise EdtfError(
            said("“{text}” gives significant digits of a year that is not whole.", text=text)
        )
    year = _whole_year(written, text)
    step = 10 ** max(0, len(str(abs(year))) - significant)
    low = abs(year) // step * step
    return range(low, low + step) if year >= 0 else range(-low - step + 1, -low + 1)


def _matching(pattern: str, low: int, high: int) -> list[int]:
    """Return the numbers from low to high whose digits fit a pattern such as 1X."""
    if "X" not in pattern:
        return [int(pattern)] if low <= int(pattern) <= high else []
    fits = re.compile(pattern.replace("X", "[0-9]"))
    return [
        number for number in range(low, high + 1) if fits.fullmatch(f"{number:0{len(pattern)}}")
    ]


def _first_day(years: Sequence[int], months: Sequence[int], days: Sequence[int]) -> int | None:
    """Return the day number of the first combination that the calendar holds."""
    for year, month, day in product(years[:400], months, days):
        if day <= days_in_month(year, month):
            return day_number(year, month, day)
    return None


def _part_span(years: Sequence[int], month: int, count: int) -> tuple[int, int]:
    after_year, after_month = divmod(month - 1 + count, 12)
    first = day_number(years[0], month, 1)
    last = day_number(years[-1] + after_year, after_month + 1, 1) - 1
    return first * DAY, last * DAY + DAY - 1


def _time_span(match: re.Match[str], day: int, text: str) -> tuple[int, int, Precision]:
    """Return the local seconds of a clock time.

    Seconds of :00 are how a printed minute is kept, so they span the whole minute.
    """
    if "X" in match["year"] + match["month"] + match["day"]:
        raise EdtfError(said("“{text}” gives a time of a day that is not whole.", text=text))
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        raise EdtfError(said("“{text}” gives a time that no clock shows.", text=text))
    first = day + hour * 3600 + minute * 60 + second
    if match["minute"] is None:
        return first, first + 3599, Precision.HOUR
    if second == 0:
        return first, first + 59, Precision.MINUTE
    return first, first, Precision.SECOND


def _offset(zone: str | None, text: str) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    signed = -seconds if zone[0] == "-" else seconds
    if int(digits[2:]) > 59 or not WESTMOST <= signed <= EASTMOST:
        raise EdtfError(said("“{text}” gives an offset outside -12:00 to +14:00.", text=text))
    return signed
