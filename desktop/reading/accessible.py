"""What a screen reader is told of a pane: a document whose children are its passages.

The pane's interface belongs to Qt once it is given away, those of the passages to us: each is
kept until the text changes or the pane goes, and is then taken out of Qt's cache, which would
otherwise hold on to it. No text interface is offered: written in Python it is not safely usable.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.reading.flow import COMPANION
from desktop.reading.pane_text import PassageKind

if TYPE_CHECKING:
    from desktop.reading.pane import Pane

Role = QAccessible.Role
_ROLES = {
    PassageKind.HEADING: Role.Heading,
    PassageKind.PARAGRAPH: Role.Paragraph,
    PassageKind.QUOTATION: Role.BlockQuote,
    PassageKind.LIST_ITEM: Role.ListItem,
    PassageKind.FURNITURE: Role.Note,
}
SILENCE = -1
"""Stands for the silence bar where passages are counted."""


@cache
def install() -> None:
    """Teach Qt to describe panes; a second call does nothing."""
    QAccessible.installFactory(_make)


def describe(panes: Iterable[Pane]) -> None:
    """Have panes described that were there before Qt was taught to.

    A screen reader that asked for one in between was told of a widget like any other. That is
    taken back, and it is told that there is something new.
    """
    install()
    if not QAccessible.isActive():
        return
    for pane in panes:
        told = QAccessible.queryAccessibleInterface(pane)
        if pane.spoken is None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(told))
            _tell(pane, QAccessible.Event.ObjectCreated)
        if pane.hasFocus():
            _tell(pane, QAccessible.Event.Focus)


def _tell(pane: Pane, what: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(pane, what))


def _make(key: str, described: QObject) -> QAccessibleInterface | None:
    from desktop.reading.pane import Pane

    if not isinstance(described, Pane):
        return None
    described.spoken = PaneInterface(described)
    return described.spoken


def passage_words(pane: Pane, passage: int) -> str:
    """Return a passage as it is read aloud: address, words, and those of the edition under it."""
    body = pane.body
    if not 0 <= passage < len(body.text):
        return ""
    words = f"{body.text.addresses[passage]}. {body.text.passage_text(passage)}"
    return "\n".join((words, *_companion_words(pane, passage)))


def _companion_words(pane: Pane, passage: int) -> list[str]:
    """Return the words of the edition read under this one."""
    body = pane.body
    if body.companion is None:
        return []
    index = body.flow.index_of_passage(passage)
    found = []
    while 0 <= index < len(body.flow) and body.flow.slots[index].passage == passage:
        slot = body.flow.slots[index]
        if slot.side == COMPANION:
            found.append(f"{body.companion.edition}: {body.slot_text(slot)}")
        index += 1
    return found


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something now; nothing happens without one."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Children:
    """The interfaces of one pane's passages, made when asked for."""

    def __init__(self) -> None:
        self._kept: dict[int, PassageInterface] = {}
        self.order: list[int] | range | None = None
        """Which passages are shown, from top to bottom, as far as somebody has asked."""

    def get(self, pane: Pane, parent: PaneInterface, passage: int) -> PassageInterface:
        """Return the interface of a passage, always the same one."""
        found = self._kept.get(passage)
        if found is None:
            found = self._kept[passage] = PassageInterface(pane, parent, passage)
        return found

    def forget(self) -> None:
        """Take all of them out of Qt's cache, which also ends them."""
        kept, self._kept = self._kept, {}
        for interface in kept.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))

    def let_go(self) -> None:
        """Keep nothing more: the pane is gone."""
        self.forget()
        self.order = None


