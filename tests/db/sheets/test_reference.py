"""The invented corpus as a sheet in every format, compared with files that a person has read.

TRIPTYCH_WRITE_REFERENCE=1 writes them anew.
"""

import json
import os
import re
from pathlib import Path

import pytest

from db.sheets.exporting import read_sheet
from db.sheets.html import render as html
from db.sheets.markdown import render as markdown
from db.sheets.model import Sheet
from db.sheets.page import page_data
from db.sheets.printable import Printer
from db.sheets.requests import SheetRequest

REFERENCE = Path(__file__).parents[2] / "reference" / "sheets"


def body(sheet: Sheet) -> str:
    found = re.search(r"<body.*</body>", html(sheet).decode(), re.DOTALL)
    assert found is not None
    return found[0] + "\n"


def page(sheet: Sheet) -> str:
    data = page_data(sheet, Printer())
    del data["colours"]
    for source in data["sources"]:
        del source["colour"]
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


WRITERS = {
    "harbour.md": lambda sheet: markdown(sheet).decode(),
    "harbour.body.html": body,
    "harbour.page.json": page,
}


@pytest.mark.parametrize("name", WRITERS)
def test_the_sheet_is_the_one_that_was_read(harbour, name):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10"))
    written = WRITERS[name](sheet)
    if os.environ.get("TRIPTYCH_WRITE_REFERENCE"):
        (REFERENCE / name).write_text(written, encoding="utf-8", newline="\n")
    assert (REFERENCE / name).read_text(encoding="utf-8") == written
