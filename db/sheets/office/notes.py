"""Notes in Markdown as plain paragraphs: headings, lists, quotations and stress are kept.

Line by line, in time linear to the text; what is not understood stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from db.sheets.office.direction import is_rtl
from db.sheets.office.document import Paragraph, Span
from db.sheets.visible import visible

_HEADING: Final = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*")
_BULLET: Final = re.compile(r"\s*[-*+]\s+(?P<words>.*)")
_NUMBER: Final = re.compile(r"\s*(?P<number>[0-9]{1,9}[.)])\s+(?P<words>.*)")
_QUOTED: Final = re.compile(r"\s*>\s?(?P<words>.*)")
# Nothing between the marks but a stretch of one line without the marks themselves.
_INLINE: Final = re.compile(
    r"\*\*(?P<strong>[^*\n]{1,500})\*\*|(?<!\w)[*_](?P<stress>[^*_\n]{1,500})[*_](?!\w)"
    r"|`(?P<code>[^`\n]{1,500})`|\[(?P<words>[^\[\]\n]{1,300})\]\((?P<place>[^()\s]{1,500})\)"
)


def note_paragraphs(text: str) -> Iterator[Paragraph]:
    """A note as paragraphs; lines that follow one another are one."""
    waiting: list[str] = []
    for line in text.split("\n"):
        made = _special(line)
        if line.strip() and made is None:
            waiting.append(line.strip())
            continue
        if waiting:
            yield _paragraph("Note", " ".join(waiting))
            waiting = []
        if made is not None:
            yield made
    if waiting:
        yield _paragraph("Note", " ".join(waiting))


def _special(line: str) -> Paragraph | None:
    if found := _HEADING.fullmatch(line):
        return _paragraph("NoteHead", found["words"])
    if found := _BULLET.fullmatch(line):
        return _paragraph("NoteItem", f"•\u2002{found['words']}")
    if found := _NUMBER.fullmatch(line):
        return _paragraph("NoteItem", f"{found['number']}\u2002{found['words']}")
    if found := _QUOTED.fullmatch(line):
        return _paragraph("NoteItem", found["words"])
    return None


def _paragraph(style: str, words: str) -> Paragraph:
    return Paragraph(style, tuple(_spans(words)), is_rtl(words))


def _spans(words: str) -> Iterator[Span]:
    at = 0
    for found in _INLINE.finditer(words):
        if found.start() > at:
            yield Span(visible(words[at : found.start()]))
        at = found.end()
        if found["strong"]:
            yield Span(visible(found["strong"]), "Strong")
        elif found["stress"]:
            yield Span(visible(found["stress"]), "Emphasis")
        elif found["code"]:
            yield Span(visible(found["code"]))
        else:
            yield Span(visible(f"{found['words']} ({found['place']})"))
    if at < len(words):
        yield Span(visible(words[at:]))
