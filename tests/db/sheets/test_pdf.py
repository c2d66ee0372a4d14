"""PDF: tagged, the same every time, every word on the page, whatever the words are."""

import json
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.records import Relation
from db.sheets.choices import Orientation, Paper
from db.sheets.glyphs import without_glyph
from db.sheets.model import Run
from db.sheets.page import page_data
from db.sheets.pdf import _paced, render
from db.sheets.printable import Printer, read_back, shortened
from db.sheets.references import find_references, references
from db.sheets.typesetting import typeset
from tests.odd_sheets import odd_sheet

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)
MARKUP = '#sys.version *b* _e_ $x$ @ref <label> // no /* no */ #eval("1+1") \\ \\u{41} ~ -- ... '


def words_of(pdf: bytes) -> str:
    run = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return run.stdout.decode()


def squeezed(text: str) -> str:
    # A font may draw a letter and its accent apart.
    return re.sub(r"\s", "", unicodedata.normalize("NFC", read_back(text)))


@needs_pdftotext
@settings(max_examples=25)
@given(
    st.text(
        st.sampled_from(list("#*_$@<>[]{}()\\/~-=+|&%\"' \n\t\x00\x07\x85\u202eabc"))
        | st.characters(max_codepoint=0x17F, exclude_categories=["Sk"])
        | st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіӘҒҚҢӨҰҮҺІ"),
        min_size=1,
        max_size=80,
    )
)
@example(MARKUP)
@example("x" * 300)
@example("Жаңаөзен ₸ 500 → “слово” №")
def test_words_are_printed_and_never_read_as_markup(sheet_of, text):
    # Soft hyphens print only where a word breaks; accents that stand alone (Sk) are set by
    # pdftotext onto the letter before them.
    text = text.replace("\xad", "")
    shown = words_of(render(sheet_of([Run(f"begin {text} end")])))
    assert squeezed(f"begin {text} end") in squeezed(shown)


@settings(max_examples=20)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@example("שלום مرحبا 漢字 😀 \U00010348 \u0378 \ue000 \U000e0041 e\u0301\u0302 \ufdd0")
def test_no_words_stop_the_page(sheet_of, text):
    sheet = sheet_of([Run(text), Run(text, Relation.REPORTS)], title=text)
    assert render(sheet).startswith(b"%PDF-")


def test_it_is_tagged_to_the_standard_and_the_same_every_time(sheet_of):
    sheet = sheet_of([Run("some "), Run("words", Relation.REPORTS)], title="A title", rows=3)
    pdf = render(sheet)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"D:20110610" in pdf
    assert render(sheet) == pdf


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_one_to_six_sources_fit_every_paper(sheet_of, count, paper, orientation):
    sheet = sheet_of(*([Run("words " * 20)] for _ in range(count)), rows=2)
    pdf = render(replace(sheet, paper=paper, orientation=orientation))
    assert pdf.startswith(b"%PDF-")


@needs_pdftotext
def test_a_row_higher_than_a_page_breaks_and_loses_nothing(sheet_of):
    text = " ".join(f"word{n}" for n in range(3000))
    shown = words_of(render(sheet_of([Run(text)], [Run("short")], title="Long one")))
    found = re.findall(r"word\d+", shown)
    assert found == text.split(" ")
    pages = shown.count("\f")
    assert pages > 3
    assert shown.count("continued: Long one") >= pages - 2
    assert f"page {pages} of {pages}" in shown
    assert shown.count("Source 0") >= pages - 1


@needs_pdftotext
def test_references_are_found_again(sheet_of):
    sheet = sheet_of(*([Run(f"words {n}")] for n in range(3)))
    expected = [r for _, found in references(sheet) for r in found]
    assert find_references(words_of(render(sheet))) == expected


@needs_pdftotext
def test_a_sheet_without_events_says_so_little_and_prints(sheet_of):
    sheet = replace(sheet_of([Run("x")]), rows=())
    assert "0 events" in words_of(render(sheet))


