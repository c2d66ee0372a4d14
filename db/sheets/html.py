"""HTML: one file that needs nothing else, no scripts and no network, and prints well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

import resources
from db.comparing.ladder_svg import Colours
from db.fingerprint import shown
from db.sheets import palette
from db.sheets.choices import Orientation, Paper
from db.sheets.compared import ComparedLines
from db.sheets.ladder_pictures import LadderPicture, ladder_pictures
from db.sheets.model import Sheet
from db.sheets.references import DIGITS, references
from db.sheets.seals import seals
from db.sheets.watching import Watch, unwatched, watched
from db.sheets.wording import words_of

# One period of each pattern, 5 px high, in the colour of the text around it.
_SHAPES: Final = {
    "solid": (8, '<rect width="8" height="5"/>'),
    "diagonal": (6, '<path d="M0 5L5 0H2L-3 5ZM6 5L11 0H8L3 5Z"/>'),
    "dots": (5, '<circle cx="2.5" cy="2.5" r="2"/>'),
    "dashes": (10, '<rect width="6" height="5"/>'),
    "double": (8, '<path d="M0 0H8V1.6H0ZM0 3.4H8V5H0Z"/>'),
    "waves": (8, '<path d="M-1 3.6Q1 0 3 2.5T7 2.5T11 2.5" fill="none" stroke="currentColor" '
                 'stroke-width="1.8"/>'),
}  # fmt: skip
_SIZES: Final = {Paper.A4: "A4", Paper.LETTER: "letter"}
# As the page's style has them, light or dark.
_THEMED: Final = Colours(
    "var(--paper)", "var(--ink)", "var(--muted)", "var(--hairline)", "var(--look-{})".format
)


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """The colours of a source, and the period and shape of its rule."""

    style: int
    colour: str
    dark_colour: str
    width: int
    shape: Markup


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as one HTML file in UTF-8."""
    words = words_of(sheet)
    looks = [_look(source.style) for source in sheet.sources]
    page = _template("sheet.html", autoescape=True).render(
        sheet=sheet,
        rows=watched(sheet.rows, watch),
        css=Markup(_css(sheet, looks)),
        looks=looks,
        words=words,
        compared=ComparedLines(sheet),
        pictures=lambda ladder: [
            _picture(p) for p in ladder_pictures(ladder, words, colours=_THEMED)
        ],
        labels=words.labels,
        extent=words.extent(sheet),
        notes=list(words.notes(sheet, dotted="dotted_line", marked="underlined")),
        references=references(sheet),
        references_note=words.labels["references_note"].format(digits=DIGITS),
        seals=seals(sheet),
        seals_note=words.seals_note(sheet),
        short_hash=shown(sheet.corpus_hash),
    )
    # A raw carriage return would be read back as a line feed.
    return page.replace("\r", "&#13;").encode("utf-8", "replace")


def _css(sheet: Sheet, looks: list[ColumnLook]) -> str:
    size = _SIZES[sheet.paper]
    return _template("sheet.css", autoescape=False).render(
        light=palette.tokens("light"),
        dark=palette.tokens("dark"),
        looks=looks,
        page_size=f"{size} {Orientation(sheet.orientation)}",
    )


def _look(style: int) -> ColumnLook:
    look = palette.look(style)
    width, shape = _SHAPES[look.pattern]
    # The shapes are ours: nothing of the corpus goes into them.
    markup = Markup(shape if "stroke" in shape else shape.replace("/>", ' fill="currentColor"/>'))
    return ColumnLook(style, look.colour, look.dark_colour, width, markup)


def _picture(picture: LadderPicture) -> Markup:
    """A ladder as part of the page: it grows with the page and is read as its words."""
    fixed = f' width="{picture.width:g}" height="{picture.height:g}"'
    # Our own shapes; every word in them has been escaped.
    return Markup(picture.svg.replace(fixed, f' style="max-width: {picture.width:g}px"', 1))


@lru_cache(maxsize=4)
def _template(name: str, *, autoescape: bool) -> Template:
    environment = Environment(
        autoescape=autoescape, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    source = resources.path("sheets", name).read_text(encoding="utf-8")
    return environment.from_string(source)
