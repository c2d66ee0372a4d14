"""Claims: what the sources say, and where their words stand."""

from __future__ import annotations

import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Sequence

from db.corpus import judged_as
from db.corpus.claim_fields import ClaimFields, checked_columns, checked_voices
from db.corpus.facet import Facet
from db.errors import InvalidEditError, said
from db.records import Change, Claim, ClaimPlacement, Time
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

    def add(self, fields: ClaimFields, edition_id: int, start: int, end: int) -> tuple[int, Change]:
        """Record a claim on words of an edition; returns its id.

        Raises InvalidEditError for words outside a passage and for what cannot be claimed.
        """
        corpus = self._corpus
        with corpus.edit("Add claim") as pending:
            columns = checked_columns(corpus, fields)
            anchor_id = corpus.mentions.add_anchor(edition_id, start, end)
            columns |= {
                "key": self._new_key(self._source_of(anchor_id)),
                "anchor_id": anchor_id,
                "recorder": "reader" if fields.status == "accepted" else "suggestion",
                "recorded": int(time.time()),
            }
            claim_id = corpus.insert("claim", columns)
            self._set_voices(claim_id, fields, self._source_of(anchor_id))
            self._know_scope(fields.aspect_id, columns["scope"])
        return claim_id, pending.change

    def change(self, claim_id: int, fields: ClaimFields) -> Change:
        """Replace what is said in a claim; its key and its words stay (see Anchors.move).

        Judgements of it stay in force, with what it said when it was judged (see judged_as).
        """
        corpus = self._corpus
        with corpus.edit("Edit claim") as pending:
            row = corpus.connection.execute(
                "SELECT anchor_id FROM claim WHERE id = ?", (claim_id,)
            ).fetchone()
            if row is None:
                raise InvalidEditError(reason=said("The claim that was to be changed is gone."))
            before = judged_as.state_of(corpus, claim_id)
            columns = checked_columns(corpus, fields)
            corpus.update("claim", claim_id, columns)
            self._set_voices(claim_id, fields, self._source_of(row[0]))
            judged_as.keep(corpus, claim_id, before)
            self._know_scope(fields.aspect_id, columns["scope"])
        return pending.change

    def accept(self, claims: Sequence[int]) -> Change:
        """Take suggested claims for the reader's own, so that they are compared."""
        with self._corpus.edit("Accept claim") as pending:
            for claim_id in claims:
                values = {"status": "accepted", "recorder": "reader"}
                self._corpus.update("claim", claim_id, values)
        return pending.change

    def has_suggestions(self, event_id: int) -> bool:
        """Whether an event has claims that were suggested and not accepted yet."""
        found = self._corpus.connection.execute(
            "SELECT 1 FROM claim WHERE event_id = ? AND status = 'suggested' LIMIT 1", (event_id,)
        )
        return found.fetchone() is not None

    def delete(self, claims: Sequence[int]) -> Change:
        """Delete claims with what was judged of them; the texts stay."""
        corpus = self._corpus
        with corpus.edit("Delete claim") as pending:
            for claim_id in claims:
                anchors = corpus.connection.execute(
                    "SELECT anchor_id FROM claim WHERE id = ?", (claim_id,)
                ).fetchall()
                corpus.delete("claim", claim_id)
                for (anchor_id,) in anchors:
                    corpus.mentions.drop_unused_anchor(anchor_id)
        return pending.change

    def unfitting(self) -> list[tuple[str, str]]:
        """Claims whose words no longer stand where they should: the key, and in which edition.

        They are kept; an edition's name is empty where a claim stands in none at all.
        """
        rows = self._corpus.connection.execute(
            "SELECT c.key, coalesce(s.key || '/' || e.kind, '') FROM claim c "
            "LEFT JOIN placement pl ON pl.anchor_id = c.anchor_id "
            "LEFT JOIN passage p ON p.id = pl.passage_id "
            "LEFT JOIN edition e ON e.id = pl.edition_id "
            "LEFT JOIN source s ON s.id = e.source_id "
            "WHERE p.id IS NULL OR pl.start < p.start OR pl.end > p.end OR pl.start >= pl.end "
            "OR p.edition_id <> pl.edition_id OR (e.state = 'held' AND pl.end > e.characters) "
            "ORDER BY c.key"
        )
        return rows.fetchall()

    def _source_of(self, anchor_id: int) -> int:
        (source_id,) = self._corpus.connection.execute(
            "SELECT source_id FROM anchor WHERE id = ?", (anchor_id,)
        ).fetchone()
        return int(source_id)

    def _new_key(self, source_id: int) -> str:
        """The source's letter and the number after the highest its claims have."""
        (letter,) = self._corpus.connection.execute(
            "SELECT letter FROM source WHERE id = ?", (source_id,)
        ).fetchone()
        keys = self._corpus.connection.execute(
            "SELECT key FROM claim WHERE key GLOB ?", (f"{letter}[0-9]*",)
        )
        numbers = [int(k[len(letter) :]) for (k,) in keys if re.fullmatch(r"[A-Z]+[0-9]{1,9}", k)]
        return f"{letter}{max(numbers, default=0) + 1:03}"

    def _set_voices(self, claim_id: int, fields: ClaimFields, source_id: int) -> None:
        voices = checked_voices(self._corpus, fields.voices, source_id)
        self._corpus.connection.execute("DELETE FROM claim_voice WHERE claim_id = ?", (claim_id,))
        for position, voice_id in enumerate(voices):
            self._corpus.insert(
                "claim_voice", {"claim_id": claim_id, "position": position, "voice_id": voice_id}
            )

    def _know_scope(self, aspect_id: int, scope: str) -> None:
        """A scope that is named for the first time is offered from then on."""
        known = self._corpus.connection.execute(
            "SELECT 1 FROM aspect_scope WHERE aspect_id = ? AND scope = ?",
            (aspect_id, scope),
        )
        if scope and known.fetchone() is None:
            self._corpus.insert("aspect_scope", {"aspect_id": aspect_id, "scope": scope})


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
