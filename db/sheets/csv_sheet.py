"""CSV: one long table of every record, for spreadsheets and for programs.

UTF-8 with a byte-order mark, commas, CRLF, every field in quotation marks. No field becomes a
formula, wherever a spreadsheet cuts the line: an apostrophe stands before each `=`, `+`, `-`, `@`,
tab or carriage return (and an apostrophe before one) at the beginning of a field, or after a
semicolon, tab or line end in it. A text longer than a cell of a spreadsheet goes on in the next
record, which is the same but for its `part` and has no other words.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

from db.sheets.flat import Record, Value, records
from db.sheets.long_texts import MOST, parts
from db.sheets.model import Sheet
from db.sheets.watching import Watch, unwatched

COLUMNS: Final = (
    "record", "part", "event", "source", "address", "edition", "start", "end", "sha256", "text",
    "language", "relation", "marked", "title", "kind", "aspect", "min", "max", "value", "vague",
    "unit", "scope", "hedge", "polarity", "voices", "as_of", "when", "printed", "earliest",
    "latest", "zone", "zone_status", "place", "parent", "id", "other_id", "other_source",
    "other_address", "other_edition", "other_start", "other_end", "other_text", "proposed",
    "judged", "reason", "conflicts", "sources", "origins", "count", "report", "cut", "gap",
    "answers", "publisher", "rights", "citation", "reference",
)  # fmt: skip
_PLACES: Final = {name: place for place, name in enumerate(COLUMNS)}
_EMPTY: Final[list[Value]] = [""] * len(COLUMNS)
# The wide forms too: spreadsheets in East Asian languages take them for the narrow ones.
_SIGNS: Final = "'=+\\-@\uff1d\uff0b\uff0d\uff20\t\r"
_BEFORE: Final = re.compile(rf'(^|[;\t\r\n]"*)(?=[{_SIGNS}])')
# In texts that each have a null before them.
_RISKY: Final = re.compile(rf'[\0;\t\r\n]"*[{_SIGNS}]')
_AFTER: Final = re.compile(rf"(^|[;\t\r\n]\"*)'(?=[{_SIGNS}])")


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_lines(records(sheet, watch)))
    return out.getvalue().encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return _BEFORE.sub(r"\1'", text)


def unguarded(field: str) -> str:
    """The text that a field stands for."""
    return _AFTER.sub(r"\1", field)


def _lines(found: Iterable[Record]) -> Iterator[list[Value]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for record in found:
        record["part"] = 1
        # Looked at all at once: most records have nothing to be guarded and nothing long.
        texts = "\0".join(["", *[v for v in record.values() if v.__class__ is str]])
        risky = _RISKY.search(texts) is not None
        for part in parts(record) if len(texts) * 2 > MOST else (record,):
            names = tuple(part)
            if names not in places:
                places[names] = [_PLACES[name] for name in names]
            line = _EMPTY.copy()
            for place, value in zip(places[names], part.values(), strict=True):
                line[place] = value
            yield list(map(_field, line)) if risky else line


def _field(value: Value) -> Value:
    return guarded(value) if value and isinstance(value, str) else value
