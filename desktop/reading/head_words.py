"""The words in the head of a column."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.records import Source
from db.text.display import display_when
from desktop.reading.column import Column
from desktop.reading.source_text import edition_words
from desktop.session import Session


def head_words(session: Session, column: Column) -> tuple[str, str]:
    """Title and subtitle: "A · The ticker", "16 Dec 2011 · digest"."""
    source = column.source
    parts = [published_words(source)]
    if column.shown is not None:
        parts.append(edition_words(column.shown.edition.kind))
    if column.companion is not None:
        parts[-1] += " + " + edition_words(column.companion.edition.kind)
    return f"{source.letter} · {source.label}", " · ".join(p for p in parts if p)


def published_words(source: Source) -> str:
    """When a source appeared, as a reader would say it."""
    if not source.published:
        return QCoreApplication.translate("pane_header", "date unknown")
    return display_when(source.published.edtf)


def role_words(column: Column, *, leads: bool) -> str:
    """What a column is doing, and which of the event's passages it is at."""
    parts = [_role(column, leads=leads)]
    passages = len(column.distinct_passages())
    if passages:
        words = QCoreApplication.translate("pane_header", "{at} of {count}")
        parts.append(words.format(at=max(1, column.step), count=passages))
    return " · ".join(parts)


def _role(column: Column, *, leads: bool) -> str:
    if column.pinned:
        return QCoreApplication.translate("pane_header", "pinned")
    if column.unlinked:
        return QCoreApplication.translate("pane_header", "unlinked")
    if leads:
        return QCoreApplication.translate("pane_header", "leads")
    return QCoreApplication.translate("pane_header", "follows")
