"""Sources and their reports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from db.corpus import times
from db.corpus.facet import Facet, key_from, letter_for
from db.errors import InvalidEditError, said
from db.records import Change, Source, Time

if TYPE_CHECKING:
    from db.records import Report

SELECT = (
    "SELECT id, key, letter, ordinal, label, title, creators, publisher, language, place, "
    f"position, rights, citation, summary, style, {times.columns('published')}, published_note, "
    "retrieved_edtf FROM source"
)


class SourceFields(NamedTuple):
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
    published: Time = Time()


class Sources(Facet):
    """The sources of a corpus."""

    def all(self) -> list[Source]:
        """Every source in the corpus's order."""
        rows = self._corpus.connection.execute(f"{SELECT} ORDER BY ordinal, id")
        return [_source(r) for r in rows]

    def by_key(self, key: str) -> Source:
        """The source with a key; raises InvalidEditError where there is none."""
        row = self._corpus.connection.execute(f"{SELECT} WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise InvalidEditError(reason=said("There is no source with the key {key}.", key=key))
        return _source(row)

    def add(self, fields: SourceFields) -> tuple[int, Change]:
        """Add a source; it gets the next letter, which no other source ever had."""
        corpus = self._corpus
        with corpus.edit("Add source") as pending:
            given = corpus.connection.execute("SELECT letters_given FROM corpus").fetchone()[0]
            if fields.key and self._is_taken(fields.key):
                raise InvalidEditError(
                    reason=said("A source with the key {key} exists.", key=fields.key)
                )
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

    def change(self, source_id: int, fields: SourceFields) -> Change:
        """Replace what is said about a source; its key and letter stay."""
        with self._corpus.edit("Edit source") as pending:
            self._corpus.update("source", source_id, _columns(fields))
        return pending.change

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
        rows = self._corpus.connection.execute(
            "SELECT r.id, r.source_id, r.number, r.heading, r.author, "
            f"{times.columns('reported')}, reported_note FROM report r "
            f"JOIN source s ON s.id = r.source_id {where} "
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


def _source(row: tuple[Any, ...]) -> Source:
    source_id, key, letter, ordinal, label, title = row[:6]
    publisher, language, place, position, rights, citation, summary, style = row[7:15]
    creators = () if row[6] == "[]" else tuple(json.loads(row[6]))
    return Source(
        source_id, key, letter, ordinal, label, title, creators, publisher, language, place,
        position, rights, citation, summary, style, times.from_columns(*row[15:22]), row[22],
    )  # fmt: skip


def _report(row: tuple[Any, ...]) -> Report:
    from db.records import Report

    report_id, source_id, number, heading, author = row[:5]
    return Report(report_id, source_id, number, heading, author, times.from_columns(*row[5:]))
