"""The day, month or year that a pattern found in a text, checked against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.text.date_patterns import date_patterns
from db.text.instants import days_in_month


@dataclass(frozen=True, slots=True)
class DatePart:
    """A date as found, without its clock time.

    ``year`` is "" where none is printed; ``rest`` what follows the year in EDTF, ``last_year`` and
    ``last_rest`` the same of the end of an interval; ``other_rest`` the reading of 1/12 with day
    and month the other way round, where the calendar has it.  ``in_figures`` is a bare 18/12.
    """

    start: int
    end: int
    year: str
    rest: str = ""
    other_rest: str = ""
    last_year: str = ""
    last_rest: str = ""
    in_figures: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is a single day, to which a clock time can belong."""
        return self.rest.count("-") == 2 and not self.last_rest


def find_date_parts(text: str, *, day_first: bool = True) -> Iterator[DatePart]:
    """Yield the dates of a short text, those of the most exact patterns first; they may overlap."""
    for form, pattern in date_patterns().possible(text):
        for match in pattern.finditer(text):
            part = _part(form, match, day_first)
            if part:
                yield part


def _part(form: str, match: re.Match[str], day_first: bool) -> DatePart | None:
    if form in ("iso", "year-first"):
        rest = _rest(match["y"], int(match["n"]), match["d"])
        return DatePart(*match.span(), match["y"], rest) if rest else None
    if form in ("numeric", "day-month-numeric"):
        return _in_figures(match, day_first)
    if form == "decade":
        return DatePart(*match.span(), match["y"][:3] + "X")
    if form in ("years", "years-apart"):
        rising = match["y"] < match["y2"]
        ends = match.start("y"), match.end()
        return DatePart(*ends, match["y"], last_year=match["y2"]) if rising else None
    if form in ("year-marked", "year-after", "old-year"):
        return DatePart(match.start("y"), match.end(), match["y"])
    if "season" in form:
        return DatePart(*match.span(), match["y"], f"-{20 + _word(match, 's')[0]}")
    return _in_words(match)


def _in_figures(match: re.Match[str], day_first: bool) -> DatePart | None:
    year = match.groupdict().get("y") or ""
    if len(year) == 2:
        year = ("20" if int(year) < 70 else "19") + year
    day_month = _rest(year, int(match["n"]), match["d"])
    month_day = _rest(year, int(match["d"]), match["n"])
    rest, other = (day_month, month_day) if day_first else (month_day, day_month)
    if not (rest or other):
        return None
    ambiguous = other if rest and rest != other else ""
    return DatePart(*match.span(), year, rest or other, ambiguous, in_figures=not year)


def _in_words(match: re.Match[str]) -> DatePart | None:
    month, start = _word(match, "m")
    # "may" and "march" are words of their own unless written as names.
    if match[0][start - match.start() :].startswith(("may", "mar")):
        return None
    groups = match.groupdict()
    year, day, last_day = (groups.get(name) or "" for name in ("y", "d", "d2"))
    rest = _rest(year, month, day)
    last = _rest(year, month, last_day) if last_day else ""
    if not rest or (last_day and last <= rest):
        return None
    begin = match.start("d") if day else start
    begin = min(begin, start, match.start("y") if year else begin)
    return DatePart(begin, match.end(), year, rest, last_year=year if last else "", last_rest=last)


def _word(match: re.Match[str], group: str) -> tuple[int, int]:
    """Return the number of the month or season word found, from 1, and where it stands."""
    patterns = date_patterns()
    numbers = patterns.months if group == "m" else patterns.seasons
    name = next(f"{group}{n}" for n in range(3) if match[f"{group}{n}"])
    return numbers[match[name].lower()], match.start(name)


def _rest(year: str, month: int, day: str) -> str:
    """Return "-12-16" for a day the calendar may hold, "-12" for a month, else ""."""
    if not 1 <= month <= 12:
        return ""
    if not day:
        return f"-{month:02}"
    # Without a year, 29 February may be.
    longest = days_in_month(int(year) if year else 2000, month)
    return f"-{month:02}-{int(day):02}" if 1 <= int(day) <= longest else ""
