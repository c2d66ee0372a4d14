"""The list of topics beside the page, and the way back through those that were shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.help.topics import ActionText, Topics

_NAME = Qt.ItemDataRole.UserRole


class Contents(QListWidget):
    """Lists the topics that have some words, all of them for no words."""

    chosen = Signal(str)

    def __init__(
        self, topics: Topics, actions: Sequence[ActionText], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._topics, self._actions = topics, actions
        self.setProperty("kind", "side")
        self.setAccessibleName(self.tr("Topics"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._changed)
        self.fill("")

    def fill(self, words: str) -> None:
        """List the topics that have the words."""
        self.blockSignals(True)
        self.clear()
        for name in self._topics.names():
            if not words or self._topics.has(name, words, self._actions):
                item = QListWidgetItem(self._topics[name].title)
                item.setData(_NAME, name)
                self.addItem(item)
        self.blockSignals(False)

    def names(self) -> list[str]:
        """Return the topics listed."""
        return [str(self.item(row).data(_NAME)) for row in range(self.count())]

    def show_topic(self, name: str) -> None:
        """Point to a topic, without choosing it."""
        names = self.names()
        self.blockSignals(True)
        self.setCurrentRow(names.index(name) if name in names else -1)
        self.blockSignals(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows again: the style sheet pads them only from now on."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QListWidgetItem)
    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_NAME)))


class Visits:
    """The topics shown one after another, each with how far it was scrolled."""

    def __init__(self, scrolled: Callable[[], int]) -> None:
        self._scrolled = scrolled
        self._visited: list[tuple[str, int]] = []
        self._at = -1

    @property
    def topic(self) -> str:
        """The topic shown now, empty before the first."""
        return self._visited[self._at][0] if self._visited else ""

    @property
    def scroll(self) -> int:
        """How far the topic shown now was scrolled when it was left."""
        return self._visited[self._at][1]

    def add(self, topic: str) -> None:
        """Come to a topic; what lay ahead is forgotten."""
        self._leave()
        self._visited[self._at + 1 :] = [(topic, 0)]
        self._at += 1

    def can_go(self, by: int) -> bool:
        """Return whether there is a topic so many visits away."""
        return 0 <= self._at + by < len(self._visited)

    def go(self, by: int) -> None:
        """Come to the topic so many visits away."""
        self._leave()
        self._at += by

    def _leave(self) -> None:
        if self._visited:
            self._visited[self._at] = (self.topic, self._scrolled())
