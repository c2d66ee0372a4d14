"""Claims with their aspects, voices and the names that stand in the texts."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace

from db.corpus.facet import Facet
from db.records import Aspect, Claim, ClaimPlacement, Name, Spelling, Time, Voice
from db.text.zones import ZoneStatus


class Claims(Facet):
    """What the sources claim, and who says so."""

    def all(self) -> list[Claim]:
        """Every claim, by event and aspect."""
        voices: defaultdict[int, list[int]] = defaultdict(list)
        for claim_id, voice_id in self._corpus.connection.execute(
            "SELECT claim_id, voice_id FROM claim_voice ORDER BY claim_id, position"
        ):
            voices[claim_id].append(voice_id)
        rows = self._corpus.rows(
            "SELECT c.*, n.source_id FROM claim c JOIN anchor n ON n.id = c.anchor_id "
            "ORDER BY c.event_id, c.aspect_id, n.source_id, c.id"
        )
        return [_claim(r, tuple(voices.get(r["id"], ()))) for r in rows]

    def placements(self, edition_id: int | None = None) -> list[ClaimPlacement]:
        """Where the claims' words stand in one held edition, or in all, in reading order."""
        where = "" if edition_id is None else "AND pl.edition_id = ?"
        rows = self._corpus.connection.execute(
            "SELECT c.id, pl.edition_id, p.number, pl.start, pl.end FROM claim c "
            "JOIN placement pl ON pl.anchor_id = c.anchor_id "
            "JOIN passage p ON p.id = pl.passage_id JOIN edition e ON e.id = pl.edition_id "
            f"WHERE e.state = 'held' {where} ORDER BY pl.edition_id, pl.start, c.id",
            () if edition_id is None else (edition_id,),
        )
        return [ClaimPlacement(*r) for r in rows]

    def aspects(self) -> list[Aspect]:
        """Every aspect with its scopes, each scope with the one it lies within."""
        scopes: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for aspect_id, scope, within in self._corpus.connection.execute(
            "SELECT aspect_id, scope, within FROM aspect_scope ORDER BY id"
        ):
            scopes[aspect_id].append((scope, within))
        rows = self._corpus.connection.execute(
            "SELECT id, key, title, type, unit, ordinal FROM aspect ORDER BY ordinal, id"
        )
        return [replace(Aspect(*r), scopes=tuple(scopes.get(r[0], ()))) for r in rows]

    def voices(self) -> list[Voice]:
        """Everyone who says something inside a source."""
        rows = self._corpus.connection.execute(
            "SELECT id, key, name, kind, first_hand, source_id FROM voice ORDER BY id"
        )
        return [Voice(*r) for r in rows]

    def names(self) -> list[Name]:
        """Every name with its spellings."""
        spellings: defaultdict[int, list[Spelling]] = defaultdict(list)
        for name_id, text, script, language in self._corpus.connection.execute(
            "SELECT name_id, text, script, language FROM spelling ORDER BY name_id, ordinal, id"
        ):
            spellings[name_id].append(Spelling(text, script, language))
        rows = self._corpus.connection.execute("SELECT id, key, kind, note FROM name ORDER BY key")
        return [Name(i, k, kind, note, tuple(spellings.get(i, ()))) for i, k, kind, note in rows]


def _claim(row: sqlite3.Row, voices: tuple[int, ...]) -> Claim:
    as_of = Time(
        edtf=row["as_of_edtf"],
        zone_status=ZoneStatus.ASSUMED,
        earliest=row["as_of_earliest"],
        latest=row["as_of_latest"],
    )
    return Claim(
        id=row["id"],
        key=row["key"],
        event_id=row["event_id"],
        source_id=row["source_id"],
        anchor_id=row["anchor_id"],
        aspect_id=row["aspect_id"],
        min=row["min"],
        max=row["max"],
        value=row["value"],
        vague=row["vague"],
        unit=row["unit"],
        scope=row["scope"],
        hedge=row["hedge"],
        polarity=row["polarity"],
        as_of=as_of,
        voices=voices,
        status=row["status"],
        note=row["note"],
    )
