"""Which characters no font has: asked of typst itself, all at once, one to a paragraph.

Shaped together, characters can lack what each of them has alone: whole strings can be asked too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from db.sheets.typesetting import Setting, TypesettingError

# Written by the program's own fonts; other characters may need those of the machine.
_SURE: Final = re.compile(r"[\x00-\u024f\u0400-\u052f\u2010-\u2027\u2030-\u205e]*")
# Of words on the page, and of words in a picture.
_NO_GLYPH: Final = ("could not be displayed", "missing codepoints")
_NAMED: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not')
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_PROBE: Final = (
    '#set document(title: "-")\n#for all in json("sheet.json") {\n'
    '  par(text(font: ("IBM Plex Serif", "IBM Plex Sans"), all))\n'
    '  par(text(font: ("IBM Plex Sans", "IBM Plex Serif"), all))\n}'
)


def unsure(text: str) -> list[str]:
    """The characters of a text that the program's own fonts may lack, each once."""
    return sorted(set(_SURE.sub("", text)))


def lacks_glyphs(error: TypesettingError) -> bool:
    """Whether a page was refused since a character of it has no glyph."""
    return any(words in str(error) for words in _NO_GLYPH)


def without_glyph(
    texts: Iterable[str], set_page: Callable[[Setting], bytes], *, system_fonts: bool
) -> set[str]:
    """The characters of texts that no font has: of the program, and of the machine if asked."""
    asked = list(texts)
    if not asked:
        return set()
    probe = Setting(_PROBE, json.dumps(asked, ensure_ascii=False), 0, system_fonts)
    try:
        set_page(probe)
    except TypesettingError as error:
        if not lacks_glyphs(error):
            raise
        # Were typst's words others one day, all are doubted.
        asked_of = set(unsure("".join(asked)))
        return _named(error) & asked_of or asked_of
    return set()


def strings_of(data: object) -> Iterator[str]:
    """Every string of a page that has a character the program's own fonts may lack."""
    if isinstance(data, str):
        if unsure(data):
            yield data
    elif isinstance(data, Mapping):
        for name, value in data.items():
            if name != "svg":
                yield from strings_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings_of(value)


def _named(error: TypesettingError) -> set[str]:
    """The characters that typst complains of: of all that have no glyph, not of the first only."""
    return {c for words in _NAMED.findall(str(error)) for c in _ESCAPED.sub(_meant, words)}


def _meant(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else str(escaped[2])
