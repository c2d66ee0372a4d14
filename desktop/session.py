"""One open corpus: its records at hand, its undo stack, one `changed` signal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from db.corpus import Corpus
from db.corpus.undo import LOGGED_TABLES
from db.errors import CorpusError
from db.records import Change, CorpusInfo, Edition, EditionKind, Event, Source
from db.text.word_lists import SHIPPED, WordLists
from desktop.edits import AppliedEdit, OriginalEdit
from desktop.selection import Selection
from desktop.when import display_when

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from db.comparing.silence import Silences
    from db.records import Note
    from desktop.reading.pane_text import PaneText

T = TypeVar("T")

DERIVED = (
    "info", "sources", "events", "events_by_id", "event_order", "editions", "spoken",
    "notes", "_first_places", "_spoken_at",
)  # fmt: skip


class Session(QObject):
    """What the views of one window share; they receive it and nothing else."""

    changed = Signal(object)
    """The Change that was made, undone or redone."""
    failed = Signal(str)
    """A sentence for the reader: what went wrong, and that nothing was lost."""

    def __init__(self, corpus: Corpus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.corpus = corpus
        self.selection = Selection(self)
        self.undo_stack = QUndoStack(self)
        self.word_lists = SHIPPED
        self._silences: tuple[int | None, Silences] | None = None

    def close(self) -> None:
        """Let go of the corpus."""
        self.undo_stack.clear()
        self.corpus.close()

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
    def suggested(self) -> frozenset[int]:
        """Claims that nobody has accepted yet: their words are marked in another way."""
        rows = self.corpus.connection.execute("SELECT id FROM claim WHERE status = 'suggested'")
        return frozenset(claim for (claim,) in rows)

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

    @property
    def silences(self) -> Silences:
        """Why a source has nothing on an event, as of what was known by the reader's clock."""
        known_by = self.selection.known_by
        if self._silences is None or self._silences[0] != known_by:
            from db.comparing.silence import Silences

            self._silences = (known_by, Silences(self.corpus, known_by=known_by))
        return self._silences[1]

    @property
    def zone(self) -> ZoneInfo:
        """The corpus's zone, UTC where it cannot be had."""
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(self.info.zone)
        except (KeyError, ValueError, OSError):
            return ZoneInfo("UTC")

    @property
    def known_by_words(self) -> str:
        """The reader's *known by* clock in words, empty where everything counts."""
        instant = self.selection.known_by
        if instant is None:
            return ""
        return display_when(datetime.fromtimestamp(instant, self.zone).strftime("%Y-%m-%dT%H:%M"))

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

    def perform(self, do: Callable[[Corpus], tuple[T, Change]]) -> T | None:
        """Make one edit that can be undone; on failure says so and returns None."""
        try:
            result, change = do(self.corpus)
        except CorpusError as error:
            self.failed.emit(str(error))
            return None
        self.undo_stack.push(AppliedEdit(self, change))
        self.announce(change)
        return result

    def revert(self, change: Change) -> Change | None:
        """Take a change back; on failure says so and returns None."""
        try:
            opposite = self.corpus.revert(change)
        except CorpusError as error:
            self.failed.emit(str(error))
            return None
        self.announce(opposite)
        return opposite

    def announce(self, change: Change) -> None:
        """Forget what was read and tell every view what was touched."""
        before = set(self.__dict__.get("events_by_id", ()))
        for name in DERIVED:
            self.__dict__.pop(name, None)
        self._silences = None
        gone = before - set(self.events_by_id)
        self.changed.emit(change)
        if gone:
            self.selection.forget_events(gone)

    def read_by(self, lists: WordLists) -> None:
        """Take other word lists: they say what vague figures stand for."""
        if lists is not self.word_lists:
            self.word_lists = lists
            self.announce(Change("", {"claim": frozenset()}, ()))

    def look_again(self) -> None:
        """Show the corpus anew: another program has written into it."""
        self.announce(Change("", {table: frozenset() for table in LOGGED_TABLES}, ()))

    def add_original(self, name: str, data: bytes) -> tuple[Edition, bool]:
        """Add an original the corpus describes; returns it and whether anything changed.

        Raises a CorpusError that names the file.
        """
        edition, added = self.corpus.editions.add_original(name, data)
        if added:
            self.undo_stack.push(OriginalEdit(self, edition, data, added=True))
            self.announce(_edition_change(edition))
        return edition, added

    def remove_original(self, edition: Edition) -> None:
        """Take an original out again; its places stay described."""
        data = self.corpus.editions.data(edition.id)
        if self.swap_original(edition, data, add=False):
            self.undo_stack.push(OriginalEdit(self, edition, data, added=False))

    def swap_original(self, edition: Edition, data: bytes, *, add: bool) -> bool:
        """Add or remove an original's text; False where the file did not take it."""
        try:
            if add:
                self.corpus.editions.add_original(edition.key, data)
            else:
                self.corpus.editions.remove_original(edition.id)
        except CorpusError as error:
            self.failed.emit(str(error))
            return False
        self.announce(_edition_change(edition))
        return True


def _edition_change(edition: Edition) -> Change:
    return Change("Original", {"edition": frozenset({edition.id})}, ())
