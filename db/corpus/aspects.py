"""Aspects: what claims can be about, with their scopes and choices."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from db.comparing.ladders import Ladder
from db.corpus.facet import Facet, key_from
from db.errors import InvalidEditError
from db.records import Aspect, Change

TYPES: Final = ("number", "time", "choice", "text")
Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AspectFields:
    """What a reader says about an aspect; see records.Aspect."""

    title: str
    type: str = "number"
    unit: str = ""
    counts: bool = False
    grows: bool = False
    excludes: bool = False
    scopes: Words = ()
    choices: Words = ()
    key: str = ""


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

    def add(self, fields: AspectFields) -> tuple[int, Change]:
        """Add an aspect; returns its id. Raises InvalidEditError on what makes no sense."""
        corpus = self._corpus
        with corpus.edit("Add aspect") as pending:
            columns = _columns(fields)
            if fields.key and self._is_taken(fields.key):
                raise InvalidEditError(reason=f"An aspect with the key {fields.key} exists.")
            columns["key"] = fields.key or key_from(fields.title, self._is_taken)
            (columns["ordinal"],) = corpus.connection.execute(
                "SELECT coalesce(max(ordinal), 0) + 1 FROM aspect"
            ).fetchone()
            aspect_id = corpus.insert("aspect", columns)
            self._set_words(aspect_id, fields)
        return aspect_id, pending.change

    def change(self, aspect_id: int, fields: AspectFields) -> Change:
        """Replace what is said about an aspect; its key stays.

        Raises InvalidEditError where claims have values that the new choices or type leave out.
        """
        with self._corpus.edit("Edit aspect") as pending:
            columns = _columns(fields)
            self._require_room(aspect_id, fields)
            self._corpus.update("aspect", aspect_id, columns)
            self._set_words(aspect_id, fields)
        return pending.change

    def delete(self, aspect_id: int) -> Change:
        """Delete an aspect of which nothing is claimed; raises InvalidEditError for any other."""
        with self._corpus.edit("Delete aspect") as pending:
            (count,) = self._corpus.connection.execute(
                "SELECT count(*) FROM claim WHERE aspect_id = ?", (aspect_id,)
            ).fetchone()
            if count:
                raise InvalidEditError(reason=f"{count} claims are about this aspect.")
            self._corpus.delete("aspect", aspect_id)
        return pending.change

    def _is_taken(self, key: str) -> bool:
        found = self._corpus.connection.execute("SELECT 1 FROM aspect WHERE key = ?", (key,))
        return found.fetchone() is not None

    def _require_room(self, aspect_id: int, fields: AspectFields) -> None:
        rows = self._corpus.connection.execute(
            "SELECT a.type, c.value FROM claim c JOIN aspect a ON a.id = c.aspect_id "
            "WHERE a.id = ?",
            (aspect_id,),
        )
        choices = {choice for choice, _ in fields.choices}
        for kind, value in rows:
            words = ("choice", "text")
            if kind != fields.type and not (kind in words and fields.type in words):
                raise InvalidEditError(reason=f"Claims about it hold values of the type {kind}.")
            if fields.type == "choice" and value not in choices:
                raise InvalidEditError(reason=f"A claim says “{value}”, which must stay a choice.")

    def _set_words(self, aspect_id: int, fields: AspectFields) -> None:
        connection = self._corpus.connection
        connection.execute("DELETE FROM aspect_scope WHERE aspect_id = ?", (aspect_id,))
        connection.execute("DELETE FROM aspect_choice WHERE aspect_id = ?", (aspect_id,))
        for scope, within in fields.scopes:
            values = {"aspect_id": aspect_id, "scope": scope, "within": within}
            self._corpus.insert("aspect_scope", values)
        for choice, wider in fields.choices:
            values = {"aspect_id": aspect_id, "choice": choice, "wider": wider}
            self._corpus.insert("aspect_choice", values)


def _columns(fields: AspectFields) -> dict[str, object]:
    if not fields.title.strip():
        raise InvalidEditError(reason="An aspect needs a title.")
    if fields.type not in TYPES:
        raise InvalidEditError(reason=f"“{fields.type}” is no type of an aspect.")
    if fields.type == "choice" and not fields.choices:
        raise InvalidEditError(reason="An aspect of choices needs at least one choice.")
    _require_ladder(fields.scopes, "scope")
    _require_ladder(fields.choices, "choice")
    return {
        "title": fields.title.strip(),
        "type": fields.type,
        "unit": fields.unit.strip(),
        "counts": fields.counts,
        "grows": fields.grows,
        "excludes": fields.excludes,
    }


def _require_ladder(words: Words, what: str) -> None:
    known = [word for word, _ in words]
    for word, above in words:
        if not word.strip() or known.count(word) > 1:
            raise InvalidEditError(reason=f"Each {what} needs a word of its own.")
        if above and above not in known:
            raise InvalidEditError(reason=f"“{above}”, above “{word}”, is no {what} itself.")
    if circle := Ladder.of(words).circle():
        raise InvalidEditError(reason=f"A {what} lies within itself: {' → '.join(circle)}.")
