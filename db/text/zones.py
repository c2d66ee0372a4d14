"""Time zones by the names people print: IANA names, offsets, and what is not ambiguous besides."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from db.errors import said
from db.text.zone_status import ZoneStatus as ZoneStatus


class ZoneError(ValueError):
    """A zone name that cannot be used; its text is a sentence for the reader."""


MAX_NAME: Final = 64

# Names of one meaning only.  Moscow and the Kazakh zones changed their offset within a few
# years, so their abbreviations stand for the place, whose offset depends on the day.
_ABBREVIATIONS: Final = {
    "Z": "UTC",
    "UT": "UTC",
    "UTC": "UTC",
    "GMT": "UTC",
    "MSK": "Europe/Moscow",
    "МСК": "Europe/Moscow",
    "ALMT": "Asia/Almaty",
    "AQTT": "Asia/Aqtau",
    "ORAT": "Asia/Oral",
    "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin",
    "EET": "Europe/Kyiv",
    "EEST": "Europe/Kyiv",
}
# Used by more than one country with different offsets; the IANA database has files of some of
# these names, which is why they are refused before it is asked.
_AMBIGUOUS: Final = re.compile(
    "ACT|ADT|AMT|AST|BST|CCT|CDT|CST|ECT|EDT|EST|GST|HST|IST|LMT|MDT|MST|PDT|PST|PYT|SST|WAT|WST"
)
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?", re.ASCII)
_IANA: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")


def resolve_zone(name: str) -> tzinfo:
    """Return the zone of a name such as Asia/Aqtau, GMT, Z, +05:00 or UTC+5.

    Raises ZoneError with a sentence when the name is unknown or has several meanings.
    """
    return _resolve(zone_key(name))


def zone_key(name: str) -> str:
    """Return the one spelling a zone is stored under: an IANA name or an offset like +05:00."""
    shown = name.strip()[:MAX_NAME]
    plain = re.sub(r"\s+", "", shown).replace("−", "-").replace("–", "-").upper()
    if plain in _ABBREVIATIONS:
        return _ABBREVIATIONS[plain]
    if _AMBIGUOUS.fullmatch(plain):
        raise ZoneError(
            said("“{shown}” is used by several countries; give a place or an offset.", shown=shown)
        )
    offset = _OFFSET.fullmatch(plain)
    if offset:
        return offset_key(_offset_seconds(offset, shown))
    if len(name.strip()) <= MAX_NAME and _IANA.fullmatch(shown):
        return _iana_key(shown)
    raise ZoneError(said("“{shown}” is not a time zone.", shown=shown))


def offset_key(seconds: int) -> str:
    """Return an offset east of UTC in seconds as +05:00."""
    minutes = abs(seconds) // 60
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"


def is_zone(name: str) -> bool:
    """Tell whether the name stands for one zone."""
    try:
        zone_key(name)
    except ZoneError:
        return False
    return True


def _offset_seconds(match: re.Match[str], shown: str) -> int:
    seconds = int(match[2]) * 3600 + int(match[3] or 0) * 60
    signed = -seconds if match[1] == "-" else seconds
    if not -12 * 3600 <= signed <= 14 * 3600:
        raise ZoneError(
            said("“{shown}” is outside the offsets in use, -12:00 to +14:00.", shown=shown)
        )
    return signed


@lru_cache(maxsize=256)
def _resolve(key: str) -> tzinfo:
    offset = _OFFSET.fullmatch(key)
    if offset:
        return timezone(timedelta(seconds=_offset_seconds(offset, key)))
    return ZoneInfo(key)


@lru_cache(maxsize=256)
def _iana_key(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        # OSError: the name of a folder of zones, such as "Asia".
        key = _iana_names().get(name.lower())
    if key is None:
        raise ZoneError(said("“{name}” is not a time zone.", name=name))
    return key


@lru_cache(maxsize=1)
def _iana_names() -> dict[str, str]:
    return {key.lower(): key for key in available_timezones()}
