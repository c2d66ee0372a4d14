"""Edits on the undo stack: a change that was made, and the way back and forth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from db.records import Change, Edition

if TYPE_CHECKING:
    from desktop.session import Session


class AppliedEdit(QUndoCommand):
    """A change already in the corpus; undo and redo swap it for its opposite."""

    def __init__(self, session: Session, change: Change) -> None:
        super().__init__(QCoreApplication.translate("edits", change.title))
        self._session = session
        self._change = change
        self._applied = True

    def undo(self) -> None:
        """Take the change back."""
        self._swap()

    def redo(self) -> None:
        """Make the change again; on the stack's first call it has been made."""
        if self._applied:
            self._applied = False
            return
        self._swap()

    def _swap(self) -> None:
        opposite = self._session.revert(self._change)
        if opposite is None:
            # The file did not take it; what the reader was told remains true.
            self.setObsolete(True)
            return
        self._change = opposite
        self._applied = False


class OriginalEdit(QUndoCommand):
    """Adding an original, or removing it: each is the other's way back."""

    def __init__(self, session: Session, edition: Edition, data: bytes, *, added: bool) -> None:
        text = "Add original" if added else "Remove original"
        super().__init__(QCoreApplication.translate("edits", text))
        self._session = session
        self._edition = edition
        self._data = data
        self._held = added
        self._first = True

    def undo(self) -> None:
        """Swap held for awaited or back."""
        self._swap()

    def redo(self) -> None:
        """Swap again; on the stack's first call it has been done."""
        if self._first:
            self._first = False
            return
        self._swap()

    def _swap(self) -> None:
        done = self._session.swap_original(self._edition, self._data, add=not self._held)
        if not done:
            self.setObsolete(True)
            return
        self._held = not self._held
