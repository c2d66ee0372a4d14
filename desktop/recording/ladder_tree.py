"""Words of an aspect, each below the wider one it lies within: scopes, or what claims can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.corpus.aspects import Words
from desktop.widgets.flow_layout import FlowLayout

BEFORE = Qt.ItemDataRole.UserRole


class LadderTree(QWidget):
    """Words are added, renamed (F2) and deleted here, and moved under or out of one another.

    A word remembers what it was called when it was shown, so that claims can follow its new name.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: Mapping[str, int] = {}
        self.tree = _Tree(name, self)
        self.add = QPushButton(self.tr("Add"), self)
        self.add_within = QPushButton(self.tr("Add within"), self)
        self.rename = QPushButton(self.tr("Rename"), self)
        self.delete = QPushButton(self.tr("Delete"), self)
        self.inwards = QPushButton(self.tr("In"), self)
        self.outwards = QPushButton(self.tr("Out"), self)
        self._name_buttons(name)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tree)
        self._judge()

    def _name_buttons(self, name: str) -> None:
        tips = {
            self.add: self.tr("Add a word beside the chosen one (Insert)"),
            self.add_within: self.tr("Add a narrower word below the chosen one (Shift+Insert)"),
            self.rename: self.tr("Rename it; claims follow (F2)"),
            self.delete: self.tr("Delete it where no claim names it (Delete)"),
            self.inwards: self.tr("Put it below the word above it (Alt+Right)"),
            self.outwards: self.tr("Take it out from below its wider word (Alt+Left)"),
        }
        for button, tip in tips.items():
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setAccessibleDescription(tip)

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=6)
        for button in (
            self.add, self.add_within, self.rename, self.delete, self.inwards, self.outwards,
        ):  # fmt: skip
            flow.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.tree, 1)
        box.addWidget(buttons)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_word)
        self.add_within.clicked.connect(self.add_narrower)
        self.rename.clicked.connect(self.rename_word)
        self.delete.clicked.connect(self.delete_word)
        self.inwards.clicked.connect(self.move_in)
        self.outwards.clicked.connect(self.move_out)
        self.tree.itemSelectionChanged.connect(self._judge)
        self.tree.itemChanged.connect(self._tell)
        self.tree.pressed_key.connect(self._key)

    def set_words(self, words: Words, uses: Mapping[str, int]) -> None:
        """Show words with the wider one of each, and how many claims name them."""
        self.tree.blockSignals(True)
        self.tree.clear()
        self._uses = uses
        items = {word: self._item(word) for word, _ in words}
        below = dict(words)
        for word, item in items.items():
            above = items.get(below[word])
            if above is not None and above is not item:
                above.addChild(item)
            else:
                self.tree.addTopLevelItem(item)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        if items:
            self.tree.setCurrentItem(next(iter(items.values())))
        self._judge()

    def _item(self, word: str, before: str | None = None) -> QTreeWidgetItem:
        used = self._uses.get(word, 0)
        item = QTreeWidgetItem([word, str(used) if used else ""])
        item.setData(0, BEFORE, word if before is None else before)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        return item

    def words(self) -> Words:
        """The words in order, each with the wider one, empty where there is none."""
        return tuple((_text(item), _text(item.parent())) for item in self._items() if _text(item))

    def renamed(self) -> Words:
        """Words that were shown under another name, the old one first."""
        pairs = ((str(item.data(0, BEFORE)), _text(item)) for item in self._items())
        return tuple((old, new) for old, new in pairs if old and new and old != new)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                yield item
                waiting = [*(item.child(n) for n in range(item.childCount())), *waiting]

    def add_word(self) -> None:
        """Add a word beside the chosen one."""
        current = self.tree.currentItem()
        self._insert(current.parent() if current is not None else None)

    def add_narrower(self) -> None:
        """Add a word below the chosen one."""
        self._insert(self.tree.currentItem())

    def _insert(self, above: QTreeWidgetItem | None) -> None:
        item = self._item("", before="")
        if above is None:
            self.tree.addTopLevelItem(item)
        else:
            above.addChild(item)
            above.setExpanded(True)
        self.tree.setCurrentItem(item)
        self.tree.editItem(item, 0)

    def rename_word(self) -> None:
        """Let the reader type another word."""
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, 0)

    def delete_word(self) -> None:
        """Delete the chosen word; what lies within it moves out."""
        item = self.tree.currentItem()
        if item is None or not self.delete.isEnabled():
            return
        for child in item.takeChildren():
            self._put(child, item.parent())
        self._take(item)
        self._tell()

    def move_in(self) -> None:
        """Put the chosen word below the one above it."""
        item = self.tree.currentItem()
        above = self._neighbour_above(item) if item is not None else None
        if item is not None and above is not None:
            self._move(item, above)

    def move_out(self) -> None:
        """Take the chosen word out from below its wider one."""
        item = self.tree.currentItem()
        above = item.parent() if item is not None else None
        if item is not None and above is not None:
            self._move(item, above.parent())

    def _move(self, item: QTreeWidgetItem, above: QTreeWidgetItem | None) -> None:
        self._take(item)
        self._put(item, above)
        self.tree.expandAll()
        self.tree.setCurrentItem(item)
        self._tell()

    def _neighbour_above(self, item: QTreeWidgetItem) -> QTreeWidgetItem | None:
        parent = item.parent()
        if parent is not None:
            return parent.child(parent.indexOfChild(item) - 1)
        return self.tree.topLevelItem(self.tree.indexOfTopLevelItem(item) - 1)

    def _take(self, item: QTreeWidgetItem) -> None:
        parent = item.parent()
        if parent is not None:
            parent.removeChild(item)
        else:
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(item))

    def _put(self, item: QTreeWidgetItem, above: QTreeWidgetItem | None) -> None:
        if above is not None:
            above.addChild(item)
        else:
            self.tree.addTopLevelItem(item)

    def _key(self, key: int, within: bool) -> None:
        {
            Qt.Key.Key_Insert: self.add_narrower if within else self.add_word,
            Qt.Key.Key_Delete: self.delete_word,
            Qt.Key.Key_Right: self.move_in,
            Qt.Key.Key_Left: self.move_out,
        }[Qt.Key(key)]()

    def _judge(self) -> None:
        item = self.tree.currentItem()
        before = str(item.data(0, BEFORE)) if item is not None else ""
        # A word that is new here is nobody's yet; claims without a scope name none.
        used = bool(before) and self._uses.get(before, 0) > 0
        for button in (self.add_within, self.rename):
            button.setEnabled(item is not None)
        self.delete.setEnabled(item is not None and not used)
        self.inwards.setEnabled(item is not None and self._neighbour_above(item) is not None)
        self.outwards.setEnabled(item is not None and item.parent() is not None)

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()


class _Tree(QTreeWidget):
    """Some lines high; sends the keys that are not its own."""

    pressed_key = Signal(int, bool)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderLabels([self.tr("Word"), self.tr("Claims")])
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setIndentation(18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Left and Right, Insert and Delete change the ladder."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = event.key() in (Qt.Key.Key_Insert, Qt.Key.Key_Delete)
        if plain or (alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)):
            self.pressed_key.emit(event.key(), shift)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Six lines."""
        line = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 6)
        return QSize(320, self.header().sizeHint().height() + 6 * line)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(200, self.sizeHint().height() // 2)


def _text(item: QTreeWidgetItem | None) -> str:
    return " ".join(item.text(0).split()) if item is not None else ""
