import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.reading.decoration import Silence, Span
from desktop.reading.pane import Pane
from desktop.theme import theme

NONE = Qt.KeyboardModifier.NoModifier


def top_of(pane: Pane, passage: int) -> int:
    slot = pane.body.flow.index_of_passage(passage)
    tops = {index: top + pane.body.head(index) for index, top in pane.scroller.visible()}
    return tops[slot]


def turn(pane: Pane, eighths: int, keys: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        pane.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), event)


def test_any_passage_stands_at_the_event_line_the_first_and_the_last_too(
    make_pane, long_text
) -> None:
    pane = make_pane(long_text)
    for passage in (0, 1, 20, 38, 39):
        pane.scroll_to_passage(passage)
        assert top_of(pane, passage) == pane.scroller.event_line


def test_three_columns_show_an_event_at_one_height(qtbot, make_text, long_text) -> None:
    window, colours = QWidget(), theme("light")
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    panes = [Pane(colours, colours.source(i)) for i in range(3)]
    for pane, text in zip(panes, (long_text, make_text(), long_text), strict=True):
        pane.set_text(text)
        row.addWidget(pane)
    window.resize(1200, 600)
    window.show()
    qtbot.waitExposed(window)
    for pane, passage in zip(panes, (39, 0, 17), strict=True):
        pane.scroll_to_passage(passage)
    heights = [top_of(p, n) for p, n in zip(panes, (39, 0, 17), strict=True)]
    assert heights[0] == heights[1] == heights[2]


def test_a_new_width_or_zoom_leaves_the_passage_at_hand(make_pane, long_text, qtbot) -> None:
    pane = make_pane(long_text)
    pane.set_event([Span(23, long_text.starts[23], long_text.ends[23])])
    pane.scroll_to_passage(23)
    pane.resize(300, 500)
    assert top_of(pane, 23) == pane.scroller.event_line
    pane.set_zoom(1.7)
    assert top_of(pane, 23) == pane.scroller.event_line
    pane.resize(700, 800)
    assert top_of(pane, 23) == pane.scroller.event_line


