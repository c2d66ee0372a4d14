"""Formats of a sheet of 1,000 events and three sources, each against its library alone.

The library writes the same cells from values that are ready: python-docx the same paragraphs and
runs, lxml the same elements of an ODT, XlsxWriter the very calls again, csv the same rows, json
the same object.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from db.corpus import Corpus
from db.sheets import csv_sheet, json_sheet
from db.sheets.building import build_sheet
from db.sheets.model import Sheet
from db.sheets.office import docx, odt
from db.sheets.office.composing import document
from db.sheets.office.document import Paragraph, Table
from db.sheets.requests import SheetRequest
from db.sheets.xlsx import workbook
from tests.benchmarks.corpora import Scale, build
from tests.benchmarks.measuring import Result, Work, interleaved, result

EVENTS = 1_000
SAMPLES = 5
MOST = 3.0
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def formats() -> Iterator[Result]:
    """Every format that a library writes, but PDF, which has a bench of its own."""
    sheet = _sheet()
    for name, render, alone in (
        ("DOCX", docx.render, _docx(sheet)),
        ("ODT", odt.render, _odt(sheet)),
        ("XLSX", workbook.render, _xlsx(sheet)),
        ("CSV", csv_sheet.render, _csv(sheet)),
        ("JSON", json_sheet.render, _json(sheet)),
    ):
        reference, subject = interleaved(alone, _work(render, sheet), SAMPLES)
        yield result(f"{name} 1,000 events / library alone", MOST, reference, subject)


def _work(render: Callable[[Sheet], bytes], sheet: Sheet) -> Work:
    return lambda: render(sheet)


def _sheet() -> Sheet:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.triptych"
        build(path, Scale(40, 4_000, EVENTS, 100_000))
        with Corpus.open(path, read_only=True) as corpus:
            return build_sheet(corpus, SheetRequest(sources=(1, 2, 3), date="2011-12-20"))


def _docx(sheet: Sheet) -> Work:
    """The same headings, tables, paragraphs and runs through python-docx."""
    from docx import Document

    made = document(sheet)
    blocks, ending = [*made.blocks], made.ending

    def alone() -> None:
        file = Document()
        for block in (*blocks, *ending):
            if isinstance(block, Table):
                table = file.add_table(len(block.lines), len(block.widths))
                for line, row in zip(block.lines, table.rows, strict=True):
                    for box, cell in zip(line.boxes, row.cells, strict=False):
                        for each in box.blocks:
                            _runs(cell.add_paragraph(), each)
            elif isinstance(block, Paragraph):
                _runs(file.add_paragraph(), block)
        file.save(io.BytesIO())

    return alone


def _runs(paragraph: Any, block: object) -> None:
    for span in block.spans if isinstance(block, Paragraph) else ():
        paragraph.add_run(span.text)


def _odt(sheet: Sheet) -> Work:
    """The same elements through lxml, serialised and packed."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(odt.render(sheet))) as packed:
        root = etree.fromstring(packed.read("content.xml"))

    def copied(node: Any, parent: Any) -> None:
        made = etree.SubElement(parent, node.tag, node.attrib)
        made.text, made.tail = node.text, node.tail
        for child in node:
            copied(child, made)

    def alone() -> None:
        made = etree.Element(root.tag, root.attrib, root.nsmap)
        for child in root:
            copied(child, made)
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as out:
            out.writestr("content.xml", etree.tostring(made))

    return alone


def _xlsx(sheet: Sheet) -> Work:
    """The same calls on the same number of sheets, with ready values and formats."""
    from xlsxwriter.worksheet import Worksheet

    calls: list[tuple[str, str, tuple[Any, ...]]] = []
    names = ("write_string", "write_rich_string", "write_number", "write_blank", "set_row")

    def noted(name: str, own: Callable[..., Any]) -> Callable[..., Any]:
        def call(tab: Any, *given: Any) -> Any:
            calls.append((tab.get_name(), name, given))
            return own(tab, *given)

        return call

    with mock.patch.multiple(
        Worksheet, **{name: noted(name, getattr(Worksheet, name)) for name in names}
    ):
        workbook.render(sheet)
    return lambda: _replayed(calls)


def _replayed(calls: list[tuple[str, str, tuple[Any, ...]]]) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    book = Workbook(io.BytesIO(), {"in_memory": True, "strings_to_urls": False})
    tabs: dict[str, Any] = {}
    made: dict[int, Any] = {}

    def own(value: Any) -> Any:
        if not isinstance(value, Format):
            return value
        if id(value) not in made:
            made[id(value)] = book.add_format({"font_name": value.font_name, "text_wrap": True})
        return made[id(value)]

    for tab, name, given in calls:
        if tab not in tabs:
            tabs[tab] = book.add_worksheet(tab)
        getattr(tabs[tab], name)(*map(own, given))
    book.close()


def _csv(sheet: Sheet) -> Work:
    """The same rows through csv."""
    text = csv_sheet.render(sheet).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))

    def alone() -> None:
        out = io.StringIO(newline="")
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
        out.getvalue().encode("utf-8-sig")

    return alone


def _json(sheet: Sheet) -> Work:
    """The same object through json."""
    data = json.loads(json_sheet.render(sheet))
    return lambda: json.dumps(data, ensure_ascii=False).encode()
