"""A text to read, such as a licence."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.base import Dialog


class TextDialog(Dialog):
    """Shows a plain text in a window of its own."""

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        super().__init__(parent, title, width=760)
        view = _View(text, self)
        view.setAccessibleName(title)
        self.box.addWidget(view, 1)
        self.add_cancel(self.tr("&Close")).setDefault(True)
        view.setFocus()


class _View(QPlainTextEdit):
    """A text to read and to copy, as high as a page."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """About thirty lines."""
        return QSize(640, self.fontMetrics().lineSpacing() * 30)

    def minimumSizeHint(self) -> QSize:
        """Some lines."""
        return QSize(280, self.fontMetrics().lineSpacing() * 8)
