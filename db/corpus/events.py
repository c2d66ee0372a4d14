"""Events and the order they came in."""

from __future__ import annotations

from typing import Any, NamedTuple

from db.corpus import times
from db.corpus.facet import Facet, key_from
from db.corpus.ordering import in_order
from db.errors import InvalidEditError, said
from db.records import Change, Event, Time
from db.text.zone_status import ZoneStatus

# By place and not by name: ten thousand events are read before the first paint.
SELECT = (
    f"SELECT id, key, title, ordinal, {times.columns('happened')}, place, parent_id, summary, "
    "lasting FROM event"
)


class EventFields(NamedTuple):
    """What a reader says about an event; an empty `zone` means the corpus's own."""

    title: str
    when: str = ""
    printed: str = ""
    zone: str = ""
    zone_status: ZoneStatus = ZoneStatus.ASSUMED
    place: str = ""
    parent_id: int | None = None
    summary: str = ""
    key: str = ""
    lasting: bool = False


class Events(Facet):
    """The events of a corpus."""

    def all(self) -> list[Event]:
        """Every event, in the order they are said to have happened."""
        events = [_event(r) for r in self._corpus.connection.execute(SELECT)]
        pairs = self._corpus.connection.execute("SELECT earlier_id, later_id FROM event_order")
        return in_order(events, pairs.fetchall())

    def get(self, event_id: int) -> Event | None:
        """One event by id, None where it is gone."""
        row = self._corpus.connection.execute(f"{SELECT} WHERE id = ?", (event_id,)).fetchone()
        return _event(row) if row else None

    def add(self, fields: EventFields) -> tuple[int, Change]:
        """Add an event; returns its id. Raises InvalidEditError on an empty title or a bad time."""
        corpus = self._corpus
        with corpus.edit("Add event") as pending:
            columns = self._columns(fields)
            if fields.key and self._is_taken(fields.key):
                raise InvalidEditError(
                    reason=said("An event with the key {key} exists.", key=fields.key)
                )
            columns["key"] = fields.key or key_from(fields.title, self._is_taken)
            (columns["ordinal"],) = corpus.connection.execute(
                "SELECT coalesce(max(ordinal), 0) + 1 FROM event"
            ).fetchone()
            event_id = corpus.insert("event", columns)
        return event_id, pending.change

    def change(self, event_id: int, fields: EventFields) -> Change:
        """Replace what is said about an event; its key stays."""
        with self._corpus.edit("Edit event") as pending:
            if fields.parent_id is not None and self._is_below(fields.parent_id, event_id):
                raise InvalidEditError(reason=said("An event cannot be part of itself."))
            self._corpus.update("event", event_id, self._columns(fields))
        return pending.change

    def delete(self, event_id: int) -> Change:
        """Delete an event with its mentions and claims; the texts stay untouched."""
        corpus = self._corpus
        with corpus.edit("Delete event") as pending:
            anchors = corpus.connection.execute(
                "SELECT anchor_id FROM mention WHERE event_id = ? UNION "
                "SELECT anchor_id FROM claim WHERE event_id = ?",
                (event_id, event_id),
            ).fetchall()
            corpus.delete("event", event_id)
            for (anchor_id,) in anchors:
                corpus.mentions.drop_unused_anchor(anchor_id)
        return pending.change

    def put_before(self, earlier_id: int, later_id: int) -> Change:
        """Say that one event came before another, without any date.

        Raises InvalidEditError where the two are one, or it has been said.
        """
        if earlier_id == later_id:
            raise InvalidEditError(reason=said("An event cannot come before itself."))
        with self._corpus.edit("Order events") as pending:
            pair = (earlier_id, later_id)
            known = self._corpus.connection.execute(
                "SELECT 1 FROM event_order WHERE earlier_id = ? AND later_id = ?", pair
            ).fetchone()
            if known:
                raise InvalidEditError(
                    reason=said("That order of the two events is already known.")
                )
            self._corpus.insert("event_order", {"earlier_id": earlier_id, "later_id": later_id})
        return pending.change

    def _is_taken(self, key: str) -> bool:
        found = self._corpus.connection.execute("SELECT 1 FROM event WHERE key = ?", (key,))
        return found.fetchone() is not None

    def _columns(self, fields: EventFields) -> dict[str, object]:
        if not fields.title.strip():
            raise InvalidEditError(reason=said("An event needs a title."))
        happened = self._time(fields)
        return {
            "title": fields.title.strip(),
            "place": fields.place,
            "parent_id": fields.parent_id,
            "summary": fields.summary,
            "lasting": int(fields.lasting),
            **times.to_columns("happened", happened),
        }

    def _time(self, fields: EventFields) -> Time:
        return times.understood(
            fields.when,
            fields.zone or self._corpus.info.zone,
            printed=fields.printed,
            status=fields.zone_status,
        )

    def _is_below(self, event_id: int, ancestor_id: int) -> bool:
        seen: set[int] = set()
        current: int | None = event_id
        while current is not None and current not in seen:
            if current == ancestor_id:
                return True
            seen.add(current)
            event = self.get(current)
            current = event.parent_id if event else None
        return False


def _event(row: tuple[Any, ...]) -> Event:
    event_id, key, title, ordinal = row[:4]
    place, parent_id, summary, lasting = row[10:]
    happened = times.from_columns(*row[4:10])
    return Event(event_id, key, title, ordinal, happened, place, parent_id, summary, bool(lasting))
