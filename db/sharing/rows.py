"""The rows of a sharing copy, one at a time."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from db.sharing.columns import FILE_NAMES, FIXED, JSON, MOMENTS, RECORDERS, columns_of, tables
from db.sharing.persons import Persons
from db.sharing.renaming import Renamer, Shift
from db.text.folding import fold

Row = dict[str, Any]


class Rows:
    """What a row becomes: names replaced, places moved, traces of work and machine left out."""

    def __init__(
        self,
        renamer: Renamer,
        persons: Persons,
        shifts: Mapping[int, Shift],
        editions: Mapping[int, Row],
        day: int,
    ) -> None:
        self._renamer, self._shifts, self._editions, self._day = renamer, shifts, editions, day
        self._persons = {person.id: person for person in persons.listed}
        self._keys: dict[tuple[str, str], str] = {}
        self._spelled: set[tuple[int, str]] = set()
        self._nonce = os.urandom(16).hex()

    def learn_keys(self, source: sqlite3.Connection) -> None:
        """Work out every table's keys without names, each still different from the others."""
        taken: defaultdict[str, set[str]] = defaultdict(set)
        for table in tables(source):
            if "key" not in columns_of(source, table):
                continue
            rows = source.execute(f'SELECT id, key FROM "{table}" ORDER BY id').fetchall()
            taken[table] = {key for _, key in rows}
            for row_id, key in rows:
                self._learn_key(table, row_id, key, taken[table])

    def _learn_key(self, table: str, row_id: int, key: str, taken: set[str]) -> None:
        person = self._persons.get(row_id) if table == "name" else None
        if person is not None:
            made = self._renamer.pseudonym_key(person.pseudonym, taken - {key})
        else:
            made = self._renamer.key(key, taken)
        self._keys[table, key] = made
        taken.add(made)
        if made != key:
            # A sheet names rows by their keys.
            self._renamer.keys[key] = made

    def made(self, table: str, row: Row) -> Row | None:
        """A row as it stands in the copy, None for one that is left out."""
        made = {name: self._value(table, name, value) for name, value in row.items()}
        special = _SPECIAL.get(table)
        return special(self, row, made) if special else made

    def _value(self, table: str, name: str, value: Any) -> Any:
        if name in MOMENTS and value is not None:
            return self._day
        if isinstance(value, bytes):
            return b""
        if not isinstance(value, str) or (table, name) in FIXED:
            return value
        if name == "key":
            return self._keys[table, value]
        if name in FILE_NAMES:
            return ""
        if name == "recorder":
            return value if value in RECORDERS else "reader"
        return self._renamer.json(value) if (table, name) in JSON else self._renamer.text(value)

    def corpus(self, row: Row, made: Row) -> Row:
        """Another corpus, which no case is compared with any more."""
        return {**made, "nonce": self._nonce, "case_key": None}

    def edition(self, row: Row, made: Row) -> Row:
        """The hashes and lengths of the text it has now."""
        return {**made, **self._editions.get(row["id"], {})}

    def place(self, row: Row, made: Row) -> Row:
        """A passage or a placement, moved as its text was; one of an awaited text stays."""
        shift = self._shifts.get(row["edition_id"])
        if shift is None:
            return made
        return {**made, "start": shift.start(row["start"]), "end": shift.end(row["end"])}

    def spelling(self, row: Row, made: Row) -> Row | None:
        """A person has one spelling; each other name has each of its own once."""
        person = self._persons.get(row["name_id"])
        if person is not None:
            made = {**made, "text": person.pseudonym, "script": "", "language": ""}
        known = (row["name_id"], made["text"])
        if known in self._spelled:
            return None
        self._spelled.add(known)
        return {**made, "folded": fold(made["text"])}

    def choice(self, row: Row, made: Row) -> Row:
        """A word that is not its own wider word."""
        return {**made, "wider": ""} if made["wider"] == made["choice"] else made


_SPECIAL = {
    "corpus": Rows.corpus,
    "edition": Rows.edition,
    "passage": Rows.place,
    "placement": Rows.place,
    "spelling": Rows.spelling,
    "aspect_choice": Rows.choice,
}
