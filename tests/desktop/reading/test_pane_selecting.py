import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.reading.decoration import Span
from desktop.reading.flow import COMPANION
from desktop.reading.pane import Pane
from desktop.reading.pane_text import PaneText

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def before(pane: Pane, offset: int, side: int = 0) -> QPoint:
    """The point of the viewport at the left edge of a character."""
    box = pane.span_rects(offset, offset + 1, side)[0]
    return QPoint(box.left() + 1, box.center().y())


def drag(pane: Pane, start: QPoint, end: QPoint) -> None:
    port = pane.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, NONE, end)


@pytest.fixture
def text(make_text) -> PaneText:
    return make_text()


@pytest.fixture
def pane(make_pane, text: PaneText) -> Pane:
    return make_pane(text)


def test_a_drag_across_passages_selects_exact_offsets(pane: Pane, text: PaneText) -> None:
    start, end = text.text.index("lamp"), text.text.index("gate")
    drag(pane, before(pane, start), before(pane, end))
    assert pane.selection() == (start, end)
    assert pane.selected_text() == text.text[start:end]


def test_a_drag_upwards_selects_the_same(pane: Pane, text: PaneText) -> None:
    start, end = text.text.index("lamp"), text.text.index("gate")
    drag(pane, before(pane, end), before(pane, start))
    assert pane.selection() == (start, end)


def test_astral_and_kazakh_words_are_copied_as_they_are(pane: Pane, text: PaneText) -> None:
    start, end = text.text.index("жарық"), text.text.index("жазды")
    drag(pane, before(pane, start), before(pane, end))
    pane.copy()
    assert QGuiApplication.clipboard().text() == "жарық сөнді, 😀 деп "


def test_arabic_words_are_selected_in_the_order_they_are_read(pane: Pane, text: PaneText) -> None:
    start = text.text.index("الأنوار")
    word = pane.span_rects(start, start + 7)[0]
    QTest.mouseDClick(pane.viewport(), LEFT, NONE, word.center())
    assert pane.selected_text() == "الأنوار"


def test_boxes_of_mixed_directions_cover_their_words_only(make_pane, make_text) -> None:
    text = make_text(("سيارة رمادية (van) وصلت",))
    pane = make_pane(text)
    at = text.text.index("van")
    (van,) = pane.span_rects(at, at + 3)
    (arabic,) = pane.span_rects(0, 5)
    assert 15 < van.width() < 40
    assert arabic.left() > van.right()


def test_two_presses_select_a_word_three_a_passage(pane: Pane, text: PaneText) -> None:
    at = before(pane, text.text.index("watchman") + 3)
    QTest.mouseDClick(pane.viewport(), LEFT, NONE, at)
    assert pane.selected_text() == "watchman"
    QTest.mousePress(pane.viewport(), LEFT, NONE, at)
    QTest.mouseRelease(pane.viewport(), LEFT, NONE, at)
    assert pane.selected_text() == text.passage_text(1)


def test_a_press_with_shift_extends(pane: Pane, text: PaneText) -> None:
    start, end = text.text.index("van"), text.text.index("dockers")
    QTest.mouseClick(pane.viewport(), LEFT, NONE, before(pane, start))
    QTest.mouseClick(pane.viewport(), LEFT, SHIFT, before(pane, end))
    assert pane.selection() == (start, end)


def test_a_drag_below_the_edge_scrolls_and_goes_on_selecting(
    make_pane, long_text, qtbot: QtBot
) -> None:
    pane = make_pane(long_text)
    port = pane.viewport()
    QTest.mousePress(port, LEFT, NONE, before(pane, long_text.starts[0]))
    QTest.mouseMove(port, QPoint(200, port.height() + 30))
    qtbot.waitUntil(lambda: pane.selection() is not None and pane.selection()[1] > 3000)
    QTest.mouseRelease(port, LEFT, NONE, QPoint(200, port.height() + 30))
    assert pane.selection()[0] == 0
    assert pane.place().slot > 0


def test_a_click_names_its_passage_and_a_drag_does_not(
    pane: Pane, text: PaneText, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.passage_clicked) as clicked:
        QTest.mouseClick(pane.viewport(), LEFT, NONE, before(pane, text.starts[1]))
    assert clicked.args == [1]
    with qtbot.assertNotEmitted(pane.passage_clicked):
        drag(pane, before(pane, text.starts[1]), before(pane, text.starts[1] + 9))


def test_a_clicked_passage_is_at_hand_until_the_reader_goes_on(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    at_line = pane.passage_at_line()
    QTest.mouseClick(pane.viewport(), LEFT, NONE, before(pane, long_text.starts[2]))
    assert pane.caret_passage() == 2 != at_line
    pane.scroll_by(10)
    assert pane.caret_passage() == pane.passage_at_line()
    QTest.mouseClick(pane.viewport(), LEFT, NONE, before(pane, long_text.starts[2]))
    pane.set_event([Span(1, long_text.starts[1], long_text.ends[1])])
    assert pane.caret_passage() == pane.passage_at_line()


def test_a_selection_stays_in_its_own_edition(make_pane, make_text) -> None:
    text = make_text(("The first of them.", "The second of them."))
    digest = make_text(("One in short.", "Two in short."), edition="digest")
    pane = make_pane(text, digest)
    start, end = digest.text.index("in short"), digest.text.index("Two") + 3
    drag(pane, before(pane, start, COMPANION), before(pane, end, COMPANION))
    assert pane.caret.spot.side == COMPANION
    assert pane.selected_text() == digest.text[start:end]


def test_rows_copy_only_what_they_show(make_pane, make_text) -> None:
    text = make_text(("one", "two", "three"))
    pane = make_pane(text)
    pane.set_rows([[0], [2]])
    pane.caret.select_all()
    assert pane.selected_text() == "one\nthree"


def test_all_is_selected_and_dropped_by_keys(pane: Pane, text: PaneText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.selection_changed):
        QTest.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.selected_text() == text.text
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.selection() is None


def test_another_text_takes_the_selection_away(pane: Pane, make_text, qtbot: QtBot) -> None:
    pane.select(2, 9)
    with qtbot.waitSignal(pane.selection_changed):
        pane.set_text(make_text(("other",)))
    assert pane.selected_text() == ""
