"""The bundled case as a whole: every quotation is on every page, and the dates decide silences."""

import re
import shutil
import subprocess

import pytest

from db.packs.cases import compile_case
from db.records import Silence
from db.sheets import html, markdown, pdf
from db.sheets.exporting import read_sheet
from db.sheets.model import Sheet
from db.sheets.printable import Printer
from db.sheets.references import find_references, references
from db.sheets.requests import SheetRequest


@pytest.fixture(scope="module")
def sheet(tmp_path_factory) -> Sheet:
    path = tmp_path_factory.mktemp("case") / "case.triptych"
    compile_case("zhanaozen-2011", path)
    return read_sheet(path, SheetRequest(date="2026-01-01"))


def test_every_event_is_a_row_and_every_cell_says_something(sheet):
    assert len(sheet.rows) > 100
    for row in sheet.rows:
        assert len(row.cells) == 3
        assert all(cell.quotations or cell.silence for cell in row.cells)


def test_a_source_is_called_too_early_only_for_what_came_after_it(sheet):
    early = [
        (row.event, source)
        for row in sheet.rows
        for source, cell in zip(sheet.sources, row.cells, strict=True)
        if cell.silence is Silence.NOT_PUBLISHED
    ]
    assert early
    for event, source in early:
        # In two zones, a day may begin before the evening on which the paper came out has ended.
        assert event.happened.time.latest > source.published.time.latest


def test_html_quotes_every_passage_in_full(sheet):
    shown = html.render(sheet).decode()
    assert shown.count("<blockquote") == len(list(sheet.quotations()))
    assert find_references(shown) == [r for _, found in references(sheet) for r in found]


def test_markdown_references_every_passage(sheet):
    shown = markdown.render(sheet).decode()
    assert find_references(shown) == [r for _, found in references(sheet) for r in found]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_a_printed_page_holds_every_word_of_every_source(sheet):
    run = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf.render(sheet), capture_output=True, check=True
    )
    shown = run.stdout.decode()
    assert find_references(shown) == [r for _, found in references(sheet) for r in found]
    words = set(re.findall(r"[^\W_]+", shown))
    printer = Printer()
    for quotation in sheet.quotations():
        missing = set(re.findall(r"[^\W_]+", printer.whole(quotation.text))) - words
        assert not missing, f"{quotation.address} {missing}"
