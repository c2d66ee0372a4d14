"""The list of events beside the columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop.events.event_delegate import EventDelegate
from desktop.events.event_model import EventModel
from desktop.events.event_rows import Filter, event_rows
from desktop.session import Session
from desktop.theme import Theme

# Above this many rows all are one line high: measuring each title would take too long.
MOST_MEASURED = 1_500


class EventList(QWidget):
    """Every event in order, with what each source has on it; choosing one goes to it."""

    menu_requested = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = EventModel(self)
        self.view = _View(self)
        self._delegate = EventDelegate(theme, self.view)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Events"))
        self.setAccessibleName(self.tr("Events"))
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Filter events"))
        self.text.setAccessibleName(self.tr("Filter events by words"))
        self.text.setClearButtonEnabled(True)
        self.filter = QComboBox(self)
        self.filter.setAccessibleName(self.tr("Which events to list"))
        for wanted, words in self._filters():
            self.filter.addItem(words, wanted)
        self._lay_out()
        self._refill = QTimer(self)
        self._refill.setSingleShot(True)
        self._refill.setInterval(0)
        self._refill.timeout.connect(self.refill)
        self.text.textChanged.connect(self._later)
        self.filter.currentIndexChanged.connect(self._later)
        self.view.clicked.connect(self._chosen)
        self.view.activated.connect(self._chosen)
        session.changed.connect(self._later)
        session.selection.event_changed.connect(self._show_current)
        session.selection.known_by_changed.connect(self._later)
        self._later()

    def _filters(self) -> list[tuple[Filter, str]]:
        return [
            (Filter.ALL, self.tr("All events")),
            (Filter.EVERY, self.tr("In every source")),
            (Filter.SHARED, self.tr("In several sources")),
            (Filter.ONE, self.tr("In one source only")),
            (Filter.NOT_LOOKED, self.tr("Not looked at yet")),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
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

    def refill(self) -> None:
        """Read the events anew."""
        self._refill.stop()
        wanted = Filter(self.filter.currentData() or Filter.ALL)
        rows = event_rows(self._session, wanted, self.text.text())
        self._delegate.styles = [s.style for s in self._session.sources]
        self._delegate.set_times(row.when for row in rows if row.event)
        self._delegate.one_line = len(rows) > MOST_MEASURED
        self.view.setUniformItemSizes(self._delegate.one_line)
        self.model.set_rows(rows, [s.letter for s in self._session.sources])
        self._show_current(self._session.selection.event_id)

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
        self._delegate.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def _later(self) -> None:
        self._refill.start()

    def _show_current(self, event: int | None) -> None:
        self._delegate.current = event or 0
        row = self.model.row_of(event)
        if row >= 0:
            index = self.model.index(row)
            self.view.setCurrentIndex(index)
            self._bring_into_sight(index)
        else:
            self.view.setCurrentIndex(QModelIndex())
        self.view.viewport().update()

    def _bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll only where the row is near an edge, so that its neighbours are seen."""
        area = self.view.viewport().rect()
        row = self.view.visualRect(index)
        if row.top() < row.height() or row.bottom() > area.bottom() - row.height():
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _chosen(self, index: QModelIndex) -> None:
        event = self.model.event_at(index)
        if event:
            self._session.selection.set_event(event)


class _View(QListView):
    """A list in which the arrow keys choose at once, as a reader steps through events."""

    def __init__(self, parent: EventList) -> None:
        super().__init__(parent)
        self._list = parent
        self.setObjectName("event_list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys step from event to event, over the heads."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            self._list.step(step)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles may take more or fewer lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """A column wide enough for two lines of title."""
        return QSize(270, 400)
