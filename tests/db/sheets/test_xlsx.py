"""XLSX: every word comes back from its cell, nothing is a formula, a link or a number by chance."""

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from db.sheets.choices import Part, SheetKind
from db.sheets.exporting import ExportCancelledError, read_sheet
from db.sheets.flat import records
from db.sheets.model import Run, Sheet, text_hash
from db.sheets.references import find_references, references
from db.sheets.requests import SheetRequest
from db.sheets.visible import unseen
from db.sheets.xlsx.tables import TABLES
from db.sheets.xlsx.workbook import render
from tests.odd_sheets import NAUGHTY, ODD, odd_quotation, odd_sheet

TABS = {name: (kind, fields) for name, kind, fields in TABLES}


def opened(sheet: Sheet) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(sheet)))


def rows(tab: Worksheet) -> list[dict[str, object]]:
    """The records of a tab by the names of their fields, long texts joined."""
    head, *lines = tab.iter_rows(values_only=True)
    found: list[dict[str, object]] = []
    for line in lines:
        record = {str(n): unseen(v) if isinstance(v, str) else v
                  for n, v in zip(head, line, strict=True)}  # fmt: skip
        if record.get("part") in (None, 1):
            found.append(record)
            continue
        for name, value in record.items():
            if isinstance(value, str) and name in ("text", "marked", "title", "reason"):
                found[-1][name] = f"{found[-1][name] or ''}{value}"
    return found


def as_told(sheet: Sheet, kind: str, fields: tuple[str, ...]) -> list[dict[str, object]]:
    """The records of the model, with nothing for what is empty."""
    found = (r for r in records(sheet) if r["record"] == kind)
    return [{name: None if r.get(name) in (None, "") else r[name] for name in fields}
            for r in found]  # fmt: skip


@settings(max_examples=25)
@given(ODD)
def test_every_field_of_every_table_comes_back(words):
    sheet = odd_sheet(words, sources=3)
    book = opened(sheet)
    for tab, (kind, fields) in TABS.items():
        assert rows(book[tab.capitalize()]) == as_told(sheet, kind, fields), tab


@pytest.mark.parametrize(
    "words", [*NAUGHTY, "<r>&</r>", "<r><t>x</t></r>", "_x0041_ _x005F_x0041_"]
)
def test_naughty_words_come_back_and_nothing_is_a_formula(words):
    sheet = odd_sheet(words)
    data = render(sheet)
    with ZipFile(io.BytesIO(data)) as packed:
        pages = {n: packed.read(n).decode() for n in packed.namelist() if n.endswith(".xml")}
    sheets = "".join(page for name, page in pages.items() if "worksheets" in name)
    assert "<f>" not in sheets and "<f " not in sheets
    assert "<hyperlink" not in sheets
    assert not re.search(r't="(?:str|b|e)"', sheets)
    book = openpyxl.load_workbook(io.BytesIO(data))
    (quoted,) = rows(book["References"])
    assert text_hash(str(quoted["text"])) == quoted["sha256"]
    said = (str(c.value) for line in book["Comparison"].iter_rows() for c in line)
    (passage,) = (text for text in said if "denies\u2002" in text)
    assert unseen(passage).split("denies\u2002", 1)[1] == f"Ab, {words} …"


def test_a_cell_that_begins_like_a_formula_stays_a_text_when_it_is_edited():
    book = opened(odd_sheet("=1+1"))
    cells = [c for line in book["Claims"].iter_rows() for c in line if c.value == "=1+1"]
    assert cells
    assert all(c.data_type == "s" or c.quotePrefix for c in cells)
    assert all(c.quotePrefix for c in cells)


