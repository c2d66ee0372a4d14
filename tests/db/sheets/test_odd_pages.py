"""Odd words wherever words can stand: titles, claims, scopes, voices, reasons, links, notes, names.

What a reader of each format finds is what a sheet of plain words has, and every word is there.
"""

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings

from db.sheets import html, markdown, pdf
from db.sheets.checking.pdf_text import pages
from db.sheets.model import Sheet
from db.sheets.printable import read_back
from tests.odd_sheets import NAUGHTY, ODD, odd_sheet

markdown_it = pytest.importorskip("markdown_it")
WORDS = [words for words in NAUGHTY if words.strip()]
# What looks like part of our own notes, or stands in more shapes than one.
# What ladders are drawn with depends on the room that words need.
SHAPES = {"text", "rect", "line", "path", "circle"}
MIMICS = ("⟨", "👩", "&#0;")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", read_back(text)))


class Page(HTMLParser):
    """The words of a page, and its elements with the names of their attributes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.targets: set[str] = set()
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in SHAPES:
            self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.targets |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data):
        self.words.append(data)


def sheet_with(words: str) -> Sheet:
    return odd_sheet(words, sources=3)


@settings(max_examples=15)
@given(ODD)
@example("\ufffe\uffff\ue000\U000e0041\ufeff\0")
@example("שלום مرحبا 漢字 e\u0301\u0302 \u0378")
def test_no_words_stop_a_page(words):
    assert pdf.render(sheet_with(words)).startswith(b"%PDF-")


@pytest.mark.parametrize("words", [w for w in WORDS if not w.startswith(MIMICS)])
def test_a_page_shows_the_words_wherever_they_stand(words):
    shown = squeezed("".join(pages(pdf.render(sheet_with(words)))))
    # A title, a place, a quotation in two cells, claims, a reason, a link, a note, names, sources.
    assert shown.count(squeezed(words)) >= 20


@given(ODD.filter(str.strip))
def test_html_holds_the_words_and_no_element_of_theirs(words):
    # A parser that reads these as HTML does takes a null or a surrogate for another character.
    words = words.replace("\0", "")
    page = Page(html.render(sheet_with(f"x{words}y")))
    assert page.elements == Page(html.render(sheet_with("plain"))).elements
    assert all(target.startswith("#") for target in page.targets)
    assert "".join(page.words).count(f"x{words}y") >= 20


@pytest.mark.parametrize("words", WORDS)
def test_markdown_holds_the_words_and_no_markup_of_theirs(words):
    kinds, shown = _read(markdown.render(sheet_with(f"x{words}y")).decode())
    assert kinds <= _read(markdown.render(sheet_with("plain")).decode())[0] | {"softbreak"}
    assert squeezed(shown).count(squeezed(f"x{words}y")) >= 20


def _read(text: str) -> tuple[set[str], str]:
    """The kinds of markup that a reader of Markdown finds, and the words it shows."""
    kinds: set[str] = set()
    shown: list[str] = []
    reader = markdown_it.MarkdownIt("gfm-like", {"html": True, "linkify": False})
    for token in reader.parse(text):
        kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            shown.append("\n" if child.type == "softbreak" else child.content)
    return kinds, "".join(shown).replace("<!-- -->", "")
