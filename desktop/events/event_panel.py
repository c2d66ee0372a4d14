"""What the corpus says of the current event, beside the columns."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.comparing.card_list import CardList
from desktop.comparing.cards import Cards
from desktop.comparing.compared import Compared, Key
from desktop.comparing.event_lines import event_lines
from desktop.comparing.lines import Kind, Leads, Line, Role, Run, Target
from desktop.session import Session
from desktop.theme import Theme

PAUSE = 40


class EventPanel(QWidget):
    """Title and time, then a card for each aspect: who claims what, and who is silent."""

    settle_requested = Signal(object)
    """The reader wants to settle why a source (its id) is silent on the current event."""
    judge_requested = Signal(object)
    """The reader wants to judge how two claims relate: a ComparedPair, or None for any."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        compared: Compared | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.compared = compared or Compared(session, self)
        self.cards = Cards(self.compared)
        self._wanted: Key | None = None
        self.list = CardList(theme, self)
        self.list.setObjectName("event_cards")
        self.list.setProperty("help_topic", "matrix")
        self.setObjectName("event_panel")
        self.setAccessibleName(self.tr("This event"))
        self.list.setAccessibleName(self.tr("This event"))
        self.setFocusProxy(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        # The text comes first: this panel follows when the reader stays for a moment.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.refill)
        self.list.chosen.connect(self._go)
        self.compared.changed.connect(self._later.start)
        self.compared.revealed.connect(self._reveal)
        session.selection.event_changed.connect(self._event_changed)
        self.refill()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.list.set_theme(theme)

    def refill(self) -> None:
        """Show the event that is current now."""
        self._later.stop()
        event = self._session.events_by_id.get(self._session.selection.event_id or 0)
        if event is None:
            words = self.tr("No event is chosen.")
            self.list.set_lines([Line(Kind.TEXT, (Run(words, Role.MUTED),), spoken=words)])
            return
        self.list.set_lines(event_lines(event, self.compared, self.cards))
        if self._wanted is not None:
            self._show_card(self._wanted)
            self._wanted = None

    @property
    def key(self) -> Key | None:
        """The event and aspect of the card the key's place is in."""
        index = self.list.currentIndex()
        return self.list.cards.lines[index.row()].key if index.isValid() else None

    def _event_changed(self) -> None:
        self.cards.open.clear()
        self._later.start()

    def _reveal(self, key: Key) -> None:
        self._wanted = key
        self.refill()

    def _show_card(self, key: Key) -> None:
        for row, line in enumerate(self.list.cards.lines):
            if line.kind is Kind.HEAD and line.key == key:
                self.list.go_to_row(row)
                return

    def _go(self, target: Target) -> None:
        selection = self._session.selection
        if target.leads is Leads.CLAIM:
            self.compared.go_to(target.to)
        elif target.leads is Leads.PLACE:
            selection.go_to_words(*target.to)
        elif target.leads is Leads.EVENT:
            selection.set_event(target.to)
        elif target.leads is Leads.SETTLE:
            event, source = target.to
            selection.set_event(event)
            self.settle_requested.emit(source)
        elif target.leads is Leads.DETAILS:
            self._toggle(target.to)
        else:
            self.judge_requested.emit(target.to)

    def _toggle(self, key: Key) -> None:
        """Show or hide why the claims of a card relate as they do; the reader stays where he is."""
        self.cards.open ^= {key}
        at = self.list.verticalScrollBar().value()
        self.refill()
        self._show_card(key)
        self.list.verticalScrollBar().setValue(at)
