"""A list of things to tick, and a field that filters it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from db.text.folding import fold

Index = QModelIndex | QPersistentModelIndex
_CHECK = int(Qt.ItemDataRole.CheckStateRole)


class CheckModel(QAbstractListModel):
    """Items of an id and a text, some of them ticked; a filter hides, it does not untick."""

    ticked_changed = Signal()

    def __init__(self, items: Sequence[tuple[int, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = items
        self._shown: Sequence[tuple[int, str]] = items
        self._folded = [fold(words) for _, words in items]
        self._ticked: set[int] = set()

    def ticked(self) -> tuple[int, ...]:
        """The ids that are ticked, in the order of the list."""
        return tuple(id for id, _ in self._items if id in self._ticked)

    @property
    def ticked_count(self) -> int:
        """How many items are ticked, shown or not."""
        return len(self._ticked)

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these and no others."""
        self._ticked = set(ids)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [_CHECK])

    def tick_shown(self, on: bool) -> None:
        """Tick every item that is shown, or none of them; what the filter hides stays."""
        shown = {id for id, _ in self._shown}
        self.tick(self._ticked | shown if on else self._ticked - shown)
        self.ticked_changed.emit()

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of all items, in the order of the list."""
        return tuple(id for id, _ in self._items)

    @property
    def count(self) -> int:
        """How many items there are, shown or not."""
        return len(self._items)

    def move(self, row: int, by: int) -> int:
        """Move an item up or down, as far as that goes; returns the row it has then."""
        to = max(0, min(len(self._items) - 1, row + by))
        if self._shown is not self._items or to == row or not 0 <= row < len(self._items):
            return row
        self.beginResetModel()
        items, folded = list(self._items), self._folded
        items.insert(to, items.pop(row))
        folded.insert(to, folded.pop(row))
        self._items = self._shown = items
        self.endResetModel()
        self.ticked_changed.emit()
        return to

    def order(self, ids: Sequence[int]) -> None:
        """Put the items with these ids first, in this order."""
        places = {id: at for at, id in enumerate(ids)}
        self.beginResetModel()
        items = sorted(self._items, key=lambda item: places.get(item[0], len(places)))
        self._items = self._shown = items
        self._folded = [fold(words) for _, words in items]
        self.endResetModel()

    def filter(self, text: str) -> None:
        """Show the items that have the words typed."""
        needle = fold(text.strip())
        self.beginResetModel()
        self._shown = [
            item for item, folded in zip(self._items, self._folded, strict=True) if needle in folded
        ]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of items shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """An item's text, or whether it is ticked."""
        id, words = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == _CHECK:
            ticked = id in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Tick or untick an item."""
        if role != _CHECK:
            return False
        id, _ = self._shown[index.row()]
        # Qt hands over a number where a view toggles, an enumerator where code does.
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(id)
        else:
            self._ticked.discard(id)
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items can be chosen and ticked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable


class CheckList(QListView):
    """Shows a `CheckModel`; Space ticks, typing letters finds."""

    def __init__(self, model: CheckModel, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._items = model
        self.movable = False
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def move_current(self, by: int) -> None:
        """Move the current item up or down."""
        row = self._items.move(self.currentIndex().row(), by)
        self.setCurrentIndex(self._items.index(row))

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the lines once the style sheet has been applied."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the dialog; Alt with Up and Down moves an item where that is wanted."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if self.movable and alt and Qt.Key(event.key()) in moves:
            self.move_current(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As many lines as it was made for."""
        line = self.sizeHintForRow(0) if self.model().rowCount() else 0
        line = line or self.fontMetrics().lineSpacing() + 8
        return QSize(240, line * self._lines + 4)

    def minimumSizeHint(self) -> QSize:
        """Three lines, or as many as it was made for."""
        return QSize(160, self.sizeHint().height() * min(3, self._lines) // self._lines)
