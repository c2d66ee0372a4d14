"""The searchable list of every command: type a few letters, press Return."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.command_list import CommandDelegate, CommandListModel
from desktop.widgets.matching import Command, matching
from desktop.widgets.search_field import SearchField

_WIDTH = 560
_ROWS = 12


@dataclass(frozen=True, slots=True)
class Wording:
    """What a list of lines calls itself."""

    name: str
    prompt: str
    """Stands in the empty field."""
    find: str
    """What a screen reader says of the field."""
    none: str
    """Stands where nothing answers."""


class CommandPalette(QFrame):
    """A frameless popup that knows only the `Command` lines it is given."""

    chosen = Signal(str)
    """A command was chosen; carries its id. The popup has closed by then."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, wording: Wording | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        words = wording or Wording(
            self.tr("Commands"),
            self.tr("What do you want to do?"),
            self.tr("Find a command"),
            self.tr("No command is called that."),
        )
        self.setProperty("kind", "popup")
        self.setAccessibleName(words.name)
        self._commands: Sequence[Command] = ()
        self._field = SearchField(theme, parent=self)
        self._field.setPlaceholderText(words.prompt)
        self._field.setAccessibleName(words.find)
        self._model = CommandListModel(self)
        self._delegate = CommandDelegate(theme, self)
        self._list = QListView(self)
        self._list.setAccessibleName(words.name)
        self._empty = QLabel(words.none, self)
        self._set_up_list()
        self._lay_out()
        self._field.textChanged.connect(self._filter)
        self._field.stepped.connect(self._step)
        self._field.returnPressed.connect(self._choose)
        self._field.dismissed.connect(self.close)
        self._field.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw the list in another theme."""
        self._field.set_theme(theme)
        self._delegate.set_theme(theme)
        self._list.viewport().update()

    def open_over(self, window: QWidget, commands: Sequence[Command]) -> None:
        """Show `commands` under the top edge of `window`, with an empty field."""
        self._commands = commands
        self._field.clear()
        self._filter("")
        width = min(_WIDTH, window.width() - 40)
        self.setFixedWidth(max(240, width))
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 60)))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _set_up_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._choose)
        self._empty.setProperty("kind", "secondary")
        self._empty.setContentsMargins(10, 6, 10, 8)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 7, 7, 7)
        column.setSpacing(6)
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._empty)

    @Slot(str)
    def _filter(self, query: str) -> None:
        self._model.set_commands(matching(self._commands, query))
        rows = self._model.rowCount()
        self._empty.setVisible(rows == 0)
        self._list.setVisible(rows > 0)
        if rows:
            self._list.setCurrentIndex(self._model.index(0))
            height = self._list.sizeHintForRow(0)
            self._list.setFixedHeight(height * min(rows, _ROWS))
        self.adjustSize()

    @Slot(int)
    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            self._go_to((self._list.currentIndex().row() + by) % rows)

    def _go_to(self, row: int) -> None:
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        # The keyboard stays in the field, so a screen reader would not hear which line is chosen.
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, spoken))

    @Slot()
    def _choose(self) -> None:
        command = self._model.command(self._list.currentIndex())
        if command and command.enabled:
            self.close()
            self.chosen.emit(command.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let one Escape close, whatever has been typed."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self.close()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by page with the keys the field does not use."""
        pages = {Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS}
        if event.key() in pages and self._model.rowCount():
            last = self._model.rowCount() - 1
            row = self._list.currentIndex().row() + pages[Qt.Key(event.key())]
            self._go_to(max(0, min(last, row)))
        else:
            super().keyPressEvent(event)
