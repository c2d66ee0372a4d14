"""Names: persons, places, bodies and things, with all their spellings."""

from __future__ import annotations

from collections import defaultdict

from db.corpus.facet import Facet
from db.records import Name, Spelling


class Names(Facet):
    """The names of a corpus."""

    def all(self) -> list[Name]:
        """Every name with its spellings."""
        spellings: defaultdict[int, list[Spelling]] = defaultdict(list)
        for name_id, text, script, language in self._corpus.connection.execute(
            "SELECT name_id, text, script, language FROM spelling ORDER BY name_id, ordinal, id"
        ):
            spellings[name_id].append(Spelling(text, script, language))
        rows = self._corpus.connection.execute("SELECT id, key, kind, note FROM name ORDER BY key")
        return [Name(i, k, kind, note, tuple(spellings.get(i, ()))) for i, k, kind, note in rows]
