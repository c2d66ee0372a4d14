"""A page of fields that scrolls by itself where it is too tall, so that what is beside it stays."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget


class TallPage(QScrollArea):
    """Never narrower than its fields; what gets the keyboard comes in sight."""

    def __init__(self, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = QWidget(self)
        self._page.setObjectName("tall_page")
        box = QVBoxLayout(self._page)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(field)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._page)
        self.setStyleSheet("QScrollArea, #tall_page { background: transparent; }")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._page.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, 12)

    def sizeHint(self) -> QSize:
        """As large as the page."""
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the page must be, and a few lines high."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + bar, 160)
