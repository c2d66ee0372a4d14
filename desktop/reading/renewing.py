"""Columns whose source was changed or taken out of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reading.head_words import head_words

if TYPE_CHECKING:
    from desktop.reading.reading_view import ReadingView


def renew_sources(view: ReadingView) -> None:
    """Show sources as they are now; a column whose source is gone goes, but the last."""
    for column in list(view.columns):
        source = view.session.source(column.source.id)
        if source is None:
            view.remove_column(column)
        elif source != column.source:
            column.set_source(source)
            column.header.set_words(*head_words(column))
