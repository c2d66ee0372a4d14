"""The words in the head of a column."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.records import Source
from desktop.reading.column import Column
from desktop.reading.source_text import edition_words
from desktop.when import display_when


def head_words(column: Column) -> tuple[str, str]:
    """Title and subtitle: "A · The ticker", "16 Dec 2011 · digest"."""
    source = column.source
    parts = [published_words(source, short=True)]
    if column.shown is not None:
        parts.append(edition_words(column.shown.edition.kind))
    else:
        parts.append(QCoreApplication.translate("pane_header", "no text yet"))
    if column.companion is not None:
        parts[-1] += " + " + edition_words(column.companion.edition.kind)
    return f"{source.letter} · {source.label}", " · ".join(p for p in parts if p)


def published_words(source: Source, *, short: bool = False) -> str:
    """When a source appeared, as a reader would say it; short leaves out the time of day."""
    if not source.published:
        return QCoreApplication.translate("pane_header", "date unknown")
    edtf = source.published.edtf
    return date_words(edtf) if short else display_when(edtf)


def date_words(edtf: str) -> str:
    """The day of a time without its hour; an interval stays as it is."""
    return display_when(edtf if "/" in edtf else edtf.partition("T")[0])


def role_words(column: Column, *, leads: bool) -> str:
    """What a column is doing, nothing for one that follows as columns do."""
    if column.pinned:
        return QCoreApplication.translate("pane_header", "pinned")
    if column.unlinked:
        return QCoreApplication.translate("pane_header", "unlinked")
    if leads:
        return QCoreApplication.translate("pane_header", "leads")
    return ""
