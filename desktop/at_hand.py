"""What has been read of a corpus and is kept at hand until it changes."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from db.corpus import Corpus
from db.records import CorpusInfo, Edition, EditionKind, Event, Source

if TYPE_CHECKING:
    from db.records import Note
    from desktop.reading.pane_text import PaneText

DERIVED = (
    "info", "sources", "events", "events_by_id", "event_order", "editions", "spoken",
    "notes", "_first_places", "_spoken_at",
)  # fmt: skip


class AtHand:
    """The records of a corpus, each kind read when it is first asked for."""

    corpus: Corpus
    """Given by the session, which also says when to forget."""

    def forget(self) -> None:
        """Read everything anew when it is next asked for: the corpus has changed."""
        for name in DERIVED:
            self.__dict__.pop(name, None)

    @cached_property
    def info(self) -> CorpusInfo:
        """What the corpus says of itself."""
        return self.corpus.info

    @cached_property
    def sources(self) -> list[Source]:
        """Every source in order."""
        return self.corpus.sources.all()

    @cached_property
    def events(self) -> list[Event]:
        """Every event in order."""
        return self.corpus.events.all()

    @cached_property
    def events_by_id(self) -> dict[int, Event]:
        """Every event by id."""
        return {e.id: e for e in self.events}

    @cached_property
    def editions(self) -> list[Edition]:
        """Every edition that is held."""
        return self.corpus.editions.all()

    @cached_property
    def spoken(self) -> dict[int, frozenset[int]]:
        """For every event, the sources that speak of it."""
        return self.corpus.mentions.sources_by_event()

    @cached_property
    def event_order(self) -> dict[int, int]:
        """For every event's id, its place in the order of events."""
        return {e.id: i for i, e in enumerate(self.events)}

    @cached_property
    def notes(self) -> dict[tuple[str, int], list[Note]]:
        """The reader's notes by what they are on: a table and a row of it."""
        found: dict[tuple[str, int], list[Note]] = {}
        for note in self.corpus.notes.all():
            found.setdefault((note.subject, note.subject_id), []).append(note)
        return found

    @cached_property
    def _spoken_at(self) -> dict[int, list[tuple[int, int]]]:
        return {}

    @cached_property
    def _first_places(self) -> dict[int, dict[int, int]]:
        return {}

    def first_places(self, edition_id: int) -> dict[int, int]:
        """For every event an edition speaks of, the offset at which it first does."""
        known = self._first_places
        if edition_id not in known:
            known[edition_id] = self.corpus.mentions.first_places(edition_id)
        return known[edition_id]

    def event_at(self, edition_id: int, text: PaneText, passage: int) -> Event | None:
        """The event an edition last began to speak of, at or before one of its passages."""
        if passage < 0 or passage >= len(text):
            return None
        if edition_id not in self._spoken_at:
            places = self.first_places(edition_id)
            self._spoken_at[edition_id] = sorted((at, event) for event, at in places.items())
        known = self._spoken_at[edition_id]
        index = bisect_left(known, (text.ends[passage], 0)) - 1
        return self.events_by_id.get(known[index][1]) if index >= 0 else None

    def source(self, source_id: int) -> Source | None:
        """A source by id."""
        return next((s for s in self.sources if s.id == source_id), None)

    def editions_of(self, source_id: int) -> list[Edition]:
        """The held editions of a source, the original first."""
        found = [e for e in self.editions if e.source_id == source_id]
        return sorted(found, key=lambda e: (e.kind is not EditionKind.ORIGINAL, e.id))

    def awaits_original(self, source_id: int) -> bool:
        """Whether a source's original is described but not held."""
        return any(
            e.source_id == source_id and e.kind is EditionKind.ORIGINAL and not e.held
            for e in self.corpus.editions.all(held_only=False)
        )
