"""The list that shows lines of cards: one line at a time by key, any part of it by mouse."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.comparing.card_painter import CardPainter, Look
from desktop.comparing.lines import Kind, Line, Target
from desktop.comparing.type import Type
from desktop.theme import Theme
from desktop.widgets.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
SKIPPED = (Kind.AXIS,)


class CardModel(QAbstractListModel):
    """Lines, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def set_lines(self, lines: list[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, what is read aloud, the tool tip, or the line itself."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken or line.text
        if role == Qt.ItemDataRole.ToolTipRole and line.tooltip:
            return plain_tooltip(line.tooltip)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is only drawn cannot be gone to."""
        if self.lines[index.row()].kind in SKIPPED:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class CardDelegate(QStyledItemDelegate):
    """Lets the painter draw the rows."""

    def __init__(self, painter: CardPainter, view: CardList) -> None:
        super().__init__(view)
        self._painter = painter
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the line is at the view's width."""
        width = self._view.viewport().width()
        return QSize(width, round(self._painter.measures.height(index.data(LINE), width)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE)
        current = index == self._view.currentIndex() and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        target = self._view.target if current and len(line.targets) > 1 else -1
        look = Look(focused=current, hovered=hovered, target=target)
        self._painter.paint(painter, QRectF(option.rect), line, look)


class CardList(QListView):
    """Up and Down go from line to line, Left and Right through the places of one."""

    chosen = Signal(object)
    """The reader has pressed a Target."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = 0
        self.cards = CardModel(self)
        self.painter = CardPainter(Type(theme))
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self.painter, self))
        self.setProperty("kind", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)

    def set_lines(self, lines: list[Line]) -> None:
        """Show other lines; the reader stays at the same height where these are the same cards."""
        self.target = 0
        self.painter.measures.set_lines(lines)
        self.cards.set_lines(lines)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.painter.set_type(Type(theme))
        self.painter.measures.set_lines(self.cards.lines)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def go_to_row(self, row: int) -> None:
        """Put the keyboard's place on a row and bring it into sight."""
        index = self.cards.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtTop)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first line that leads somewhere."""
        super().focusInEvent(event)
        line = self._line(self.currentIndex())
        by_key = event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
        )
        if by_key and (line is None or not line.targets):
            row = next((n for n, each in enumerate(self.cards.lines) if each.targets), -1)
            self.setCurrentIndex(self.cards.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Begin at the first place of a line."""
        self.target = 0
        self.setAccessibleDescription("")
        super().currentChanged(current, previous)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is chosen, Left and Right choose within a line."""
        line = self._line(self.currentIndex())
        key = event.key()
        if line is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(line, self.target)
        elif line is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(line, 1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, line: Line, by: int) -> None:
        wanted = self.target + by
        if 0 <= wanted < len(line.targets):
            self.target = wanted
            self.viewport().update()
            self._tell(line.targets[wanted])

    def _tell(self, target: Target) -> None:
        """Let a screen reader say where the key now leads."""
        self.setAccessibleDescription(target.spoken)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press what is under the pointer."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            index, target = self._at(event.position())
            line = self._line(index)
            if line is not None and index == self.currentIndex():
                self._choose(line, target)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        super().mouseMoveEvent(event)
        _, target = self._at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if target >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Draw anew where the pointer came from when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)

    def _at(self, at: QPointF) -> tuple[QModelIndex, int]:
        index = self.indexAt(at.toPoint())
        line = self._line(index)
        if line is None:
            return index, -1
        return index, self.painter.measures.target_at(line, QRectF(self.visualRect(index)), at)

    def _line(self, index: QModelIndex) -> Line | None:
        return self.cards.lines[index.row()] if index.isValid() else None

    def _choose(self, line: Line, target: int) -> None:
        if 0 <= target < len(line.targets):
            self.chosen.emit(line.targets[target])
