"""CSV: every word comes back exactly, no cell is a formula, long texts go on in the next record."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.sheets.csv_sheet import COLUMNS, guarded, render, unguarded
from db.sheets.flat import records
from db.sheets.model import Run, text_hash
from tests.odd_sheets import NAUGHTY, ODD, odd_quotation, odd_sheet

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def read(data: bytes) -> list[dict[str, str]]:
    """The records as a program reads them, parts joined."""
    found: list[dict[str, str]] = []
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        fields = {name: unguarded(value) for name, value in row.items()}
        if fields["part"] == "1":
            found.append(fields)
        else:
            for name in ("text", "marked", "title", "reason", "value", "answers"):
                found[-1][name] += fields[name]
    return found


def as_read(sheet) -> Iterator[dict[str, str]]:
    """The records of the model as text."""
    for record in records(sheet):
        said = {name: "" if v is None else str(v) for name, v in record.items()}
        yield {name: "1" if name == "part" else said.get(name, "") for name in COLUMNS}


@given(ODD)
def test_every_field_of_every_record_comes_back(words):
    sheet = odd_sheet(words)
    assert read(render(sheet)) == list(as_read(sheet))


@pytest.mark.parametrize("words", NAUGHTY)
def test_naughty_words_come_back(words):
    sheet = odd_sheet(words)
    found = read(render(sheet))
    assert found == list(as_read(sheet))
    (quotation,) = (f for f in found if f["record"] == "quotation")
    assert quotation["sha256"] == text_hash(quotation["text"])
    assert quotation["reference"].startswith("A.1 ⟦source-0/original 3–")


@given(ODD)
@example(";=1")
@example("''\t=")
def test_no_field_begins_as_a_formula_wherever_the_line_is_cut(words):
    field = guarded(words)
    assert unguarded(field) == words
    for separator in ";\t\r\n":
        for cut in field.split(separator):
            assert not cut.lstrip('"').startswith(tuple("=+-@＝＋－＠"))
    assert not field.startswith(STARTS)


def test_a_negative_number_stays_a_number():
    sheet = odd_sheet("x")
    row = sheet.rows[0]
    assert b'"-5"' not in render(sheet)
    claim = replace(row.cells[0].claims[0], min=-5)
    cell = replace(row.cells[0], claims=(claim,))
    changed = replace(sheet, rows=(replace(row, cells=(cell, row.cells[1])),))
    assert b'"-5"' in render(changed)


@given(st.integers(0, 3))
def test_a_long_text_goes_on_in_the_next_record(shift):
    words = "é" * shift + "Ünlike 👩‍🔬 words " * 6_000
    sheet = odd_sheet("x")
    row = sheet.rows[0]
    quotation = odd_quotation("x", "A", "source-0", runs=(Run(words),))
    cell = replace(row.cells[0], quotations=(quotation,))
    sheet = replace(sheet, rows=(replace(row, cells=(cell, row.cells[1])),))
    data = render(sheet)
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    longest = max(len(v.encode("utf-16-le")) // 2 for line in lines for v in line.values())
    assert longest <= 32_767
    (found,) = (f for f in read(data) if f["record"] == "quotation")
    assert found["text"] == words
    parts = [line["part"] for line in lines if line["record"] == "quotation"]
    assert parts == [str(n + 1) for n in range(len(parts))]
    assert len(parts) > 1
