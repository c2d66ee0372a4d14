"""The rows of the event list on the screen: arrow keys choose at once, signs can be pressed."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.events.event_delegate import EventDelegate
from desktop.events.event_model import ROW
from desktop.events.event_rows import EventRow
from desktop.theme import Theme


class EventView(QListView):
    """A list in which the arrow keys choose at once, as a reader steps through events."""

    stepped = Signal(int)
    """+1 or -1: the reader steps to the next or previous event."""
    keyed = Signal()
    """The keyboard has come here, or is about to act on the current row."""
    note_pressed = Signal(int)
    """The sign of an event's notes was pressed: its id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_filled = False
        self.nothing = ""
        """What is said where no row is listed."""
        self._is_setting = False
        self.rows = EventDelegate(theme, self)
        self.setItemDelegate(self.rows)
        self.setObjectName("event_list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._picked = QTimer(self)
        self._picked.setSingleShot(True)
        self._picked.setInterval(0)
        self._picked.timeout.connect(self._take_picked)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        self.rows.set_theme(theme)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll only where the row is near an edge, so that its neighbours are seen."""
        area, row = self.viewport().rect(), self.visualRect(index)
        if row.top() < row.height() or row.bottom() > area.bottom() - row.height():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """See whether assistive technology has picked a row: it selects without going there."""
        super().selectionChanged(selected, deselected)
        self._picked.start()

    def _take_picked(self) -> None:
        picked = self.selectedIndexes()
        if picked and picked[0] != self.currentIndex():
            self.activated.emit(picked[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys step from event to event, over the heads."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            self.stepped.emit(step)
            return
        self.keyed.emit()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the keyboard on the right row."""
        self.keyed.emit()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sign of a note opens it; anywhere else a row is chosen."""
        noted = self._note_at(event.position().toPoint())
        if noted and event.button() == Qt.MouseButton.LeftButton:
            self.note_pressed.emit(noted)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        super().mouseMoveEvent(event)
        over = self._note_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _note_at(self, at: QPoint) -> int:
        """The event whose note's sign is at a point, 0 for none."""
        index = self.indexAt(at)
        if not index.isValid():
            return 0
        row: EventRow = index.data(ROW)
        return row.event if self.rows.note_area(self.visualRect(index), row).contains(at) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where nothing is listed."""
        super().paintEvent(event)
        # Until the events have been read nobody knows that there is none.
        if not self.is_filled or self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.muted)
        area = self.viewport().rect().adjusted(12, 10, -12, -10)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(flags), self.nothing)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles may take more or fewer lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Set the rows anew; the current one, where it is in sight, stays where it is."""
        before = None if self._is_setting else self._top_in_sight()
        self._is_setting = True
        super().doItemsLayout()
        self._is_setting = False
        if before is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - before)

    def _top_in_sight(self) -> int | None:
        """Where the current row begins, None where it is not in sight."""
        index = self.currentIndex()
        row = self.visualRect(index) if index.isValid() else QRect()
        return row.top() if row.intersects(self.viewport().rect()) else None

    def sizeHint(self) -> QSize:
        """A column wide enough for two lines of title."""
        return QSize(270, 400)