def test_without_an_event_the_first_whole_passage_stays(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.scroll_to_passage(10, 100)
    pane.scroll_by(13)
    first = next(p for p in pane.visible_passages() if top_of(pane, p) >= 0)
    before = top_of(pane, first)
    pane.set_zoom(1.4)
    assert top_of(pane, first) == before


def test_the_reader_stops_at_the_first_and_the_last_line(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.scroll_by(-1000)
    assert pane.place() == pane.scroller.highest()
    pane.scroll_by(10**6)
    assert pane.place() == pane.scroller.lowest()
    last = pane.passage_rect(39)
    assert last.bottom() < pane.viewport().height()
    assert pane.bar.value() == pane.bar.maximum()


def test_a_pane_brought_past_its_end_comes_back_but_goes_no_further(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.scroll_to_passage(39)
    before = pane.place()
    pane.scroll_by(50)
    assert pane.place() == before
    pane.scroll_by(-20)
    assert top_of(pane, 39) == pane.scroller.event_line + 20


def test_only_the_reader_is_reported(make_pane, long_text, qtbot) -> None:
    pane = make_pane(long_text)
    with qtbot.assertNotEmitted(pane.scrolled_by_user):
        pane.scroll_to_passage(20)
        pane.scroll_position_to(3000.0, 50.0)
        pane.set_zoom(1.2)
        pane.resize(500, 400)
        pane.set_silence(Silence(3, "Silent here"))
    with qtbot.waitSignals([pane.about_to_scroll, pane.scrolled_by_user], order="strict"):
        turn(pane, -120)
    with qtbot.waitSignal(pane.scrolled_by_user):
        pane.bar.setValue(pane.bar.maximum() // 2)


def test_a_touchpad_moves_by_pixels_and_loses_none(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    start = pane.scroller.place
    for _ in range(120):
        turn(pane, -1)
    slow = pane.scroller.distance(start, pane.scroller.place)
    turn(pane, 120)
    assert pane.scroller.place == start
    assert slow == 3 * pane.body.line_height


def test_the_wheel_with_control_asks_for_zoom_and_does_not_scroll(
    make_pane, long_text, qtbot
) -> None:
    pane = make_pane(long_text)
    before = pane.place()
    with qtbot.waitSignal(pane.zoom_requested) as asked:
        turn(pane, 120, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [1]
    assert pane.place() == before


def test_positions_lead_to_where_they_were_read(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    for passage in (0, 5, 20, 39):
        pane.scroll_to_passage(passage)
        for y in (0.0, pane.scroller.event_line, 400.0):
            before, position = pane.place(), pane.position_at(y)
            pane.scroll_by(-60)
            pane.scroll_position_to(position, y)
            assert abs(pane.scroller.distance(before, pane.place())) <= 1


def test_a_passage_at_the_line_is_at_its_own_position(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.scroll_to_passage(12)
    assert pane.position_at(pane.scroller.event_line) == long_text.starts[12]


def test_positions_grow_downwards_even_past_the_ends(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.scroll_to_passage(0)
    read = [pane.position_at(y) for y in range(0, 500, 7)]
    assert all(a < b for a, b in itertools.pairwise(read))
    assert read[0] < 0


def test_a_megabyte_without_a_space_is_laid_out_a_piece_at_a_time(make_pane, make_text) -> None:
    pane = make_pane(make_text(("before", "x" * 1_000_000, "after")))
    pane.scroll_to_passage(1)
    pane.grab()
    laid = [i for i in range(len(pane.body.flow)) if pane.body.is_laid_out(i)]
    assert len(laid) < 12
    pane.scroll_to_passage(2)
    assert top_of(pane, 2) == pane.scroller.event_line


def test_room_is_told_as_far_as_asked(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    assert pane.scroller.room(250) == (0, 250)
    pane.scroll_by(40)
    assert pane.scroller.room(250) == (40, 250)
    pane.scroll_to_end(True)
    assert pane.scroller.room(250) == (250, 0)
    pane.scroll_to_passage(39)
    assert pane.scroller.room(250)[1] < 0


def test_a_glide_ends_where_a_jump_would(make_pane, long_text, qtbot) -> None:
    pane = make_pane(long_text)
    pane.scroll_to_passage(30)
    goal = pane.place()
    pane.scroll_to_passage(1)
    with qtbot.assertNotEmitted(pane.scrolled_by_user):
        pane.scroll_to_passage(30, glide=True)
        qtbot.waitUntil(lambda: pane.place() == goal)
    pane.glide.wanted = False
    pane.scroll_to_passage(1, glide=True)
    assert top_of(pane, 1) == pane.scroller.event_line


def test_an_empty_pane_bears_everything(make_pane, make_text) -> None:
    pane = make_pane(make_text(()))
    pane.scroll_by(100)
    pane.scroll_to_passage(0)
    pane.scroll_position_to(10.0, 10.0)
    pane.set_silence(Silence(-1, "Nothing here"))
    pane.set_rows([[], []])
    pane.set_row_heights([80, 80])
    pane.set_rows(None)
    pane.set_caret_mode(True)
    pane.grab()
    assert pane.visible_passages() == []
    assert pane.position_at(10) == 0.0
    assert pane.selection() is None


@pytest.mark.parametrize("height", [1, 8, 20])
def test_a_pane_lower_than_a_line_can_be_scrolled_to_its_end_and_back(
    make_pane, make_text, height: int
) -> None:
    pane = make_pane(make_text())
    pane.setMinimumHeight(0)
    pane.resize(420, height)
    pane.scroll_to_end(True)
    pane.resize(420, height + 1)
    last = pane.place().slot
    assert last == len(pane.body.flow) - 1
    pane.scroll_to_end(False)
    assert pane.place().slot == 0
