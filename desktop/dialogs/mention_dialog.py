"""Which event words speak of, and how."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from db.records import Relation
from desktop.dialogs.base import Dialog, label, theme_of
from desktop.dialogs.event_chooser import EventChooser
from desktop.dialogs.relation_choice import RelationChoice
from desktop.session import Session
from desktop.theme import reading_font

MOST_WORDS: Final = 180


class MentionDialog(Dialog):
    """Asks which event words speak of; the current event is chosen at first."""

    TOPIC = "editing"

    def __init__(self, session: Session, parent: QWidget | None, *, words: str) -> None:
        super().__init__(parent, self.tr("Mark as event"), width=520)
        theme = theme_of(parent)
        self._is_new = False
        quoted = label(shortened(words), parent=self)
        quoted.setFont(reading_font(theme))
        quoted.setAccessibleName(self.tr("The words: {words}").format(words=shortened(words)))
        self.box.addWidget(quoted)
        self.chooser = EventChooser(session, theme, self)
        self.box.addWidget(self.chooser, 1)
        self.relation_choice = RelationChoice(parent=self)
        self.box.addWidget(self.relation_choice)
        self.new = self.add_button(self.tr("&New event…"), QDialogButtonBox.ButtonRole.ResetRole)
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Mark"))
        self.new.clicked.connect(self._make_new)
        self.chooser.changed.connect(self._judge)
        self.chooser.activated.connect(self.accept)
        self.chooser.filter.dismissed.connect(self.reject)
        self._judge()
        self.chooser.setFocus()

    def event_id(self) -> int | None:
        """The event chosen; None where the reader wants a new one."""
        return None if self._is_new else self.chooser.event_id()

    def relation(self) -> Relation:
        """How the words speak of it."""
        return self.relation_choice.relation()

    def _make_new(self) -> None:
        self._is_new = True
        self.accept()

    def _judge(self) -> None:
        chosen = self.chooser.event_id() is not None
        self.ok.setEnabled(chosen)
        self.ok.setDefault(chosen)
        # Where there is nothing to choose, Return makes what is missing.
        self.new.setDefault(not chosen)


def shortened(words: str, most: int = MOST_WORDS) -> str:
    """Words on one line, without the middle where they are many."""
    words = " ".join(words.split())
    if len(words) <= most:
        return f"“{words}”"
    half = most // 2
    head, tail = words[:half].rsplit(" ", 1)[0], words[-half:].split(" ", 1)[-1]
    return f"“{head} … {tail}”"
