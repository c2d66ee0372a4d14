"""The field at the top right: words to search for, or an address to go to."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from desktop.icons import icon
from desktop.theme import Theme


def make_clearable(field: QLineEdit) -> None:
    """Give a field Qt's button that clears it; Qt gives the button no name."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("SearchField", "Clear"))


class SearchField(QLineEdit):
    """A line with a glass at its left; at its right the shortcut, or a cross to clear.

    Up and Down are passed on, so that a list of hits can be walked while typing.
    """

    submitted = Signal(str)
    """Return was pressed; carries the text without spaces at its ends."""
    stepped = Signal(int)
    """Up (-1) or Down (+1) was pressed."""
    dismissed = Signal()
    """Escape was pressed in the empty field: give the keyboard back."""

    def __init__(
        self,
        theme: Theme,
        shortcut: QKeySequence | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search the corpus or type an address…"))
        self.setAccessibleName(self.tr("Search"))
        place = QLineEdit.ActionPosition
        self._glass = QAction(self.tr("Search"), self)
        self._glass.triggered.connect(self._submit)
        self.addAction(self._glass, place.LeadingPosition)
        self._cross = QAction(self.tr("Clear"), self)
        self._cross.triggered.connect(self.clear)
        self._hint = QLabel(self)
        self._hint.setProperty("kind", "secondary")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_shortcut(shortcut or QKeySequence())
        self.set_theme(theme)
        self.textChanged.connect(self._text_changed)
        self.returnPressed.connect(self._submit)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._glass.setIcon(icon("search", theme, theme.muted))
        self._cross.setIcon(icon("x", theme, theme.muted))

    def set_shortcut(self, shortcut: QKeySequence) -> None:
        """Show at the right which keys lead here; empty for none."""
        self._hint.setText(shortcut.toString(QKeySequence.SequenceFormat.NativeText))
        self.setAccessibleDescription(self._hint.text())
        self._place_hint()

    def sizeHint(self) -> QSize:
        """Ask for room for the placeholder and the shortcut."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(words + self._hint.sizeHint().width() + 60, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Up and Down on; let Escape clear first and leave second."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shortcut at the right edge."""
        super().resizeEvent(event)
        self._place_hint()

    @Slot()
    def _submit(self) -> None:
        if text := self.text().strip():
            self.submitted.emit(text)

    def _escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.dismissed.emit()

    @Slot(str)
    def _text_changed(self, text: str) -> None:
        shown = self._cross in self.actions()
        if text and not shown:
            self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        elif not text and shown:
            self.removeAction(self._cross)
        self._hint.setVisible(not text)
        self._make_room()

    def _make_room(self) -> None:
        """Let a long placeholder end before the shortcut instead of running under it."""
        taken = 0 if self.text() or not self._hint.text() else self._hint.width() + 6
        self.setTextMargins(0, 0, taken, 0)

    def _place_hint(self) -> None:
        self._hint.adjustSize()
        at = self.rect().adjusted(0, 0, -10, 0)
        box = self._hint.rect()
        box.moveCenter(at.center())
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            box.moveRight(at.right())
        else:
            box.moveLeft(self.rect().left() + 10)
        self._hint.setGeometry(box)
        self._make_room()
