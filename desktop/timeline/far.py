"""Times before or after all that a clock of Qt or Python can show, in words."""

from __future__ import annotations

from datetime import tzinfo

from db.text.instants import DAY, date_of, local_of
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
    whole_years = len(days) == 2 and days[0][1:] == (1, 1) and days[1][1:] == (12, 31)
    words = dict.fromkeys(display_when(_edtf(day, year_only=whole_years)) for day in days)
    return " – ".join(words)


def _edtf(day: Day, *, year_only: bool) -> str:
    year, month, number = day
    sign = "-" if year < 0 else ""
    if abs(year) > 9_999:
        return f"Y{year}"
    written = f"{sign}{abs(year):04}"
    return written if year_only else f"{written}-{month:02}-{number:02}"
