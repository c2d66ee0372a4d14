"""The matrix on the screen: cells drawn as they come into sight, one key from the words."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.comparing.lines import Target
from desktop.comparing.matrix_headers import AspectHeader, SourceHeader, StickyHead
from desktop.comparing.matrix_model import CELL, Cell, MatrixModel
from desktop.comparing.matrix_painter import MatrixPainter
from desktop.comparing.type import Type
from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
UP_DOWN: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MatrixDelegate(QStyledItemDelegate):
    """Draws cells; an event's head is drawn through every cell of its row."""

    def __init__(self, painter: MatrixPainter, view: MatrixView) -> None:
        super().__init__(view)
        self._painter = painter
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        view, theme = self._view, self._painter.type.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if view.table.rows[index.row()].row is None:
            whole = QRectF(-view.verticalHeader().width(), rect.top(), 10_000, rect.height())
            current = view.table.rows[index.row()].event_id == view.current_event
            title = view.table.title(index.row())
            self._painter.paint_head(painter, whole, title, current=current)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.hover)
        painter.setPen(QPen(theme.hairline, 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        painter.drawLine(rect.topRight() - QPointF(0.5, 0), rect.bottomRight() - QPointF(0.5, 0))
        cell: Cell = index.data(CELL)
        is_current = index == view.currentIndex()
        focused = is_current and view.hasFocus()
        self._painter.paint(painter, rect, cell, view.target if focused and cell.lines else -1)
        if is_current:
            painter.setPen(QPen(theme.accent if focused else theme.outline, 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


class MatrixView(QTableView):
    """Arrows go from claim to claim, within a cell too; Enter goes to the words."""

    chosen = Signal(int, object)
    """The reader pressed something in a row of an event: the event's id and a Target."""

    def __init__(self, model: MatrixModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self.target = 0
        self.current_event = 0
        self._going = False
        self._measured: set[int] = set()
        self.painter = MatrixPainter(Type(theme))
        self.aspects = AspectHeader(self.painter, self)
        self.setHorizontalHeader(SourceHeader(self.painter, self))
        self.setVerticalHeader(self.aspects)
        self.setItemDelegate(MatrixDelegate(self.painter, self))
        self.setModel(model)
        self._sticky = StickyHead(self.painter, self)
        self._set_up()
        self._measure_soon = QTimer(self)
        self._measure_soon.setSingleShot(True)
        self._measure_soon.setInterval(0)
        self._measure_soon.timeout.connect(self.measure)
        model.modelReset.connect(self._model_reset)
        self.horizontalHeader().sectionResized.connect(self.forget_heights)
        model.rowsInserted.connect(self._measure_soon.start)

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
        self.aspects.setDefaultSectionSize(self.painter.least_height)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.painter.set_type(Type(theme))
        self.aspects.setDefaultSectionSize(self.painter.least_height)
        self.forget_heights()
        self.viewport().update()

    # Heights: each row is measured when it comes into sight

    def _model_reset(self) -> None:
        self._measured.clear()
        self.target = 0
        self._measure_soon.start()

    def forget_heights(self) -> None:
        """Measure every row anew as it comes into sight."""
        self._measured.clear()
        self._measure_soon.start()

    def measure(self) -> None:
        """Give the rows in sight the height their words need."""
        header = self.aspects
        row = max(0, self.rowAt(0))
        bottom = self.viewport().height()
        while row < len(self.table.rows) and header.sectionViewportPosition(row) < bottom:
            if row not in self._measured:
                self._measured.add(row)
                height = self._height(row)
                if height != header.sectionSize(row):
                    header.resizeSection(row, height)
            row += 1
        self._place_sticky()

    def _height(self, at: int) -> int:
        row = self.table.rows[at].row
        if row is None:
            return self.painter.head_height
        heights = [self.aspects.row_height(row)]
        for column in range(self._columns_measured()):
            cell = self.table.cell(at, column)
            heights.append(self.painter.height(cell, self.columnWidth(column)))
        return max(self.painter.least_height, round(max(heights)))

    def _columns_measured(self) -> int:
        return min(len(self.table.sources), 40)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into sight before it is drawn."""
        super().scrollContentsBy(dx, dy)
        self.measure()
        self.aspects.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew at another width; the rows at hand stay at hand."""
        top = self.rowAt(0)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measured.clear()
            self.measure()
            if top > 0:
                self.verticalScrollBar().setValue(self.aspects.sectionPosition(top))
        else:
            self.measure()

    def updateGeometries(self) -> None:
        """Keep the sticky head as wide as the table."""
        super().updateGeometries()
        if hasattr(self, "_sticky"):
            self._place_sticky()

    def _place_sticky(self) -> None:
        top = self.rowAt(0)
        if top < 0 or (self.table.rows[top].row is None and self.rowViewportPosition(top) == 0):
            self._sticky.hide()
            self.aspects.covered = 0
            return
        event = self.table.rows[top].event_id
        at = QPoint(0, self.viewport().y())
        next_head = self._next_head(top)
        if next_head is not None:
            at.setY(at.y() + min(0, next_head - self.painter.head_height))
        width = self.verticalHeader().width() + self.viewport().width()
        current = event == self.current_event
        self.aspects.covered = at.y() - self.viewport().y() + self.painter.head_height
        self._sticky.show_at(self.table.title(top), at, width, current=current)

    def _next_head(self, top: int) -> int | None:
        """How far below the top the next event's head stands, None where that is far."""
        for row in range(top + 1, min(top + 6, len(self.table.rows))):
            if self.table.rows[row].row is None:
                return self.rowViewportPosition(row)
        return None

    # Going

    def show_event(self, event_id: int) -> None:
        """Mark the reader's event."""
        self.current_event = self.aspects.current_event = event_id
        self.viewport().update()
        self.aspects.viewport().update()
        self._place_sticky()

    def go_to(self, row: int) -> None:
        """Bring a row to the top, below its event's head, and put the key's place on it."""
        if not 0 <= row < len(self.table.rows):
            return
        at = row if self.table.rows[row].row is not None else row + 1
        column = next(
            (c for c in range(len(self.table.sources)) if self.table.cell(at, c).lines), 0
        )
        self._going = True
        self.setCurrentIndex(self.table.index(at, column))
        self._going = False
        above = 0 if self.table.rows[row].row is None else self.painter.head_height
        # Twice: what is measured on the way may be higher than was assumed.
        for _ in range(2):
            self.verticalScrollBar().setValue(self.aspects.sectionPosition(row) - above)
            self.measure()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Begin at the first claim of a cell."""
        self.target = 0
        super().currentChanged(current, previous)
        if not self._going:
            self._reveal_claim()

    def _reveal_claim(self) -> None:
        """Scroll as far as the claim at hand needs, below the head that covers the rows."""
        index = self.currentIndex()
        if not index.isValid():
            return
        self.measure()
        bar, rect = self.verticalScrollBar(), self.visualRect(index)
        span = self.painter.target_span(self._cell(index), self.target, rect.width())
        top = rect.top() + (span[0] if self.target else 0) - self.painter.head_height
        bottom = rect.top() + span[1] + 8 - self.viewport().height()
        if top < 0:
            bar.setValue(bar.value() + round(top))
        elif bottom > 0:
            bar.setValue(bar.value() + round(min(bottom, top)))
        if self.horizontalScrollBar().maximum():
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the claims of a cell before leaving it; Enter presses."""
        key, index = event.key(), self.currentIndex()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        )  # fmt: skip
        if index.isValid() and plain and key in ENTER:
            self._choose(index, self.target)
        elif not (index.isValid() and plain and key in UP_DOWN and self._step(UP_DOWN[key])):
            before = index
            super().keyPressEvent(event)
            now = self.currentIndex()
            if key == Qt.Key.Key_Up and now.row() < before.row():
                # Coming from below, the last claim is the nearest.
                self.target = max(0, len(self._cell(now).targets) - 1)
                self._reveal_claim()

    def _step(self, by: int) -> bool:
        """Go to the next claim of the cell; False at its end."""
        index = self.currentIndex()
        wanted = self.target + by
        if not 0 <= wanted < len(self._cell(index).targets):
            return False
        self.target = wanted
        self._reveal_claim()
        self.viewport().update(self.visualRect(index))
        self.setAccessibleDescription(self._cell(index).targets[wanted].spoken)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
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
        return self.painter.target_at(QRectF(rect), self._cell(index), at)

    def _cell(self, index: QModelIndex) -> Cell:
        return self.table.cell(index.row(), index.column()) if index.isValid() else Cell()

    def _choose(self, index: QModelIndex, target: int) -> None:
        targets: tuple[Target, ...] = self._cell(index).targets
        if 0 <= target < len(targets):
            self.target = target
            self.chosen.emit(self.table.rows[index.row()].event_id, targets[target])
