"""Notes: the reader's own Markdown, on anything in the corpus."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from db.corpus.facet import Facet
from db.corpus.things import thing
from db.errors import InvalidEditError, said
from db.records import Change, Note

# Tables that a note can be on.
SUBJECTS: Final = (
    "corpus", "source", "edition", "report", "anchor", "event", "mention", "claim", "aspect",
    "voice", "name", "link",
)  # fmt: skip


class Notes(Facet):
    """The notes of a corpus."""

    def all(self) -> list[Note]:
        """Every note, oldest first."""
        rows = self._corpus.connection.execute(
            "SELECT id, subject, subject_id, text, made FROM note ORDER BY id"
        )
        return [Note(*r) for r in rows]

    def on(self, subject: str, subject_id: int) -> list[Note]:
        """The notes on one row of a table."""
        rows = self._corpus.connection.execute(
            "SELECT id, subject, subject_id, text, made FROM note "
            "WHERE subject = ? AND subject_id = ? ORDER BY id",
            (subject, subject_id),
        )
        return [Note(*r) for r in rows]

    def add(self, subject: str, subject_id: int, text: str) -> tuple[int, Change]:
        """Write a note on a row of a table; returns its id.

        Raises InvalidEditError on an empty note, or where the row is not there.
        """
        with self._corpus.edit("Add note") as pending:
            self._require(subject, subject_id)
            values = {"subject": subject, "subject_id": subject_id, "text": _checked(text)}
            note_id = self._corpus.insert("note", {**values, "made": int(time.time())})
        return note_id, pending.change

    def add_on_words(self, edition_id: int, start: int, end: int, text: str) -> tuple[int, Change]:
        """Write a note on words of an edition, within one passage; returns the note's id."""
        with self._corpus.edit("Add note") as pending:
            anchor_id = self._corpus.mentions.add_anchor(edition_id, start, end)
            note_id, _ = self.add("anchor", anchor_id, text)
        return note_id, pending.change

    def change(self, note_id: int, text: str) -> Change:
        """Write a note anew."""
        with self._corpus.edit("Edit note") as pending:
            values = {"text": _checked(text), "changed": int(time.time())}
            self._corpus.update("note", note_id, values)
        return pending.change

    def delete(self, notes: Sequence[int]) -> Change:
        """Delete notes."""
        corpus = self._corpus
        with corpus.edit("Delete note") as pending:
            for note_id in notes:
                anchors = corpus.connection.execute(
                    "SELECT subject_id FROM note WHERE id = ? AND subject = 'anchor'", (note_id,)
                ).fetchall()
                corpus.delete("note", note_id)
                for (anchor_id,) in anchors:
                    corpus.mentions.drop_unused_anchor(anchor_id)
        return pending.change

    def _require(self, subject: str, subject_id: int) -> None:
        if subject not in SUBJECTS:
            raise InvalidEditError(
                reason=said("A note cannot be on a {thing}.", thing=thing(subject))
            )
        found = self._corpus.connection.execute(
            f"SELECT 1 FROM {subject} WHERE id = ?", (subject_id,)
        )
        if found.fetchone() is None:
            raise InvalidEditError(
                reason=said("The {thing} the note is about is gone.", thing=thing(subject))
            )


def _checked(text: str) -> str:
    if not text.strip():
        raise InvalidEditError(reason=said("A note needs some words."))
    return text
