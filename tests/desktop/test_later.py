"""Turns: in order, not before the text, and all at once when the reader acts."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.later import Later


def test_turns_are_taken_in_order_once_the_text_is_seen(qtbot: QtBot) -> None:
    taken: list[int] = []
    parent = QObject()
    later = Later(parent)
    later.add(lambda: taken.append(1), lambda: taken.append(2))
    QApplication.processEvents()
    assert taken == [] and not later.is_finished
    with qtbot.waitSignal(later.finished):
        later.begin()
    assert taken == [1, 2] and later.is_finished


def test_what_is_added_later_is_done_too(qtbot: QtBot) -> None:
    taken: list[int] = []
    parent = QObject()
    later = Later(parent)
    later.begin()
    with qtbot.waitSignal(later.finished):
        later.add(lambda: taken.append(1))
    assert taken == [1]


def test_a_key_finishes_everything_before_it_is_heard(qtbot: QtBot) -> None:
    taken: list[int] = []
    parent = QObject()
    later = Later(parent)
    later.begin()
    later.add(lambda: taken.append(1), lambda: taken.append(2))
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(parent, key)
    assert taken == [1, 2] and later.is_finished


def test_a_turn_may_ask_for_all_that_follow() -> None:
    taken: list[int] = []
    parent = QObject()
    later = Later(parent)

    def asks() -> None:
        later.finish()
        taken.append(1)

    later.add(asks, lambda: taken.append(2))
    later.finish()
    assert taken == [2, 1] and later.is_finished
