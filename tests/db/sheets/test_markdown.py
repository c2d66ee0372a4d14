"""Markdown: no quoted word becomes markup or a link, and every word comes back from a reader."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.records import Relation
from db.sheets.markdown import render
from db.sheets.markdown_text import code, escape
from db.sheets.model import Run
from db.sheets.references import find_references, references

markdown_it = pytest.importorskip("markdown_it")

PIECES = [*"*_`~[](){}<>#+-=|!$^@&;:.\\\"'\n\r\t /w1a ", "www.", "http://", "a@b.c", "🏗", "&#35;"]
NASTY = st.lists(
    # Readers do not agree on whether these few control characters are white space.
    st.sampled_from(PIECES)
    | st.characters(exclude_categories=["Cs"], exclude_characters="\0\v\x1c\x1d\x1e\x1f\x85"),
    max_size=40,
).map("".join)
TEXTS = ["http://a.b www.c.d e@f.g", "1. one\n- two\n# three\n> four\n===\n---", "a\n\n\n    b\n"]


def reader():
    return markdown_it.MarkdownIt("gfm-like", {"html": True, "linkify": False})


def read(markdown: str) -> tuple[str, set[str]]:
    """The words a reader shows, and the kinds of markup it found."""
    shown: list[str] = []
    kinds: set[str] = set()
    for token in reader().parse(f"> {markdown}".replace("\n", "\n> ")):
        kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            shown.append("\n" if child.type == "softbreak" else child.content)
    return "".join(shown).replace("<!-- -->", ""), kinds


@given(NASTY)
@example(TEXTS[0])
@example(TEXTS[1])
@example(TEXTS[2])
@example("&amp; &#35; &copy;")
@example(" lead and trail ")
@example("\n")
def test_any_text_comes_back_and_is_nothing_but_text(text):
    shown, kinds = read(escape(text))
    assert shown == text
    plain = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close"}
    assert kinds <= plain | {"inline", "text", "softbreak", "html_inline", "text_special"}


@given(st.lists(st.tuples(NASTY, st.booleans()), min_size=1, max_size=4))
def test_marks_around_words_change_no_word(sheet_of, parts):
    runs = [Run(text, Relation.REPORTS if speaks else None) for text, speaks in parts]
    text = "".join(run.text for run in runs)
    page = render(sheet_of(runs)).decode()
    quoted = "\n".join(re.findall(r"(?m)^> ?(.*)$", page.split("## References")[0]))
    shown, _ = read(quoted)
    assert re.sub("</?strong>", "", shown) == text


def test_emphasis_is_set_where_the_words_speak(sheet_of):
    runs = [Run("They say ("), Run("that [it] fell", Relation.REPORTS), Run(") at noon.")]
    assert r"> They say (**that \[it\] fell**) at noon." in render(sheet_of(runs)).decode()


@pytest.mark.parametrize("text", ["a`b", "`", "``x``", "plain"])
def test_a_code_span_shows_its_text(text):
    (token,) = [t for t in reader().parseInline(code(text))[0].children if t.content]
    assert (token.type, token.content) == ("code_inline", text)


def test_references_are_found_again(sheet_of):
    sheet = sheet_of([Run("words")], [Run("other *words*")])
    expected = [r for _, found in references(sheet) for r in found]
    assert find_references(html.unescape(render(sheet).decode())) == expected
