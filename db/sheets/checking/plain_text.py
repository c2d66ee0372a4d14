"""The text of formats that are text already: HTML, Markdown, JSON and plain text."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, Final

from db.text.decoding import decode

_BLOCKS: Final = frozenset(
    re.split(
        r"\s+",
        "address article aside blockquote br caption cite dd details div dl dt figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody "
        "td tfoot th thead tr ul",
    )
)
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_SILENT: Final = frozenset({"script", "style", "title", "svg", "template", "noscript"})


def decoded(data: bytes) -> str:
    """Bytes as text, in the encoding they seem to be in."""
    return decode(data).text


class _Reader(HTMLParser):
    """Collects what a page says, line by line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block."""
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without an end begins a line at most."""
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line at the end of a block."""
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._silent:
            # Only a block ends a line, wherever an editor broke its words.
            self.parts.append(_LINE_ENDS.sub(" ", data))


def html_text(data: bytes) -> str:
    """What an HTML page says."""
    return _said(decoded(data))


def _said(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.parts)


def markdown_text(data: bytes) -> str:
    """What a Markdown text says once it is set."""
    import markdown

    reader = markdown.Markdown(extensions=["tables"])
    # CommonMark lets every mark be escaped, this library by itself only some.
    reader.ESCAPED_CHARS = list(string.punctuation)
    # Marks of its own, which it drops from any text.
    text = decoded(data).translate({2: "⟨U+0002⟩", 3: "⟨U+0003⟩"})
    return _said(reader.convert(text))


def json_text(data: bytes) -> str:
    """Every string of a JSON text, one line each."""
    return "\n".join(_strings(json.loads(decoded(data))))


def _strings(value: Any) -> Iterator[str]:
    """The strings in a value, in order."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            waiting.extend(reversed(list(item.values())))
