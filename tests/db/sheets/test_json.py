"""JSON: the whole model as one object, every word of it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from db.sheets.choices import SheetKind
from db.sheets.exporting import read_sheet
from db.sheets.json_sheet import render
from db.sheets.model import Run, text_hash
from db.sheets.references import references
from db.sheets.requests import SheetRequest
from tests.odd_sheets import NAUGHTY, ODD, odd_sheet


@given(ODD)
def test_every_quotation_comes_back_with_its_place_and_hash(words):
    sheet = odd_sheet(words)
    data = json.loads(render(sheet))
    quotation = data["events"][0]["cells"][0]["quotations"][0]
    model = sheet.rows[0].cells[0].quotations[0]
    assert quotation["text"] == model.text
    assert quotation["sha256"] == text_hash(model.text)
    assert [(r["text"], r["relation"]) for r in quotation["runs"]] == [
        (r.text, r.relation) for r in model.runs
    ]
    assert (quotation["start"], quotation["end"]) == (model.start, model.end)
    assert data["references"] == [str(r) for _, found in references(sheet) for r in found]


@pytest.mark.parametrize("words", NAUGHTY)
def test_every_part_is_there_word_for_word(words):
    sheet = odd_sheet(words)
    data = json.loads(render(sheet))
    event = data["events"][0]
    claim = event["cells"][0]["claims"][0]
    assert claim["words"] == (words or None)
    assert claim["voices"] == [words]
    assert event["cells"][1]["reason"] == (words or None)
    assert event["links"][0]["note"] == words
    assert event["notes"][0]["text"] == words
    assert event["comparisons"][0]["title"] == f"A {words}"
    assert data["names"][0]["uses"]["source-0"][0]["spelling"] == words
    assert data["sources"][0]["title"] == (words or None)
    assert data["title"] == f"T {words}"


def test_a_time_is_edtf_with_its_bounds_in_utc(harbour):
    data = json.loads(render(read_sheet(harbour, SheetRequest(date="2011-06-10"))))
    assert data["format"] == "triptych-sheet"
    (crane,) = (e for e in data["events"] if e["key"] == "crane")
    assert crane["happened"]["edtf"] == "2011-06-01T12:00:00~"
    assert crane["happened"]["earliest"].endswith("Z")
    reported = crane["cells"][0]["quotations"][0]["report"]["reported"]
    assert (reported["printed"], reported["zone_status"]) == ("14:10", "assumed")
    assert data["known_by"] is None


def test_a_worksheet_tells_room_and_no_hash(harbour):
    request = SheetRequest(date="2011-06-10", kind=SheetKind.WORKSHEET)
    sheet = read_sheet(harbour, request)
    assert json.loads(render(sheet))["events"][0]["cells"][0]["gap"] >= 3
    row = sheet.rows[0]
    quotation = odd_sheet("x").rows[0].cells[0].quotations[0]
    blanked = replace(quotation, runs=(Run("a "), Run("", gap=5)))
    cells = (replace(row.cells[0], quotations=(blanked,)), *row.cells[1:])
    data = json.loads(render(replace(sheet, rows=(replace(row, cells=cells),))))
    found = data["events"][0]["cells"][0]["quotations"][0]
    assert (found["text"], found["sha256"], found["reference"]) == ("a _____", None, None)
