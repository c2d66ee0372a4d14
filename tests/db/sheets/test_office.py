"""DOCX and ODT: every word comes back from the file, as headings, tables and passages."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree

from db.records import EditionKind
from db.sheets.choices import Orientation, Paper, SheetKind
from db.sheets.exporting import read_sheet
from db.sheets.model import Run, Sheet
from db.sheets.office.composing import document
from db.sheets.office.document import Table
from db.sheets.office.docx import render as render_docx
from db.sheets.office.odt import render as render_odt
from db.sheets.references import find_references, references
from db.sheets.requests import SheetRequest
from db.sheets.visible import unseen
from tests.odd_sheets import NAUGHTY, ODD, odd_quotation, odd_sheet
from tests.office_files import docx_paragraphs, odt_paragraphs, odt_root

Read = Callable[[bytes], list[tuple[str, str]]]
BOTH = pytest.mark.parametrize(
    ("render", "read"),
    [(render_docx, docx_paragraphs), (render_odt, odt_paragraphs)],
    ids=["docx", "odt"],
)
ROOM = "\u00a0"


def plain(words: str, **changed: object) -> Sheet:
    """An odd sheet whose ladders need not be drawn."""
    sheet = odd_sheet(words, **changed)
    row = sheet.rows[0]
    comparisons = tuple(replace(c, ladders=()) for c in row.comparisons)
    return replace(sheet, rows=tuple(replace(r, comparisons=comparisons) for r in sheet.rows))


def composed(sheet: Sheet) -> list[str]:
    """The words of every paragraph of the document, in order."""
    made = document(sheet)
    found: list[str] = []
    for block in made.blocks:
        blocks = (block,)
        if isinstance(block, Table):
            blocks = tuple(b for line in block.lines for box in line.boxes for b in box.blocks)
        found += [b.text for b in blocks if hasattr(b, "spans")]
    return found + [p.text for p in made.ending]


@BOTH
@settings(max_examples=40)
@given(ODD)
def test_every_paragraph_comes_back_letter_by_letter(render, read, words):
    sheet = plain(words)
    found = [text for _, text in read(render(sheet))]
    assert [t for t in found if t] == [t for t in composed(sheet) if t]


@BOTH
@pytest.mark.parametrize("words", NAUGHTY)
def test_quotations_begin_with_their_address_and_end_with_their_words(render, read, words):
    sheet = plain(words)
    (said,) = (text for style, text in read(render(sheet)) if style.startswith("Quotation"))
    address, rest = said.split("\t", 1)
    assert address == "A.1"
    tag, quoted = unseen(rest).split("\u2002", 1)
    assert tag == "denies"
    assert quoted == f"Ab, {words} …"


@BOTH
def test_references_are_found_again(harbour, render, read):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10"))
    text = "\n".join(text for _, text in read(render(sheet)))
    assert find_references(text) == [r for _, found in references(sheet) for r in found]


def test_a_reference_is_found_where_a_printer_set_its_brackets_elsewhere():
    text = "A.12 ticker/digest 3521–3600 #ab12cd34ef56 A.9 ticker/digest 0–4 #0123456789ab ⟦ ⟧ ⟦ ⟧"
    assert [(r.address, r.start, r.end) for r in find_references(text)] == [
        ("A.12", 3521, 3600),
        ("A.9", 0, 4),
    ]
    assert not find_references("A.12 ticker/digest 3521–3600 #ab12cd34ef5678")


@BOTH
def test_every_silence_is_said_with_its_reason(harbour, render, read):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10"))
    said = [text for style, text in read(render(sheet)) if style in ("Silence", "Unread")]
    silent = [c for row in sheet.rows for c in row.cells if not c.quotations]
    assert len(said) == len(silent)
    assert "nobody has looked yet" in said


def test_a_word_document_has_headings_and_tables_with_repeated_heads(harbour):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10"))
    opened = docx.Document(io.BytesIO(render_docx(sheet)))
    headings = [p.text for p in opened.paragraphs if p.style.name.startswith("Heading")]
    for row in sheet.rows:
        assert row.event.title in headings
    assert "References" in headings
    assert len(opened.tables) == len(sheet.rows)
    for table in opened.tables:
        assert table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert [c.text.split("\n")[0] for c in table.rows[0].cells][1].startswith("B")
        for row in table.rows[1:]:
            properties = row._tr.find(qn("w:trPr"))
            assert properties is None or properties.find(qn("w:cantSplit")) is None


def test_a_nested_event_is_a_lower_heading(harbour):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10"))
    opened = docx.Document(io.BytesIO(render_docx(sheet)))
    levels = {p.text: p.style.name for p in opened.paragraphs}
    assert levels["Fall of the crane"] == "Heading 1"
    assert levels["Dockers hurt"] == "Heading 2"


def test_a_word_document_tells_its_title_language_and_date_and_nobody(harbour):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10", title="The *crane*"))
    data = render_docx(sheet)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.language) == ("The *crane*", "en")
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.created == properties.modified == datetime(2011, 6, 10, tzinfo=UTC)
    with ZipFile(io.BytesIO(data)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(2011, 6, 10, 0, 0, 0)}
        assert not [n for n in packed.namelist() if "app.xml" in n]


def test_an_odt_begins_with_its_type_and_tells_nobody(harbour):
    data = render_odt(read_sheet(harbour, SheetRequest(date="2011-06-10")))
    with ZipFile(io.BytesIO(data)) as packed:
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", 0)
        for name in packed.namelist():
            if name.endswith(".xml"):
                etree.fromstring(packed.read(name))
        meta = packed.read("meta.xml").decode()
    assert "2011-06-10T00:00:00" in meta
    assert "creator" not in meta


@BOTH
def test_the_paper_lies_as_asked(harbour, render, read):
    flat = read_sheet(harbour, SheetRequest(date="2011-06-10", paper=Paper.LETTER))
    upright = replace(flat, orientation=Orientation.PORTRAIT)
    sizes = [paper(render(sheet)) for sheet in (flat, upright)]
    assert [tuple(round(n) for n in size) for size in sizes] == [(279, 216), (216, 279)]


def paper(data: bytes) -> tuple[float, float]:
    """Width and height of a document's paper in millimetres."""
    with ZipFile(io.BytesIO(data)) as packed:
        if "word/document.xml" in packed.namelist():
            section = docx.Document(io.BytesIO(data)).sections[0]
            return section.page_width.mm, section.page_height.mm
    fo = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
    (layout,) = (
        e for e in odt_root(data, "styles.xml").iter() if e.get(f"{fo}page-width") is not None
    )
    width, height = (layout.get(f"{fo}page-{side}") for side in ("width", "height"))
    return float(width.removesuffix("mm")), float(height.removesuffix("mm"))


