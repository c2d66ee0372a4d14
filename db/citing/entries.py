"""What references are exchanged as: the fields of a source by name, all of them text.

`creators` is a JSON list; the published time is five fields. A source written to any of the formats
and read again gives the same fields.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from db.citing.locators import locators
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.errors import InvalidEditError
from db.records import Source, Time
from db.text.zones import ZoneStatus

PLAIN: Final = (
    "key", "label", "title", "publisher", "language", "place", "position", "rights", "citation",
    "summary", "retrieved",
)  # fmt: skip
TIME: Final = ("published", "printed", "zone", "zone_status", "time_note")
FIELDS: Final = (*PLAIN, "creators", *TIME)
Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference of a file: a source's fields as far as it has them, and what is left over.

    `left` names what the file says and a source has no place for. `own`: the file was written by
    this program, and its fields are exact.
    """

    fields: Fields
    url: str = ""
    doi: str = ""
    left: tuple[str, ...] = ()
    own: bool = False

    @property
    def creators(self) -> tuple[str, ...]:
        """Who made it, as one says their names."""
        return creators_of(self.fields)


def fields_of(source: Source) -> Fields:
    """The fields of a source, by name."""
    time = source.published
    values = {name: str(getattr(source, name)) for name in PLAIN}
    return {
        **values,
        "creators": json.dumps(list(source.creators), ensure_ascii=False),
        "published": time.edtf,
        "printed": time.printed,
        "zone": time.zone,
        "zone_status": str(time.zone_status),
        "time_note": time.note,
    }


def entry_of(source: Source) -> Entry:
    """A source as a reference."""
    return Entry(fields_of(source), *locators(source.citation))


def source_fields(fields: Mapping[str, str]) -> SourceFields:
    """The fields as what a reader says about a source; what is missing is empty.

    A time that cannot be understood is kept as printed.
    """
    plain = {name: fields.get(name, "") for name in PLAIN}
    return SourceFields(**plain, creators=creators_of(fields), published=time_of(fields))


def creators_of(fields: Mapping[str, str]) -> tuple[str, ...]:
    """The creators of fields."""
    try:
        found = json.loads(fields.get("creators") or "[]")
    except (ValueError, RecursionError):
        return ()
    listed = found if isinstance(found, list) else []
    return tuple(name for name in listed if isinstance(name, str))


def time_of(fields: Mapping[str, str]) -> Time:
    """The published time of fields."""
    status = fields.get("zone_status", "")
    zone_status = ZoneStatus(status) if status in list(ZoneStatus) else ZoneStatus.UNKNOWN
    edtf, printed = fields.get("published", ""), fields.get("printed", "")
    zone, note = fields.get("zone", ""), fields.get("time_note", "")
    try:
        return understood(edtf, zone, printed=printed, status=zone_status, note=note)
    except InvalidEditError:
        return Time("", printed or edtf, zone, zone_status, None, None, note)
