"""One open corpus: its records at hand, its undo stack, one `changed` signal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from db.corpus import Corpus
from db.corpus.undo import LOGGED_TABLES
from db.errors import CorpusError
from db.records import Change, Edition
from db.text.word_lists import SHIPPED, WordLists
from desktop.at_hand import AtHand
from desktop.edits import AppliedEdit, Edit, OriginalEdit
from desktop.selection import Selection
from desktop.when import display_when

if TYPE_CHECKING:
    from db.comparing.silence import Silences

T = TypeVar("T")


class Session(AtHand, QObject):
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

    @property
    def silences(self) -> Silences:
        """Why a source has nothing on an event, as of what was known by the reader's clock."""
        known_by = self.selection.known_by
        if self._silences is None or self._silences[0] != known_by:
            from db.comparing.silence import Silences

            self._silences = (known_by, Silences(self.corpus, known_by=known_by))
        return self._silences[1]

    @property
    def zone(self) -> tzinfo:
        """The corpus's zone, a place's or an offset; UTC where it cannot be had."""
        from db.text.zones import resolve_zone

        try:
            return resolve_zone(self.info.zone)
        except (KeyError, ValueError, OSError):
            return UTC

    @property
    def known_by_words(self) -> str:
        """The reader's *known by* clock in words, empty where everything counts."""
        instant = self.selection.known_by
        if instant is None:
            return ""
        return display_when(datetime.fromtimestamp(instant, self.zone).strftime("%Y-%m-%dT%H:%M"))

    @property
    def why_read_only(self) -> str:
        """Why nothing can be changed, as a sentence for the reader; empty where it can."""
        corpus = self.corpus
        if corpus.holder is None and not corpus.read_only:
            return ""
        from db.errors import HeldError, ReadOnlyError
        from desktop.error_words import error_words

        if corpus.holder is not None:
            return error_words(HeldError(file=corpus.path, holder=corpus.holder.words))
        return error_words(ReadOnlyError(file=corpus.path))

    def perform(self, do: Callable[[Corpus], tuple[T, Change]]) -> T | None:
        """Make one edit that can be undone, if it changes anything; on failure says so: None."""
        try:
            result, change = do(self.corpus)
        except CorpusError as error:
            self._tell(error)
            return None
        if change.tables:
            self.undo_stack.push(AppliedEdit(self, change))
            self.announce(change)
        return result

    def undo(self) -> None:
        """Take the last edit back; one that the file does not let go of stays the last."""
        self._step(self.undo_stack.index() - 1, self.undo_stack.undo)

    def redo(self) -> None:
        """Make the edit again that was taken back, if the file takes it."""
        self._step(self.undo_stack.index(), self.undo_stack.redo)

    def _step(self, at: int, move: Callable[[], None]) -> None:
        edit, before = self.undo_stack.command(at), set(self.events_by_id)
        if isinstance(edit, Edit) and edit.carry_out():
            move()
            # Who brings an event back wants to see it.
            for event in set(self.events_by_id) - before:
                self.selection.set_event(event)

    def revert(self, change: Change) -> Change | None:
        """Take a change back; on failure says so and returns None."""
        try:
            opposite = self.corpus.revert(change)
        except CorpusError as error:
            self._tell(error)
            return None
        self.announce(opposite)
        return opposite

    def _tell(self, error: CorpusError) -> None:
        # Not needed where nothing fails: the text comes first.
        from desktop.error_words import error_words

        self.failed.emit(error_words(error))

    def announce(self, change: Change) -> None:
        """Forget what was read and tell every view what was touched."""
        before = set(self.__dict__.get("events_by_id", ()))
        self.forget()
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
                self.corpus.editions.add_original(edition.key, data, recorded=edition.recorded)
            else:
                self.corpus.editions.remove_original(edition.id)
        except CorpusError as error:
            self._tell(error)
            return False
        self.announce(_edition_change(edition))
        return True


def _edition_change(edition: Edition) -> Change:
    return Change("Original", {"edition": frozenset({edition.id})}, ())
