"""Everything that is marked in a column's text, whoever marks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reading.decoration import Mark, MarkProvider, MarkStyle

if TYPE_CHECKING:
    from desktop.reading.column import Column


class ColumnMarks:
    """Claims, words that were searched for, and what further providers mark, drawn together."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self._claims: dict[int, list[Mark]] = {}
        self._found: dict[int, list[Mark]] = {}
        self._hits: MarkProvider | None = None
        self._more: list[MarkProvider] = []

    def forget_hits(self) -> None:
        """Another text is shown: what was looked for in the last one is not in it."""
        self._hits = None

    def show_claims(self, marks: dict[int, list[Mark]]) -> None:
        """Underline figures and claims."""
        self._claims = marks
        self._show()

    def show_found(self, places: list[tuple[int, int]]) -> None:
        """Mark words that were searched for in the corpus."""
        self._found = {}
        shown = self._column.shown
        if shown is not None:
            for start, end in places:
                index = shown.text.passage_at(start)
                self._found.setdefault(index, []).append(Mark(start, end, MarkStyle.FOUND))
        self._show()

    def show_hits(self, hits: MarkProvider | None) -> None:
        """Mark words that are looked for in this column, in place of those searched for."""
        self._hits = hits
        self._show()

    def add(self, provider: MarkProvider) -> None:
        """Ask one more provider for marks; `repaint` draws them when they change."""
        self._more.append(provider)
        self._show()

    def repaint(self) -> None:
        """Draw again what the providers mark."""
        self._column.pane.viewport().update()

    def _show(self) -> None:
        claims, found, hits, more = self._claims, self._found, self._hits, self._more
        if not claims and not found and not more and hits is None:
            self._column.pane.set_marks()
            return

        def marks(passage: int) -> list[Mark]:
            own = [*claims.get(passage, ())]
            own += hits(passage) if hits is not None else found.get(passage, ())
            for provider in more:
                own += provider(passage)
            return own

        self._column.pane.set_marks(marks)
