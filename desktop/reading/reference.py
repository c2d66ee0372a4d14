"""Words with where they stand: “…” (Moscow News, 17 Dec 2011, B.14)."""

from __future__ import annotations

from db.citing.styles import Style, cite_passage
from db.records import EditionKind
from desktop.reading.column import Column
from desktop.reading.source_text import EditionText, edition_words
from desktop.session import Session


def with_reference(
    session: Session, column: Column, style: str = Style.SHORT, language: str = "en"
) -> str:
    """The selection of a column, else the passage at the event line, with its reference.

    A note stands after the words; the other styles stand in brackets.
    """
    shown = column.selected_edition()
    if shown is None or not len(shown.text):
        return ""
    chosen = column.pane.selection()
    if chosen is None:
        at = max(0, column.pane.passage_at_line())
        shown = column.shown or shown
        chosen = (shown.text.starts[at], shown.text.ends[at])
    words = shown.text.text[slice(*chosen)].strip()
    where = reference(session, column, shown, *chosen, style, language)
    return f"“{words}” {where}" if style == Style.NOTE else f"“{words}” ({where})"


def reference(
    session: Session,
    column: Column,
    shown: EditionText,
    start: int,
    end: int,
    style: str = Style.SHORT,
    language: str = "en",
) -> str:
    """Where words stand, in a style: "Moscow News, 17 Dec 2011, B.14–B.15"."""
    text = shown.text
    first = text.passage_at(start)
    last = text.passage_at(max(start, end - 1))
    address = text.addresses[first]
    if last != first:
        address += f"–{text.addresses[last]}"
    number = shown.passages.reports[first]
    reports = session.corpus.sources.reports(column.source.id) if number else []
    report = next((r for r in reports if r.id == number), None)
    original = shown.edition.kind is EditionKind.ORIGINAL
    edition = "" if original else edition_words(shown.edition.kind)
    return cite_passage(column.source, report, address, style, language, edition=edition)
