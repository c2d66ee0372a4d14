"""A grid on the screen: rows under heads that stay in sight, one key from the words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QTableView, QWidget

from desktop.comparing.grid_delegate import GridDelegate
from desktop.comparing.grid_headers import NameHeader, SourceHeader, StickyHead
from desktop.comparing.grid_heights import RowHeights
from desktop.comparing.grid_model import Cell, GridModel, Index
from desktop.comparing.grid_painter import GridPainter
from desktop.comparing.grid_travel import GridTravel
from desktop.comparing.type import Type
from desktop.theme import Theme

UP_DOWN: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class GridView(QTableView):
    """Arrows go from claim to claim, within a cell too; Enter goes to the words."""

    chosen = Signal(int, object)
    """The reader pressed something in a row: its group and a Target."""

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self.target = 0
        self.current_group = 0
        self._travel = GridTravel(self)
        self.painter = GridPainter(Type(theme))
        self.heights = RowHeights(self)
        self.names = NameHeader(self.painter, self)
        self.setHorizontalHeader(SourceHeader(self.painter, self))
        self.setVerticalHeader(self.names)
        self.setItemDelegate(GridDelegate(self))
        self.setModel(model)
        self._sticky = StickyHead(self.painter, self)
        self._set_up()
        self._measure_soon = QTimer(self)
        self._measure_soon.setSingleShot(True)
        self._measure_soon.setInterval(0)
        self._measure_soon.timeout.connect(self._settle)
        model.modelReset.connect(self._model_reset)
        model.rowsInserted.connect(self._measure_soon.start)
        model.rowsRemoved.connect(self.forget_heights)
        self.horizontalHeader().sectionResized.connect(self.forget_heights)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        # A row can be higher than the screen: what comes into sight is the claim, not its row.
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)
        self.names.setDefaultSectionSize(self.painter.least_height)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.painter.set_type(Type(theme))
        self.names.setDefaultSectionSize(self.painter.least_height)
        self.forget_heights()
        self.viewport().update()

    # Heights and heads

    def _model_reset(self) -> None:
        self.target = 0
        self.forget_heights()

    def forget_heights(self) -> None:
        """Measure every row anew as it comes into sight."""
        self.heights.forget()
        self._measure_soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Come to the row at hand as soon as the view has its size."""
        super().showEvent(event)
        self._measure_soon.start()

    def _settle(self) -> None:
        self.measure()
        if self.isVisible():
            self._travel.arrive()

    def measure(self) -> None:
        """Give the rows in sight the height their words need."""
        self.heights.measure()
        self._place_sticky()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into sight before it is drawn."""
        super().scrollContentsBy(dx, dy)
        self.measure()
        self.names.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew at another width; the rows at hand stay at hand."""
        top = self.rowAt(0)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.heights.forget()
            self.measure()
            if top > 0:
                self.verticalScrollBar().setValue(self.names.sectionPosition(top))
        else:
            self.measure()

    def updateGeometries(self) -> None:
        """Keep the sticky head as wide as the table."""
        super().updateGeometries()
        if hasattr(self, "_sticky"):
            self.names.whole_width = self.whole_width
            self._place_sticky()

    @property
    def whole_width(self) -> int:
        """The width of the names and of what is in sight of the columns."""
        return self.names.width() + self.viewport().width()

    def _place_sticky(self) -> None:
        self.names.covered = self._sticky.place(self)

    # Going

    def show_group(self, group: int) -> None:
        """Mark the rows of the reader's event."""
        self.current_group = group
        self.viewport().update()
        self.names.current_group = group
        self.names.viewport().update()
        self._place_sticky()

    def is_current(self, row: int) -> bool:
        """Whether a row is of the reader's own event."""
        return bool(self.current_group) and self.table.group(row) == self.current_group

    def go_to(self, row: int) -> None:
        """Bring a row to the top, below its head, and put the key's place on it."""
        self._travel.go_to(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Begin at the first claim of a cell."""
        self.target = 0
        self.setAccessibleDescription("")
        super().currentChanged(current, previous)
        if not self._travel.going:
            self._travel.reveal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell for who comes by key."""
        super().focusInEvent(event)
        if event.reason() not in BY_MOUSE:
            self._begin()

    def _begin(self) -> bool:
        """Put the keyboard into the first cell; False where it is in one, or there is none.

        Qt would stay before a head for ever.
        """
        rows = range(0 if self.currentIndex().isValid() else self.table.rowCount())
        row = next((row for row in rows if not self.table.is_head(row)), -1)
        if row >= 0:
            self.setCurrentIndex(self.table.index(row, 0))
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the claims of a cell before leaving it; Enter presses."""
        if self._begin():
            return
        key, index = event.key(), self.currentIndex()
        none, keypad = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        plain = event.modifiers() in (none, keypad) and index.isValid()
        if plain and key in ENTER:
            self._choose(index, self.target)
        elif not (plain and key in UP_DOWN and self._step(UP_DOWN[key])):
            super().keyPressEvent(event)
            now = self.currentIndex()
            if key == Qt.Key.Key_Up and now.row() < index.row():
                # Coming from below, the last claim is the nearest.
                self.target = max(0, len(self.cell_at(now).targets) - 1)
                self._travel.reveal()

    def _step(self, by: int) -> bool:
        """Go to the next claim of the cell; False at its end."""
        index = self.currentIndex()
        wanted = self.target + by
        if not 0 <= wanted < len(self.cell_at(index).targets):
            return False
        self.target = wanted
        self._travel.reveal()
        self.viewport().update(self.visualRect(index))
        self.setAccessibleDescription(self.cell_at(index).targets[wanted].spoken)
        changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press what is under the pointer."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._choose(index, self._target_at(index, event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        super().mouseMoveEvent(event)
        target = self._target_at(self.indexAt(event.position().toPoint()), event.position())
        shape = Qt.CursorShape.PointingHandCursor if target >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _target_at(self, index: QModelIndex, at: QPointF) -> int:
        if not index.isValid():
            return -1
        rect: QRect = self.visualRect(index)
        return self.painter.target_at(QRectF(rect), self.cell_at(index), at)

    def cell_at(self, index: QModelIndex) -> Cell:
        """The cell of an index, an empty one for none."""
        return self.table.cell(index.row(), index.column()) if index.isValid() else Cell()

    def _choose(self, index: QModelIndex, target: int) -> None:
        targets = self.cell_at(index).targets
        if 0 <= target < len(targets):
            self.target = target
            self.chosen.emit(self.table.group(index.row()), targets[target])
