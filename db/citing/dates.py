"""Dates of other programs as EDTF and back; what they cannot say is left to what is carried."""

from __future__ import annotations

import re
from typing import Final

from db.text.edtf import EdtfError, parse

_PARTS: Final = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NUMBERS: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]*")
_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
Numbers = list[int]


def day_of(edtf: str) -> str:
    """A time without its hour; anything but one plain date or an interval of two is as it is."""
    ends = [end.partition("T")[0] for end in edtf.split("/")]
    return "/".join(ends)


def numbers_of(edtf: str) -> list[Numbers] | None:
    """Year, month and day of a date, or of both ends of an interval; None where it says more."""
    found = []
    for end in day_of(edtf).split("/"):
        match = _PARTS.fullmatch(end)
        if match is None or int(match[2] or 1) > 12:
            return None
        found.append([int(part) for part in match.groups() if part is not None])
    return found if len(found) <= 2 else None


def from_numbers(parts: Numbers) -> str:
    """EDTF of year, month and day; empty where they are no date."""
    year, *rest = parts
    text = f"{year:05}" if year < 0 else f"{year:04}"
    return checked("-".join([text, *(f"{number:02}" for number in rest[:2])]))


def checked(text: str) -> str:
    """The text where it is EDTF, else nothing."""
    try:
        parse(text)
    except (EdtfError, ValueError):
        return ""
    return text.strip()


def read_date(text: str) -> str:
    """EDTF of a date as other programs write it: EDTF, 2011/12/17/, 2011-12-17; else nothing."""
    text = text.strip()
    match = _NUMBERS.fullmatch(text)
    if match:
        return from_numbers([int(part) for part in match.groups() if part])
    return checked(text) if text else ""


def month_number(text: str) -> int | None:
    """The number of a month given by number or by English name; None for anything else."""
    plain = text.strip().lower()
    if plain.isdecimal() and len(plain) <= 2:
        return int(plain) if 1 <= int(plain) <= 12 else None
    return _MONTHS.get(plain[:3])
