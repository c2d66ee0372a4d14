"""What the corpus says of the current event, beside the columns."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.comparing.compared import Compared, Key
from desktop.session import Session
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.comparing.card_list import CardList
    from desktop.comparing.cards import Cards
    from desktop.comparing.lines import Target

PAUSE = 40


class EventPanel(QWidget):
    """Title and time, then a card for each aspect: who claims what, and who is silent.

    The text comes first: the panel follows when it is in sight and the reader stays for a moment,
    and what it needs is imported only then.
    """

    settle_requested = Signal(object)
    """The reader wants to settle why a source (its id) is silent on the current event."""
    judge_requested = Signal(object)
    """The reader wants to judge how two claims relate: a ComparedPair, or None for any."""

    notes_requested = Signal(str, int)
    """The notes on a row of a table are to be opened: the table's name and the row's id."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        compared: Compared | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.compared = compared or Compared(session, self)
        self._wanted: Key | None = None
        self._stale = True
        self._follows_tallies = False
        self.setObjectName("event_panel")
        self.setAccessibleName(self.tr("This event"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self._refill_in_sight)
        self.compared.changed.connect(self._go_stale)
        self.compared.revealed.connect(self._reveal)
        session.selection.event_changed.connect(self._event_changed)

    @cached_property
    def list(self) -> CardList:
        """The lines of the cards."""
        from desktop.comparing.card_list import CardList

        made = CardList(self._theme, self)
        made.setObjectName("event_cards")
        made.setProperty("help_topic", "matrix")
        made.setAccessibleName(self.tr("This event"))
        made.chosen.connect(self._go)
        self.setFocusProxy(made)
        self._box.addWidget(made)
        return made

    @cached_property
    def cards(self) -> Cards:
        """What writes the lines."""
        from desktop.comparing.cards import Cards

        return Cards(self.compared)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        if "list" in self.__dict__:
            self.list.set_theme(theme)

    def refill(self) -> None:
        """Show the event that is current now."""
        self._follow_tallies()
        from desktop.comparing.event_lines import event_lines, no_event_lines

        self._later.stop()
        self._stale = False
        event = self._session.events_by_id.get(self._session.selection.event_id or 0)
        if event is None:
            self.list.set_lines(no_event_lines())
            return
        self.list.set_lines(event_lines(event, self.compared, self.cards))
        if self._wanted is not None:
            self._show_card(self._wanted)
            self._wanted = None

    def _follow_tallies(self) -> None:
        if not self._follows_tallies:
            self._follows_tallies = True
            self.compared.tallies.changed.connect(self._tallied)

    def _tallied(self, key: Key) -> None:
        """Say how the claims of a large card relate now that they have been compared."""
        event = self._session.selection.event_id or 0
        if key[0] == event or key[0] in self.compared.parts(event):
            self._go_stale()

    def _go_stale(self) -> None:
        self._stale = True
        self._later.start()

    def _refill_in_sight(self) -> None:
        if self._stale and self.isVisible():
            self.refill()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow again what was not followed out of sight."""
        super().showEvent(event)
        if self._stale:
            self._later.start()

    @property
    def key(self) -> Key | None:
        """The event and aspect of the card the key's place is in."""
        index = self.list.currentIndex()
        return self.list.cards.lines[index.row()].key if index.isValid() else None

    def _event_changed(self) -> None:
        if "cards" in self.__dict__:
            self.cards.open.clear()
        self._go_stale()

    def _reveal(self, key: Key) -> None:
        self._wanted = key
        self.refill()

    def _show_card(self, key: Key) -> None:
        for row, line in enumerate(self.list.cards.lines):
            # A card's first line is its head.
            if line.key == key:
                self.list.go_to_row(row)
                return

    def _go(self, target: Target) -> None:
        from desktop.comparing.lines import Leads

        selection = self._session.selection
        if target.leads is Leads.CLAIM:
            self.compared.places.go_to(target.to)
        elif target.leads is Leads.PLACE:
            selection.go_to_words(*target.to)
        elif target.leads is Leads.EVENT:
            selection.set_event(target.to)
        elif target.leads is Leads.SETTLE:
            event, source = target.to
            selection.set_event(event)
            self.settle_requested.emit(source)
        elif target.leads is Leads.NOTES:
            self.notes_requested.emit(*target.to)
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
