"""The suggested claims of the current event, one at a time, to be accepted or rejected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from db.records import Change
from desktop.dialogs.base import label
from desktop.dialogs.mention_dialog import shortened
from desktop.recording.claim_edits import accepting, deleting
from desktop.recording.claim_lines import SUGGESTED, ClaimLine, ClaimLines
from desktop.session import Session
from desktop.widgets.flow_layout import FlowLayout

TOUCHING = ("claim", "claim_voice", "voice", "aspect", "placement", "edition", "event")


class Suggestions(QFrame):
    """Stands in the panel of this event and is not there without suggestions."""

    list_requested = Signal()
    """The reader wants to see all suggestions in a list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[ClaimLine] = []
        self._at = 0
        self.setObjectName("suggestions")
        self.setProperty("kind", "suggestion")
        self.setProperty("help_topic", "recording")
        self.setAccessibleName(self.tr("Suggested claims"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = label("", kind="secondary", parent=self)
        self.said = QPushButton(self)
        self.said.setProperty("kind", "link")
        self.said.setToolTip(self.tr("Go to the words"))
        self.said.clicked.connect(self.go)
        self.words = label("", kind="secondary", parent=self)
        self._read_later = QTimer(self)
        self._read_later.setSingleShot(True)
        self._read_later.timeout.connect(self.refill)
        self._lay_out()
        session.changed.connect(self._changed)
        session.selection.event_changed.connect(self._later)
        self.hide()
        self._later()

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=6)
        made: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (self.tr("Accept"), self.tr("Take it for your own (A)"), self.accept),
            (self.tr("Reject"), self.tr("Delete the suggestion (Shift+A)"), self.reject),
            (self.tr("Next"), self.tr("Leave it and look at the next one"), self.step),
            (self.tr("All…"), self.tr("All suggestions in a list"), self.list_requested.emit),
        )
        self.buttons: list[QPushButton] = []
        for words, tip, do in made:
            button = QPushButton(words, buttons)
            button.setToolTip(tip)
            button.clicked.connect(do)
            flow.addWidget(button)
            self.buttons.append(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 12)
        box.setSpacing(4)
        for widget in (self.head, self.said, self.words, buttons):
            box.addWidget(widget)

    def _changed(self, change: Change) -> None:
        if change.touches(*TOUCHING):
            self._later()

    def _later(self) -> None:
        # The text comes first.
        self._read_later.start(60)

    def current(self) -> ClaimLine | None:
        """The suggestion that is shown."""
        return self._lines[self._at] if self._at < len(self._lines) else None

    def refill(self) -> None:
        """Read the suggestions of the current event anew."""
        event = self._session.selection.event_id
        before = self.current()
        self._lines = []
        if event is not None and self._session.corpus.claims.has_suggestions(event):
            lines = ClaimLines(self._session)
            self._lines = [
                line
                for line in lines.all()
                if line.claim.event_id == event and line.claim.status == SUGGESTED
            ]
        ids = [line.claim.id for line in self._lines]
        if before is not None and before.claim.id in ids:
            self._at = ids.index(before.claim.id)
        elif self._at >= len(ids):
            self._at = 0
        self._show()

    def _show(self) -> None:
        line = self.current()
        self.setVisible(line is not None)
        if line is None:
            return
        count = self.tr("Suggested · {number} of {count} · not compared until accepted")
        self.head.setText(count.format(number=self._at + 1, count=len(self._lines)))
        where, _, about, says, who = ClaimLines(self._session).words(line)
        self.said.setText(f"{where.split(' · ')[0]}  {about}: {says}")
        place, quote = line.place, ""
        if place is not None and line.fits:
            corpus = self._session.corpus
            quote = shortened(corpus.editions.words(place.edition_id, place.start, place.end), 160)
        self.words.setText(" — ".join(filter(None, (quote, who))))
        self.setAccessibleDescription(f"{self.said.text()}. {self.words.text()}")
        writable = not self._session.corpus.read_only
        for button in self.buttons[:2]:
            button.setEnabled(writable)
        self.buttons[2].setEnabled(len(self._lines) > 1)

    def accept(self) -> None:
        """Take the suggestion for the reader's own."""
        line = self.current()
        if line is not None and not self._session.corpus.read_only:
            self._session.perform(accepting(line.claim.id))

    def reject(self) -> None:
        """Delete the suggestion; undo brings it back."""
        line = self.current()
        if line is not None and not self._session.corpus.read_only:
            self._session.perform(deleting(line.claim.id))

    def step(self) -> None:
        """Show the next suggestion, after the last the first."""
        if self._lines:
            self._at = (self._at + 1) % len(self._lines)
            self._show()

    def go(self) -> None:
        """Select the words of the suggestion."""
        line = self.current()
        if line is not None and line.place is not None and line.fits:
            place = line.place
            self._session.selection.go_to_words(place.edition_id, place.start, place.end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the words, Space to the next suggestion."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif event.key() == Qt.Key.Key_Space:
            self.step()
        else:
            super().keyPressEvent(event)
