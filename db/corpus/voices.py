"""Voices: who says something inside a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.corpus.facet import Facet, key_from
from db.errors import InvalidEditError, counted, said
from db.records import Change, Voice

FIRST_HAND: Final = ("yes", "no", "unknown")
MOST_NAMED: Final = 4
"""Claims named in a refusal; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class VoiceFields:
    """What a reader says about a voice.

    `kind` is the reader's word; `official` and `outlet` have a part in comparison. `source_id`
    is that of the source where the voice is a source itself.
    """

    name: str
    kind: str = ""
    first_hand: str = "unknown"
    source_id: int | None = None
    key: str = ""


class Voices(Facet):
    """The voices of a corpus."""

    def all(self) -> list[Voice]:
        """Everyone who says something inside a source."""
        rows = self._corpus.connection.execute(
            "SELECT id, key, name, kind, first_hand, source_id FROM voice ORDER BY id"
        )
        return [Voice(*r) for r in rows]

    def uses(self) -> dict[int, int]:
        """For every voice that claims rest on, how many."""
        rows = self._corpus.connection.execute(
            "SELECT voice_id, count(*) FROM claim_voice GROUP BY voice_id"
        )
        return dict(rows.fetchall())

    def add(self, fields: VoiceFields) -> tuple[int, Change]:
        """Add a voice; returns its id.

        Raises InvalidEditError without a name, and for a name or key that is taken.
        """
        with self._corpus.edit("Add voice") as pending:
            columns = _columns(fields)
            self._require_name(fields.name)
            if fields.key:
                self._require_key(fields.key)
            columns["key"] = fields.key or key_from(fields.name, self._is_taken)
            voice_id = self._corpus.insert("voice", columns)
        return voice_id, pending.change

    def change(self, voice_id: int, fields: VoiceFields) -> Change:
        """Replace what is said about a voice; its key stays where `fields` has none.

        Raises InvalidEditError as `add` does, and where a claim's source would quote itself.
        """
        with self._corpus.edit("Edit voice") as pending:
            columns = _columns(fields)
            before = next((v for v in self.all() if v.id == voice_id), None)
            if before is not None and " ".join(fields.name.split()) != before.name:
                self._require_name(fields.name)
            if before is not None and fields.key not in ("", before.key):
                self._require_key(fields.key)
                columns["key"] = fields.key
            self._corpus.update("voice", voice_id, columns)
            self._require_no_circle(self._claims_of(voice_id))
        return pending.change

    def merge(self, kept_id: int, gone_id: int) -> Change:
        """Make one voice of two: claims and notes of the one that goes are given to the other.

        Where one of them quotes the other directly they become one link of the chain. Raises
        InvalidEditError for one and the same voice, for two different sources, and where a voice
        would quote itself through others.
        """
        known = {voice.id: voice for voice in self.all()}
        with self._corpus.edit("Merge voices") as pending:
            kept, gone = known.get(kept_id), known.get(gone_id)
            if kept is None or gone is None or kept is gone:
                raise InvalidEditError(reason=said("Two different voices are needed to make one."))
            sources = {kept.source_id, gone.source_id} - {None}
            if len(sources) == 2:
                raise InvalidEditError(
                    reason=said(
                        "{one} and {other} are two sources and cannot be one voice.",
                        one=kept.name,
                        other=gone.name,
                    )
                )
            claims = self._claims_of(gone_id)
            for claim_id in claims:
                self._replace(claim_id, gone_id, kept_id)
            self._corpus.connection.execute(
                "UPDATE note SET subject_id = ? WHERE subject = 'voice' AND subject_id = ?",
                (kept_id, gone_id),
            )
            self._corpus.delete("voice", gone_id)
            if gone.source_id is not None:
                self._corpus.update("voice", kept_id, {"source_id": gone.source_id})
            self._require_no_circle(self._claims_of(kept_id))
        return pending.change

    def delete(self, voice_id: int) -> Change:
        """Delete a voice that no claim rests on; raises InvalidEditError for any other."""
        with self._corpus.edit("Delete voice") as pending:
            count = self.uses().get(voice_id, 0)
            if count:
                raise InvalidEditError(
                    reason=counted(
                        "1 claim rests on this voice.", "{count} claims rest on this voice.", count
                    )
                )
            self._corpus.delete("voice", voice_id)
        return pending.change

    def _is_taken(self, key: str) -> bool:
        found = self._corpus.connection.execute("SELECT 1 FROM voice WHERE key = ?", (key,))
        return found.fetchone() is not None

    def _require_key(self, key: str) -> None:
        if self._is_taken(key):
            raise InvalidEditError(reason=said("A voice with the key {key} exists.", key=key))

    def _require_name(self, name: str) -> None:
        name = " ".join(name.split())
        found = self._corpus.connection.execute("SELECT 1 FROM voice WHERE name = ?", (name,))
        if found.fetchone() is not None:
            raise InvalidEditError(reason=said("There is a voice named {name} already.", name=name))

    def _claims_of(self, voice_id: int) -> list[int]:
        rows = self._corpus.connection.execute(
            "SELECT claim_id FROM claim_voice WHERE voice_id = ?", (voice_id,)
        )
        return [claim_id for (claim_id,) in rows]

    def _replace(self, claim_id: int, gone_id: int, kept_id: int) -> None:
        """Put one voice in the place of another in a claim's chain."""
        connection = self._corpus.connection
        rows = connection.execute(
            "SELECT voice_id FROM claim_voice WHERE claim_id = ? ORDER BY position", (claim_id,)
        )
        chain: list[int] = []
        for (voice_id,) in rows.fetchall():
            link = kept_id if voice_id == gone_id else voice_id
            if not chain or chain[-1] != link:
                chain.append(link)
        if chain.count(kept_id) > 1:
            self._refuse([claim_id])
        connection.execute("DELETE FROM claim_voice WHERE claim_id = ?", (claim_id,))
        for position, link in enumerate(chain):
            values = {"claim_id": claim_id, "position": position, "voice_id": link}
            self._corpus.insert("claim_voice", values)

    def _require_no_circle(self, claims: Sequence[int]) -> None:
        """Refuse chains in which a claim's own source is quoted by another voice."""
        rows = self._corpus.connection.execute(
            "SELECT DISTINCT cv.claim_id FROM claim_voice cv JOIN voice v ON v.id = cv.voice_id "
            "JOIN claim c ON c.id = cv.claim_id "
            "JOIN anchor n ON n.id = c.anchor_id AND n.source_id = v.source_id "
            "WHERE cv.position > 0"
        )
        circles = {claim_id for (claim_id,) in rows}
        self._refuse([claim_id for claim_id in claims if claim_id in circles])

    def _refuse(self, claims: Sequence[int]) -> None:
        if not claims:
            return
        marks = ", ".join("?" * len(claims))
        keys = [
            key
            for (key,) in self._corpus.connection.execute(
                f"SELECT key FROM claim WHERE id IN ({marks}) ORDER BY key", tuple(claims)
            )
        ]
        if len(keys) > MOST_NAMED:
            reason = counted(
                "In 1 claim a voice would quote itself through others.",
                "In {count} claims a voice would quote itself through others.",
                len(keys),
            )
        else:
            reason = said("In {keys} a voice would quote itself through others.", keys=tuple(keys))
        raise InvalidEditError(reason=reason)


def _columns(fields: VoiceFields) -> dict[str, object]:
    name = " ".join(fields.name.split())
    if not name:
        raise InvalidEditError(reason=said("A voice needs a name."))
    if fields.first_hand not in FIRST_HAND:
        raise InvalidEditError(
            reason=said("“{first_hand}” is not yes, no or unknown.", first_hand=fields.first_hand)
        )
    return {
        "name": name,
        "kind": " ".join(fields.kind.split()),
        "first_hand": fields.first_hand,
        "source_id": fields.source_id,
    }
