"""Printed dates and times, read into EDTF without adding anything to them.

"16 December at 13:50", "17/12/2011 23:59", "18/12 21:35 GMT", "7:00 1/12/2015",
"16 декабря 2011 г., 14:52", "2011 жылғы 16 желтоқсан", ISO 8601, RFC 2822 and their like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from db.text.date_parts import DatePart, find_date_parts
from db.text.date_patterns import date_patterns
from db.text.instants import is_leap
from db.text.zones import ZoneError, offset_key, resolve_zone, zone_key

MAX_SLICE: Final = 2_000


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A time as found in a text.

    ``start`` and ``end`` are offsets in the text given; ``zone`` is "" where none is printed;
    ``ambiguous`` says that day and month could be the other way round, which ``other`` then
    holds as EDTF; ``year_assumed`` that the year came from the caller.  Without any year the
    EDTF begins with XXXX and leaves the clock out, which is in ``clock`` in any case.
    """

    start: int
    end: int
    printed: str
    edtf: str
    clock: str
    zone: str
    ambiguous: bool
    other: str
    year_assumed: bool


@dataclass(frozen=True, slots=True)
class _Clock:
    """A clock time beside a date, as EDTF writes it; 24:00 is 00:00 of the next day."""

    start: int
    end: int
    text: str
    next_day: bool
    zone: str


def read_printed_time(
    text: str, *, year: int | None = None, day_first: bool = True
) -> PrintedTime | None:
    """Return the first time printed in a short text such as a stamp or a heading, or None.

    ``year`` stands in where none is printed, ``day_first`` decides 1/12/2015.
    """
    found = find_printed_times(text, year=year, day_first=day_first, stamp=True)
    return found[0] if found else None


def find_printed_times(
    text: str, *, year: int | None = None, day_first: bool = True, stamp: bool = False
) -> list[PrintedTime]:
    """Return the times printed in the first MAX_SLICE characters of a text, in order.

    A day and month in figures, such as 18/12, count only with a clock time beside them, or when
    the text is a ``stamp`` of nothing else.
    """
    text = text[:MAX_SLICE]
    taken: list[PrintedTime] = []
    for part in find_date_parts(text, day_first=day_first):
        clock = _clock_near(text, part)
        if part.in_figures and clock is None and not (stamp and _is_all(text, part)):
            continue
        reading = _reading(text, part, clock, year)
        if not any(other.start < reading.end and reading.start < other.end for other in taken):
            taken.append(reading)
    return sorted(taken, key=_start)


def _start(reading: PrintedTime) -> int:
    return reading.start


def _is_all(text: str, part: DatePart) -> bool:
    return not (text[: part.start] + text[part.end :]).strip(" ,.:;()[]-–—\t\n")


def _clock_near(text: str, part: DatePart) -> _Clock | None:
    if not part.is_day:
        return None
    after = date_patterns().clock_after.match(text, part.end)
    if after:
        return _clock(after, part.end, _is_mail(text, part))
    offset = max(0, part.start - 60)
    before = date_patterns().clock_before.search(text[offset : part.start])
    return _clock(before, offset + before.start(), False) if before else None


def _clock(match: re.Match[str], start: int, mail: bool) -> _Clock | None:
    hour = int(match["h"] or match["h2"] or match["h3"] or match["h4"])
    minute = match["i"] or match["i2"] or match["i3"] or ""
    second = match["c"] or "00"
    half = (match["ap"] or match["ap2"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half[0] == "p" or half in ("дня", "вечера"))
    next_day = hour == 24 and int(minute or 0) == int(second) == 0
    hour = 0 if next_day else hour
    if hour > 23 or int(minute or 0) > 59 or int(second) > 59:
        return None
    text = f"{hour:02}:{minute}:{second}" if minute else f"{hour:02}"
    end = start + match.end() - match.start()
    return _Clock(start, end, text, next_day, _zone(match["z"] or "", mail))


_MOSCOW: Final = re.compile(r"Moscow|москов|Мәскеу", re.IGNORECASE)
# RFC 2822 fixes these for mail; elsewhere they are ambiguous.
_MAIL_ZONES: Final = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip


def _zone(text: str, mail: bool) -> str:
    if mail and text.upper() in _MAIL_ZONES:
        return offset_key(_MAIL_ZONES[text.upper()] * 3600)
    try:
        return zone_key("Europe/Moscow" if _MOSCOW.match(text) else text)
    except ZoneError:
        return ""


def _is_mail(text: str, part: DatePart) -> bool:
    before = text[max(0, part.start - 5) : part.start]
    return before in ("Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, ", "Sun, ")


def _reading(text: str, part: DatePart, clock: _Clock | None, year: int | None) -> PrintedTime:
    start, end = part.start, part.end
    if clock:
        start, end = min(start, clock.start), max(end, clock.end)
    printed = text[start:end]
    assumed = not part.year and year is not None and _fits(year, part)
    known = part.year or (f"{year:04}" if assumed else "XXXX")
    edtf = _edtf(known, part.rest, clock)
    if part.last_year or part.last_rest:
        edtf = f"{edtf}/{part.last_year or known}{part.last_rest}"
    elif not clock and date_patterns().about.search(text[max(0, start - 20) : start]):
        edtf += "~"
    return PrintedTime(
        start=start + len(printed) - len(printed.lstrip()),
        end=start + len(printed.rstrip()),
        printed=printed.strip(),
        edtf=edtf,
        clock=clock.text if clock else "",
        zone=clock.zone if clock else "",
        ambiguous=bool(part.other_rest),
        other=_edtf(known, part.other_rest, clock) if part.other_rest else "",
        year_assumed=assumed,
    )


def _fits(year: int, part: DatePart) -> bool:
    """Tell whether the year has the day: not each has a 29 February."""
    if not 1 <= year <= 9_999:
        return False
    days = (part.rest, part.last_rest, part.other_rest)
    return is_leap(year) or "-02-29" not in days


def _edtf(year: str, rest: str, clock: _Clock | None) -> str:
    if year == "XXXX" or not clock:
        return year + rest
    try:
        day = date.fromisoformat(year + rest) + timedelta(days=clock.next_day)
    except (ValueError, OverflowError):
        return year + rest
    return f"{day.isoformat()}T{clock.text}{_offset(day, clock)}"


def _offset(day: date, clock: _Clock) -> str:
    if not clock.zone:
        return ""
    if clock.zone == "UTC":
        return "Z"
    zone = resolve_zone(clock.zone)
    local = datetime.fromisoformat(f"{day.isoformat()}T{clock.text}").replace(tzinfo=zone)
    return offset_key(int((local.utcoffset() or timedelta()).total_seconds()))
