"""A list to choose from by typing any part of what one looks for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QSizePolicy, QWidget

MOST_SHOWN = 14


class SearchCombo(QComboBox):
    """A combo box whose text finds its items; what finds none falls back to the last choice.

    A `free` one keeps whatever is typed: its items are only proposals.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, free: bool = False) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Measuring every item of a long list would take too long.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(MOST_SHOWN)
        for each in (self, self._line):
            each.setAccessibleName(name)
        self._find = self._completer()
        self.setCompleter(self._find)
        view = self.view()
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)
        self._free = free

    def _completer(self) -> QCompleter:
        find = QCompleter(self.model(), self)
        find.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        find.setFilterMode(Qt.MatchFlag.MatchContains)
        find.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        find.setMaxVisibleItems(MOST_SHOWN)
        return find

    def fill(self, items: Iterable[tuple[str, object]], chosen: object = None) -> None:
        """Offer other items, pairs of words and what they stand for."""
        self.blockSignals(True)
        self.clear()
        for words, data in items:
            self.addItem(words, data)
        self.blockSignals(False)
        self.choose(chosen)

    def choose(self, data: object) -> None:
        """Choose the item that stands for something; the first where none does."""
        known = (i for i in range(self.count()) if self.itemData(i) == data)
        self._show(next(known, 0))

    def choice(self) -> object:
        """What the chosen item stands for."""
        return self.itemData(self.currentIndex())

    def settle(self) -> None:
        """Choose the first item that holds what was typed, else keep the last choice."""
        if self._free:
            return
        typed = self._line.text().strip()
        at = self.currentIndex()
        if typed == self.itemText(at):
            return
        exact = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        holding = self.findText(typed, Qt.MatchFlag.MatchContains) if typed else 0
        self._show(next((i for i in (exact, holding) if i >= 0), at))
        if self.currentIndex() != at:
            self.activated.emit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down open the list rather than change the choice unseen."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.showPopup()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Before the dialog takes the key and reads the choice.
            self.settle()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle what was typed when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, never the choice."""
        event.ignore()

    def _show(self, at: int) -> None:
        self.setCurrentIndex(at)
        self._line.setText(self.itemText(at))
        # The beginning of a long title tells more than its end.
        self._line.setCursorPosition(0)
