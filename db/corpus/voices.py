"""Voices: who says something inside a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from db.corpus.facet import Facet, key_from
from db.errors import InvalidEditError
from db.records import Change, Voice

FIRST_HAND: Final = ("yes", "no", "unknown")


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

    def add(self, fields: VoiceFields) -> tuple[int, Change]:
        """Add a voice; returns its id. Raises InvalidEditError without a name."""
        with self._corpus.edit("Add voice") as pending:
            columns = _columns(fields)
            if fields.key and self._is_taken(fields.key):
                raise InvalidEditError(reason=f"A voice with the key {fields.key} exists.")
            columns["key"] = fields.key or key_from(fields.name, self._is_taken)
            voice_id = self._corpus.insert("voice", columns)
        return voice_id, pending.change

    def change(self, voice_id: int, fields: VoiceFields) -> Change:
        """Replace what is said about a voice; its key stays."""
        with self._corpus.edit("Edit voice") as pending:
            self._corpus.update("voice", voice_id, _columns(fields))
        return pending.change

    def delete(self, voice_id: int) -> Change:
        """Delete a voice that no claim rests on; raises InvalidEditError for any other."""
        with self._corpus.edit("Delete voice") as pending:
            (count,) = self._corpus.connection.execute(
                "SELECT count(*) FROM claim_voice WHERE voice_id = ?", (voice_id,)
            ).fetchone()
            if count:
                raise InvalidEditError(reason=f"{count} claims rest on this voice.")
            self._corpus.delete("voice", voice_id)
        return pending.change

    def _is_taken(self, key: str) -> bool:
        found = self._corpus.connection.execute("SELECT 1 FROM voice WHERE key = ?", (key,))
        return found.fetchone() is not None


def _columns(fields: VoiceFields) -> dict[str, object]:
    if not fields.name.strip():
        raise InvalidEditError(reason="A voice needs a name.")
    if fields.first_hand not in FIRST_HAND:
        raise InvalidEditError(reason=f"“{fields.first_hand}” is not yes, no or unknown.")
    return {
        "name": fields.name.strip(),
        "kind": fields.kind.strip(),
        "first_hand": fields.first_hand,
        "source_id": fields.source_id,
    }
