"""Claims: what the sources say, and where their words stand."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from db.corpus.facet import Facet
from db.records import Claim, ClaimPlacement, Time
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
