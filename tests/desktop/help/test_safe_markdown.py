"""Hostile and plain Markdown: what comes out holds the kept tags and nothing that loads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.help.safe_markdown import clean, links_of, to_html

HOSTILE = [
    "<img src='//host/share/x.png'>",
    "![picture](//host/share/x.png)",
    "![picture][1]\n\n[1]: //host/share/x.png",
    "![1]\n\n[1]: //host/share/x.png",
    "[words](javascript:alert(1))",
    "[words](file:///etc/passwd)",
    "[words](//host/share/index.md)",
    "[words](../secret.md)",
    "<a href='http://host/'>words</a>",
    "<http://host/> and <someone@host.example>",
    "<link rel=stylesheet href='//host/x.css'>",
    "<style>@import '//host/x.css';</style>",
    "<table background='//host/x.png'><tr><td>cell</td></tr></table>",
    "<p style='background-image: url(//host/x.png)'>words</p>",
    "<script>x()</script>",
    "<svg><image href='//host/x.png'/></svg>",
    "<object data='//host/x'></object><iframe src='//host/x'></iframe>",
    "&lt;img src=//host/x.png&gt;",
    "a | b\n--|--\n<img src=//host/x> | ![x](//host/y)",
    "`<img src=//host/x>`",
    "<![:",
    "<!-- <img src=//host/x> --> <![CDATA[<img src=//host/x>]]>",
]
TAG = re.compile(r"<[^>]*>")
KEPT = re.compile(
    r'</?(?:p|h[1-4]|ul|ol|li|strong|em|code|pre|blockquote|table|thead|tbody|tr|th|td|dl|dt|dd)>|'
    r'<(?:br|hr)>|<a href="topic:[a-z-]+">|</a>'
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_leaves_kept_tags_without_addresses(text: str) -> None:
    for tag in TAG.findall(to_html(text)):
        assert KEPT.fullmatch(tag), tag


@given(st.text(alphabet="<>!&[]()/ap='\"imgsrc:|`*_#\n -", max_size=120))
def test_no_text_makes_another_tag(text: str) -> None:
    for tag in TAG.findall(clean(text)):
        assert KEPT.fullmatch(tag), tag


@given(st.text(alphabet="<>ptablerd/ ", max_size=80))
def test_what_is_opened_is_closed(text: str) -> None:
    out = clean(text)
    for name in ("p", "table", "a"):
        assert len(re.findall(rf"<{name}[ >]", out)) == out.count(f"</{name}>")


def test_words_of_what_is_left_out_stay_readable() -> None:
    assert "the <b>bold</b> word" in to_html("the <b>bold</b> word").replace("&lt;", "<").replace(
        "&gt;", ">"
    )
    assert "words" in to_html("[words](http://host/)")


def test_links_to_topics_are_kept() -> None:
    assert '<a href="topic:corpus-file">the file</a>' in to_html("[the file](corpus-file.md)")
    assert links_of("[a](times.md), [b](http://host/x.md), [c](keys.md)") == ["times", "keys"]


def test_tables_lists_and_code_are_kept() -> None:
    html = to_html("| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n\n`x < y`")
    assert "<td>1</td>" in html
    assert html.count("<li>") == 2
    assert "<code>x &lt; y</code>" in html
