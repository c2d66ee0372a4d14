"""What stands where nothing is yet: what this place is for, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_MEASURE = 420
_MARGIN = 16


class EmptyState(QWidget):
    """A title, a plain sentence and buttons in the middle; the first button is the default."""

    chosen = Signal(str)
    """A button was pressed; carries the id given with it."""

    def __init__(
        self,
        title: str,
        sentence: str,
        actions: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = self._label("title")
        self._sentence = self._label("")
        self._sentence.setWordWrap(True)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(8)
        middle = QVBoxLayout(self)
        middle.setSpacing(10)
        middle.addStretch(2)
        middle.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addLayout(self._centred(self._sentence))
        middle.addLayout(self._bar)
        middle.addStretch(3)
        self.say(title, sentence, actions)

    def say(self, title: str, sentence: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Show other words and buttons; `actions` are pairs of label and id."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        while item := self._bar.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._bar.addStretch()
        for index, (label, name) in enumerate(actions):
            self._bar.addWidget(self._button(label, name, default=index == 0))
        self._bar.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sentence to a readable measure, and inside a narrow panel."""
        super().resizeEvent(event)
        self._sentence.setFixedWidth(max(120, min(_MEASURE, self.width() - 2 * _MARGIN)))

    def _centred(self, label: QLabel) -> QHBoxLayout:
        # An aligned item is not asked for the height of its width, and would lose its last lines.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(label)
        row.addStretch()
        return row

    def _label(self, kind: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("kind", kind)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _button(self, label: str, name: str, *, default: bool) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAutoDefault(True)
        button.setProperty("kind", "default" if default else "")
        button.clicked.connect(self._press)
        return button

    @Slot()
    def _press(self) -> None:
        self.chosen.emit(self.sender().objectName())
