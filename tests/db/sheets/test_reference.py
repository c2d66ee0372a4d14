"""The invented corpus as a sheet in every format, compared with files that a person has read.

TRIPTYCH_WRITE_REFERENCE=1 writes them anew.
"""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from db.sheets.choices import Blank, Part, SheetKind
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


EVERYTHING = SheetRequest(date="2011-06-10", show=frozenset(Part))
WORKSHEET = replace(EVERYTHING, kind=SheetKind.WORKSHEET, blank=frozenset({Blank.FIGURES}))
KEY = replace(WORKSHEET, kind=SheetKind.KEY)


def text(sheet: Sheet) -> str:
    return markdown(sheet).decode()


@pytest.mark.parametrize(
    ("name", "write"),
    [("harbour.md", text), ("harbour.body.html", body), ("harbour.page.json", page)],
)
def test_the_sheet_is_the_one_that_was_read(harbour, name, write):
    _compare(name, write(read_sheet(harbour, SheetRequest(date="2011-06-10"))))


@pytest.mark.parametrize(
    ("name", "write", "request_"),
    [
        ("quarrel.md", text, EVERYTHING),
        ("quarrel.body.html", body, EVERYTHING),
        ("quarrel.page.json", page, EVERYTHING),
        ("worksheet.md", text, WORKSHEET),
        ("worksheet.body.html", body, WORKSHEET),
        ("key.md", text, KEY),
        ("key.body.html", body, KEY),
    ],
)
def test_what_a_sheet_compares_is_what_was_read(quarrel, name, write, request_):
    _compare(name, write(read_sheet(quarrel, request_)))


def _compare(name: str, written: str) -> None:
    if os.environ.get("TRIPTYCH_WRITE_REFERENCE"):
        (REFERENCE / name).write_text(written, encoding="utf-8", newline="\n")
    assert (REFERENCE / name).read_text(encoding="utf-8") == written