class PaneInterface(QAccessibleWidget):
    """A pane as a document; its children are the passages shown, and the silence between them."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane, Role.Document)
        # PySide never lets go of what a factory has made: it must not hold the pane as well.
        self._described = ref(pane)
        self._children = Children()
        # Not a method of ours: by then the interface itself may be gone.
        pane.destroyed.connect(self._children.let_go)

    @property
    def _pane(self) -> Pane:
        pane = self._described()
        assert pane is not None, "asked about a pane that is gone"
        return pane

    def shown_changed(self, *, other_text: bool) -> None:
        """Read the order anew; with another text the passages are other ones as well."""
        self._children.order = None
        if other_text:
            self._children.forget()
        QAccessible.updateAccessibility(
            QAccessibleEvent(self._pane, QAccessible.Event.ObjectReorder)
        )

    def order(self) -> list[int] | range:
        """Return what is shown from top to bottom: passages, and SILENCE where its bar stands."""
        if self._children.order is None:
            self._children.order = self._read_order()
        return self._children.order

    def _read_order(self) -> list[int] | range:
        body = self._pane.body
        silence = body.decoration.silence
        if body.flow.rows:
            return list(dict.fromkeys(slot.passage for slot in body.flow.slots))
        count = len(body.text)
        if silence is None:
            return range(count)
        at = silence.after_passage + 1
        return [*range(at), SILENCE, *range(at, count)]

    def text(self, kind: QAccessible.Text) -> str:
        """Return as the description what is at hand: who comes here hears it at once."""
        if kind == QAccessible.Text.Description:
            return self._pane.at_hand()
        return super().text(kind)

    def childCount(self) -> int:
        """Return how many passages are shown."""
        return len(self.order())

    def child(self, index: int) -> QAccessibleInterface:
        """Return one of them by its place, or None."""
        order = self.order()
        if not 0 <= index < len(order):
            return None  # type: ignore[return-value]
        return self._children.get(self._pane, self, order[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a passage, or -1."""
        if not isinstance(child, PassageInterface):
            return -1
        order = self.order()
        if isinstance(order, range):
            return child.passage if child.passage in order else -1
        return order.index(child.passage) if child.passage in order else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the passage under a point of the screen, or None."""
        point = self._pane.viewport().mapFromGlobal(QPoint(x, y))
        if not self._pane.viewport().rect().contains(point):
            return None  # type: ignore[return-value]
        index, _ = self._pane.scroller.slot_at(point.y())
        if index < 0:
            return None  # type: ignore[return-value]
        return self._of_passage(self._pane.body.flow.slots[index].passage)

    def focusChild(self) -> QAccessibleInterface:
        """Return the passage the caret is in while the pane has the keyboard, or None."""
        if not self._pane.hasFocus() or self._pane.painter.marked.caret is None:
            return None  # type: ignore[return-value]
        return self._of_passage(self._pane.caret_passage())

    def _of_passage(self, passage: int) -> QAccessibleInterface:
        if passage not in self.order():
            return None  # type: ignore[return-value]
        return self._children.get(self._pane, self, passage)


class PassageInterface(QAccessibleInterface):
    """One passage, or the bar of silence, as a child of its pane."""

    def __init__(self, pane: Pane, parent: PaneInterface, passage: int) -> None:
        super().__init__()
        self.passage = passage
        self._pane = pane
        self._parent = parent

    def isValid(self) -> bool:
        """Return whether the passage is still there."""
        return self.passage in self._parent.order()

    def object(self) -> QObject:
        """Return None: a passage is no object of Qt's."""
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """Return the pane's window."""
        return self._parent.window()

    def parent(self) -> QAccessibleInterface:
        """Return the pane."""
        return self._parent

    def role(self) -> QAccessible.Role:
        """Return what the passage is on its page."""
        if self.passage == SILENCE:
            silence = self._pane.body.decoration.silence
            return Role.Button if silence and silence.action else Role.Note
        return _ROLES[PassageKind(self._pane.body.text.kinds[self.passage])]

    def text(self, kind: QAccessible.Text) -> str:
        """Return address and words as the name, and what is marked as the description."""
        if kind == QAccessible.Text.Name:
            return self._name()
        if kind == QAccessible.Text.Description:
            return self._description()
        return ""

    def _name(self) -> str:
        body = self._pane.body
        if self.passage == SILENCE:
            silence = body.decoration.silence
            return f"{silence.text} {silence.action}".strip() if silence else ""
        return passage_words(self._pane, self.passage)

    def _description(self) -> str:
        decoration = self._pane.body.decoration
        said = []
        if self.passage in decoration.event:
            said.append(QCoreApplication.translate("Pane", "speaks of the current event"))
        if decoration.is_dimmed(self.passage):
            said.append(QCoreApplication.translate("Pane", "not yet published"))
        return ", ".join(said)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: the text is read only."""

    def state(self) -> QAccessible.State:
        """Return that it can be read only, and whether it is in sight and holds the caret."""
        state = QAccessible.State()
        state.readOnly = state.selectableText = state.multiLine = 1
        if self.rect().isEmpty():
            state.offscreen = 1
        if self._parent.focusChild() is self:
            state.focused = 1
        return state

    def rect(self) -> QRect:
        """Return the part of the screen it takes; empty where it is not in sight."""
        pane = self._pane
        area = pane.passage_rect(self.passage)
        if area.isEmpty():
            return QRect()
        return QRect(pane.viewport().mapToGlobal(area.topLeft()), area.size())

    def childCount(self) -> int:
        """Return 0: a passage has no children."""
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        """Return None."""
        return None  # type: ignore[return-value]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return None."""
        return None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return -1."""
        return -1
