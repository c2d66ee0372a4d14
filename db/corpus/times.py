"""Times between rows and records."""

from typing import Any

from db.errors import InvalidEditError, part, said, told
from db.records import Time
from db.text.zone_status import ZoneStatus


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
    # Needed to write only: reading takes the instants as they were stored.
    from db.text.edtf import EdtfError, bounds

    try:
        earliest, latest = bounds(
            edtf, zone or None, zone_unknown=status is ZoneStatus.UNKNOWN or not zone
        )
    except (EdtfError, ValueError) as error:
        why = part(told(error))
        raise InvalidEditError(
            reason=said("The time {edtf} cannot be understood: {why}.", edtf=edtf, why=why)
        ) from error
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


def columns(prefix: str) -> str:
    """The columns of a time under a table's prefix, in the order `from_columns` takes them."""
    names = ("edtf", "printed", "zone", "zone_status", "earliest", "latest")
    return ", ".join(f"{prefix}_{name}" for name in names)


ZONE_STATUS = {status.value: status for status in ZoneStatus}


def from_columns(
    edtf: str, printed: str, zone: str, status: str, earliest: int | None, latest: int | None,
    note: str = "",
) -> Time:  # fmt: skip
    """The time that the columns of a row hold."""
    return Time(edtf, printed, zone, ZONE_STATUS[status], earliest, latest, note)
