"""The events of the corpus to choose one from: a field that filters, and the list below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from desktop.dialogs.base import label
from desktop.events.event_delegate import EventDelegate
from desktop.events.event_model import EventModel
from desktop.events.event_rows import Filter, event_rows
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.search_field import SearchField

# Above this many rows all are one line high: measuring each title would take too long.
MOST_MEASURED = 500
LINES_SHOWN = 11


class EventChooser(QWidget):
    """A filter and the events it leaves; the keyboard stays in the filter."""

    changed = Signal()
    """Another event is chosen, or none."""
    activated = Signal()
    """An event was double-clicked."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = EventModel(self)
        self.filter = SearchField(theme, parent=self)
        self.filter.setPlaceholderText(self.tr("Filter events by title or place"))
        self.filter.setAccessibleName(self.tr("Filter events by words"))
        self.view = _View(self)
        self.view.setModel(self._model)
        self._delegate = EventDelegate(theme, self.view)
        self._delegate.styles = [s.style for s in session.sources]
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Events"))
        self.nothing = label(self.tr("No event has these words."), kind="secondary", parent=self)
        self._lay_out(self.nothing)
        self.filter.textChanged.connect(self._filter)
        self.filter.stepped.connect(self.step)
        self.view.clicked.connect(self._clicked)
        self.view.doubleClicked.connect(self._double_clicked)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.setFocusProxy(self.filter)
        self._filter("")
        self.choose(session.selection.event_id)

    def _lay_out(self, nothing: QLabel) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.filter)
        box.addWidget(nothing)
        box.addWidget(self.view, 1)

    def event_id(self) -> int | None:
        """The event chosen, None where there is none."""
        return self._model.event_at(self.view.currentIndex()) or None

    def choose(self, event: int | None) -> None:
        """Choose an event, the first where it is not listed."""
        listed = self._model.events()
        wanted = event if event in listed else next(iter(listed), None)
        row = self._model.row_of(wanted)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._moved(index)

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to another of the events listed, over the heads."""
        listed = self._model.events()
        current = self.event_id()
        if not listed:
            return
        at = listed.index(current) + by if current in listed else 0
        self.choose(listed[max(0, min(len(listed) - 1, at))])
        # The keyboard stays in the field, so a screen reader would not hear which is chosen.
        spoken = self.view.currentIndex().data(int(Qt.ItemDataRole.AccessibleTextRole))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.filter, str(spoken)))

    @Slot(str)
    def _filter(self, text: str) -> None:
        before = self.event_id() or self._session.selection.event_id
        rows = event_rows(self._session, Filter.ALL, text)
        self._delegate.one_line = len(rows) > MOST_MEASURED
        self._delegate.set_times(row.when for row in rows)
        self.view.setUniformItemSizes(self._delegate.one_line)
        self._model.set_rows(rows, [s.letter for s in self._session.sources])
        self.nothing.setVisible(not rows)
        self.choose(before)

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self._delegate.current = self._model.event_at(index)
        self.view.viewport().update()
        self.changed.emit()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.filter.setFocus()

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        if self._model.event_at(index):
            self.activated.emit()


class _View(QListView):
    """A list that shows some lines and begins in their middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "framed")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what comes before and after the event chosen."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def sizeHint(self) -> QSize:
        """Some lines of events."""
        return QSize(360, LINES_SHOWN * (self.fontMetrics().lineSpacing() + 10))

    def minimumSizeHint(self) -> QSize:
        """A few lines of events."""
        return QSize(240, 4 * (self.fontMetrics().lineSpacing() + 10))
