"""Markdown as a small, safe kind of HTML: no raw HTML, no pictures, links to help topics only.

Qt's rich text fetches pictures and style sheets by itself, from network shares too. So nothing
that Markdown's writer makes is handed on as it is: the tags are read and only the few listed here
are written again, with no attributes but a link's topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import Final

TOPIC_SCHEME: Final = "topic:"
MOST_CHARACTERS: Final = 100_000
"""Longer texts are cut: Markdown's time grows faster than the text."""
_TEXT: Final = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "code", "pre")
_TABLES: Final = ("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "blockquote")
_KEPT: Final = frozenset((*_TEXT, *_TABLES))
_EMPTY: Final = frozenset(("br", "hr"))
_SWALLOWED: Final = frozenset(("script", "style", "head", "title", "textarea"))
_BARE_LINKS: Final = ("autolink", "automail")
_TOPIC_LINK: Final = re.compile(r"([a-z][a-z-]*)\.md")


def topic_of_link(target: str) -> str:
    """Return the topic that a link in a help text leads to; empty for any other link."""
    found = _TOPIC_LINK.fullmatch(target)
    return found[1] if found else ""


def to_html(text: str) -> str:
    """Return Markdown as HTML of the kept tags; links read ``topic:NAME``."""
    return clean(_markdown(text[:MOST_CHARACTERS]))


def clean(html: str) -> str:
    """Return HTML with all but the kept tags left out, and every tag closed."""
    writer = _Writer()
    # Python 3.11's parser fails on some "<![…": declarations and comments are read as words.
    writer.feed(html.replace("<!", "&lt;!"))
    writer.close()
    return "".join(writer.finished())


def _markdown(text: str) -> str:
    # Imported late: nobody waits for it at the start of the program.
    from markdown import Markdown

    reader = Markdown(extensions=["tables", "def_list", "sane_lists"], output_format="html")
    reader.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref", *_BARE_LINKS):
        reader.inlinePatterns.deregister(name)
    return str(reader.convert(text))


class _Writer(HTMLParser):
    """Writes the kept tags again and closes what was left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        self._swallowing = 0

    def finished(self) -> Iterator[str]:
        """Yield what was written, then the end tags that are missing."""
        yield from self._out
        for tag in reversed(self._open):
            yield f"</{tag}>"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a kept tag without attributes, a link with its topic."""
        if tag in _SWALLOWED:
            self._swallowing += 1
        elif tag == "a":
            topic = topic_of_link(dict(attrs).get("href") or "")
            if topic:
                self._out.append(f'<a href="{TOPIC_SCHEME}{topic}">')
                self._open.append("a")
        elif tag in _EMPTY:
            self._out.append(f"<{tag}>")
        elif tag in _KEPT:
            self._out.append(f"<{tag}>")
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a kept tag that ends at once."""
        if tag in _EMPTY:
            self._out.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """Close a tag that is open, and those inside it."""
        if tag in _SWALLOWED:
            self._swallowing = max(0, self._swallowing - 1)
        elif tag in self._open:
            while True:
                inner = self._open.pop()
                self._out.append(f"</{inner}>")
                if inner == tag:
                    return

    def handle_data(self, data: str) -> None:
        """Write text, escaped."""
        if not self._swallowing:
            self._out.append(escape(data, quote=False))


def links_of(markdown: str) -> list[str]:
    """Return the topics that a Markdown text links to, in order."""
    targets = re.findall(r"\[[^\]]+\]\(([^)\s]+)\)", markdown)
    return [topic for topic in map(topic_of_link, targets) if topic]
