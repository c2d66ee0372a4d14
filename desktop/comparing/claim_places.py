"""Where claims' words stand in what the window shows, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.session import Session

if TYPE_CHECKING:
    from db.records import Claim, ClaimPlacement
    from desktop.comparing.compared import Compared


class ClaimPlaces:
    """Looks claims up in the edition shown of their source, else in another one held."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared
        self._found: dict[int, list[ClaimPlacement]] = {}
        self.shown_edition: Callable[[int], int | None] = _none_shown
        """Gives the id of the edition that the window shows of a source (its id)."""

    @property
    def _session(self) -> Session:
        return self._compared.session

    def edition(self, source_id: int) -> int | None:
        """The edition of a source that is read: the one shown, else the first held."""
        editions = [e.id for e in self._session.editions_of(source_id)]
        shown = self.shown_edition(source_id)
        return shown if shown in editions else (editions[0] if editions else None)

    def all(self, claim: Claim) -> list[ClaimPlacement]:
        """Where a claim's words stand in the editions held."""
        # Imported late: the text comes first.
        from db.comparing.placing import placements_of

        if claim.id not in self._found:
            self._found[claim.id] = placements_of(self._session.corpus, claim)
        return self._found[claim.id]

    def place(self, claim: Claim) -> ClaimPlacement | None:
        """Where a claim's words stand in the edition shown, else in another one held."""
        places = self.all(claim)
        shown = self.shown_edition(claim.source_id)
        return next((p for p in places if p.edition_id == shown), places[0] if places else None)

    def address(self, claim: Claim) -> str:
        """Where a claim stands, as A.14; empty where no text is held."""
        place = self.place(claim)
        source = self._compared.sources.get(claim.source_id)
        return f"{source.letter}.{place.passage}" if place and source else ""

    def go_to(self, claim: Claim) -> bool:
        """Bring the reader to a claim's words; False where no text is held."""
        place = self.place(claim)
        if place is None:
            return False
        self._session.selection.go_to_words(place.edition_id, place.start, place.end)
        return True

    def forget(self) -> None:
        """Look every claim up anew."""
        self._found.clear()


def _none_shown(source_id: int) -> int | None:
    return None
