"""A quiet button that reads as words in a text and carries what it leads to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

PADDING = 8


class LinkButton(QPushButton):
    """Words to press, elided where there is no room; `chosen` carries what they were made with."""

    chosen = Signal(object)

    def __init__(self, words: str, leads_to: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._leads_to = leads_to
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Room for all words, whatever is shown now."""
        hint = super().sizeHint()
        shown = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        wanted = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(hint.width() - shown + wanted, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 48), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        room = self.width() - PADDING
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        if shown != self._words and not self.toolTip():
            self.setToolTip(self._words)

    def _choose(self) -> None:
        self.chosen.emit(self._leads_to)
