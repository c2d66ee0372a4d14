"""The sheets to count and to check with: one record a row, the same fields as in CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.sheets.flat import Record, Value
from db.sheets.long_texts import parts
from db.sheets.watching import Watch
from db.sheets.xlsx.cells import SANS, Table, cell_text

# The tab, the kind of record it holds, and its fields.
TABLES: Final = (
    ("events", "event", (
        "event", "title", "when", "printed", "earliest", "latest", "zone", "zone_status", "place",
        "parent",
    )),
    ("claims", "claim", (
        "id", "event", "source", "aspect", "title", "min", "max", "value", "vague", "unit",
        "scope", "hedge", "polarity", "voices", "as_of", "when", "printed", "text", "address",
        "edition", "start", "end", "sha256", "language", "answers",
    )),
    ("aspects", "comparison", (
        "event", "aspect", "title", "kind", "unit", "conflicts", "sources", "origins",
    )),
    ("relations", "relation", (
        "event", "aspect", "relation", "proposed", "judged", "reason", "id", "source", "address",
        "text", "other_id", "other_source", "other_address", "other_text",
    )),
    ("silences", "silence", (
        "event", "aspect", "source", "kind", "reason", "count",
    )),
    ("links", "link", (
        "event", "relation", "reason", "source", "address", "edition", "start", "end", "text",
        "other_source", "other_address", "other_edition", "other_start", "other_end",
        "other_text",
    )),
    ("names", "name", ("id", "kind", "title", "source", "text", "count", "address")),
    ("notes", "note", ("event", "title", "text", "when")),
    ("sources", "source", (
        "source", "id", "text", "title", "voices", "publisher", "when", "printed", "earliest",
        "latest", "zone", "zone_status", "language", "place", "reason", "rights", "citation",
        "edition", "end", "sha256",
    )),
    ("references", "quotation", (
        "reference", "event", "source", "address", "edition", "start", "end", "sha256", "text",
        "language", "relation", "marked", "answers", "cut", "report", "title", "voices", "when",
        "printed",
    )),
)  # fmt: skip
_WIDTHS: Final = {
    "text": 60, "other_text": 40, "reason": 48, "title": 34, "marked": 40, "citation": 48,
    "sha256": 24, "reference": 34, "event": 22, "address": 9, "other_address": 9, "start": 8,
    "end": 8, "min": 8, "max": 8, "part": 6, "count": 7, "conflicts": 9, "sources": 8,
    "origins": 8, "report": 7, "language": 9, "when": 24, "printed": 26, "earliest": 20,
    "latest": 20,
}  # fmt: skip
_USUAL_WIDTH: Final = 16
_WATCHED: Final = 200
_MOST_LINES: Final = 12
_LINE: Final = 12.0


def write_table(
    table: Table, fields: tuple[str, ...], found: Iterable[Record], watch: Watch
) -> tuple[int, int]:
    """Write records as rows under the names of their fields; returns the numbers of both.

    Where a text is longer than a cell, it goes on in the next row, and `part` counts.
    """
    rows = [part for record in found for part in parts(record)]
    if any(row["part"] != 1 for row in rows):
        fields = (*fields, "part")
    styles = table.styles
    for column, name in enumerate(fields):
        table.sheet.set_column(column, column, _WIDTHS.get(name, _USUAL_WIDTH))
        table.text(0, column, name, styles.head())
    for at, row in enumerate(rows, start=1):
        if at % _WATCHED == 0:
            watch()
        table.sheet.set_row(at, _height(row, fields))
        for column, name in enumerate(fields):
            _write(table, at, column, row.get(name))
    return len(rows), len(fields)


def _height(record: Record, fields: tuple[str, ...]) -> float:
    """As high as the longest text needs, up to a few lines: a table is to be looked through."""
    lines = [1]
    for name in fields:
        value = record.get(name)
        if isinstance(value, str):
            width = _WIDTHS.get(name, _USUAL_WIDTH)
            lines.append(sum(1 + len(line) // width for line in value.split("\n", _MOST_LINES)))
    return min(_MOST_LINES, max(lines)) * _LINE + 3


def _write(table: Table, row: int, column: int, value: Value) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        text = cell_text(value)
        table.text(row, column, text, table.styles.cell(text, face=SANS, font_size=9))
    else:
        table.number(row, column, value, table.styles.cell(face=SANS, font_size=9))
