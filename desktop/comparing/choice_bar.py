"""A bar of choices over a view of the middle; it never asks for more room than the columns do."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.elided_box import ElidedBox
from desktop.widgets.elided_label import ElidedLabel

LETTERS = 8
"""Boxes ask for room for so many letters; their lists show the words whole."""
FEWEST = 4
"""In a narrow window they shrink to so many."""


class ChoiceBar(QFrame):
    """Boxes, then words that are shortened where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(10, 6, 10, 6)
        self.line.setSpacing(8)

    def add_box(self, name: str) -> QComboBox:
        """Add a box to choose from."""
        box = ElidedBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(box.fontMetrics().averageCharWidth() * FEWEST + 30)
        box.setMaximumWidth(box.fontMetrics().averageCharWidth() * 26 + 40)
        self.line.addWidget(box, 2)
        return box

    def add_words(self, stretch: int = 1) -> ElidedLabel:
        """Add words in small type."""
        words = ElidedLabel("", self)
        words.setProperty("kind", "secondary")
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.line.addWidget(words, stretch)
        return words
