"""Five thousand events: every format holds every one of them, each with its quotation."""

import io
import re
from dataclasses import replace
from zipfile import ZipFile, is_zipfile

import pytest

from db.sheets.exporting import FORMATS
from db.sheets.watching import unwatched
from tests.odd_sheets import odd_sheet

ROWS = 5_000


@pytest.mark.parametrize("format", ["docx", "odt", "xlsx", "csv", "json"])
def test_no_row_is_lost(format):
    sheet = odd_sheet("x", sources=1)
    row = sheet.rows[0]
    cell = replace(row.cells[0], claims=())
    rows = (
        replace(
            row,
            event=replace(row.event, key=f"e{n}", title=f"Event no. {n};"),
            cells=(cell,),
            comparisons=(),
            links=(),
            notes=(),
        )
        for n in range(ROWS)
    )
    data = FORMATS[format](replace(sheet, rows=tuple(rows)), unwatched)
    if is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as packed:
            data = b"".join(packed.read(name) for name in packed.namelist())
    assert {int(n) for n in re.findall(rb"Event no\. (\d+);", data)} == set(range(ROWS))
