import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.reading.decoration import Silence
from desktop.reading.pane import Pane
from desktop.reading.pane_text import PaneText
from desktop.theme import theme

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(make_text) -> PaneText:
    return make_text()


@pytest.fixture
def pane(make_pane, text: PaneText) -> Pane:
    pane = make_pane(text)
    pane.setFocus()
    return pane


def press(pane: Pane, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(pane, key, held)


def test_arrows_scroll_until_caret_browsing_is_on(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    start = pane.place()
    press(pane, Key.Key_Down)
    assert pane.scroller.distance(start, pane.place()) == pane.body.line_height
    press(pane, Key.Key_F7)
    here = pane.place()
    press(pane, Key.Key_Down)
    assert pane.place() == here
    assert pane.painter.marked.caret is not None


def test_keys_alone_select_across_passages(pane: Pane, text: PaneText) -> None:
    press(pane, Key.Key_F7)
    press(pane, Key.Key_Right, Key.Key_Right)
    press(pane, Key.Key_Down, Key.Key_Down, held=SHIFT)
    press(pane, Key.Key_End, held=SHIFT)
    start, end = pane.selection()
    assert start == 2
    assert text.passage_at(end) == 1
    assert text.text[end - 4 : end + 1].strip()


def test_letters_are_those_a_reader_counts(make_pane, make_text) -> None:
    pane = make_pane(make_text(("a👩‍🚀e\u0301z", "b")))
    press(pane, Key.Key_F7)
    stops = []
    for _ in range(5):
        press(pane, Key.Key_Right)
        stops.append(pane.caret.spot.offset)
    # a, the astronaut of three code points, e with its accent, z, the next passage.
    assert stops == [1, 4, 6, 7, 9]
    press(pane, Key.Key_Left)
    assert pane.caret.spot.offset == 7


def test_words_lines_and_ends(pane: Pane, text: PaneText) -> None:
    press(pane, Key.Key_F7)
    press(pane, Key.Key_Right, held=CONTROL)
    assert pane.caret.spot.offset == text.text.index("lamp")
    press(pane, Key.Key_End)
    assert pane.caret.spot.offset == text.ends[0]
    press(pane, Key.Key_Home)
    assert pane.caret.spot.offset == 0
    press(pane, Key.Key_End, held=CONTROL)
    assert pane.caret.spot.offset == text.ends[-1]
    press(pane, Key.Key_Home, held=CONTROL)
    assert pane.caret.spot.offset == 0


def test_left_goes_on_in_arabic(pane: Pane, text: PaneText) -> None:
    press(pane, Key.Key_F7)
    pane.select(text.starts[3], text.starts[3])
    press(pane, Key.Key_Left)
    assert pane.caret.spot.offset == text.starts[3] + 1


def test_up_and_down_keep_their_column_over_short_lines(make_pane, make_text) -> None:
    text = make_text(("a line long enough to stand in", "hm", "a line long enough to stand in"))
    pane = make_pane(text)
    press(pane, Key.Key_F7)
    pane.select(20, 20)
    press(pane, Key.Key_Down)
    assert pane.caret.spot.offset == text.ends[1]
    press(pane, Key.Key_Down)
    assert pane.caret.spot.offset - text.starts[2] == 20


def test_pages_bring_the_caret_with_them(make_pane, long_text, qtbot: QtBot) -> None:
    pane = make_pane(long_text)
    press(pane, Key.Key_F7)
    with qtbot.waitSignal(pane.scrolled_by_user):
        press(pane, Key.Key_PageDown)
        press(pane, Key.Key_PageDown)
    offset = pane.caret.spot.offset
    assert pane.span_rects(offset, offset + 1)
    press(pane, Key.Key_PageUp, Key.Key_PageUp)
    assert pane.caret.spot.offset == 0


def test_caret_browsing_begins_in_sight(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.scroll_to_passage(20)
    press(pane, Key.Key_F7)
    assert pane.caret_passage() in pane.visible_passages()


def test_keys_reach_both_ends_of_the_text(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    press(pane, Key.Key_End)
    assert pane.place() == pane.scroller.lowest()
    press(pane, Key.Key_Home)
    assert pane.place() == pane.scroller.highest()
    press(pane, Key.Key_Space)
    down = pane.place()
    press(pane, Key.Key_Space, held=SHIFT)
    assert down > pane.place() == pane.scroller.highest()


def test_tab_reaches_the_silences_action_then_leaves(make_text, qtbot: QtBot) -> None:
    window, colours = QWidget(), theme("light")
    qtbot.addWidget(window)
    row, pane, after = QHBoxLayout(window), Pane(colours, colours.source(2)), QPushButton("next")
    row.addWidget(pane)
    row.addWidget(after)
    pane.set_text(make_text())
    pane.set_silence(Silence(1, "Silent here.", "Mark as reviewed"))
    window.resize(600, 500)
    window.show()
    qtbot.waitExposed(window)
    pane.setFocus()
    QTest.keyClick(pane, Key.Key_Tab)
    assert pane.painter.marked.action_focused
    with qtbot.waitSignal(pane.silence_action):
        QTest.keyClick(pane, Key.Key_Return)
    QTest.keyClick(pane, Key.Key_Tab)
    assert window.focusWidget() is after
    QTest.keyClick(after, Key.Key_Backtab)
    assert window.focusWidget() is pane


def test_the_menu_key_asks_for_the_menu(pane: Pane, qtbot: QtBot) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard,
        pane.rect().center(),
        pane.mapToGlobal(pane.rect().center()),
    )
    with qtbot.waitSignal(pane.menu_requested):
        QApplication.sendEvent(pane, event)
