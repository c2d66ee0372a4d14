"""A quiet button that reads as words in a text and carries what it leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget


class LinkButton(QToolButton):
    """Words to press; `chosen` carries the object they were made with."""

    chosen = Signal(object)

    def __init__(
        self, words: str, leads_to: object, parent: QWidget | None = None, *, name: str = "link"
    ) -> None:
        super().__init__(parent)
        self._leads_to = leads_to
        self.setObjectName(name)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._leads_to)