def test_the_tags_are_what_the_standard_asks_for(sheet_of):
    pdf = render(odd_sheet("words", sources=3, rows=2))
    for part in (
        b"/MarkInfo<</Marked true",
        b"/Lang(en",
        b"/StructTreeRoot",
        b"/DisplayDocTitle true",
    ):
        assert part in pdf
    figures = re.findall(rb"<</Type/StructElem/S/Figure.*?endobj", pdf, re.DOTALL)
    assert figures
    assert all(re.search(rb"/Alt[(<]", figure) for figure in figures)


def test_the_first_cell_of_a_row_is_the_header_of_its_row(sheet_of):
    pdf = render(odd_sheet("words", sources=3, rows=2))
    # Events, what is compared of them, and names.
    assert len(re.findall(rb"/S/TH/P \d+ 0 R/A\[<</O/Table/Scope/Row *>>", pdf)) == 2 + 2 + 1
    assert not re.search(rb"/S/TD/P \d+ 0 R/A\[<</O/Table/Headers\[\([^()]*\)\]>>", pdf)
    offset = int(re.search(rb"startxref\n(\d+)", pdf)[1])
    assert pdf[offset : offset + 4] == b"xref"


def test_the_first_bookmark_is_the_title_and_events_are_under_it(sheet_of):
    sheet = sheet_of([Run("words")], title="An event", rows=1)
    with pypdfium2.PdfDocument(render(replace(sheet, title="A sheet"))) as file:
        marks = [(mark.level, mark.get_title()) for mark in file.get_toc()]
    assert marks[0] == (0, "A sheet")
    assert marks[1][0] == 1
    assert marks[1][1].startswith("An event")


@needs_pdftotext
@pytest.mark.parametrize("words", ["x" * 3000, "слово " * 500, "ال عرب " * 430])
def test_long_words_everywhere_fill_no_more_pages_than_they_need(words):
    sheet = odd_sheet(words, sources=6)
    shown = words_of(render(sheet))
    # What heads every page is cut; it was more than a page before.
    assert shown.count("\f") < 60
    # A title, sources, quotations, claims, relations, names, notes: nothing runs off its page.
    kept = squeezed(json.dumps(_said(page_data(sheet, Printer())), ensure_ascii=False))
    letter = words[0]
    assert squeezed(shown).count(letter) >= kept.count(letter)


def _said(data):
    """What a page says in words: not its pictures, nor what they are called."""
    if isinstance(data, dict):
        return {key: _said(value) for key, value in data.items() if key != "ladders"}
    return [_said(value) for value in data] if isinstance(data, list) else data


def test_typst_names_all_characters_that_no_font_has_at_once():
    asked = []

    def noted(setting):
        asked.append(setting)
        return typeset(setting)

    lacking = [chr(code) for code in range(0x13000, 0x13100)]
    found = without_glyph(["я", "→", *lacking], noted, system_fonts=False)
    assert set(lacking) <= found
    assert "я" not in found
    assert len(asked) == 1


def test_a_pdf_tells_how_far_it_is_while_its_pages_are_set():
    told = []
    check = _paced(lambda: None, told.append, 0.01)
    while not told or told[-1] < 0.99:
        check()
    assert told == sorted(told)
    assert told[0] < 0.9
    assert told[-1] < 1


@given(st.text(), st.integers(1, 40))
def test_what_is_cut_for_every_page_is_no_longer_than_allowed(text, most):
    cut = shortened(text, most)
    assert len(cut) <= most
    assert cut == text.strip() or (cut.endswith("…") and text.strip().startswith(cut[:-1].rstrip()))


@given(st.text(max_size=80))
def test_what_a_page_cannot_show_is_read_back_from_its_number(text):
    printed = Printer("q")(text)
    assert squeezed(printed) == squeezed(text)
