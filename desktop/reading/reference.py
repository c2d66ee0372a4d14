"""Words with where they stand: “…” (Moscow News, 17 Dec 2011, B.14)."""

from __future__ import annotations

from db.records import EditionKind
from desktop.reading.column import Column
from desktop.reading.head_words import date_words, published_words
from desktop.reading.source_text import EditionText, edition_words
from desktop.session import Session


def with_reference(session: Session, column: Column) -> str:
    """The selection of a column, else the passage at the event line, with its reference."""
    shown = column.selected_edition()
    if shown is None or not len(shown.text):
        return ""
    chosen = column.pane.selection()
    if chosen is None:
        at = max(0, column.pane.passage_at_line())
        shown = column.shown or shown
        chosen = (shown.text.starts[at], shown.text.ends[at])
    words = shown.text.text[slice(*chosen)]
    return f"“{words.strip()}” ({reference(session, column, shown, *chosen)})"


def reference(session: Session, column: Column, shown: EditionText, start: int, end: int) -> str:
    """Source, day of the report or source, address: "Moscow News, 17 Dec 2011, B.14–B.15"."""
    text = shown.text
    first = text.passage_at(start)
    last = text.passage_at(max(start, end - 1))
    address = text.addresses[first]
    if last != first:
        address += f"–{text.addresses[last]}"
    report = shown.passages.reports[first]
    parts = [column.source.label, _day(session, column, report), address]
    if shown.edition.kind is not EditionKind.ORIGINAL:
        parts.append(edition_words(shown.edition.kind))
    return ", ".join(p for p in parts if p)


def _day(session: Session, column: Column, report_id: int) -> str:
    for report in session.corpus.sources.reports(column.source.id):
        if report.id == report_id and report.reported:
            return date_words(report.reported.edtf)
    return published_words(column.source, short=True)
