"""Columns after the corpus has changed: other sources, other texts, other claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.records import Change
from desktop.reading.head_words import head_words

if TYPE_CHECKING:
    from desktop.reading.column import Column
    from desktop.reading.reading_view import ReadingView


def renew(view: ReadingView, change: Change) -> None:
    """Show in every column what the corpus holds now, as far as a change touches it."""
    if change.touches("source"):
        renew_sources(view)
    editions = change.rows("edition")
    for edition_id in editions:
        view.filler.forget(edition_id)
    if editions:
        described = view.session.corpus.editions.all(held_only=False)
        edited = {e.source_id for e in described if e.id in editions}
        refill(view, [c for c in view.columns if c.source.id in edited])
    elif change.touches("claim", "placement"):
        for column in view.columns:
            view.filler.show_claims(column)
    view.places.refresh()


def renew_sources(view: ReadingView) -> None:
    """Show sources as they are now; a column whose source is gone goes, but the last."""
    for column in list(view.columns):
        source = view.session.source(column.source.id)
        if source is None:
            view.remove_column(column)
        elif source != column.source:
            column.set_source(source)
            column.header.set_words(*head_words(column))


def refill(view: ReadingView, columns: list[Column]) -> None:
    """Show other editions in columns, each at the address it was at."""
    for column in columns:
        at = column.pane.passage_at_line()
        number = column.shown.passages.numbers[at] if column.shown and at >= 0 else 0
        view.filler.fill(column, interleaved=view.interleaved)
        view.places.show_event([column])
        index = column.shown.index_of(number) if column.shown else -1
        if column.spans or column.pane.body.decoration.silence:
            column.go_to_event()
        elif index >= 0:
            column.pane.scroll_to_passage(index)
    view.places.settle()
