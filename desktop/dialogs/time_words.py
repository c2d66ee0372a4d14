"""Times in full for dialogs: as understood, in which zone, from when to when."""

from __future__ import annotations

from datetime import UTC, tzinfo

from PySide6.QtCore import QCoreApplication

from db.records import Time
from db.text.instants import DAY, date_of, local_of
from db.text.zones import ZoneError, ZoneStatus, resolve_zone
from desktop.when import display_when


def status_words(status: ZoneStatus) -> str:
    """How a zone is known, in a word or two."""
    return {
        ZoneStatus.STATED: QCoreApplication.translate("times", "stated"),
        ZoneStatus.ASSUMED: QCoreApplication.translate("times", "assumed"),
        ZoneStatus.UNKNOWN: QCoreApplication.translate("times", "not known"),
    }[status]


def zone_words(time: Time) -> str:
    """The zone of a time and how it is known: "Asia/Aqtau, assumed"."""
    if time.zone_status is ZoneStatus.UNKNOWN or not time.zone:
        return QCoreApplication.translate("times", "time zone not known")
    return f"{time.zone}, {status_words(time.zone_status)}"


def time_words(time: Time) -> str:
    """A time as understood, with its zone; empty for no time."""
    if not time.edtf:
        return ""
    return f"{display_when(time.edtf)} ({zone_words(time)})"


def bounds_words(time: Time) -> str:
    """The earliest and latest instant of a time, on the clocks of its zone."""
    words = QCoreApplication.translate("times", "Earliest: {earliest} · latest: {latest} ({zone})")
    zone, name = _clocks(time)
    return words.format(
        earliest=_instant(time.earliest, zone), latest=_instant(time.latest, zone), zone=name
    )


def instant_words(instant: int | None, of: Time) -> str:
    """An instant on the clocks of a time's zone, to the minute; "open" where there is none."""
    words = _instant(instant, _clocks(of)[0])
    return words[:-3] if words[-3:] == ":59" and words.count(":") == 2 else words


def _clocks(time: Time) -> tuple[tzinfo, str]:
    if time.zone_status is not ZoneStatus.UNKNOWN and time.zone:
        try:
            return resolve_zone(time.zone), time.zone
        except ZoneError:
            pass
    return UTC, "UTC"


def _instant(instant: int | None, zone: tzinfo) -> str:
    if instant is None:
        return QCoreApplication.translate("times", "open")
    day, second = divmod(local_of(instant, zone), DAY)
    year, month, date = date_of(day)
    clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    if not 0 <= year <= 9999:
        return f"{year}-{month:02}-{date:02}, {clock}"
    return display_when(f"{year:04}-{month:02}-{date:02}T{clock}")
