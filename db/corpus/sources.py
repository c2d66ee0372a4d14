"""Sources and their reports."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from typing import Any

from db.corpus import times
from db.corpus.facet import Facet, key_from, letter_for
from db.errors import InvalidEditError
from db.records import Change, Report, Source, Time


@dataclass(frozen=True, slots=True)
class SourceFields:
    """What a reader says about a source."""

    label: str
    key: str = ""
    title: str = ""
    creators: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    place: str = ""
    position: str = ""
    rights: str = ""
    citation: str = ""
    summary: str = ""
    retrieved: str = ""
    published: Time = field(default_factory=Time)


class Sources(Facet):
    """The sources of a corpus."""

    def all(self) -> list[Source]:
        """Every source in the corpus's order."""
        return [_source(r) for r in self._corpus.rows("SELECT * FROM source ORDER BY ordinal, id")]

    def by_key(self, key: str) -> Source:
        """The source with a key; raises InvalidEditError where there is none."""
        for row in self._corpus.rows("SELECT * FROM source WHERE key = ?", (key,)):
            return _source(row)
        raise InvalidEditError(reason=f"There is no source with the key {key}.")

    def add(self, fields: SourceFields) -> tuple[int, Change]:
        """Add a source; it gets the next letter, which no other source ever had."""
        corpus = self._corpus
        with corpus.edit("Add source") as pending:
            given = corpus.connection.execute("SELECT letters_given FROM corpus").fetchone()[0]
            if fields.key and self._is_taken(fields.key):
                raise InvalidEditError(reason=f"A source with the key {fields.key} exists.")
            source_id = corpus.insert(
                "source",
                {
                    **_columns(fields),
                    "key": fields.key or key_from(fields.label, self._is_taken),
                    "letter": letter_for(given),
                    "ordinal": given,
                    "style": given,
                },
            )
            corpus.connection.execute(
                "UPDATE corpus SET letters_given = ? WHERE id = 1", (given + 1,)
            )
        return source_id, pending.change

    def delete(self, source_id: int) -> Change:
        """Delete a source with its editions and all that was said about them.

        Its letter is not given again. The Change holds its texts, so that it can be taken back.
        """
        corpus = self._corpus
        with corpus.edit("Delete source") as pending:
            editions = corpus.connection.execute(
                "SELECT id FROM edition WHERE source_id = ?", (source_id,)
            ).fetchall()
            corpus.editions.unindex_words(i for (i,) in editions)
            corpus.delete("source", source_id)
        return pending.change

    def _is_taken(self, key: str) -> bool:
        found = self._corpus.connection.execute("SELECT 1 FROM source WHERE key = ?", (key,))
        return found.fetchone() is not None

    def reports(self, source_id: int | None = None) -> list[Report]:
        """Reports of one source, or of all, in the order of the page."""
        where = "" if source_id is None else "WHERE r.source_id = ?"
        rows = self._corpus.rows(
            f"SELECT r.* FROM report r JOIN source s ON s.id = r.source_id {where} "
            "ORDER BY s.ordinal, r.number",
            () if source_id is None else (source_id,),
        )
        return [_report(r) for r in rows]

    def add_report(self, source_id: int, number: int, heading: str, author: str, at: Time) -> int:
        """Add a dated piece to a source; returns its id."""
        with self._corpus.edit("Add report"):
            return self._corpus.insert(
                "report",
                {
                    "source_id": source_id,
                    "number": number,
                    "heading": heading,
                    "author": author,
                    **times.to_columns("reported", at),
                    "reported_note": at.note,
                },
            )


def _columns(fields: SourceFields) -> dict[str, Any]:
    return {
        "label": fields.label,
        "title": fields.title,
        "creators": json.dumps(list(fields.creators), ensure_ascii=False),
        "publisher": fields.publisher,
        "language": fields.language,
        "place": fields.place,
        "position": fields.position,
        "rights": fields.rights,
        "citation": fields.citation,
        "summary": fields.summary,
        "retrieved_edtf": fields.retrieved,
        **times.to_columns("published", fields.published),
        "published_note": fields.published.note,
    }


def _source(row: sqlite3.Row) -> Source:
    return Source(
        id=row["id"],
        key=row["key"],
        letter=row["letter"],
        ordinal=row["ordinal"],
        label=row["label"],
        title=row["title"],
        creators=tuple(json.loads(row["creators"])),
        publisher=row["publisher"],
        language=row["language"],
        place=row["place"],
        position=row["position"],
        rights=row["rights"],
        citation=row["citation"],
        summary=row["summary"],
        style=row["style"],
        published=times.from_row("published", row, note=row["published_note"]),
        retrieved=row["retrieved_edtf"],
    )


def _report(row: sqlite3.Row) -> Report:
    return Report(
        id=row["id"],
        source_id=row["source_id"],
        number=row["number"],
        heading=row["heading"],
        author=row["author"],
        reported=times.from_row("reported", row, note=row["reported_note"]),
    )
