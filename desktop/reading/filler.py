"""Putting a source's editions into its column."""

from __future__ import annotations

from db.records import Edition, EditionKind
from desktop.reading.column import Column
from desktop.reading.event_display import claim_marks, show_known_by
from desktop.reading.head_words import head_words
from desktop.reading.pane_text import EMPTY_TEXT
from desktop.reading.source_text import EditionTexts
from desktop.session import Session


class Filler:
    """Shows editions in columns, with everything that is marked in them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._texts = EditionTexts(session)
        self.found: dict[int, list[tuple[int, int]]] = {}

    def fill(self, column: Column, *, interleaved: bool) -> None:
        """Show a source's first edition, with a second one under each passage if asked."""
        editions = self._session.editions_of(column.source.id)
        if not editions:
            self._show_none(column)
            return
        companion = _companion(editions) if interleaved and len(editions) > 1 else None
        self.show_edition(column, editions[0], companion)

    def _show_none(self, column: Column) -> None:
        """Say whose column it is where no text of the source is here."""
        column.shown = column.companion = None
        column.pane.set_text(EMPTY_TEXT, None)
        column.header.set_original_missing(self._session.awaits_original(column.source.id))
        column.header.set_words(*head_words(column))

    def show_edition(
        self, column: Column, edition: Edition, companion: Edition | None = None
    ) -> None:
        """Show one edition, or two."""
        under = self._texts.get(companion) if companion is not None else None
        column.show_edition(self._texts.get(edition), under)
        self.show_claims(column)
        self.show_found(column)
        show_known_by(column, self._session, self._session.selection.known_by)
        missing = edition.kind is EditionKind.DIGEST
        column.header.set_original_missing(
            missing and self._session.awaits_original(column.source.id)
        )
        column.header.set_words(*head_words(column))

    def show_claims(self, column: Column) -> None:
        """Underline the figures claimed."""
        column.marks.show_claims(claim_marks(self._session, column))

    def show_found(self, column: Column) -> None:
        """Mark the words that were searched for."""
        if column.shown is not None:
            column.marks.show_found(self.found.get(column.shown.edition.id, []))

    def forget(self, edition_id: int) -> None:
        """Read an edition anew the next time."""
        self._texts.forget(edition_id)


def _companion(editions: list[Edition]) -> Edition:
    """What is read under an original: its translation, else its digest."""
    others = editions[1:]
    return next((e for e in others if e.kind is EditionKind.TRANSLATION), others[0])
