"""The help window: contents at the left, a page at the right, find, back and forward."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.help.contents import Contents, Visits
from desktop.help.page import HelpPage
from desktop.help.topics import INDEX, LANGUAGE, ActionText, Topics
from desktop.icons import icon
from desktop.theme import Theme
from desktop.widgets.search_field import SearchField
from desktop.widgets.sides import told_in_turn

PROPERTY = "help_topic"


def topic_for(widget: QWidget | None) -> str:
    """Return the topic on what is in focus: the nearest one a widget or its parents name."""
    while widget is not None:
        topic = widget.property(PROPERTY)
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return INDEX


class HelpWindow(QWidget):
    """A window of its own, so that help and text can stand side by side."""

    def __init__(
        self,
        theme: Theme,
        actions_text: Sequence[ActionText],
        language: str = LANGUAGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._actions = tuple(actions_text)
        self._topics = Topics(language)
        self._place = -1
        self.setWindowTitle(self.tr("Help — Triptych"))
        self.setAccessibleName(self.tr("Help"))
        self.contents = Contents(self._topics, self._actions, self)
        self.page = HelpPage(theme, self)
        self._visits = Visits(self.page.verticalScrollBar().value)
        self.field = SearchField(theme, QKeySequence("Ctrl+F"), self)
        self.field.setPlaceholderText(self.tr("Find in the help"))
        self.field.setAccessibleName(self.tr("Find in the help"))
        self._count = QLabel(self)
        self._back = self._button("arrow-left", self.tr("Back"), self.go_back)
        self._forward = self._button("arrow-right", self.tr("Forward"), self.go_forward)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.open_topic(INDEX)
        self.page.setFocus()

    def _button(self, name: str, words: str, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setProperty("icon_name", name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        self.field.setMaximumWidth(320)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("kind", "secondary")
        head = QFrame(self)
        head.setProperty("kind", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.field, 2)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.contents)
        halves.addWidget(self.page)
        told_in_turn(halves)
        halves.setStretchFactor(1, 1)
        halves.setSizes([220, 640])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(halves, 1)

    def _connect(self) -> None:
        self.contents.chosen.connect(self.open_topic)
        self.page.topic_asked.connect(self.open_topic)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(partial(self.find_by, 1))
        self.field.stepped.connect(self.find_by)
        self.field.dismissed.connect(self.page.setFocus)
        shortcuts = {
            "Alt+Left": self.go_back,
            "Alt+Right": self.go_forward,
            "Ctrl+F": self._find,
            "F3": partial(self.find_by, 1),
            "Shift+F3": partial(self.find_by, -1),
            "Ctrl+W": self.close,
        }
        for keys, pressed in shortcuts.items():
            QShortcut(QKeySequence(keys), self).activated.connect(pressed)

    @property
    def topic(self) -> str:
        """The name of the topic that is shown."""
        return self._visits.topic

    def sizeHint(self) -> QSize:
        """Room for the contents and a comfortable measure of text."""
        return QSize(900, 680)

    @Slot(str)
    def open_topic(self, name: str) -> None:
        """Show a topic, the index for a name that is none; the one shown stays as it is."""
        name = self._topics[name].name
        if name != self.topic:
            self._visits.add(name)
            self._show()

    @Slot()
    def go_back(self) -> None:
        """Show the topic before."""
        self._go(-1)

    @Slot()
    def go_forward(self) -> None:
        """Show the topic that was left by going back."""
        self._go(1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.page.set_theme(theme)
        self.field.set_theme(theme)
        for button in (self._back, self._forward):
            button.setIcon(icon(str(button.property("icon_name")), theme))
        self._mark()

    def _go(self, by: int) -> None:
        if self._visits.can_go(by):
            self._visits.go(by)
            self._show()

    def _show(self) -> None:
        self.page.show_page(self._topics.html(self.topic, self._actions))
        self.page.verticalScrollBar().setValue(self._visits.scroll)
        self._back.setEnabled(self._visits.can_go(-1))
        self._forward.setEnabled(self._visits.can_go(1))
        self.contents.show_topic(self.topic)
        self._mark()

    @Slot()
    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    @Slot(str)
    def _typed(self, words: str) -> None:
        self.contents.fill(words.strip())
        self.contents.show_topic(self.topic)
        self._mark()

    def _mark(self) -> int:
        """Mark the words looked for on the page and return how many places there are."""
        words = self.field.text().strip()
        count = self.page.mark_words(words)
        self._place = -1
        said = self.tr("Places on this page: {count}").format(count=count)
        self._count.setText(said if words else "")
        return count

    @Slot(int)
    def find_by(self, by: int) -> None:
        """Go a place on or back; past the last comes the next topic that has the words."""
        if not self.field.text().strip():
            self._find()
            return
        count = self.page.found
        wanted = self._place + by if self._place >= 0 or by > 0 else count - 1
        if not 0 <= wanted < count:
            count = self._open_neighbour(by)
            wanted = 0 if by > 0 else count - 1
        self._place = wanted
        self.page.go_to_place(wanted)

    def _open_neighbour(self, by: int) -> int:
        """Open the next topic that has the words and return how many places it has."""
        names = self.contents.names()
        if names:
            at = names.index(self.topic) if self.topic in names else (-1 if by > 0 else 0)
            self.open_topic(names[(at + by) % len(names)])
        return self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
