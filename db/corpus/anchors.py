"""Anchors: places in a source's words, on which mentions, claims, links and notes stand."""

from __future__ import annotations

from db.corpus.facet import Facet
from db.errors import InvalidEditError, said
from db.records import Change


class Anchors(Facet):
    """The anchors of a corpus."""

    def move(self, anchor_id: int, edition_id: int, start: int, end: int) -> Change:
        """Move an anchor to other words of an edition, within one passage.

        Where that is another passage, the source's other editions get the whole passage of the
        same address; within the passage their own places stay. Raises InvalidEditError as adding
        does, and for an edition of another source.
        """
        with self._corpus.edit("Move anchor") as pending:
            passage_id, number = self._passage(anchor_id, edition_id, start, end)
            for placement_id, edition, first, last, twin in self._twins(anchor_id, number):
                here = edition == edition_id
                values = {"passage_id": twin, "start": first, "end": last}
                if here:
                    values = {"passage_id": passage_id, "start": start, "end": end}
                if placement_id is None:
                    whole = {"anchor_id": anchor_id, "edition_id": edition, **values}
                    self._corpus.insert("placement", whole)
                elif here or not self._stands_in(placement_id, twin):
                    self._corpus.update("placement", placement_id, values)
        return pending.change

    def _passage(self, anchor_id: int, edition_id: int, start: int, end: int) -> tuple[int, int]:
        row = self._corpus.connection.execute(
            "SELECT p.id, p.number FROM passage p JOIN edition e ON e.id = p.edition_id "
            "JOIN anchor n ON n.source_id = e.source_id AND n.id = ? "
            "WHERE p.edition_id = ? AND p.start <= ? AND p.end >= ? ORDER BY p.number LIMIT 1",
            (anchor_id, edition_id, start, end),
        ).fetchone()
        if row is None or start >= end:
            raise InvalidEditError(reason=said("The words must lie within one passage."))
        return int(row[0]), int(row[1])

    def _twins(self, anchor_id: int, number: int) -> list[tuple[int | None, int, int, int, int]]:
        """Every passage of that number in the source, with the anchor's place in its edition."""
        return self._corpus.connection.execute(
            "SELECT pl.id, e.id, p.start, p.end, p.id FROM anchor n "
            "JOIN edition e ON e.source_id = n.source_id "
            "JOIN passage p ON p.edition_id = e.id AND p.number = ? "
            "LEFT JOIN placement pl ON pl.anchor_id = n.id AND pl.edition_id = e.id "
            "WHERE n.id = ?",
            (number, anchor_id),
        ).fetchall()

    def _stands_in(self, placement_id: int, passage_id: int) -> bool:
        found = self._corpus.connection.execute(
            "SELECT 1 FROM placement pl JOIN passage p ON p.id = pl.passage_id "
            "WHERE pl.id = ? AND p.id = ? AND pl.start >= p.start AND pl.end <= p.end",
            (placement_id, passage_id),
        )
        return found.fetchone() is not None
