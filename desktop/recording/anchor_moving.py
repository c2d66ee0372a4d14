"""Moving the ends of the words that a mention or claim of the current event rests on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from db.corpus import Corpus
from db.records import Change
from desktop.reading.column import Column
from desktop.reading.reading_view import ReadingView
from desktop.recording.anchor_ends import End, Target, stepped, targets
from desktop.recording.claim_edits import Edit
from desktop.recording.column_handles import ColumnHandles
from desktop.session import Session


class AnchorMoving(QObject):
    """Shows handles where the pointer or the caret is in such words; one edit a drag or key."""

    refused = Signal(str)
    """A sentence for the reader."""

    def __init__(self, session: Session, reading: ReadingView) -> None:
        super().__init__(reading)
        self._session, self._reading = session, reading
        self._columns: dict[Column, ColumnHandles] = {}
        self._targets: dict[int, list[Target]] = {}
        reading.box.arranged.connect(self._arranged)
        session.selection.event_changed.connect(self._forget)
        session.changed.connect(self._changed)
        self._arranged()

    def _arranged(self) -> None:
        now = self._reading.columns
        self._columns = {c: h for c, h in self._columns.items() if c in now}
        for column in now:
            if column not in self._columns:
                self._columns[column] = ColumnHandles(self, column)

    def _changed(self, change: Change) -> None:
        if change.touches("anchor", "placement", "mention", "claim", "edition"):
            self._forget()

    def _forget(self) -> None:
        self._targets.clear()
        for handles in self._columns.values():
            handles.refresh()

    def targets(self, column: Column) -> list[Target]:
        """The words of the current event in a column that can be moved, the shortest first."""
        event, shown = self._session.selection.event_id, column.shown
        if event is None or shown is None or self._session.corpus.read_only:
            return []
        edition = shown.edition.id
        if edition not in self._targets:
            self._targets[edition] = targets(self._session.corpus, event, edition)
        return self._targets[edition]

    def target_at(self, column: Column, offset: int) -> Target | None:
        """The shortest such words around an offset."""
        return next((t for t in self.targets(column) if t.start <= offset <= t.end), None)

    def step(self, column: Column, end: End, forward: bool) -> None:
        """Move an end by a word: of the words the caret is in, or that have handles now."""
        handles = self._columns.get(column)
        target = handles.target_by_key() if handles is not None else None
        if target is None or column.shown is None:
            self.refused.emit(
                self.tr("Click into words of this event first: their ends can then be moved.")
            )
            return
        changed = stepped(column.shown.text.text, target, end, forward)
        if self.move(target, changed) and handles is not None:
            handles.keep(changed)

    def move(self, before: Target, after: Target) -> bool:
        """Make the edit and tell whether there was one."""
        if after == before:
            return False
        return self._session.perform(moving(after)) is not None


def moving(target: Target) -> Edit:
    """The edit that lets an anchor stand on other words of an edition."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        change = corpus.anchors.move(target.anchor_id, target.edition_id, target.start, target.end)
        return target.anchor_id, change

    return do
