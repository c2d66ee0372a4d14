"""CSV: one long table of every record, for spreadsheets and for programs.

UTF-8 with a byte-order mark, commas, CRLF, every field in quotation marks. No field becomes a
formula, wherever a spreadsheet cuts the line: an apostrophe stands before each `=`, `+`, `-`, `@`,
tab or carriage return (and an apostrophe before one) at the beginning of a field, or after a
semicolon, tab or line end in it. A text longer than a cell of a spreadsheet goes on in the next
record, which is the same but for its `part` and has no other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
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
# The wide forms too: spreadsheets in East Asian languages take them for the narrow ones.
_SIGNS: Final = "'=+\\-@\uff1d\uff0b\uff0d\uff20\t\r"
_BEFORE: Final = re.compile(rf'(^|[;\t\r\n]"*)(?=[{_SIGNS}])')
# In texts that each have a null before them.
_RISKY: Final = re.compile(rf'[\0;\t\r\n]"*[{_SIGNS}]')
_AFTER: Final = re.compile(rf"(^|[;\t\r\n]\"*)'(?=[{_SIGNS}])")


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as a CSV file."""
    head = ",".join(f'"{name}"' for name in COLUMNS)
    lines = "".join(_lines(records(sheet, watch)))
    return f"{head}\r\n{lines}".encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return _BEFORE.sub(r"\1'", text)


def unguarded(field: str) -> str:
    """The text that a field stands for."""
    return _AFTER.sub(r"\1", field)


def _lines(found: Iterable[Record]) -> Iterator[str]:
    """Every record as a line, each field between quotation marks.

    Most of the columns of a record are empty: one form for all records that fill the same columns
    is quicker than writing field by field.
    """
    forms: dict[tuple[str, ...], _Form] = {}
    for record in found:
        record["part"] = 1
        # Looked at all at once: most records have nothing to be guarded and nothing long.
        texts = "\0".join(["", *[v for v in record.values() if v.__class__ is str]])
        odd = '"' in texts or _RISKY.search(texts) is not None
        for part in parts(record) if len(texts) * 2 > MOST else (record,):
            names = tuple(part)
            if names not in forms:
                forms[names] = _Form(names)
            values = part.values()
            yield forms[names].line(map(_field, values) if odd else values)


class _Form:
    """The line of records that fill the same columns."""

    def __init__(self, names: Sequence[str]) -> None:
        self._ordered = itemgetter(*sorted(range(len(names)), key=lambda at: _PLACES[names[at]]))
        filled = {_PLACES[name] for name in names}
        fields = ('"%s"' if at in filled else '""' for at in range(len(COLUMNS)))
        self._form = ",".join(fields) + "\r\n"

    def line(self, values: Iterable[Value]) -> str:
        """The line with values in the order of the names."""
        given = tuple(values)
        if None in given:
            given = tuple(["" if value is None else value for value in given])
        line: str = self._form % self._ordered(given)
        return line


def _field(value: Value) -> Value:
    return guarded(value).replace('"', '""') if isinstance(value, str) else value