def test_long_texts_go_on_in_the_next_row_and_say_so():
    words = "длинный текст 🏗 " * 5_000
    sheet = odd_sheet("x")
    row = sheet.rows[0]
    quotation = odd_quotation("x", "A", "source-0", runs=(Run(words),))
    cells = (replace(row.cells[0], quotations=(quotation,)), row.cells[1])
    book = opened(replace(sheet, rows=(replace(row, cells=cells),)))
    for tab in book:
        for line in tab.iter_rows(values_only=True):
            assert all(len(str(v).encode("utf-16-le")) <= 65_534 for v in line if v)
    (quoted,) = rows(book["References"])
    assert quoted["text"] == words
    column = [str(c.value) for c in book["Comparison"]["D"]]
    # The first one has the report over its address, which the words follow.
    parts = [
        m for text in column if (m := re.search(r"(?s)(?:^|\n)A\.1( \(\d+\))?\u2002(.*)", text))
    ]
    assert [part[1] for part in parts[:3]] == [None, " (2)", " (3)"]
    assert len(parts) > 5
    assert "".join(part[2] for part in parts) == f"{words} …"
    heights = book["Comparison"].row_dimensions
    assert all(h.height is None or h.height <= 409 for h in heights.values())


def test_the_tables_can_be_filtered_and_print_with_their_heads(harbour):
    book = opened(read_sheet(harbour, SheetRequest(date="2011-06-10")))
    assert book.sheetnames[0] == "Comparison"
    assert book.sheetnames[-1] == "About"
    for tab in book.worksheets[:-1]:
        assert tab.freeze_panes == "B2"
        assert tab.auto_filter.ref
        assert tab.print_title_rows == "$1:$1"
        assert tab.page_setup.orientation == "landscape"
        assert tab.page_setup.fitToHeight == 0


def test_references_are_found_again_and_silences_are_said(harbour):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10"))
    book = opened(sheet)
    text = "\n".join(str(c.value) for c in book["References"]["A"])
    assert find_references(text) == [
        r
        for row in sheet.rows
        for cell in row.cells
        for r in [
            reference
            for _, found in references(replace(sheet, rows=(replace(row, cells=(cell,)),)))
            for reference in found
        ]
    ] or sorted(find_references(text)) == sorted(r for _, f in references(sheet) for r in f)
    said = {str(c.value) for line in book["Comparison"].iter_rows() for c in line}
    assert "nobody has looked yet" in said


def test_a_workbook_tells_the_sheets_date_and_nobody(harbour):
    data = render(read_sheet(harbour, SheetRequest(date="2011-06-10")))
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert (properties.creator or "", properties.lastModifiedBy or "") == ("", "")
    assert properties.created.isoformat().startswith("2011-06-10")
    with ZipFile(io.BytesIO(data)) as packed:
        core = packed.read("docProps/core.xml").decode()
        assert re.findall(r"\d{4}-\d\d-\d\dT", core) == ["2011-06-10T"] * 2
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(packed.read(name))


def test_a_worksheet_has_room_and_a_key_its_answers(harbour):
    book = opened(read_sheet(harbour, SheetRequest(date="2011-06-10", kind=SheetKind.WORKSHEET)))
    assert not rows(book["References"])
    key = opened(read_sheet(harbour, SheetRequest(date="2011-06-10", kind=SheetKind.KEY)))
    assert rows(key["References"])


def test_what_is_not_shown_has_no_table(harbour):
    request = SheetRequest(date="2011-06-10", show=frozenset({Part.PASSAGES}))
    names = opened(read_sheet(harbour, request)).sheetnames
    assert not {"Claims", "Relations", "Silences", "Names", "Links"} & set(names)


def test_a_stop_is_heard_between_two_rows():
    def stop() -> None:
        raise ExportCancelledError(file="x.xlsx")

    with pytest.raises(ExportCancelledError):
        render(odd_sheet("x", rows=3), stop)


def test_a_hundred_claims_and_six_sources():
    sheet = odd_sheet("x", sources=6)
    row = sheet.rows[0]
    claim = row.cells[0].claims[0]
    many = tuple(replace(claim, key=f"k{n}", shown=f"over {n}") for n in range(100))
    cells = (replace(row.cells[0], claims=many), *row.cells[1:])
    book = opened(replace(sheet, rows=(replace(row, cells=cells),)))
    said = [str(c.value) for c in book["Comparison"]["D"]]
    assert {s.split(" · ")[0] for s in said if s.startswith("over ")} == {
        f"over {n}" for n in range(100)
    }
