"""Times between rows and records."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from db.errors import InvalidEditError
from db.records import Time
from db.text.edtf import EdtfError, bounds
from db.text.zones import ZoneStatus


def understood(
    edtf: str,
    zone: str,
    *,
    printed: str = "",
    status: ZoneStatus = ZoneStatus.ASSUMED,
    note: str = "",
) -> Time:
    """A Time with its earliest and latest instant worked out; raises InvalidEditError on bad EDTF.

    `zone` is used where the EDTF itself names none; an unknown zone widens the instants.
    """
    if not edtf:
        return Time(printed=printed, zone=zone, zone_status=status, note=note)
    try:
        earliest, latest = bounds(
            edtf, zone or None, zone_unknown=status is ZoneStatus.UNKNOWN or not zone
        )
    except (EdtfError, ValueError) as error:
        raise InvalidEditError(reason=f"The time {edtf} cannot be understood: {error}.") from error
    return Time(edtf, printed, zone, status, earliest, latest, note)


def to_columns(prefix: str, time: Time) -> dict[str, Any]:
    """Column values of a time under a table's prefix."""
    return {
        f"{prefix}_printed": time.printed,
        f"{prefix}_edtf": time.edtf,
        f"{prefix}_zone": time.zone,
        f"{prefix}_zone_status": str(time.zone_status),
        f"{prefix}_earliest": time.earliest,
        f"{prefix}_latest": time.latest,
    }


def from_row(prefix: str, row: sqlite3.Row | Mapping[str, Any], *, note: str = "") -> Time:
    """The time a row holds under a prefix."""
    return Time(
        edtf=row[f"{prefix}_edtf"],
        printed=row[f"{prefix}_printed"],
        zone=row[f"{prefix}_zone"],
        zone_status=ZoneStatus(row[f"{prefix}_zone_status"]),
        earliest=row[f"{prefix}_earliest"],
        latest=row[f"{prefix}_latest"],
        note=note,
    )
