"""Files that macOS asks a program to open: as events while it runs, not on its command line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class AskedApplication(QApplication):
    """Says which file is to be opened: one double-clicked, or dropped on the program's icon."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take what asks for a file, leave the rest to Qt."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
