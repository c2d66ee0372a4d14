"""Times for people: as exact as they are known and no more."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from db.text.date_writer import DateWriter
from db.text.edtf import Edge, EdtfError, Moment, Precision, Span, When, WhenKind, parse
from db.text.instants import DAY, date_of
from db.text.word_lists import time_words

_SHORT: Final = {
    "before": "<{}",
    "by": "≤{}",
    "until": "<{}",
    "after": ">{}",
    "since": ">{}",
    "about": "~{}",
}
_COARSE: Final = (Precision.YEAR, Precision.SEASON, Precision.MONTH)


def display_when(
    edtf: str,
    *,
    language: str = "en",
    now_year: int | None = None,
    short: bool = False,
    reference_day: date | None = None,
) -> str:
    """Return a time in words: "16 Dec 2011, 14:52", "before 14:52", "spring 2011".

    The year is left out where it is ``now_year`` or that of ``reference_day``, the date where it
    is ``reference_day`` and a clock time follows.  ``short`` is for narrow lists: "<14:52",
    ">18 Dec", "~12:00", "18 Dec?".  What is not EDTF comes back as it is.
    """
    try:
        when = parse(edtf)
    except EdtfError:
        return edtf.strip()
    year = reference_day.year if reference_day and now_year is None else now_year
    return _Writer(DateWriter(time_words(language), year, short, reference_day)).when(when)


def display_day(
    day: date, *, language: str = "en", now_year: int | None = None, weekday: bool = False
) -> str:
    """Return a whole day in full words, such as "16 December 2011" for the head of a list."""
    words = time_words(language)
    name = ("heading" if weekday else "day") + ("_of_year" if day.year == now_year else "")
    return str(words["phrases"][name]).format(
        weekday=words["weekdays"][day.weekday()],
        day=day.day,
        month=words["months"][day.month - 1],
        year=day.year,
    )


class _Writer(NamedTuple):
    dates: DateWriter

    def when(self, when: When) -> str:
        joiner = self.dates.phrase("and" if when.kind is WhenKind.ALL_OF else "or")
        parts = [self._span(span) for span in when.spans]
        if len(parts) <= 2:
            return f" {joiner} ".join(parts)
        return f"{', '.join(parts[:-1])} {joiner} {parts[-1]}"

    def _span(self, span: Span) -> str:
        start, end = span.start, span.end
        if isinstance(start, Moment) and isinstance(end, Moment):
            return self._moment(start) if start is end else self._between(start, end)
        if isinstance(end, Moment):
            # A printed minute is when it was written down; a whole day may be the day itself.
            name = "before" if end.has_time else "by"
            return self._marked(name if start is Edge.OPEN else "until", self._moment(end))
        if isinstance(start, Moment):
            return self._marked("after" if end is Edge.OPEN else "since", self._moment(start))
        return self.dates.phrase("any_time")

    def _marked(self, name: str, time: str) -> str:
        return (_SHORT[name] if self.dates.short else self.dates.phrase(name)).format(time)

    def _moment(self, moment: Moment) -> str:
        text = self.dates.date(moment)
        if moment.has_time:
            text = self._on_day(moment, self._clock(moment))
        return self._qualified(moment, text)

    def _qualified(self, moment: Moment, text: str) -> str:
        if moment.approximate:
            text = self._marked("about", text)
        if moment.uncertain:
            text = f"{text}?" if self.dates.short else self.dates.phrase("uncertain").format(text)
        return text

    def _on_day(self, moment: Moment, time: str) -> str:
        """Put the date before a clock time, unless the list around it says it already."""
        if self.dates.reference and _day(moment) == self.dates.reference:
            return time
        pattern = "{date} {time}" if self.dates.short else self.dates.phrase("with_time")
        return pattern.format(date=self.dates.day(date_of(moment.first // DAY)), time=time)

    def _clock(self, moment: Moment) -> str:
        if moment.precision is Precision.HOUR:
            clock = self.dates.phrase("hour").format(hour=moment.hour)
        elif moment.precision is Precision.MINUTE:
            clock = f"{moment.hour:02}:{moment.minute:02}"
        else:
            clock = f"{moment.hour:02}:{moment.minute:02}:{moment.second:02}"
        hide_zone = self.dates.short or moment.offset is None
        return clock if hide_zone else f"{clock} {_zone(moment.offset or 0)}"

    def _between(self, start: Moment, end: Moment) -> str:
        if _same_day(start, end) and (start.has_time or end.has_time):
            return self._on_day(start, self._hours(start, end))
        plain = not any(_marks(end_) or end_.has_time or not end_.whole for end_ in (start, end))
        if plain and start.precision is end.precision:
            first, last = date_of(start.first // DAY), date_of(end.first // DAY)
            if start.precision is Precision.DAY:
                return self.dates.days(first, last)
            if start.precision is Precision.MONTH:
                return self.dates.months(first, last)
            if start.precision is Precision.YEAR:
                return f"{self._moment(start)}–{self._moment(end)}"
        return f"{self._moment(start)} – {self._moment(end)}"

    def _hours(self, start: Moment, end: Moment) -> str:
        """Write the part of one day; an end that is the day itself leaves that side open."""
        if not start.has_time:
            return self._marked("before", self._qualified(end, self._clock(end)))
        if not end.has_time:
            return self._marked("after", self._qualified(start, self._clock(start)))
        clocks = [self._qualified(moment, self._clock(moment)) for moment in (start, end)]
        return (" – " if _marks(start) or _marks(end) else "–").join(clocks)


def _marks(moment: Moment) -> bool:
    return moment.approximate or moment.uncertain


def _same_day(start: Moment, end: Moment) -> bool:
    exact = start.precision not in _COARSE and end.precision not in _COARSE
    return exact and start.whole and end.whole and start.first // DAY == end.first // DAY


def _day(moment: Moment) -> date | None:
    """Return the day of a moment, None where datetime cannot hold it."""
    year, month, day = date_of(moment.first // DAY)
    return date(year, month, day) if 1 <= year <= 9999 else None


def _zone(offset: int) -> str:
    if offset == 0:
        return "UTC"
    minutes = abs(offset) // 60
    hours = f"{minutes // 60}:{minutes % 60:02}" if minutes % 60 else str(minutes // 60)
    return f"UTC{'−' if offset < 0 else '+'}{hours}"
