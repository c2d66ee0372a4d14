"""Edits on the undo stack: a change that was made, and the way back and forth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from db.records import Change, Edition

if TYPE_CHECKING:
    from desktop.session import Session


class Edit(QUndoCommand):
    """A change that is made; undo and redo swap it for its opposite, if the file takes that."""

    def __init__(self, session: Session, text: str) -> None:
        super().__init__(QCoreApplication.translate("edits", text))
        self._session = session
        # The stack calls redo when the change is pushed.
        self._carried_out = True

    def carry_out(self) -> bool:
        """Swap the change before the stack moves on; False where the file did not take it."""
        self._carried_out = self.swap()
        return self._carried_out

    def undo(self) -> None:
        """Take the change back."""
        self._move_on()

    def redo(self) -> None:
        """Make the change again."""
        self._move_on()

    def _move_on(self) -> None:
        if not self._carried_out and not self.swap():
            # What the reader was told remains true.
            self.setObsolete(True)
        self._carried_out = False

    def swap(self) -> bool:
        """Take the change back, or make it again; False where the file did not take it."""
        raise NotImplementedError


class AppliedEdit(Edit):
    """A change to the rows of the corpus."""

    def __init__(self, session: Session, change: Change) -> None:
        super().__init__(session, change.title)
        self._change = change

    def swap(self) -> bool:
        """Revert the change; its opposite is reverted next time."""
        opposite = self._session.revert(self._change)
        if opposite is None:
            return False
        self._change = opposite
        return True


class OriginalEdit(Edit):
    """Adding an original, or removing it: each is the other's way back."""

    def __init__(self, session: Session, edition: Edition, data: bytes, *, added: bool) -> None:
        super().__init__(session, "Add original" if added else "Remove original")
        self._edition = edition
        self._data = data
        self._held = added

    def swap(self) -> bool:
        """Swap held for awaited or back."""
        done = self._session.swap_original(self._edition, self._data, add=not self._held)
        self._held ^= done
        return done
