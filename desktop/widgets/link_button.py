"""A quiet button that reads as words in a text and carries what it leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class LinkButton(QPushButton):
    """Words to press; `chosen` carries the object they were made with."""

    chosen = Signal(object)

    def __init__(self, words: str, leads_to: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leads_to = leads_to
        self.setProperty("kind", "link")
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._leads_to)
