"""Aspects: what claims can be about, with their scopes and choices."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from db.comparing.ladders import Ladder
from db.corpus.facet import Facet, key_from
from db.errors import InvalidEditError, counted, said
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


@dataclass(frozen=True, slots=True)
class Renamed:
    """Scopes and choices that have other words now, each old one with its new one."""

    scopes: Words = ()
    choices: Words = ()


@dataclass(frozen=True, slots=True)
class AspectUses:
    """How many claims are about an aspect, and how many name each scope and each value."""

    claims: int
    scopes: dict[str, int]
    choices: dict[str, int]


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

    def uses(self) -> dict[int, AspectUses]:
        """What claims there are about each aspect that has any."""
        found: dict[int, AspectUses] = {}
        rows = self._corpus.connection.execute(
            "SELECT aspect_id, scope, coalesce(value, ''), count(*) FROM claim GROUP BY 1, 2, 3"
        )
        for aspect_id, scope, value, count in rows:
            uses = found.get(aspect_id, AspectUses(0, {}, {}))
            for words, by_word in ((scope, uses.scopes), (value, uses.choices)):
                by_word[words] = by_word.get(words, 0) + count
            found[aspect_id] = AspectUses(uses.claims + count, uses.scopes, uses.choices)
        return found

    def add(self, fields: AspectFields) -> tuple[int, Change]:
        """Add an aspect; returns its id. Raises InvalidEditError on what makes no sense."""
        corpus = self._corpus
        with corpus.edit("Add aspect") as pending:
            columns = _columns(fields)
            self._require_title(fields)
            if fields.key and self._is_taken(fields.key):
                raise InvalidEditError(
                    reason=said("An aspect with the key {key} exists.", key=fields.key)
                )
            columns["key"] = fields.key or key_from(fields.title, self._is_taken)
            (columns["ordinal"],) = corpus.connection.execute(
                "SELECT coalesce(max(ordinal), 0) + 1 FROM aspect"
            ).fetchone()
            aspect_id = corpus.insert("aspect", columns)
            self._set_words(aspect_id, fields)
        return aspect_id, pending.change

    def change(
        self, aspect_id: int, fields: AspectFields, renamed: Renamed | None = None
    ) -> Change:
        """Replace what is said about an aspect; its key stays, and claims follow what is `renamed`.

        Raises InvalidEditError where claims have a scope or value that would be left out.
        """
        with self._corpus.edit("Edit aspect") as pending:
            columns = _columns(fields)
            self._require_title(fields, aspect_id)
            before = next((a for a in self.all() if a.id == aspect_id), None)
            for column, words in _renamings(renamed or Renamed()):
                self._rename(aspect_id, column, words)
            if before is not None:
                self._require_room(before, fields, renamed or Renamed())
            self._corpus.update("aspect", aspect_id, columns)
            self._set_words(aspect_id, fields)
        return pending.change

    def delete(self, aspect_id: int) -> Change:
        """Delete an aspect of which nothing is claimed; raises InvalidEditError for any other."""
        with self._corpus.edit("Delete aspect") as pending:
            uses = self.uses().get(aspect_id)
            if uses is not None:
                raise InvalidEditError(
                    reason=counted(
                        "1 claim is about this aspect.",
                        "{count} claims are about this aspect.",
                        uses.claims,
                    )
                )
            self._corpus.delete("aspect", aspect_id)
        return pending.change

    def _is_taken(self, key: str) -> bool:
        found = self._corpus.connection.execute("SELECT 1 FROM aspect WHERE key = ?", (key,))
        return found.fetchone() is not None

    def _require_title(self, fields: AspectFields, aspect_id: int = 0) -> None:
        found = self._corpus.connection.execute(
            "SELECT 1 FROM aspect WHERE title = ? AND id <> ?", (fields.title.strip(), aspect_id)
        )
        if found.fetchone() is not None:
            raise InvalidEditError(
                reason=said("There is an aspect “{title}” already.", title=fields.title.strip())
            )

    def _rename(self, aspect_id: int, column: str, words: Words) -> None:
        """Give the claims of an aspect the new words, all at once: two may change places."""
        if words:
            cases = "WHEN ? THEN ? " * len(words)
            self._corpus.connection.execute(
                f"UPDATE claim SET {column} = CASE {column} {cases} ELSE {column} END "
                f"WHERE aspect_id = ? AND {column} IN ({', '.join('?' * len(words))})",
                (*(w for pair in words for w in pair), aspect_id, *(old for old, _ in words)),
            )

    def _require_room(self, before: Aspect, fields: AspectFields, renamed: Renamed) -> None:
        uses = self.uses().get(before.id)
        if uses is None:
            return
        words = ("choice", "text")
        if before.type != fields.type and not (before.type in words and fields.type in words):
            raise InvalidEditError(
                reason=said("Claims about it hold values of the type {type}.", type=before.type)
            )
        choices = {choice for choice, _ in fields.choices}
        for value in uses.choices if fields.type == "choice" else ():
            if value not in choices:
                raise InvalidEditError(
                    reason=said("A claim says “{value}”, which must stay a choice.", value=value)
                )
        scopes = {scope for scope, _ in fields.scopes}
        moved = dict(renamed.scopes)
        for scope in (moved.get(old, old) for old, _ in before.scopes):
            if scope in uses.scopes and scope not in scopes:
                raise InvalidEditError(
                    reason=said("A claim has the scope “{scope}”, which must stay.", scope=scope)
                )

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


def _renamings(renamed: Renamed) -> tuple[tuple[str, Words], ...]:
    return ("scope", renamed.scopes), ("value", renamed.choices)


def _columns(fields: AspectFields) -> dict[str, object]:
    if not fields.title.strip():
        raise InvalidEditError(reason=said("An aspect needs a title."))
    if fields.type not in TYPES:
        raise InvalidEditError(reason=said("“{type}” is no type of an aspect.", type=fields.type))
    if fields.type == "choice" and not fields.choices:
        raise InvalidEditError(reason=said("An aspect of choices needs at least one choice."))
    _require_ladder(fields.scopes, said("scope"))
    _require_ladder(fields.choices, said("choice"))
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
            raise InvalidEditError(reason=said("Each {what} needs a word of its own.", what=what))
        if above and above not in known:
            raise InvalidEditError(
                reason=said(
                    "“{above}”, above “{word}”, is no {what} itself.",
                    above=above,
                    word=word,
                    what=what,
                )
            )
    if circle := Ladder.of(words).circle():
        raise InvalidEditError(
            reason=said(
                "A {what} lies within itself: {circle}.", what=what, circle=" → ".join(circle)
            )
        )
