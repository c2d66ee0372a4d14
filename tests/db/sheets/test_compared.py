"""What a page says of what is compared: once each, with every address, conflicts with reasons."""

import re
from dataclasses import replace

import pytest

from db.records import ClaimRelation
from db.sheets.checking.pdf_text import pages
from db.sheets.choices import Part
from db.sheets.claim_model import SheetPair
from db.sheets.compared import ComparedLines
from db.sheets.exporting import read_sheet
from db.sheets.pdf import render
from db.sheets.requests import SheetRequest
from tests.odd_sheets import odd_sheet


def of_one_cell(*addresses: str, **changed: object):
    """A sheet whose first cell claims the same at each address."""
    sheet = odd_sheet("all", sources=2)
    (row,) = sheet.rows
    (claim,) = row.cells[0].claims
    claims = tuple(
        replace(claim, key=f"c{n}", address=address, **changed)
        for n, address in enumerate(addresses)
    )
    cells = (replace(row.cells[0], claims=claims), *row.cells[1:])
    return replace(sheet, rows=(replace(row, cells=cells),))


def lines_of(sheet, at=0):
    return list(ComparedLines(sheet).claims(sheet.rows[0].cells[at], "deaths"))


def test_what_a_source_says_twice_stands_once_with_both_addresses():
    (line,) = lines_of(of_one_cell("A.1", "A.2", "A.1"))
    assert line.addresses == ("A.1", "A.2")


def test_words_are_quoted_only_where_the_passages_are_not_shown():
    sheet = of_one_cell("A.1")
    assert lines_of(sheet)[0].words == ""
    without = replace(sheet, show=frozenset(Part) - {Part.PASSAGES})
    assert lines_of(without)[0].words == sheet.rows[0].cells[0].claims[0].words


def test_conflicts_come_first_then_what_was_judged_to_be_none_and_the_rest_is_counted():
    sheet = of_one_cell("A.1", "A.2", "A.3", "A.4")
    kinds = [ClaimRelation.AGREE, ClaimRelation.UPDATE, ClaimRelation.CONFLICT]
    proposed = [ClaimRelation.AGREE, ClaimRelation.CONFLICT, ClaimRelation.CONFLICT]
    pairs = tuple(
        SheetPair("c0", f"c{n}", kind, was, f"reason {n}", judged=kind is not was)
        for n, (kind, was) in enumerate(zip(kinds, proposed, strict=True), start=1)
    )
    (row,) = sheet.rows
    comparison = replace(row.comparisons[0], pairs=pairs)
    lines = ComparedLines(sheet)
    assert [line.reason for line in lines.relations(comparison)] == ["reason 3", "reason 2"]
    assert lines.counts(comparison) == "agree 1 · update 1 · conflict 1"


def test_the_case_names_each_claim_of_the_deaths_with_its_place(case):
    sheet = read_sheet(case, SheetRequest())
    lines = ComparedLines(sheet)
    (row,) = [row for row in sheet.rows if row.event.key == "casualties"]
    for cell in row.cells:
        claimed = {c.address for c in cell.claims if c.aspect == "deaths"}
        listed = {a for line in lines.claims(cell, "deaths") for a in line.addresses}
        assert listed == claimed


@pytest.mark.parametrize("part", [Part.FIGURES, Part.LADDER, Part.NAMES, Part.LINKS, Part.NOTES])
def test_each_part_can_stand_alone_on_a_page(quarrel, part):
    sheet = read_sheet(quarrel, SheetRequest(date="2011-06-10", show=frozenset({part})))
    shown = "".join(pages(render(sheet)))
    asked = {
        Part.FIGURES: "a [fall]",
        Part.LADDER: "one number",
        Part.NAMES: "What each source calls them",
        Part.LINKS: "Two or three?",
        Part.NOTES: "Ask the dockers.",
    }
    assert [p for p, words in asked.items() if words in shown] == [part]


def test_a_hundred_claims_in_one_cell_break_over_pages_and_none_is_lost():
    addresses = [f"A.{n}" for n in range(100)]
    sheet = of_one_cell(*addresses)
    (row,) = sheet.rows
    claims = tuple(replace(c, shown=f"figure {n}") for n, c in enumerate(row.cells[0].claims))
    cells = (replace(row.cells[0], claims=claims), *row.cells[1:])
    found = pages(render(replace(sheet, rows=(replace(row, cells=cells),))))
    assert len(found) > 1
    assert set(re.findall(r"figure \d+", " ".join(" ".join(found).split()))) == {
        f"figure {n}" for n in range(100)
    }
