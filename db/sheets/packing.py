"""Files packed as office programs pack them, the same bytes for the same content."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from db.sheets.model import Sheet
from db.text.instants import local_of
from db.text.zones import resolve_zone

_FIRST: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(2107, 12, 31, tzinfo=UTC)
_DOS: Final = 0


def sheet_moment(sheet: Sheet) -> datetime:
    """The sheet's own date on the corpus's clocks, as the only time its file tells.

    Labelled UTC, for want of a zone in most formats; kept to the years a zip file can tell.
    """
    local = local_of(sheet.made.time.earliest or 0, resolve_zone(sheet.zone))
    return min(max(_FIRST, datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=local)), _LAST)


def packed(files: Iterable[tuple[str, bytes]], moment: datetime, stored: str = "") -> bytes:
    """A zip file of files by name, in their order; the one named `stored` is not compressed."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files:
            info = ZipInfo(name, moment.timetuple()[:6])
            info.create_system = _DOS
            info.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()