def test_words_have_their_language_and_their_direction():
    quotation = odd_quotation("שלום עולם", "A", "source-0", runs=(Run("שלום (עולם) abc"),))
    sheet = plain("x")
    row = sheet.rows[0]
    cells = (replace(row.cells[0], quotations=(replace(quotation, language="he"),)), row.cells[1])
    sheet = replace(sheet, rows=(replace(row, cells=cells),))
    opened = docx.Document(io.BytesIO(render_docx(sheet)))
    (paragraph,) = (p for p in opened.tables[0].rows[1].cells[0].paragraphs if "A.1" in p.text)
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    marked = [r.text for r in paragraph.runs if r._r.rPr is not None and r.font.rtl]
    assert "".join(marked).strip() == "שלום (עולם)"
    languages = {e.get(qn("w:bidi")) for e in paragraph._p.iter(qn("w:lang"))}
    assert languages == {"he-IL"}
    odt = render_odt(sheet)
    assert ("Quotation-rtl", "A.1\tdenies\u2002שלום (עולם) abc …") not in odt_paragraphs(odt)
    assert any(style == "Quotation-rtl" for style, _ in odt_paragraphs(odt))
    assert b'fo:language="he"' in etree.tostring(odt_root(odt))


@BOTH
def test_a_ladder_is_a_picture_that_says_its_figures(render, read):
    data = render(odd_sheet("=1 <&>", sources=3))
    with ZipFile(io.BytesIO(data)) as packed:
        (picture,) = (n for n in packed.namelist() if n.endswith(".png"))
        assert packed.read(picture).startswith(b"\x89PNG")
        page = packed.read("word/document.xml" if render is render_docx else "content.xml")
    root = etree.fromstring(page)
    said = [e.get("descr") or e.text or "" for e in root.iter()
            if e.tag.endswith(("}docPr", "}desc"))]  # fmt: skip
    assert len(said) == 1
    assert "over 70 =1 <&>" in said[0] and "over 71 =1 <&>" in said[0]


