"""PDF through typst: tagged (PDF/UA-1), from the program's own fonts, the same bytes every time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import resources
from db.sheets.model import Sheet
from db.sheets.page import page_data
from db.sheets.printable import Printer
from db.sheets.typesetting import Setting, TypesettingError, typeset, typeset_apart
from db.sheets.watching import Watch, stopping, unwatched
from db.text.instants import local_of
from db.text.zones import resolve_zone

SetPage = Callable[[Setting], bytes]
# Written by the program's own fonts; other characters may need those of the machine.
_SURE: Final = re.compile(r"[\x00-\u024f\u0400-\u052f\u2010-\u2027\u2030-\u205e]*")
# Of words on the page, and of words in a picture.
_NO_GLYPH: Final = ("could not be displayed", "missing codepoints")
_MOST_PROBES: Final = 400
_REMEMBERED: Final = 10
_LAST: Final = 253_402_300_799  # the end of the year 9999
_PROBE: Final = (
    '#set document(title: "-")\n#set text(font: ("IBM Plex Serif", "IBM Plex Sans"))\n'
    '#json("sheet.json").map(text).join(parbreak())'
)


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as a PDF; where its watcher may stop it, it is set in a process of its own.

    Scripts that the program's fonts lack are set in fonts of the machine; a character that none
    of them has is printed by its number.
    """
    check = stopping(watch)
    set_page = typeset if check is None else partial(typeset_apart, check=check)
    try:
        return _rendered(sheet, watch, set_page)
    finally:
        if check is None:
            _forget()


def _rendered(sheet: Sheet, watch: Watch, set_page: SetPage) -> bytes:
    template = resources.path("sheets", "sheet.typ").read_text(encoding="utf-8")
    data = page_data(sheet, Printer(), watch)
    sure = Setting(template, _written(data), _timestamp(sheet))
    pages = _tried(sure, set_page)
    if pages is not None:
        return pages
    missing = _missing(sorted(set(_SURE.sub("", sure.data))))
    data = page_data(sheet, Printer(missing))
    setting = replace(sure, data=_written(data), system_fonts=True)
    # Shaped together, characters can still lack what each of them has: then without the seal.
    return _tried(setting, set_page) or set_page(replace(setting, sealed=False))


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _tried(setting: Setting, set_page: SetPage) -> bytes | None:
    """The PDF, or None where a character has no glyph."""
    try:
        return set_page(setting)
    except TypesettingError as error:
        if not any(words in str(error) for words in _NO_GLYPH):
            raise
        return None


def _missing(characters: list[str]) -> set[str]:
    """The characters that no font of the program or the machine has, by halving."""
    missing: set[str] = set()
    waiting = [characters]
    probes = 0
    while waiting:
        some = waiting.pop()
        probes += 1
        probe = Setting(_PROBE, _written(some), 0, system_fonts=True)
        if probes <= _MOST_PROBES and _tried(probe, typeset) is not None:
            continue
        if len(some) == 1 or probes > _MOST_PROBES:
            missing.update(some)
        else:
            waiting += [some[: len(some) // 2], some[len(some) // 2 :]]
    return missing


def _forget() -> None:
    """Let go of the memory of a document: typst keeps what it laid out for the next ten."""
    import typst

    for _ in range(_REMEMBERED + 1):
        typst.compile(b"", font_paths=[], ignore_system_fonts=True)


def _timestamp(sheet: Sheet) -> int:
    """The sheet's own date on the corpus's clocks, so that the file tells no other."""
    local = local_of(sheet.made.time.earliest or 0, resolve_zone(sheet.zone))
    return min(max(0, local), _LAST)
