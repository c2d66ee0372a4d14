"""Worksheets hold nothing of what they leave blank; their keys hold all of it, marked."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.corpus import Corpus
from db.records import Relation
from db.sheets.blanking import as_asked
from db.sheets.choices import Blank, SheetKind
from db.sheets.exporting import FORMATS, read_sheet
from db.sheets.model import Run, Sheet
from db.sheets.requests import SheetRequest


@pytest.fixture(scope="module")
def request_for(case):
    with Corpus.open(case, read_only=True) as corpus:
        ids = {e.key: e.id for e in corpus.events.all()}
    return SheetRequest(events=(ids["casualties"], ids["shooting"]), date="2026-01-01")


def made(case, request, kind, *blank):
    return read_sheet(case, replace(request, kind=kind, blank=frozenset(blank)))


def said(sheet: Sheet) -> str:
    words = [q.text for q in sheet.quotations()]
    words += [f"{c.words} {c.shown} {c.min} {c.max}" for c in sheet.claims()]
    return "\n".join(words)


def test_a_worksheet_without_a_choice_leaves_every_cell_blank(case, request_for):
    sheet = made(case, request_for, SheetKind.WORKSHEET)
    assert all(cell.gap >= 3 for row in sheet.rows for cell in row.cells)
    assert not list(sheet.quotations())
    assert not list(sheet.claims())
    assert not any(c.pairs or c.ladders for row in sheet.rows for c in row.comparisons)


def test_blank_figures_are_gone_from_passages_claims_and_ladders(case, request_for):
    sheet = made(case, request_for, SheetKind.WORKSHEET, Blank.FIGURES)
    known = [c for c in read_sheet(case, request_for).claims() if (c.min or 0) >= 50]
    words = "\n".join(q.text for q in sheet.quotations())
    assert known
    assert not [c for c in known if re.search(rf"\b{c.min:.0f}\b", words)]
    numbers = [c for c in sheet.claims() if c.type == "number"]
    assert numbers
    assert all(c.gap and c.min is None and c.max is None and not c.shown for c in numbers)
    assert not any(c.ladders for row in sheet.rows for c in row.comparisons)
    assert any(run.gap for q in sheet.quotations() for run in q.runs)


def test_blank_names_are_gone_in_every_spelling(case, request_for):
    with Corpus.open(case, read_only=True) as corpus:
        spellings = [s.text for name in corpus.names.all() for s in name.spellings]
    plain = said(read_sheet(case, request_for))
    assert "Zhanaozen" in plain
    sheet = made(case, request_for, SheetKind.WORKSHEET, Blank.NAMES)
    words = f" {said(sheet)} "
    left = [s for s in spellings if f" {s} " in words]
    assert not left
    assert all(not name.title and name.gap for name in sheet.names)


@pytest.mark.parametrize("blank", [Blank.FIGURES, Blank.NAMES])
def test_a_key_has_the_words_of_the_sheet_and_marks_the_answers(case, request_for, blank):
    whole = read_sheet(case, request_for)
    key = made(case, request_for, SheetKind.KEY, blank)
    assert [q.text for q in key.quotations()] == [q.text for q in whole.quotations()]
    worksheet = made(case, request_for, SheetKind.WORKSHEET, blank)
    for asked, answered in zip(worksheet.quotations(), key.quotations(), strict=True):
        gaps = [run.gap > 0 for run in asked.runs]
        assert gaps == [run.answer for run in answered.runs]


def test_blank_sources_are_letters_with_a_line_to_write_on(case, request_for):
    sheet = made(case, request_for, SheetKind.WORKSHEET, Blank.SOURCES)
    assert [(s.letter, s.label, s.gap) for s in sheet.sources] == [
        ("A", "", True), ("B", "", True), ("C", "", True),
    ]  # fmt: skip
    assert not any(q.whole for q in sheet.quotations())
    key = made(case, request_for, SheetKind.KEY, Blank.SOURCES)
    assert all(s.answer and s.label for s in key.sources)


def test_a_blind_sheet_tells_no_source_in_any_format(case, request_for):
    with Corpus.open(case, read_only=True) as corpus:
        sources = corpus.sources.all()
    sheet = read_sheet(case, replace(request_for, blind=True))
    for name in ("md", "html", "json", "csv"):
        text = FORMATS[name](sheet, lambda *_: None).decode("utf-8")
        for source in sources:
            assert f"{source.key}/" not in text
            assert f"{source.letter}: {source.label}" not in text
            assert source.position == "" or source.position not in text


words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(words, min_size=1, max_size=4))
def test_gaps_and_answers_split_runs_anywhere_without_losing_a_character(sheet_of, texts):
    runs = [Run(f"{text} 12 people", Relation.REPORTS if i % 2 else None)
            for i, text in enumerate(texts)]  # fmt: skip
    sheet = sheet_of(runs)
    whole = next(sheet.quotations()).text
    request = SheetRequest(kind=SheetKind.KEY, blank=frozenset({Blank.FIGURES}))
    key = next(as_asked(sheet, request, ()).quotations())
    assert key.text == whole
    asked = replace(request, kind=SheetKind.WORKSHEET)
    left = next(as_asked(sheet, asked, ()).quotations())
    answers = "".join(run.text for run in key.runs if not run.answer)
    assert left.text == answers