@BOTH
def test_a_worksheet_has_lines_to_write_on_and_its_key_the_answers(harbour, render, read):
    request = SheetRequest(date="2011-06-10", kind=SheetKind.WORKSHEET)
    sheet = read_sheet(harbour, request)
    found = read(render(sheet))
    room = sum(cell.gap for row in sheet.rows for cell in row.cells)
    assert [style for style, _ in found].count("Writing") >= room > 0
    assert not [text for style, text in found if style.startswith("Quotation")]
    row = plain("x").rows[0]
    told = replace(row.cells[0].quotations[0], runs=(Run("a "), Run("three", answer=True)))
    asked = replace(told, runs=(Run("a "), Run("", gap=6)))
    for quotation, shown in (
        (told, "a ‹three› …"),
        (asked, f"a {ROOM * 8}\u200b{ROOM * 4} …"),
    ):
        cells = (replace(row.cells[0], quotations=(quotation,)), row.cells[1])
        made = replace(plain("x"), rows=(replace(row, cells=cells),))
        (said,) = (t for style, t in read(render(made)) if style.startswith("Quotation"))
        assert said.endswith(shown)


@BOTH
def test_a_blind_sheet_tells_no_source(harbour, render, read):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10", blind=True))
    with ZipFile(io.BytesIO(render(sheet))) as packed:
        whole = b"".join(packed.read(n) for n in packed.namelist())
    for name in (b"Herald", b"herald", b"A. Writer", b"Tower"):
        assert name not in whole


@BOTH
def test_a_hundred_claims_in_a_cell_and_six_sources(render, read):
    sheet = plain("x", sources=6, rows=3)
    row = sheet.rows[0]
    claim = row.cells[0].claims[0]
    many = tuple(replace(claim, key=f"k{n}", shown=f"over {n}") for n in range(100))
    cells = (replace(row.cells[0], claims=many), *row.cells[1:])
    sheet = replace(sheet, rows=(replace(row, cells=cells), *sheet.rows[1:]))
    found = [text for style, text in read(render(sheet)) if style == "Claim"]
    assert sum(text.startswith("over ") for text in found) >= 100 + 4 + 2 * 5
    assert {t.split(" · ")[0] for t in found} >= {f"over {n}" for n in range(100)}


@BOTH
def test_a_text_of_any_length_is_whole(render, read):
    words = "длинный текст 🏗 " * 4_000
    (said,) = (t for s, t in read(render(plain(words[:-1]))) if s.startswith("Quotation"))
    assert said.endswith(f"Ab, {words[:-1]} …")


def test_editions_are_told_in_the_first_head(harbour):
    sheet = read_sheet(harbour, SheetRequest(date="2011-06-10", prefer=EditionKind.DIGEST))
    opened = docx.Document(io.BytesIO(render_docx(sheet)))
    assert "digest in other words" in opened.tables[0].rows[0].cells[0].text
