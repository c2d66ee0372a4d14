"""What there is to choose about a sheet."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

# What a sheet can be written in.
LANGUAGES: Final = ("en", "ru", "kk")


class Part(StrEnum):
    """Something a sheet may show beside its events and times."""

    PASSAGES = "passages"
    FIGURES = "figures"
    RELATIONS = "relations"
    LADDER = "ladder"
    LINKS = "links"
    NAMES = "names"
    NOTES = "notes"
    SILENCES = "silences"
    CITATIONS = "citations"


# The reader's own notes leave the corpus only where that is wanted.
USUAL_PARTS: Final = frozenset(Part) - {Part.NOTES}


class SheetKind(StrEnum):
    """What a sheet is for."""

    COMPARISON = "comparison"
    WORKSHEET = "worksheet"
    KEY = "key"


class Blank(StrEnum):
    """What a worksheet leaves for a class to fill in; its key shows it as the answer."""

    FIGURES = "figures"
    NAMES = "names"
    SOURCES = "sources"
    ALL = "all"


class CitationStyle(StrEnum):
    """How a source is cited."""

    AUTHOR_DATE = "author-date"
    NOTE = "note"


class Paper(StrEnum):
    """The sheet of paper a page is made for."""

    A4 = "a4"
    LETTER = "us-letter"


class Orientation(StrEnum):
    """How the paper lies."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


class Order(StrEnum):
    """How the rows of a sheet follow each other."""

    CORPUS = "corpus"
    TIME = "time"
    CHOSEN = "chosen"
