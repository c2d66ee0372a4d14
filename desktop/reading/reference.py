"""Words with where they stand: "…" (Moscow News, 17 Dec 2011, B.14)."""

from __future__ import annotations

from db.records import EditionKind
from desktop.reading.column import Column
from desktop.reading.head_words import published_words
from desktop.reading.source_text import edition_words


def with_reference(column: Column) -> str:
    """The selection of a column, else the passage at the event line, with its reference."""
    shown = column.shown
    if shown is None or not len(shown.text):
        return ""
    chosen = column.pane.selection()
    if chosen is None:
        at = max(0, column.pane.passage_at_line())
        chosen = (shown.text.starts[at], shown.text.ends[at])
        words = shown.text.passage_text(at)
    else:
        words = column.pane.selected_text()
    return f"“{words.strip()}” ({reference(column, *chosen)})"


def reference(column: Column, start: int, end: int) -> str:
    """Source, date and address of words: "Moscow News, 17 Dec 2011, B.14–B.15"."""
    assert column.shown is not None
    text = column.shown.text
    first = text.addresses[text.passage_at(start)]
    last = text.addresses[text.passage_at(max(start, end - 1))]
    address = first if first == last else f"{first}–{last}"
    kind = column.shown.edition.kind
    parts = [column.source.label, published_words(column.source), address]
    if kind is not EditionKind.ORIGINAL:
        parts.append(edition_words(kind))
    return ", ".join(p for p in parts if p)
