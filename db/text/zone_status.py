"""How the zone of a time is known."""

from enum import StrEnum


class ZoneStatus(StrEnum):
    """How the zone of a time is known."""

    STATED = "stated"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"
