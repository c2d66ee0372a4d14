"""A time as a reader types it, understood as EDTF with nothing of it passed over.

Beside EDTF itself and every printed form it takes what the window itself shows, so that a time
can be read off the screen and typed: "16 Dec 2011, before 14:52", "about May 2011 – 10 Jul 2011",
"after 18 Dec", "12:00–14:00", in English, Russian and Kazakh. A clock time without a date is one
of the day given; a date without a year is one of that day's year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from db.text.date_parts import find_date_parts
from db.text.edtf import EdtfError, parse
from db.text.printed_times import PrintedTime, find_printed_times
from desktop.when import display_when

MAX_TYPED: Final = 200


@dataclass(frozen=True, slots=True)
class TypedTime:
    """What was understood.

    `zone` is one that was typed with a clock time. `other` is a second reading as EDTF, where day
    and month could be the other way round. `assumed` says what was not typed: "day" or "year".
    """

    edtf: str
    zone: str = ""
    other: str = ""
    assumed: str = ""

    @property
    def day(self) -> date | None:
        """The day it falls on, None where it is not within one."""
        try:
            return date.fromisoformat(self.edtf[:10])
        except ValueError:
            return None


def read_typed(text: str, *, day: date | None = None) -> TypedTime | None:
    """Understand a time that was typed; None where any of it is not understood.

    `day` stands in for what is left out.
    """
    text = " ".join(text.split())
    if not text or len(text) > MAX_TYPED:
        return None
    exact = _edtf(text)
    text = text.strip(" ,.;")
    # A relation first: the patterns of printed times pass over some of its words.
    found = exact or _hours(text, day) or _related(text, day) or _single(text, day)
    found = found or _spanned(text, day)
    return found if found and _is_edtf(found.edtf) else None


def typed_form(edtf: str) -> str:
    """The words for a time that are understood as just that time, else the EDTF itself."""
    shown = display_when(edtf)
    read = read_typed(shown)
    return shown if read and read.edtf == edtf else edtf


def _is_edtf(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def _edtf(text: str) -> TypedTime | None:
    upper = text.upper()
    return TypedTime(upper) if _is_edtf(upper) else None


# One time

_FILLER: Final = re.compile(r"(?:(?:on|in|at|the|в|во)\s+)+", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"(?<!\w)(?:about|around|approximately|approx\.?|circa|c\.|ca\.?|около|примерно|шамамен)"
    r"(?!\w):?\s*|~\s*",
    re.IGNORECASE,
)
_UNCERTAIN: Final = re.compile(
    r"\s*(?:\?|\((?:uncertain|неточно|дәл емес)\))$|^(?:perhaps|probably|возможно)\s+",
    re.IGNORECASE,
)
_QUALIFIERS: Final = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


def _single(text: str, day: date | None) -> TypedTime | None:
    """One date or clock time with its qualifiers, or dates printed as one: "16–18 Dec 2011"."""
    bare, uncertain = _UNCERTAIN.subn("", text, count=1)
    bare, about = _ABOUT.subn("", bare, count=1)
    bare = _FILLER.sub("", bare, count=1) if _FILLER.match(bare) else bare
    found = _edtf(bare) or _printed(bare.strip(" ,"), day)
    mark = _QUALIFIERS[bool(about), bool(uncertain)]
    if found is None or (mark and ("/" in found.edtf or found.edtf[-1] in "?~%")):
        return None
    return replace(found, edtf=found.edtf + mark)


def _printed(text: str, day: date | None) -> TypedTime | None:
    year = day.year if day else None
    for reading in find_printed_times(text, year=year, stamp=True)[:1]:
        if _is_all(reading, text) and not reading.edtf.startswith("XXXX"):
            assumed = "year" if reading.year_assumed else ""
            return TypedTime(reading.edtf, reading.zone, reading.other, assumed)
    if day is None:
        return None
    if not any(True for _ in find_date_parts(text)):
        return _completed(f"{day.isoformat()} {text}", "day") or _completed(
            f"{text} {day.year}", "year"
        )
    return None


def _completed(text: str, assumed: str) -> TypedTime | None:
    """A clock alone, read as one that follows the day; a month or season alone, with the year."""
    for reading in find_printed_times(text)[:1]:
        if _is_all(reading, text) and bool(reading.clock) is (assumed == "day"):
            return TypedTime(reading.edtf, reading.zone, assumed=assumed)
    return None


_ZONE: Final = re.compile(r"(?:(?<![A-Z])(?!AM|PM)[A-Z]{2,5}|[+−–-]\d{1,2}:?(?:\d\d)?)\)?$")


def _is_all(reading: PrintedTime, text: str) -> bool:
    """Whether nothing was passed over, neither words around the time nor an ambiguous zone."""
    if (text[: reading.start] + text[reading.end :]).strip(" ,.;()"):
        return False
    return not reading.clock or bool(reading.zone) or not _ZONE.search(text)


# Before and after

_RELATIONS: Final = {
    "before": ("no later than", "not later than", "before", "by", "<", "≤", "до", "не позднее"),
    "after": ("no earlier than", "after", ">", "≥", "после", "не ранее"),
    "until": ("until", "till", "по", "шейін"),
    "since": ("since", "from", "с", "со", "начиная с", "бастап"),
}
# These follow the time in a sentence, and stand before it with a colon in a list.
_POSTPOSED: Final = {"before": ("дейін",), "after": ("кейін",)}
_OPEN: Final = {"before": "../{}", "after": "{}/..", "until": "/{}", "since": "{}/"}


def _words(words: tuple[str, ...]) -> str:
    return "|".join(
        rf"(?<!\w){re.escape(w)}(?!\w)" if w[-1].isalpha() else re.escape(w) for w in words
    )


_BEFORE_TIME: Final = {
    name: re.compile(
        rf"(?P<on>.*?)[\s,]*(?:{_words(words + _POSTPOSED.get(name, ()))}):?\s*(?P<time>.+)",
        re.IGNORECASE,
    )
    for name, words in _RELATIONS.items()
}
_AFTER_TIME: Final = {
    name: re.compile(rf"(?P<time>.+?)(?:-\w+)?\s+(?:{_words(words)})", re.IGNORECASE)
    for name, words in _POSTPOSED.items()
}


def _related(text: str, day: date | None) -> TypedTime | None:
    for name, pattern in _BEFORE_TIME.items():
        match = pattern.fullmatch(text)
        found = _bounded(name, match["on"], match["time"], day) if match else None
        if found:
            return found
    for name, pattern in _AFTER_TIME.items():
        match = pattern.fullmatch(text)
        found = _bounded(name, "", match["time"], day) if match else None
        if found:
            return found
    return None


def _bounded(name: str, on: str, time: str, day: date | None) -> TypedTime | None:
    """A time with one end open; a clock time has its day for the other end."""
    whole = _whole_day(on, day) if on else None
    if on and whole is None:
        return None
    found = _single(time, whole.day if whole else day)
    if found is None or "/" in found.edtf:
        return None
    if found.assumed != "day":
        edtf, other = _OPEN[name].format(found.edtf), found.other
        other = _OPEN[name].format(other) if other else ""
        return None if on else replace(found, edtf=edtf, other=other)
    only = found.edtf[:10]
    first = only if name in ("before", "until") else found.edtf
    last = found.edtf if name in ("before", "until") else only
    return replace(found, edtf=f"{first}/{last}", assumed=whole.assumed if whole else "day")


def _whole_day(text: str, day: date | None) -> TypedTime | None:
    found = _single(text, day)
    return found if found and found.day and len(found.edtf) == len("2011-12-16") else None


# From one time to another

_HOURS: Final = re.compile(r"(?P<first>.*\d:\d\d)-(?P<last>\d{1,2}:\d\d(?!\d).*)")
_LEAD: Final = re.compile(r"(?:between|from|между|с|со)\s+", re.IGNORECASE)
_SPANS: Final = (
    re.compile(
        r"(?P<on>.*?)[\s,]*(?<!\w)(?:between|from|между|с|со)\s+(?P<first>.+?)\s+"
        r"(?:and|to|until|till|и|до|по)\s+(?P<last>.+)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<on>)(?P<first>.+?)(?:\s+[–—-]\s+|\s*[–—]\s*|\s+to\s+)(?P<last>.+)"),
)


def _hours(text: str, day: date | None) -> TypedTime | None:
    """Two clock times joined by a hyphen, which would else be read as an offset."""
    match = _HOURS.fullmatch(text)
    return _between(match["first"], match["last"], day) if match else None


def _spanned(text: str, day: date | None) -> TypedTime | None:
    lead = _LEAD.match(text)
    found = _single(text[lead.end() :], day) if lead else None
    if found and "/" in found.edtf:
        return found
    for pattern in _SPANS:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        whole = _whole_day(match["on"], day) if match["on"] else None
        if match["on"] and whole is None:
            continue
        found = _between(match["first"], match["last"], whole.day if whole else day)
        if found:
            return replace(found, assumed=whole.assumed) if whole else found
    return None


def _between(first: str, last: str, day: date | None) -> TypedTime | None:
    """Two ends; each may leave to the other what it would only repeat."""
    end = _single(last, day)
    start = _with_year_of(end, first) if end and not end.assumed else None
    start = start or _single(first, day)
    if start is None:
        return None
    if end is None or end.assumed == "day":
        end = _single(last, start.day) if start.day else end
    if end is None or "/" in start.edtf + end.edtf:
        return None
    other = f"{start.other or start.edtf}/{end.other or end.edtf}"
    doubtful = other if start.other or end.other else ""
    return TypedTime(f"{start.edtf}/{end.edtf}", start.zone or end.zone, doubtful, start.assumed)


def _with_year_of(end: TypedTime, first: str) -> TypedTime | None:
    """A beginning without a year, such as "Nov" before "Dec 2011"."""
    year = end.edtf[:4]
    if not year.isdigit() or year == "0000":
        return None
    start = _single(first, date(int(year), 1, 1))
    if start is None or start.assumed == "day":
        return None
    return replace(start, assumed="")
