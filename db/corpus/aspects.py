"""Aspects: what claims can be about, with their scopes and choices."""

from __future__ import annotations

from collections import defaultdict

from db.corpus.facet import Facet
from db.records import Aspect


class Aspects(Facet):
    """The aspects of a corpus."""

    def all(self) -> list[Aspect]:
        """Every aspect with its scopes and choices, each with the one above it."""
        scopes = self._words("SELECT aspect_id, scope, within FROM aspect_scope ORDER BY id")
        choices = self._words("SELECT aspect_id, choice, wider FROM aspect_choice ORDER BY id")
        rows = self._corpus.connection.execute(
            "SELECT id, key, title, type, unit, ordinal, counts, grows, excludes FROM aspect "
            "ORDER BY ordinal, id"
        )
        return [
            Aspect(
                number, key, title, kind, unit, ordinal, bool(counts), bool(grows), bool(excludes),
                tuple(scopes[number]), tuple(choices[number]),
            )
            for number, key, title, kind, unit, ordinal, counts, grows, excludes in rows
        ]  # fmt: skip

    def _words(self, query: str) -> defaultdict[int, list[tuple[str, str]]]:
        found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for aspect_id, word, above in self._corpus.connection.execute(query):
            found[aspect_id].append((word, above))
        return found
