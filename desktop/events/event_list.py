"""The list of events beside the columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.comparing.compared import Compared
from desktop.comparing.disagreements import Disagreements
from desktop.events.event_model import EventModel
from desktop.events.event_rows import Filter, event_rows
from desktop.events.event_signs import EventSigns
from desktop.events.event_view import EventView
from desktop.events.next_conflict import NextConflict
from desktop.later import AfterText
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.elided_box import ElidedBox
from desktop.widgets.search_field import make_clearable

# Above this many rows all are one line high: measuring each title would take too long.
MOST_MEASURED = 1_500
NARROW = 26
"""Below so many characters of width the fields above the list stand one above the other."""


class EventList(QWidget):
    """Every event in order, with what each source has on it; choosing one goes to it."""

    menu_requested = Signal(object)
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
        self.model = EventModel(self)
        self.view = EventView(theme, self)
        self._delegate = self.view.rows
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Events"))
        self.setAccessibleName(self.tr("Events"))
        self.next_conflict = NextConflict(theme, self)
        self.disagreements = Disagreements(compared or Compared(session, self), self)
        self._signs = EventSigns(session, self.disagreements)
        self._make_fields()
        self._lay_out()
        self._refill = QTimer(self)
        self._refill.setSingleShot(True)
        self._refill.setInterval(0)
        self._refill.timeout.connect(self.refill)
        self._follow = AfterText(self._show_current, self)
        self._connect()
        self._later()

    def _make_fields(self) -> None:
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Filter"))
        self.text.setAccessibleName(self.tr("Filter events by words"))
        make_clearable(self.text)
        self.filter = ElidedBox(self)
        self.filter.setAccessibleName(self.tr("Which events to list"))
        self.filter.setToolTip(self.tr("Which events to list"))
        for wanted, words in self._filters():
            self.filter.addItem(words, wanted)

    def _filters(self) -> list[tuple[Filter, str]]:
        return [
            (Filter.ALL, self.tr("All events")),
            (Filter.EVERY, self.tr("In every source")),
            (Filter.SHARED, self.tr("In several sources")),
            (Filter.ONE, self.tr("In one source only")),
            (Filter.CONFLICT, self.tr("With disagreement")),
            (Filter.NOT_LOOKED, self.tr("Not looked at yet")),
        ]

    def _connect(self) -> None:
        session = self._session
        self.text.textChanged.connect(self._later)
        self.filter.currentIndexChanged.connect(self._later)
        self.view.clicked.connect(self._chosen)
        self.view.activated.connect(self._chosen)
        self.view.stepped.connect(self.step)
        self.view.note_pressed.connect(self._open_notes)
        self.disagreements.changed.connect(self._conflicts_changed)
        session.changed.connect(self._later)
        session.selection.event_changed.connect(self._event_changed)
        self.view.keyed.connect(self._follow.finish)
        session.selection.known_by_changed.connect(self._later)

    def _lay_out(self) -> None:
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(10, 8, 8, 6)
        head.setSpacing(6)
        head.addWidget(self.text, 1)
        head.addWidget(self.filter)
        self.filter.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.filter.setMinimumContentsLength(7)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.next_conflict)

    def refill(self) -> None:
        """Read the events anew."""
        self._refill.stop()
        rows = event_rows(self._session, self._wanted, self.text.text(), self._signs.conflicts)
        self._delegate.styles = [s.style for s in self._session.sources]
        first = [row for row in rows[:MOST_MEASURED] if row.event]
        self._delegate.set_times(row.when for row in first)
        self._delegate.one_line = len(rows) > MOST_MEASURED
        self._show_signs()
        self.view.setUniformItemSizes(self._delegate.one_line)
        self.model.set_rows(rows, [s.letter for s in self._session.sources])
        self.view.nothing = self._why_nothing()
        self.view.is_filled = True
        self._show_current()

    def _why_nothing(self) -> str:
        """What to do where nothing is listed."""
        if self._session.events:
            return self.tr("No event fits the filter. Clear it, or list all events.")
        return self.tr(
            "This corpus has no events yet. Select words in a column and press E, or choose "
            "Event ▸ New event (Ctrl+E)."
        )

    @property
    def _wanted(self) -> Filter:
        return Filter(self.filter.currentData() or Filter.ALL)

    def _show_signs(self) -> None:
        self._delegate.conflicts = self._signs.conflicts
        self._delegate.noted = self._signs.noted
        self.model.signs = self._signs.words

    def _conflicts_changed(self) -> None:
        """Mark the events anew; which are listed changes only where that is what is listed."""
        counts = self.disagreements.counts
        self.next_conflict.show_count(self.disagreements.rows, len(counts))
        if self._wanted is Filter.CONFLICT:
            self._later()
            return
        self._show_signs()
        if not self._delegate.one_line:
            self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two fields one above the other where beside each other they would say nothing."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what conflicts now that somebody looks."""
        super().showEvent(event)
        self.disagreements.start()

    def step(self, by: int) -> None:
        """Go to the next or previous event of those listed."""
        events = self.model.events()
        if not events:
            return
        current = self._session.selection.event_id
        first = 0 if by > 0 else len(events) - 1
        at = events.index(current) + by if current in events else first
        if 0 <= at < len(events):
            self._session.selection.set_event(events[at])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.view.set_theme(theme)
        self.next_conflict.set_theme(theme)

    def _later(self) -> None:
        self._refill.start()

    def _event_changed(self) -> None:
        self._follow.start()

    def _show_current(self) -> None:
        """Bring the current event's row into sight, marked."""
        self._follow.stop()
        event = self._session.selection.event_id
        before = self.model.row_of(self._delegate.current)
        self._delegate.current = event or 0
        index = self.model.index(self.model.row_of(event))
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.bring_into_sight(index)
        self.view.update(self.model.index(before))
        self.view.update(index)

    def _chosen(self, index: QModelIndex) -> None:
        event = self.model.event_at(index)
        if event:
            self._session.selection.set_event(event)

    def _open_notes(self, event: int) -> None:
        self.notes_requested.emit("event", event)
