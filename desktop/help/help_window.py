"""The help window: contents at the left, a page at the right, find, back and forward."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.help.page import HelpPage
from desktop.help.topics import INDEX, KEYS, LANGUAGE, ActionText, Topics
from desktop.icons import icon
from desktop.theme import Theme
from desktop.widgets.search_field import SearchField

PROPERTY = "help_topic"
_NAME = Qt.ItemDataRole.UserRole


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
        self._theme = theme
        self._actions = tuple(actions_text)
        self._topics = Topics(language)
        self._visited: list[tuple[str, int]] = []
        self._at = -1
        self._place = -1
        self.setWindowTitle(self.tr("Help — Triptych"))
        self.setAccessibleName(self.tr("Help"))
        self.contents = QListWidget(self)
        self.page = HelpPage(theme, self)
        self.field = SearchField(theme, parent=self)
        self._count = QLabel(self)
        self._back = self._button("arrow-left", self.tr("Back"), self.go_back)
        self._forward = self._button("arrow-right", self.tr("Forward"), self.go_forward)
        self._set_up()
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

    def _set_up(self) -> None:
        self.contents.setProperty("kind", "side")
        self.contents.setAccessibleName(self.tr("Topics"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setPlaceholderText(self.tr("Find in the help"))
        self.field.setAccessibleName(self.tr("Find in the help"))
        self.field.set_shortcut(QKeySequence("Ctrl+F"))
        self.field.setMaximumWidth(320)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("kind", "secondary")
        self._fill_contents("")

    def _lay_out(self) -> None:
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
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.contents)
        self._splitter.addWidget(self.page)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([220, 640])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(self._chosen)
        self.page.topic_asked.connect(self.open_topic)
        self.field.textChanged.connect(self._typed)
        self.field.submitted.connect(self.find_next)
        self.field.stepped.connect(self.find_by)
        self.field.dismissed.connect(self.page.setFocus)
        shortcuts = {
            "Alt+Left": self.go_back,
            "Alt+Right": self.go_forward,
            "Ctrl+F": self._find,
            "F3": self.find_next,
            "Shift+F3": self.find_previous,
            "Ctrl+W": self.close,
        }
        for keys, pressed in shortcuts.items():
            QShortcut(QKeySequence(keys), self).activated.connect(pressed)

    @property
    def topic(self) -> str:
        """The name of the topic that is shown."""
        return self._visited[self._at][0] if self._at >= 0 else ""

    def sizeHint(self) -> QSize:
        """Room for the contents and a comfortable measure of text."""
        return QSize(900, 680)

    @Slot(str)
    def open_topic(self, name: str) -> None:
        """Show a topic, the index for a name that is none; the one shown stays as it is."""
        name = self._topics[name].name
        if name == self.topic:
            return
        self._remember()
        del self._visited[self._at + 1 :]
        self._visited.append((name, 0))
        self._at += 1
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
        self._theme = theme
        self.page.set_theme(theme)
        self.field.set_theme(theme)
        for button in (self._back, self._forward):
            button.setIcon(icon(str(button.property("icon_name")), theme))
        self.mark_found()

    # Going from topic to topic

    def _go(self, by: int) -> None:
        if 0 <= self._at + by < len(self._visited):
            self._remember()
            self._at += by
            self._show()

    def _remember(self) -> None:
        if self._at >= 0:
            scrolled = self.page.verticalScrollBar().value()
            self._visited[self._at] = (self.topic, scrolled)

    def _show(self) -> None:
        name, scrolled = self._visited[self._at]
        self.page.show_page(self._topics.html(name, self._actions))
        self.page.verticalScrollBar().setValue(scrolled)
        self._back.setEnabled(self._at > 0)
        self._forward.setEnabled(self._at + 1 < len(self._visited))
        self._show_in_contents()
        self.mark_found()

    def _show_in_contents(self) -> None:
        self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_NAME) == self.topic:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    @Slot(QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_topic(str(item.data(_NAME)))

    # Finding

    @Slot()
    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    @Slot(str)
    def _typed(self, words: str) -> None:
        self._fill_contents(words.strip())
        self._show_in_contents()
        self.mark_found()

    def _fill_contents(self, words: str) -> None:
        """List the topics that have the words, all of them for no words."""
        self.contents.blockSignals(True)
        self.contents.clear()
        for name in self._topics.names():
            if not words or self._has(name, words):
                item = QListWidgetItem(self._topics[name].title)
                item.setData(_NAME, name)
                self.contents.addItem(item)
        self.contents.blockSignals(False)

    def _has(self, name: str, words: str) -> bool:
        if self._topics[name].mentions(words):
            return True
        listed = (" ".join(action).casefold() for action in self._actions)
        return name == KEYS and any(words.casefold() in line for line in listed)

    def mark_found(self) -> None:
        """Mark the words looked for on the page, and say how many places there are."""
        words = self.field.text().strip()
        count = self.page.mark_words(words)
        self._place = -1
        said = self.tr("Places on this page: {count}").format(count=count)
        self._count.setText(said if words else "")

    @Slot()
    def find_next(self) -> None:
        """Go to the next place found, from the last one on to the next topic."""
        self.find_by(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the place found before this one."""
        self.find_by(-1)

    @Slot(int)
    def find_by(self, by: int) -> None:
        """Go so many places on; past the end of a topic comes the next one that has the words."""
        if not self.field.text().strip():
            self._find()
            return
        count = self.page.mark_words(self.field.text().strip())
        wanted = self._place + by if self._place >= 0 or by > 0 else count - 1
        if not 0 <= wanted < count:
            count = self._neighbour_with_words(by)
            wanted = 0 if by > 0 else count - 1
        self._place = wanted
        self.page.go_to_place(wanted)

    def _neighbour_with_words(self, by: int) -> int:
        """Open the next listed topic and return how many places it has."""
        names = [str(self.contents.item(row).data(_NAME)) for row in range(self.contents.count())]
        if names:
            at = names.index(self.topic) if self.topic in names else (-1 if by > 0 else 0)
            self.open_topic(names[(at + by) % len(names)])
        return self.page.mark_words(self.field.text().strip())

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows again: the style sheet pads them only from now on."""
        super().showEvent(event)
        self.contents.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
