"""A ladder on the screen: its picture cut into rows that can be gone through by key."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.comparing.ladder_items import Item, Rule
from db.comparing.ladder_picture import Picture, Row
from db.comparing.number_ladder import NumberLadder
from desktop.comparing.figures import picture
from desktop.comparing.ladder_painter import paint_items
from desktop.comparing.type import Type
from desktop.theme import Theme
from desktop.widgets.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
EMPTY = Picture(0, 0, (), ())


class LadderModel(QAbstractListModel):
    """The rows of a picture, with what is drawn in each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture = EMPTY
        self._items: list[list[Item]] = []

    def set_picture(self, shown: Picture) -> None:
        """Show another picture."""
        self.beginResetModel()
        self.picture = shown
        self._items = [[] for _ in shown.rows]
        for item in shown.items:
            top, bottom = (item.y1, item.y2) if isinstance(item, Rule) else (item.y, item.y)
            for at, row in enumerate(shown.rows):
                if row.top <= bottom + 1 and top - 1 <= row.bottom:
                    self._items[at].append(item)
        self.endResetModel()

    def items(self, at: int) -> list[Item]:
        """What is drawn in a row."""
        return self._items[at]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Every strip of the picture."""
        return 0 if parent.isValid() else len(self.picture.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row."""
        row = self.picture.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole and row.figure is not None:
            return plain_tooltip(row.words.replace("; ", "\n"))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only figures lead somewhere."""
        if self.picture.rows[index.row()].figure is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LadderDelegate(QStyledItemDelegate):
    """Paints each row's strip of the picture."""

    def __init__(self, view: LadderList) -> None:
        super().__init__(view)
        self._view = view

    def _row(self, index: Index) -> Row:
        return self._view.ladder.picture.rows[index.row()]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the strip; strips meet on whole pixels."""
        row = self._row(index)
        return QSize(round(self._view.ladder.picture.width), round(row.bottom) - round(row.top))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one strip."""
        view, row = self._view, self._row(index)
        theme = view.type.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and row.figure is not None
        ground = theme.hover if hovered else theme.paper
        painter.fillRect(rect, ground)
        painter.translate(rect.left(), rect.top() - round(row.top))
        paint_items(painter, view.ladder.items(index.row()), view.type, ground)
        painter.restore()
        if index == view.currentIndex() and view.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(7, 1, -7, -1))


class LadderList(QListView):
    """Up and Down go from figure to figure, Enter to its words."""

    chosen = Signal(int)
    """The reader has pressed a figure: its claim's id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = Type(theme)
        self.ladder = LadderModel(self)
        self._ladders: list[NumberLadder] = []
        self.setModel(self.ladder)
        self.setItemDelegate(LadderDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.verticalScrollBar().setSingleStep(24)

    def set_ladders(self, ladders: list[NumberLadder]) -> None:
        """Show other ladders."""
        self._ladders = ladders
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.type = Type(theme)
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(200, self.viewport().width())
        at = self.currentIndex().row()
        self.ladder.set_picture(
            picture(self._ladders, width, self.type.measure, scale=self.type.scale)
        )
        if 0 <= at < self.ladder.rowCount():
            self.setCurrentIndex(self.ladder.index(at))

    def go_to_event(self, words: str) -> None:
        """Bring the first row that begins with words into sight."""
        for at, row in enumerate(self.ladder.picture.rows):
            if row.words.startswith(words):
                self.scrollTo(self.ladder.index(at), QListView.ScrollHint.PositionAtTop)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out on another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the words of a figure."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the words of the figure that was pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = self.ladder.picture.rows[index.row()] if index.isValid() else None
        if row is not None and row.figure is not None:
            self.chosen.emit(row.figure.claim_id)
