"""Mentions: which passages speak of which event, and where their words stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from db.corpus.facet import Facet
from db.errors import InvalidEditError, said
from db.records import Change, Placement, Relation

PLACEMENTS = """SELECT m.id, m.event_id, n.source_id, pl.edition_id, p.number, pl.start, pl.end,
    m.relation
FROM mention m
JOIN anchor n ON n.id = m.anchor_id
JOIN placement pl ON pl.anchor_id = m.anchor_id
JOIN passage p ON p.id = pl.passage_id
JOIN edition e ON e.id = pl.edition_id
WHERE e.state = 'held' AND m.status = 'accepted'"""


class Mentions(Facet):
    """The mentions of a corpus."""

    def of_event(self, event_id: int) -> list[Placement]:
        """Where every held edition speaks of an event, in reading order, by one query."""
        rows = self._corpus.connection.execute(
            f"{PLACEMENTS} AND m.event_id = ? ORDER BY pl.edition_id, pl.start, m.id", (event_id,)
        )
        return [_placement(r) for r in rows]

    def in_edition(self, edition_id: int) -> list[Placement]:
        """Every mention in one edition, in reading order."""
        rows = self._corpus.connection.execute(
            f"{PLACEMENTS} AND pl.edition_id = ? ORDER BY pl.start, m.id", (edition_id,)
        )
        return [_placement(r) for r in rows]

    def all(self) -> list[Placement]:
        """Every mention in every held edition, by event."""
        rows = self._corpus.connection.execute(
            f"{PLACEMENTS} ORDER BY m.event_id, pl.edition_id, pl.start, m.id"
        )
        return [_placement(r) for r in rows]

    def sources_by_event(self) -> dict[int, frozenset[int]]:
        """For every event with a mention, the ids of the sources that speak of it."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for event_id, source_id in self._corpus.connection.execute(
            "SELECT DISTINCT m.event_id, n.source_id FROM mention m "
            "JOIN anchor n ON n.id = m.anchor_id WHERE m.status = 'accepted'"
        ):
            found[event_id].add(source_id)
        return {event: frozenset(sources) for event, sources in found.items()}

    def first_places(self, edition_id: int) -> dict[int, int]:
        """For every event an edition speaks of, the offset where it first does."""
        rows = self._corpus.connection.execute(
            # Where a source only expects an event or looks back at it is not where it tells of it.
            "SELECT m.event_id, coalesce("
            "min(iif(m.relation IN ('reports', 'denies'), pl.start, NULL)), min(pl.start)) "
            "FROM placement pl "
            "JOIN mention m ON m.anchor_id = pl.anchor_id "
            "WHERE pl.edition_id = ? AND m.status = 'accepted' GROUP BY m.event_id",
            (edition_id,),
        )
        return dict(rows.fetchall())

    def reported_times(self, source_id: int) -> list[tuple[int, int | None, int | None, str]]:
        """For every event a source speaks of, when its reports did: event, earliest, latest, zone.

        One row an event and report, so that an event reported several times has several.
        """
        rows = self._corpus.connection.execute(
            "SELECT DISTINCT m.event_id, "
            "iif(coalesce(r.reported_edtf, '') <> '', r.reported_earliest, s.published_earliest), "
            "iif(coalesce(r.reported_edtf, '') <> '', r.reported_latest, s.published_latest), "
            "coalesce(nullif(r.reported_zone_status, ''), s.published_zone_status) "
            "FROM mention m JOIN anchor n ON n.id = m.anchor_id "
            "JOIN source s ON s.id = n.source_id "
            "JOIN placement pl ON pl.anchor_id = n.id JOIN passage p ON p.id = pl.passage_id "
            "LEFT JOIN report r ON r.id = p.report_id "
            "WHERE n.source_id = ? AND m.status = 'accepted'",
            (source_id,),
        )
        return rows.fetchall()

    def add(
        self,
        event_id: int,
        edition_id: int,
        start: int,
        end: int,
        relation: Relation = Relation.REPORTS,
    ) -> tuple[int, Change]:
        """Say that words of an edition speak of an event; returns the mention's id.

        The words must lie within one passage. Other editions of the source, held or awaited,
        get the whole passage of the same address.
        """
        with self._corpus.edit("Add mention") as pending:
            anchor_id = self.add_anchor(edition_id, start, end)
            mention_id = self._corpus.insert(
                "mention",
                {
                    "event_id": event_id,
                    "anchor_id": anchor_id,
                    "relation": str(relation),
                    "recorder": "reader",
                },
            )
        return mention_id, pending.change

    def change(self, mention_id: int, *, event_id: int, relation: Relation) -> Change:
        """Give a mention another event or relation."""
        with self._corpus.edit("Edit mention") as pending:
            self._corpus.update(
                "mention", mention_id, {"event_id": event_id, "relation": str(relation)}
            )
        return pending.change

    def delete(self, mentions: Sequence[int]) -> Change:
        """Delete mentions; the texts and the event stay."""
        with self._corpus.edit("Delete mention") as pending:
            for mention_id in mentions:
                anchors = self._corpus.connection.execute(
                    "SELECT anchor_id FROM mention WHERE id = ?", (mention_id,)
                ).fetchall()
                self._corpus.delete("mention", mention_id)
                for (anchor_id,) in anchors:
                    self.drop_unused_anchor(anchor_id)
        return pending.change

    def add_anchor(self, edition_id: int, start: int, end: int) -> int:
        """Make an anchor for words of an edition, placed in each edition of its source."""
        connection = self._corpus.connection
        row = connection.execute(
            "SELECT p.number, e.source_id FROM passage p JOIN edition e ON e.id = p.edition_id "
            "WHERE p.edition_id = ? AND p.start <= ? AND p.end >= ? ORDER BY p.number DESC LIMIT 1",
            (edition_id, start, end),
        ).fetchone()
        if row is None or start >= end:
            raise InvalidEditError(reason=said("The words must lie within one passage."))
        number, source_id = row
        anchor_id = self._corpus.insert("anchor", {"source_id": source_id})
        twins = connection.execute(
            "SELECT p.edition_id, p.id, p.start, p.end FROM passage p "
            "JOIN edition e ON e.id = p.edition_id WHERE e.source_id = ? AND p.number = ?",
            (source_id, number),
        ).fetchall()
        for twin_edition, passage_id, whole_start, whole_end in twins:
            here = twin_edition == edition_id
            self._corpus.insert(
                "placement",
                {
                    "anchor_id": anchor_id,
                    "edition_id": twin_edition,
                    "passage_id": passage_id,
                    "start": start if here else whole_start,
                    "end": end if here else whole_end,
                },
            )
        return anchor_id

    def drop_unused_anchor(self, anchor_id: int) -> None:
        """Delete an anchor that nothing stands on any more."""
        used = self._corpus.connection.execute(
            "SELECT 1 FROM mention WHERE anchor_id = :a UNION ALL "
            "SELECT 1 FROM claim WHERE anchor_id = :a UNION ALL "
            "SELECT 1 FROM link WHERE a_anchor_id = :a OR b_anchor_id = :a UNION ALL "
            "SELECT 1 FROM note WHERE subject = 'anchor' AND subject_id = :a",
            {"a": anchor_id},
        ).fetchone()
        if not used:
            self._corpus.delete("anchor", anchor_id)


def _placement(row: tuple[int, int, int, int, int, int, int, str]) -> Placement:
    mention, event, source, edition, passage, start, end, relation = row
    return Placement(mention, event, source, edition, passage, start, end, Relation(relation))
