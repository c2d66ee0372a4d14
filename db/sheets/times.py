"""Times on a sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.records import Time
from db.text.display import display_when
from db.text.zones import ZoneStatus


@dataclass(frozen=True, slots=True)
class SheetTime:
    """A time as understood, and the words that show it in the sheet's language."""

    time: Time = field(default_factory=Time)
    shown: str = ""

    @property
    def zone_doubtful(self) -> bool:
        """Whether a clock time is shown whose zone no source states."""
        return "T" in self.time.edtf and self.time.zone_status is not ZoneStatus.STATED


def shown_time(time: Time, language: str) -> SheetTime:
    """A time with the words that show it; as printed where it could not be understood."""
    return SheetTime(time, display_when(time.edtf, language=language) or time.printed)
