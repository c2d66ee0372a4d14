"""PDF through typst: tagged (PDF/UA-1), from the program's own fonts, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Final

import resources
from db.sheets.glyphs import lacks_glyphs, strings_of, unsure, without_glyph
from db.sheets.model import Sheet
from db.sheets.page import page_data
from db.sheets.printable import Printer
from db.sheets.row_headers import with_row_headers
from db.sheets.typesetting import Setting, TypesettingError, typeset, typeset_apart
from db.sheets.watching import Watch, stopping, telling, unwatched
from db.text.instants import local_of
from db.text.zones import resolve_zone

SetPage = Callable[[Setting], bytes]
_REMEMBERED: Final = 10
_LAST: Final = 253_402_300_799  # the end of the year 9999
# Measured: setting a page takes so much longer than writing down what stands on it, and a process
# so many seconds to begin. Only a bar goes by it.
_LONGER: Final = 16
_BEGINNING: Final = 0.4


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as a PDF; where its watcher may stop it, it is set in a process of its own.

    Scripts that the program's fonts lack are set in fonts of the machine; a character that none
    of them has is printed by its number.
    """
    begun = monotonic()
    data = _written(page_data(sheet, Printer(), watch))
    check = stopping(watch)
    if check is None:
        try:
            return _rendered(sheet, data, typeset)
        finally:
            _forget()
    expected = _LONGER * (monotonic() - begun) + _BEGINNING
    check = _paced(check, telling(watch), expected)
    return _rendered(sheet, data, partial(typeset_apart, check=check))


def _rendered(sheet: Sheet, data: str, set_page: SetPage) -> bytes:
    return with_row_headers(_set(sheet, data, set_page))


def _set(sheet: Sheet, data: str, set_page: SetPage) -> bytes:
    template = resources.path("sheets", "sheet.typ").read_text(encoding="utf-8")
    setting = Setting(template, data, _timestamp(sheet))
    characters = unsure(data)
    if without_glyph(characters, set_page, system_fonts=False):
        return _set_anyhow(sheet, setting, characters, set_page)
    try:
        return set_page(setting)
    except TypesettingError as error:
        if not lacks_glyphs(error):
            raise
    return _set_anyhow(sheet, setting, characters, set_page)


def _set_anyhow(sheet: Sheet, setting: Setting, characters: list[str], set_page: SetPage) -> bytes:
    """The pages in fonts of the machine too; what none of them has is printed by its number."""
    missing = without_glyph(characters, set_page, system_fonts=True)
    data = page_data(sheet, Printer(missing))
    # Also what cannot be shaped beside its neighbours.
    torn = without_glyph(sorted(set(strings_of(data))), set_page, system_fonts=True)
    if torn:
        data = page_data(sheet, Printer(missing | torn))
    # Lines may yet be broken so that something has no glyph: then without the seal.
    setting = replace(setting, data=_written(data), system_fonts=True, must_be_sealed=False)
    return set_page(setting)


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _paced(
    check: Callable[[], None], tell: Callable[[float], None], expected: float
) -> Callable[[], None]:
    """The same check, which also tells how much is done by the seconds that are expected.

    Typst does not say how far it is. What takes longer than expected comes ever nearer to the end
    without reaching it.
    """
    begun = monotonic()

    def checked() -> None:
        check()
        spent = (monotonic() - begun) / expected
        tell(0.9 * spent if spent < 1 else 1 - 0.1 / spent)

    return checked


def _forget() -> None:
    """Let go of the memory of a document: typst keeps what it laid out for the next ten."""
    import typst

    for _ in range(_REMEMBERED + 1):
        typst.compile(b"", font_paths=[], ignore_system_fonts=True)


def _timestamp(sheet: Sheet) -> int:
    """The sheet's own date on the corpus's clocks, so that the file tells no other."""
    local = local_of(sheet.made.time.earliest or 0, resolve_zone(sheet.zone))
    return min(max(0, local), _LAST)
