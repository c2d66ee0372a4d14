"""Which of two voices or names stays, where both mean the same one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.dialogs.base import Dialog, Form, label
from desktop.dialogs.search_combo import SearchCombo
from desktop.recording.claim_edits import Edit
from desktop.session import Session


class MergeDialog(Dialog):
    """Asks what one is the same as.

    `goes` is the one that goes, in words; `others` are those that may stay, each in words with its
    id; `consequence` says what becomes of what hangs on it; `merging` gives the edit for an id.
    """

    TOPIC = "recording"

    def __init__(
        self,
        session: Session,
        title: str,
        goes: str,
        others: Sequence[tuple[str, int]],
        consequence: str,
        merging: Callable[[int], Edit],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent, title, width=480)
        self._session, self._merging = session, merging
        self.into = SearchCombo(self.tr("The one that stays"), self)
        self.into.fill(others)
        form = Form()
        form.add(self.tr("Goes"), label(goes))
        form.add(self.tr("&Stays"), self.into)
        self.box.addLayout(form)
        self.box.addWidget(label(consequence, kind="secondary"))
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Make one"))
        session.failed.connect(self.say)
        self.into.setFocus()

    def accept(self) -> None:
        """Make one of the two; where that cannot be, say why and stay."""
        self.say("")
        self.into.settle()
        kept = self.into.choice()
        if isinstance(kept, int) and self._session.perform(self._merging(kept)) is not None:
            super().accept()
