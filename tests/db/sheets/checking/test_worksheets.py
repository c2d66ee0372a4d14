"""A worksheet checked: what is left of its quotations stands there; what was taken out is missed.

Its file tells nothing of what it leaves blank, so nothing is known of a quotation but its address.
"""

import json
import re
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.sheets.building import build_sheet
from db.sheets.checking.checking import check_sheet, check_text
from db.sheets.checking.finding import Verdict
from db.sheets.checking.reading import is_sheet
from db.sheets.choices import Blank, SheetKind
from db.sheets.exporting import FORMATS, export
from db.sheets.requests import SheetRequest
from db.sheets.seals import find_quoted

READ_BACK = [f for f in FORMATS if f != "take-home"]


@pytest.fixture(scope="module")
def corpus(case):
    with Corpus.open(case, read_only=True) as opened:
        yield opened


def worksheet(case: Path, folder: Path, ending: str, blank: set[Blank], **asked: object) -> Path:
    with Corpus.open(case, read_only=True) as opened:
        events = tuple(e.id for e in opened.events.all() if e.key in ("shooting", "casualties"))
    file = folder / f"sheet.{ending}"
    request = SheetRequest(
        events=events, kind=SheetKind.WORKSHEET, blank=frozenset(blank), date="2026-01-01", **asked
    )
    export(request, case, file)
    return file


@pytest.mark.parametrize("ending", READ_BACK)
@pytest.mark.parametrize(
    ("blank", "blind"),
    [({Blank.FIGURES}, False), ({Blank.FIGURES, Blank.NAMES}, True), ({Blank.SOURCES}, False)],
)
def test_what_stands_in_a_worksheet_is_exact(case, corpus, tmp_path, ending, blank, blind):
    file = worksheet(case, tmp_path, ending, blank, blind=blind)
    checked = check_sheet(corpus, file)
    assert len(checked) > 20
    assert [c for c in checked if c.verdict is not Verdict.EXACT] == []
    assert is_sheet(file)


@pytest.mark.parametrize("ending", ["md", "json", "csv"])
def test_a_quotation_with_a_gap_that_was_taken_out_is_missing(case, corpus, tmp_path, ending):
    file = worksheet(case, tmp_path, ending, {Blank.FIGURES})
    text = file.read_text(encoding="utf-8")
    address = find_quoted([text])[0]
    taken = {
        "md": lambda: re.sub(rf"(?s)`{address}`[^\n]*\n\n> [^\n]*\n", "", text),
        "json": lambda: json.dumps(_without(json.loads(text), address), ensure_ascii=False),
        "csv": lambda: "\n".join(
            line for line in text.split("\n")
            if not (line.startswith('"quotation"') and f'"{address}"' in line)
        ),
    }[ending]()  # fmt: skip
    assert taken != text
    file.write_text(taken, encoding="utf-8")
    found = {c.address: c for c in check_sheet(corpus, file) if c.verdict is not Verdict.EXACT}
    assert set(found) == {address}
    assert found[address].verdict is Verdict.MISSING
    assert found[address].expected


def _without(item: object, address: str) -> object:
    if isinstance(item, dict):
        return {key: _without(value, address) for key, value in item.items()}
    if isinstance(item, list):
        kept = [i for i in item if not (isinstance(i, dict) and i.get("address") == address)]
        return [_without(i, address) for i in kept]
    return item


def test_what_a_class_writes_into_a_gap_is_no_change_and_other_words_are(case, corpus, tmp_path):
    text = worksheet(case, tmp_path, "md", {Blank.FIGURES}).read_text(encoding="utf-8")
    address = find_quoted([text])[0]
    place = re.search(rf"`{address}`[^\n]*\n\n> ([^\n]*)", text)
    filled = text.replace(place[1], re.sub(r"_{3,}", "perhaps a dozen", place[1]))
    assert {c.verdict for c in check_text(corpus, [filled])} == {Verdict.EXACT}
    longest = max(re.findall(r"[a-z]{5,}", place[1]), key=len)
    changed = text.replace(place[1], place[1].replace(longest, "otherwise", 1))
    found = {c.address for c in check_text(corpus, [changed]) if c.verdict is Verdict.ALTERED}
    assert found == {address}


@pytest.mark.parametrize("ending", READ_BACK)
def test_a_worksheet_that_quotes_nothing_has_nothing_to_check(case, corpus, tmp_path, ending):
    assert check_sheet(corpus, worksheet(case, tmp_path, ending, {Blank.ALL})) == []


def test_the_list_of_what_is_quoted_holds_addresses_and_nothing_else(case):
    with Corpus.open(case, read_only=True) as opened:
        request = SheetRequest(kind=SheetKind.WORKSHEET, blank=frozenset({Blank.FIGURES}))
        sheet = build_sheet(opened, request)
    from db.sheets.seals import seals

    quoted = [seal for seal in seals(sheet) if seal.startswith("⟦quoted")]
    assert quoted
    assert all(re.fullmatch(r"⟦quoted( [A-Z]\.\d+)+⟧", seal) for seal in quoted)
    gaps = {q.address for q in sheet.quotations() if any(run.gap for run in q.runs)}
    assert set(find_quoted(quoted)) == gaps
