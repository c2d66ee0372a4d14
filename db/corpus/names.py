"""Names: persons, places, bodies and things, with all their spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from db.corpus.facet import Facet, key_from
from db.errors import InvalidEditError, said
from db.records import Change, Name, Spelling
from db.text.folding import fold

KINDS: Final = ("person", "place", "body", "thing")


@dataclass(frozen=True, slots=True)
class NameFields:
    """What a reader says about a name; the first spelling is the one it goes by."""

    kind: str
    spellings: tuple[Spelling, ...]
    note: str = ""
    key: str = ""


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

    def add(self, fields: NameFields) -> tuple[int, Change]:
        """Add a name with its spellings; returns its id. Raises InvalidEditError without any."""
        with self._corpus.edit("Add name") as pending:
            _check(fields)
            if fields.key and self._is_taken(fields.key):
                raise InvalidEditError(
                    reason=said("A name with the key {key} exists.", key=fields.key)
                )
            key = fields.key or key_from(fields.spellings[0].text, self._is_taken)
            columns = {"key": key, "kind": fields.kind, "note": fields.note}
            name_id = self._corpus.insert("name", columns)
            self._set_spellings(name_id, fields)
        return name_id, pending.change

    def change(self, name_id: int, fields: NameFields) -> Change:
        """Replace what is said about a name; its key stays."""
        with self._corpus.edit("Edit name") as pending:
            _check(fields)
            self._corpus.update("name", name_id, {"kind": fields.kind, "note": fields.note})
            self._set_spellings(name_id, fields)
        return pending.change

    def merge(self, kept_id: int, gone_id: int) -> Change:
        """Make one name of two: spellings and notes of the one that goes are given to the other.

        The kind is that of the one that stays. Raises InvalidEditError for one and the same name.
        """
        known = {name.id: name for name in self.all()}
        with self._corpus.edit("Merge names") as pending:
            kept, gone = known.get(kept_id), known.get(gone_id)
            if kept is None or gone is None or kept is gone:
                raise InvalidEditError(reason=said("Two different names are needed to make one."))
            have = {spelling.text for spelling in kept.spellings}
            more = tuple(s for s in gone.spellings if s.text not in have)
            note = " ".join(filter(None, (kept.note, gone.note)))
            self._corpus.connection.execute(
                "UPDATE note SET subject_id = ? WHERE subject = 'name' AND subject_id = ?",
                (kept_id, gone_id),
            )
            self.change(kept_id, NameFields(kept.kind, (*kept.spellings, *more), note))
            self._corpus.delete("name", gone_id)
        return pending.change

    def delete(self, name_id: int) -> Change:
        """Delete a name with its spellings; the texts stay."""
        with self._corpus.edit("Delete name") as pending:
            self._corpus.delete("name", name_id)
        return pending.change

    def _is_taken(self, key: str) -> bool:
        found = self._corpus.connection.execute("SELECT 1 FROM name WHERE key = ?", (key,))
        return found.fetchone() is not None

    def _set_spellings(self, name_id: int, fields: NameFields) -> None:
        self._corpus.connection.execute("DELETE FROM spelling WHERE name_id = ?", (name_id,))
        for number, spelling in enumerate(fields.spellings):
            values = {
                "name_id": name_id,
                "text": spelling.text.strip(),
                "folded": fold(spelling.text.strip()),
                "script": spelling.script,
                "language": spelling.language,
                "ordinal": number,
            }
            self._corpus.insert("spelling", values)


def _check(fields: NameFields) -> None:
    if fields.kind not in KINDS:
        raise InvalidEditError(
            reason=said("A name is of a {known}, not “{kind}”.", known=KINDS, kind=fields.kind)
        )
    texts = [s.text.strip() for s in fields.spellings]
    if not texts or not all(texts):
        raise InvalidEditError(reason=said("A name needs a spelling."))
    for text in texts:
        if not any(letter.isalnum() for letter in text):
            # It would be found nowhere, or between any two words.
            raise InvalidEditError(
                reason=said("“{text}” has no letter that could be found in a text.", text=text)
            )
    if len(set(texts)) != len(texts):
        raise InvalidEditError(reason=said("Each spelling of a name is given once."))
