"""A quiet message above the content: it says something, offers a way, and can be put away."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.icons import icon
from desktop.theme import Theme
from desktop.widgets.breaking_label import BreakingLabel


class BannerKind(StrEnum):
    """How much a message wants to be seen."""

    INFO = "info"
    WARNING = "warning"


class Banner(QFrame):
    """A bar with an icon, a sentence, buttons and a cross; hidden until `say` is called."""

    action_chosen = Signal(str)
    """A button was pressed; carries the id given with it."""
    dismissed = Signal()
    """The reader put the message away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = BannerKind.INFO
        self._buttons: list[QPushButton] = []
        self._sign = QLabel(self)
        self._words = BreakingLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(self)
        self._close.setProperty("kind", "quiet")
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self._dismiss)
        self.setProperty("help_topic", "reading")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 8, 5)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(
        self,
        text: str,
        kind: BannerKind = BannerKind.INFO,
        actions: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show a message, in place of any before; `actions` are pairs of label and id."""
        # Names of files may hold line breaks; a message is one sentence.
        text = " ".join(text.splitlines())
        self._kind = kind
        self._words.setText(text)
        self.setAccessibleName(text)
        self._put_buttons(actions)
        self.set_theme(self._theme)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def kind(self) -> BannerKind:
        """How much the message shown last wants to be seen."""
        return self._kind

    def text(self) -> str:
        """Return the message shown last."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw the bar in another theme."""
        self._theme = theme
        warning = self._kind is BannerKind.WARNING
        name = "triangle-alert" if warning else "info"
        self._sign.setPixmap(icon(name, theme).pixmap(QSize(16, 16), self.devicePixelRatio()))
        self._close.setIcon(icon("x", theme))
        self.setProperty("kind", "warning" if warning else "info")
        self.style().unpolish(self)
        self.style().polish(self)

    def _put_buttons(self, actions: Sequence[tuple[str, str]]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for label, name in actions:
            button = QPushButton(label, self)
            button.setObjectName(name)
            button.setProperty("kind", "link")
            button.clicked.connect(self._press)
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)

    @Slot()
    def _press(self) -> None:
        self.action_chosen.emit(self.sender().objectName())

    @Slot()
    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
