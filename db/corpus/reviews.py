"""Reviews: what the reader has settled for a source and an event."""

from __future__ import annotations

from typing import Final

from db.corpus.facet import Facet
from db.errors import InvalidEditError, said
from db.records import Change, Review, Silence

STATES: Final = ("mentioned", "silent", "not-looked")


class Reviews(Facet):
    """The reviews of a corpus."""

    def all(self) -> list[Review]:
        """Every review that was made; what is not here nobody has looked at."""
        rows = self._corpus.connection.execute(
            "SELECT event_id, source_id, state, silence, reason FROM review ORDER BY event_id"
        )
        return [
            Review(event, source, state, Silence(silence) if silence else None, reason)
            for event, source, state, silence, reason in rows
        ]

    def settle(
        self,
        event_id: int,
        source_id: int,
        state: str,
        silence: Silence | None = None,
        reason: str = "",
    ) -> Change:
        """Record what the reader found: `mentioned`, `silent` (which one) or `not-looked`.

        Raises InvalidEditError for any other state, and for a silence beside a mention.
        """
        if state not in STATES:
            raise InvalidEditError(
                reason=said("“{state}” is nothing that a review can find.", state=state)
            )
        if silence is not None and (state != "silent" or silence is Silence.NOT_LOOKED):
            raise InvalidEditError(
                reason=said("A kind of silence goes with a source that is silent.")
            )
        with self._corpus.edit("Review") as pending:
            self._corpus.connection.execute(
                "DELETE FROM review WHERE event_id = ? AND source_id = ?", (event_id, source_id)
            )
            if state != "not-looked":
                self._corpus.insert(
                    "review",
                    {
                        "event_id": event_id,
                        "source_id": source_id,
                        "state": state,
                        "silence": str(silence) if silence else None,
                        "reason": reason.strip(),
                    },
                )
        return pending.change
