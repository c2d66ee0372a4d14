"""Days, months and years in the words of one language, for ``display``."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from db.text.instants import DAY, date_of
from db.text.moments import Moment, Precision

Day = tuple[int, int, int]


class DateWriter(NamedTuple):
    """Writes dates; ``hidden_year`` is left out, ``reference`` is the day of the list around."""

    words: dict[str, Any]
    hidden_year: int | None
    short: bool
    reference: date | None

    def phrase(self, name: str) -> str:
        """Return the pattern of a phrase."""
        return str(self.words["phrases"][name])

    def date(self, moment: Moment) -> str:
        """Write the date of a moment, whatever its precision, without its clock time."""
        if not moment.whole:
            return self._unspecified(moment)
        year, month, day = date_of(moment.first // DAY)
        if moment.precision is Precision.YEAR:
            return self._years(moment)
        if moment.precision is Precision.SEASON:
            return self._part_of_year(year, int(moment.month))
        if moment.precision is Precision.MONTH:
            return self.month(year, month)
        return self.day((year, month, day))

    def day(self, day: Day, *, with_year: bool = True) -> str:
        """Write a whole day."""
        pattern = "day" if with_year and day[0] != self.hidden_year else "day_of_year"
        return self.phrase(pattern).format(
            day=day[2], month=self.words["months_short"][day[1] - 1], year=self.year(day[0])
        )

    def month(self, year: int, month: int) -> str:
        """Write a month of a year."""
        name = self.words["months_alone"][month - 1]
        return self.phrase("month").format(month=name, year=self.year(year))

    def year(self, year: int) -> str:
        """Write a year; the year 0 is 1 BC."""
        return str(year) if year > 0 else self.phrase("before_christ").format(1 - year)

    def days(self, first: Day, last: Day) -> str:
        """Write the days from one to another, naming what they share once."""
        if first[0] != last[0]:
            shown = DateWriter(self.words, None, self.short, None)
            return f"{shown.day(first)} – {shown.day(last)}"
        year, month = first[:2]
        hidden = year == self.hidden_year
        if month != last[1]:
            ends = {
                "first": self.day(first, with_year=False),
                "last": self.day(last, with_year=False),
            }
            pattern = "{first} – {last}" if hidden else self.phrase("days_of_year")
            return pattern.format(year=self.year(year), **ends)
        near = self.reference and (self.reference.year, self.reference.month) == (year, month)
        if self.short and near:
            return f"{first[2]}–{last[2]}"
        return self.phrase("days_of_month_only" if hidden else "days_of_month").format(
            first=first[2],
            last=last[2],
            month=self.words["months_short"][month - 1],
            year=self.year(year),
        )

    def months(self, first: Day, last: Day) -> str:
        """Write the months from that of one day to that of another."""
        if first[0] != last[0]:
            return f"{self.month(*first[:2])} – {self.month(*last[:2])}"
        names = self.words["months_alone"]
        return self.phrase("months").format(
            first=names[first[1] - 1], last=names[last[1] - 1], year=self.year(first[0])
        )

    def _years(self, moment: Moment) -> str:
        first, last = date_of(moment.first // DAY)[0], date_of(moment.last // DAY)[0]
        if first == last:
            return self.year(first)
        if first > 0 and first % 10 == 0 and last == first + 9:
            return self.phrase("decade").format(first)
        return f"{self.year(first)}–{self.year(last)}"

    def _part_of_year(self, year: int, part: int) -> str:
        # Northern and southern seasons go by the names of the plain ones.
        plain = 21 + (part - 21) % 4 if part <= 32 else part
        return str(self.words["parts"][str(plain)]).format(year=self.year(year))

    def _unspecified(self, moment: Moment) -> str:
        """Write the part that is known, and say what is not."""
        year, month, day = moment.year, moment.month, moment.day
        if not month:
            return self.phrase("any_time") if year == "XXXX" else self._years(moment)
        if "X" not in year and month.isdigit() and day == "XX":
            return self._unknown("day", self.month(int(year), int(month)))
        if "X" not in year and month == "XX" and day in ("", "XX"):
            return self._unknown("day" if day else "month", self.year(int(year)))
        if year == "XXXX" and month.isdigit() and day.isdigit():
            return self._unknown("year", self.day((0, int(month), int(day)), with_year=False))
        return self.days(date_of(moment.first // DAY), date_of(moment.last // DAY))

    def _unknown(self, part: str, text: str) -> str:
        return text if self.short else self.phrase(f"{part}_unknown").format(text)
