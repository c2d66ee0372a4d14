"""What the lists of claims, links, notes and names have in common."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from desktop.dialogs.base import Dialog, label
from desktop.recording.claim_edits import Edit
from desktop.recording.record_table import RecordTable
from desktop.session import Session
from desktop.widgets.flow_layout import FlowLayout


class RecordsDialog(Dialog):
    """A table, buttons to go there, edit and delete, and undo; every change is made at once.

    Subclasses give `rows`, and do `edit`, `delete` and `go` for the row of a number.
    """

    TOPIC = "recording"

    def __init__(
        self,
        session: Session,
        parent: QWidget | None,
        title: str,
        heads: Sequence[str],
        nothing: str,
        *,
        width: int = 720,
    ) -> None:
        super().__init__(parent, title, width=width)
        self.session = session
        self._undo_from = session.undo_stack.index()
        self.table = RecordTable(title, heads, self)
        self.nothing = label(nothing, kind="secondary")
        self.told = label("", kind="secondary", parent=self)
        self.go_button = QPushButton(self.tr("&Go to the words"), self)
        self.edit_button = QPushButton(self.tr("&Edit…"), self)
        self.delete_button = QPushButton(self.tr("&Delete"), self)
        self.more_buttons: list[QPushButton] = []
        self._new_buttons: list[QPushButton] = []
        role = QDialogButtonBox.ButtonRole
        self.undo_button = self.add_button(self.tr("&Undo"), role.ResetRole)
        self.close_button = self.add_cancel(self.tr("&Close"))
        self.close_button.setDefault(True)

    def lay_out(self, *before: QWidget) -> None:
        """Put the table below other widgets and read it; to be called by the subclass."""
        for widget in before:
            self.box.addWidget(widget)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self.nothing)
        self.box.addWidget(self.told)
        row = QWidget(self)
        buttons = FlowLayout(row, spacing=10)
        own = (self.edit_button, self.delete_button, *self.more_buttons, self.go_button)
        for button in (*self._new_buttons, *own):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.box.addWidget(row)
        self._order(before)
        self._connect()
        self.refill()

    def _order(self, before: Sequence[QWidget]) -> None:
        """Let Tab go as the eye does: by itself it goes as things were made."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        fields = [w for each in before for w in (each, *each.findChildren(QWidget, "", direct))]
        above = [w for w in fields if _takes_tab(w)]
        own = (
            *self._new_buttons,
            self.edit_button,
            self.delete_button,
            *self.more_buttons,
            self.go_button,
        )
        last = (self.undo_button, self.close_button)
        others = [each for each in self.buttons.buttons() if each not in last]
        chain = [*above, self.table, *own, self.undo_button, *others, self.close_button]
        for one, other in pairwise(chain):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._judge)
        self.table.doubleClicked.connect(self._edit)
        self.edit_button.clicked.connect(self._edit)
        self.delete_button.clicked.connect(self._delete)
        self.go_button.clicked.connect(self._go)
        self.undo_button.clicked.connect(self._undo)
        for keys, do in ((QKeySequence.StandardKey.Undo, self._undo), ("F2", self._edit)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        for keys, do in (("Delete", self._delete), ("Return", self._edit), ("Enter", self._edit)):
            QShortcut(QKeySequence(keys), self.table).activated.connect(do)
        self.session.changed.connect(self.refill)
        self.session.undo_stack.indexChanged.connect(self._judge)
        self.session.failed.connect(self.say)

    def add_new(self, words: str) -> QPushButton:
        """Add a button that makes another row; it stays where there are none."""
        made = QPushButton(words, self)
        made.setEnabled(not self.session.corpus.read_only)
        self._new_buttons.append(made)
        return made

    def rows(self) -> list[tuple[str, ...]]:
        """What the table shows."""
        raise NotImplementedError

    def tell(self, row: int) -> str:
        """What more there is to say of a row, shown below the table."""
        return ""

    def edit(self, row: int) -> None:
        """Let the reader change what stands in a row."""
        raise NotImplementedError

    def delete(self, row: int) -> None:
        """Delete what stands in a row."""
        raise NotImplementedError

    def go(self, row: int) -> bool:
        """Go to the words of a row and tell whether there are any."""
        raise NotImplementedError

    def judge(self, row: int) -> None:
        """Enable what more can be done with a row, -1 for none; after the common buttons."""

    def refill(self) -> None:
        """Read the rows anew."""
        rows = self.rows()
        self.table.fill(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        buttons = (self.go_button, self.edit_button, self.delete_button, *self.more_buttons)
        for button in buttons:
            button.setVisible(bool(rows))
        self._judge()

    def perform(self, do: Edit) -> bool:
        """Make an edit and tell whether it was made."""
        self.say("")
        return self.session.perform(do) is not None

    def _judge(self) -> None:
        chosen = self.row() >= 0
        words = self.tell(self.row()) if chosen else ""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        writable = chosen and not self.session.corpus.read_only
        self.go_button.setEnabled(chosen)
        self.edit_button.setEnabled(writable)
        self.delete_button.setEnabled(writable)
        self.undo_button.setEnabled(self.session.undo_stack.index() > self._undo_from)
        self.judge(self.row())

    def row(self) -> int:
        """The row that is chosen, -1 for none."""
        return self.table.currentRow() if self.table.rowCount() else -1

    def _edit(self) -> None:
        if self.edit_button.isEnabled() and self.row() >= 0:
            self.edit(self.row())

    def _delete(self) -> None:
        if self.delete_button.isEnabled() and self.row() >= 0:
            self.delete(self.row())

    def _go(self) -> None:
        if self.row() >= 0 and self.go(self.row()):
            self.accept()

    def _undo(self) -> None:
        if self.undo_button.isEnabled():
            self.say("")
            self.session.undo()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
