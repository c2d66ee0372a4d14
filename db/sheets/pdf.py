"""PDF through typst: tagged (PDF/UA-1), from the program's own fonts, the same bytes every time."""

from __future__ import annotations

import json
import re
from typing import Any, Final, cast

import typst

import resources
from db.sheets.model import Sheet
from db.sheets.page import page_data
from db.sheets.printable import Printer
from db.text.instants import local_of
from db.text.zones import resolve_zone

# Written by the program's own fonts; other characters may need those of the machine.
_SURE: Final = re.compile(r"[\x00-\u024f\u0400-\u052f\u2010-\u2027\u2030-\u205e]*")
_NO_GLYPH: Final = "could not be displayed"
_MOST_PROBES: Final = 400
_REMEMBERED: Final = 10
_LAST: Final = 253_402_300_799  # the end of the year 9999
_PROBE: Final = (
    '#set document(title: "-")\n#set text(font: ("IBM Plex Serif", "IBM Plex Sans"))\n'
    '#json("sheet.json").map(text).join(parbreak())'
)


def render(sheet: Sheet) -> bytes:
    """The sheet as a PDF.

    Scripts that the program's fonts lack are set in fonts of the machine; a character that none
    of them has is printed by its number.
    """
    try:
        return _rendered(sheet)
    finally:
        _forget()


def _rendered(sheet: Sheet) -> bytes:
    template = resources.path("sheets", "sheet.typ").read_text(encoding="utf-8")
    stamp = _timestamp(sheet)
    pages = _compiled(template, page_data(sheet, Printer()), stamp)
    if pages is not None:
        return pages
    used = json.dumps(page_data(sheet, Printer()), ensure_ascii=False)
    data = page_data(sheet, Printer(_missing(sorted(set(_SURE.sub("", used))))))
    pages = _compiled(template, data, stamp, system_fonts=True)
    # Shaped together, characters can still lack what each of them has: then without the seal.
    return pages or _compile(template, data, stamp, system_fonts=True, sealed=False)


def _compiled(template: str, data: Any, stamp: int, *, system_fonts: bool = False) -> bytes | None:
    """The PDF, or None where a character has no glyph."""
    try:
        return _compile(template, data, stamp, system_fonts=system_fonts)
    except typst.TypstError as error:
        if _NO_GLYPH not in str(error):
            raise
        return None


def _compile(
    template: str, data: Any, stamp: int, *, system_fonts: bool, sealed: bool = True
) -> bytes:
    files = {
        "main.typ": template.encode(),
        "sheet.json": json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"),
    }
    # The stubs of typst do not know that a dictionary of files may be given.
    made: bytes = typst.compile(
        cast("Any", files),
        format="pdf",
        font_paths=[str(resources.path("fonts"))],
        ignore_system_fonts=not system_fonts,
        pdf_standards=["ua-1"] if sealed else [],
        timestamp=stamp,
    )
    return made


def _missing(characters: list[str]) -> set[str]:
    """The characters that no font of the program or the machine has, by halving."""
    missing: set[str] = set()
    waiting = [characters]
    probes = 0
    while waiting:
        some = waiting.pop()
        probes += 1
        if probes <= _MOST_PROBES and _compiled(_PROBE, some, 0, system_fonts=True) is not None:
            continue
        if len(some) == 1 or probes > _MOST_PROBES:
            missing.update(some)
        else:
            waiting += [some[: len(some) // 2], some[len(some) // 2 :]]
    return missing


def _forget() -> None:
    """Let go of the memory of a document: typst keeps what it laid out for the next ten."""
    for _ in range(_REMEMBERED + 1):
        typst.compile(b"", font_paths=[], ignore_system_fonts=True)


def _timestamp(sheet: Sheet) -> int:
    """The sheet's own date on the corpus's clocks, so that the file tells no other."""
    local = local_of(sheet.made.time.earliest or 0, resolve_zone(sheet.zone))
    return min(max(0, local), _LAST)
