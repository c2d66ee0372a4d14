"""Voices: who says something inside a source."""

from __future__ import annotations

from db.corpus.facet import Facet
from db.records import Voice


class Voices(Facet):
    """The voices of a corpus."""

    def all(self) -> list[Voice]:
        """Everyone who says something inside a source."""
        rows = self._corpus.connection.execute(
            "SELECT id, key, name, kind, first_hand, source_id FROM voice ORDER BY id"
        )
        return [Voice(*r) for r in rows]
