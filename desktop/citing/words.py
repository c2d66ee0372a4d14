"""What styles, formats and the fields of a reference are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.citing.files import Format
from db.citing.matching import Match
from db.citing.styles import Style


def style_words(style: str) -> str:
    """What a style is called."""
    known = {
        Style.SHORT: QCoreApplication.translate("citing", "Short"),
        Style.AUTHOR_DATE: QCoreApplication.translate("citing", "Author and date"),
        Style.NOTE: QCoreApplication.translate("citing", "Note"),
    }
    return known[Style(style)]


def format_words(format: str) -> str:
    """What a format is called, and who reads it."""
    known = {
        Format.CSL_JSON: QCoreApplication.translate("citing", "CSL-JSON (Zotero and others)"),
        Format.RIS: QCoreApplication.translate("citing", "RIS (EndNote and others)"),
        Format.BIBTEX: QCoreApplication.translate("citing", "BibTeX (LaTeX and others)"),
    }
    return known[Format(format)]


def field_words(name: str) -> str:
    """What a field of a source is called."""
    known = {
        "label": QCoreApplication.translate("citing", "Label"),
        "title": QCoreApplication.translate("citing", "Title"),
        "creators": QCoreApplication.translate("citing", "By"),
        "publisher": QCoreApplication.translate("citing", "Publisher"),
        "published": QCoreApplication.translate("citing", "Published"),
        "language": QCoreApplication.translate("citing", "Language"),
        "place": QCoreApplication.translate("citing", "Place"),
        "position": QCoreApplication.translate("citing", "Position"),
        "rights": QCoreApplication.translate("citing", "Rights"),
        "citation": QCoreApplication.translate("citing", "Citation"),
        "summary": QCoreApplication.translate("citing", "Summary"),
        "retrieved": QCoreApplication.translate("citing", "Retrieved"),
    }
    return known.get(name, name)


def match_words(match: Match) -> str:
    """Which source a reference is about, and how that is known."""
    if match.source is None:
        return QCoreApplication.translate("citing", "no source here: add one")
    by = {
        "key": QCoreApplication.translate("citing", "same key"),
        "doi": QCoreApplication.translate("citing", "same DOI"),
        "url": QCoreApplication.translate("citing", "same address"),
        "title": QCoreApplication.translate("citing", "same title"),
    }[match.by]
    words = f"{match.source.letter} · {match.source.label} ({by})"
    if not match.changes:
        return words + ", " + QCoreApplication.translate("citing", "nothing new")
    if match.also:
        return words + ", " + QCoreApplication.translate("citing", "once more")
    return words
