"""What a sheet is asked to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from db.records import EditionKind
from db.sheets.choices import (
    USUAL_PARTS,
    Blank,
    CitationStyle,
    Order,
    Orientation,
    Paper,
    Part,
    SheetKind,
)

MOST_SOURCES: Final = 6


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """What a sheet is to show.

    `events`, `sources` and `aspects` are row ids, empty = all; columns stand in the order of
    `sources`, rows in `order` (CHOSEN = that of `events`). `known_by` is in UTC seconds. `date` is
    the sheet's date as EDTF, empty = today in the corpus's zone. `context` cuts each passage to
    that many characters around the words that speak of the event, None = whole passages. `prefer`
    is the kind of text to quote where a source has it. `blank` is what a worksheet leaves to fill
    in and its key answers, empty = all. `whole_texts` adds the texts that are quoted.
    """

    events: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    aspects: tuple[int, ...] = ()
    order: Order = Order.CORPUS
    known_by: int | None = None
    date: str = ""
    title: str = ""
    context: int | None = None
    prefer: EditionKind = EditionKind.ORIGINAL
    show: frozenset[Part] = USUAL_PARTS
    kind: SheetKind = SheetKind.COMPARISON
    blank: frozenset[Blank] = frozenset()
    blind: bool = False
    citation_style: CitationStyle = CitationStyle.AUTHOR_DATE
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.LANDSCAPE
    language: str = "en"
    whole_texts: bool = False
