"""One line about work that takes a while: what is done, how far, and a way to stop it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.widgets.elided_label import ElidedLabel


class ProgressStrip(QFrame):
    """A text, a bar and Cancel; hidden until `start` is called."""

    cancelled = Signal()
    """The reader asked to stop; the strip stays until `finish`, as stopping may take a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._words = ElidedLabel("", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._stop = QPushButton(self.tr("Cancel"), self)
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._stop)
        self.hide()

    def start(self, text: str, *, can_cancel: bool = True) -> None:
        """Show the strip for a new piece of work whose length is not known yet."""
        self._stop.setText(self.tr("Cancel"))
        self._stop.setEnabled(True)
        self._stop.setVisible(can_cancel)
        self.report(text)
        self.show()

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done and how much of `total` is done; total 0 = not known."""
        self._words.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        self.setAccessibleName(text)

    @Slot()
    def finish(self) -> None:
        """Put the strip away: the work is done, or has stopped."""
        # An endless bar keeps its timer running even while it is hidden.
        self._bar.setRange(0, 1)
        self.hide()

    @Slot()
    def _cancel(self) -> None:
        self._stop.setEnabled(False)
        self._stop.setText(self.tr("Stopping…"))
        self.cancelled.emit()
