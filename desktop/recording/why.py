"""A line under a field that says where its first value came from."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.base import label


class Why:
    """Says `read` as long as the value is the one read, else `corrected`; nothing where none was.

    The same is said of the field to those who cannot see the line.
    """

    def __init__(self, field: QWidget, parent: QWidget) -> None:
        self._field = field
        self._read = ""
        self._corrected = ""
        self.label: QLabel = label("", kind="secondary", parent=parent)
        self.label.hide()

    def set_words(self, read: str, corrected: str = "") -> None:
        """Give other words; empty ones hide the line."""
        self._read, self._corrected = read, corrected
        self.show_as_read(True)

    def show_as_read(self, as_read: bool) -> None:
        """Say which of the two is true now."""
        words = self._read if as_read else self._corrected
        self.label.setText(words)
        self.label.setVisible(bool(words))
        self._field.setAccessibleDescription(words)
