"""HTML: every word comes back exactly, nothing is fetched, nothing runs, tables have heads."""

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from db.records import Relation
from db.sheets.html import render
from db.sheets.model import Run, text_hash
from db.sheets.references import find_references, references


class Page(HTMLParser):
    """Collects quotations, elements and addresses as a browser's parser would hand them over."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.quotations: list[tuple[dict[str, str | None], list[str]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._quoting = False
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "blockquote":
            self._quoting = True
            self.quotations.append((dict(attrs), []))

    def handle_endtag(self, tag):
        self._quoting = self._quoting and tag != "blockquote"

    def handle_data(self, data):
        if self._quoting:
            self.quotations[-1][1].append(data)


ODD = st.text(
    st.sampled_from(list("<>&\"'/\r\n\t\x01\x7f\x85\u202e\u2067\u200bשא🏗%{}"))
    | st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=60,
)


@given(ODD, ODD)
@example("</blockquote><script>alert(1)</script>", "{{ sheet }}{% if %}&lt;&#0;")
def test_any_words_come_back_with_their_place_and_hash(sheet_of, before, words):
    sheet = sheet_of([Run(before), Run(words, Relation.DENIES)], title=f"T {words}")
    page = Page(render(sheet))
    ((attributes, shown),) = page.quotations
    assert "".join(shown) == before + words
    assert attributes["data-sha256"] == text_hash(before + words)
    assert attributes["data-address"] == "A.1"
    assert attributes["data-edition"] == "source-0/original"
    assert (attributes["data-start"], attributes["data-end"]) == ("0", str(len(before + words)))


@given(ODD)
def test_nothing_runs_and_nothing_is_fetched(sheet_of, words):
    page = Page(render(sheet_of([Run(words)], title=words)))
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "link", "object", "base"}
    for _, attributes in page.tags:
        assert not any(name.startswith("on") or name == "src" for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_the_style_fetches_nothing(sheet_of):
    style = re.search(r"<style>(.*?)</style>", render(sheet_of([Run("x")])).decode(), re.DOTALL)
    assert style is not None
    assert not re.search(r"@import|url\(|https?:", style[1])


def test_the_table_names_rows_and_columns_and_languages(sheet_of):
    page = Page(render(sheet_of([Run("x")], [Run("y")])))
    scopes = [a.get("scope") for tag, a in page.tags if tag == "th"]
    assert scopes == ["col", "col", "col", "row"]
    assert ("html", {"lang": "en"}) in page.tags
    said = [a for tag, a in page.tags if a.get("class") == "said"]
    assert all(a["dir"] == "auto" and a["lang"] == "en" for a in said)
    assert len(said) == 2


def test_references_are_found_again(sheet_of):
    sheet = sheet_of([Run("words")], [Run("others")])
    expected = [r for _, found in references(sheet) for r in found]
    assert find_references(render(sheet).decode()) == expected
