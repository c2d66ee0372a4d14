"""What is said aloud to who cannot see it: what has changed where the keyboard is not.

A screen reader follows the keyboard. All that a key changes elsewhere, in other columns, in the
list, in the file, it is told here; without a screen reader nothing is done.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction
from PySide6.QtWidgets import QApplication, QListView, QTableView, QWidget

from desktop.reading.accessible import announce
from desktop.reading.at_hand import (
    at_hand,
    passage_at_hand,
    place_words,
    sentences,
    words_at,
)
from desktop.selection import Place
from desktop.timeline.handles import HandleSlider
from desktop.when import display_when

if TYPE_CHECKING:
    from desktop.actions import Actions
    from desktop.desk import Desk
    from desktop.main_window import MainWindow
    from desktop.reading.column import Column

PAUSE = 60
"""Milliseconds after which what has been done is told: of a key held down only the last."""
SPEAK_FOR_THEMSELVES = ("view_", "theme_", "cite_")
"""Actions after which the keyboard is elsewhere, or that are one choice of several."""


def tell_row(view: QListView | QTableView) -> None:
    """Tell a screen reader that the keyboard is on the current row or cell of a view."""
    index = view.currentIndex()
    if not index.isValid() or not view.hasFocus():
        return
    at = index.row()
    if isinstance(view, QTableView):
        # Heads are counted as a row and a column of their own.
        at = (at + 1) * (view.model().columnCount() + 1) + index.column() + 1
    event = QAccessibleEvent(view, QAccessible.Event.Focus)
    event.setChild(at)
    QAccessible.updateAccessibility(event)


class Speaker(QObject):
    """Tells the screen reader of one window what has happened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._edits = 0
        self._waiting: dict[str, Callable[[], str]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.speak)
        window.statusBar().messageChanged.connect(self._noted)
        window.application.qt.focusChanged.connect(self._focused)

    def watch(self, actions: Actions) -> None:
        """Tell of what is switched on or off by a key or from a menu."""
        for action_id in actions.ids():
            if actions[action_id].isCheckable() and not action_id.startswith(SPEAK_FOR_THEMSELVES):
                actions[action_id].toggled.connect(self._toggled)

    def attach(self, desk: Desk) -> None:
        """Tell of what happens on a desk."""
        self._desk = desk
        session = desk.session
        self._edits = session.undo_stack.index()
        session.selection.moved.connect(self._moved)
        session.selection.leader_changed.connect(self._leads)
        session.selection.known_by_changed.connect(self._known_by)
        session.undo_stack.indexChanged.connect(self._edited)
        desk.reading.stepped.connect(self._stepped)
        desk.search.found.connect(self._found)

    def detach(self) -> None:
        """Say nothing more of the desk: it is being closed."""
        if self._desk is not None:
            self._desk.session.undo_stack.indexChanged.disconnect(self._edited)
        self._desk = None
        self._pause.stop()
        self._waiting.clear()

    def speak(self) -> None:
        """Say now what waits to be said."""
        self._pause.stop()
        waiting, self._waiting = self._waiting, {}
        if self._desk is not None and len(waiting) > 1:
            # Where the reader has gone is told by what is found there.
            waiting.pop("leader", None)
        told = [words() for words in waiting.values()] if self._desk is not None else []
        announce(QApplication.focusWidget() or self._window, sentences(told))

    def _say(self, subject: str, words: Callable[[], str]) -> None:
        """Say something of a subject soon, in place of what was to be said of it."""
        if QAccessible.isActive():
            self._waiting.pop(subject, None)
            self._waiting[subject] = words
            self._pause.start()

    def _moved(self, place: Place) -> None:
        desk, focus = self._desk, QApplication.focusWidget()
        if desk is None:
            return
        if place.edition is None:
            # In the list, and on the timeline's handles, the event is what the keyboard is on.
            if focus is not desk.events.view and not isinstance(focus, HandleSlider):
                self._say("place", self._event)
        elif focus is not desk.search.view:
            self._say("place", partial(self._words, place))

    def _event(self) -> str:
        """The event, where each column stands on it, and the words at hand in the active one."""
        assert self._desk is not None
        session, reading = self._desk.session, self._desk.reading
        event = session.events_by_id.get(session.selection.event_id or 0)
        if event is None:
            return ""
        when = display_when(event.happened.edtf) if event.happened.edtf else event.happened.printed
        told = [", ".join(filter(None, (event.title, when)))]
        told += [place_words(column) for column in reading.box.shown()]
        if reading.active is not None and reading.active.spans:
            told.append(words_at(reading.active, passage_at_hand(reading.active)))
        return sentences(told)

    def _words(self, place: Place) -> str:
        """The passage that was gone to."""
        assert self._desk is not None
        column = self._desk.reading.active
        if column is None or column.shown is None:
            return ""
        edition = column.shown
        if edition.edition.id != place.edition:
            return at_hand(column)
        return words_at(column, edition.text.passage_at(place.start))

    def _stepped(self, column: Column) -> None:
        self._say("place", partial(at_hand, column))

    def _leads(self, source_id: int) -> None:
        source = self._desk.session.source(source_id) if self._desk is not None else None
        if source is not None:
            words = self.tr("{source} leads, the others follow").format(source=source.label)
            self._say("leader", partial(str, words))

    def _known_by(self) -> None:
        desk = self._desk
        if desk is None or isinstance(QApplication.focusWidget(), HandleSlider):
            return
        known_by = desk.session.known_by_words
        words = self.tr("Known by {time}").format(time=known_by)
        self._say("known by", partial(str, words if known_by else self.tr("Everything published")))

    def _toggled(self, on: bool) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        words = self.tr("{action}: on") if on else self.tr("{action}: off")
        title = action.text().replace("&", "")
        self._say(action.objectName(), partial(str, words.format(action=title)))
        if action.objectName() == "only_event":
            self._say("columns", self._columns)

    def _columns(self) -> str:
        assert self._desk is not None
        return sentences(place_words(column) for column in self._desk.reading.box.shown())

    def _edited(self, index: int) -> None:
        if self._desk is None:
            return
        stack = self._desk.session.undo_stack
        back, self._edits = index < self._edits, index
        words = self.tr("Undone: {edit}") if back else self.tr("Done: {edit}")
        edit = stack.redoText() if back else stack.undoText()
        self._say("edit", partial(str, words.format(edit=edit)))

    def _found(self) -> None:
        if self._desk is not None and QApplication.focusWidget() is self._window.search_field:
            self._say("found", partial(str, self._desk.search.head.text()))

    def _focused(self, _: QWidget | None, now: QWidget | None) -> None:
        """Tell of the row the keyboard is on: of a list it comes to, Qt tells only the name."""
        if not isinstance(now, (QListView, QTableView)) or not QAccessible.isActive():
            return
        window: QWidget | None = now.window()
        while window is not None and window is not self._window:
            window = window.parentWidget()
        if window is not None:
            # After Qt has told of the list.
            QTimer.singleShot(0, now, partial(tell_row, now))

    def _noted(self, words: str) -> None:
        if words:
            self._say("status", partial(str, words))
