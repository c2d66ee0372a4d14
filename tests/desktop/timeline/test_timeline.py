"""The widget as its reader uses it: by keyboard, by mouse, and with nothing to show."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import NAMES, theme
from desktop.timeline.canvas import Canvas
from desktop.timeline.scene import Axis
from desktop.timeline.timeline import Timeline
from desktop.timeline.timeline_data import Lane, Mark, Marks, TimelineData
from desktop.timeline.tooltips import as_plain_text, tooltip_at

# Qt's offscreen platform says this of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Make = Callable[[TimelineData], Timeline]
At = Callable[[str], int]


def canvas_of(timeline: Timeline) -> Canvas:
    found = timeline.findChild(Canvas)
    assert found is not None
    return found


def slider(timeline: Timeline, name: str) -> QSlider:
    return next(s for s in timeline.findChildren(QSlider) if s.accessibleName() == name)


def scene(timeline: Timeline):  # type: ignore[no-untyped-def]
    return timeline._board.scene


def chosen_by(timeline: Timeline) -> list[int]:
    chosen: list[int] = []
    timeline.event_chosen.connect(chosen.append)
    return chosen


def place_of(timeline: Timeline, time: float, lane: int = 0) -> QPoint:
    shown = scene(timeline)
    return QPointF(shown.scale.x(time), shown.layout.lane(lane).center().y()).toPoint()


def test_arrow_keys_walk_through_all_events_and_stop_at_the_ends(
    qtbot: QtBot, timeline: Timeline
) -> None:
    chosen = chosen_by(timeline)
    happened = slider(timeline, "Happened")
    for _ in range(6):
        qtbot.keyClick(happened, Qt.Key.Key_Right)
    assert chosen == [1, 2, 3, 4]
    qtbot.keyClick(happened, Qt.Key.Key_Left)
    qtbot.keyClick(happened, Qt.Key.Key_Home)
    qtbot.keyClick(happened, Qt.Key.Key_End)
    assert chosen[4:] == [3, 1, 4]


def test_setting_the_event_says_nothing_back(timeline: Timeline) -> None:
    chosen = chosen_by(timeline)
    timeline.set_event(2)
    timeline.set_event(None)
    timeline.set_known_by(5)
    assert chosen == []


def test_the_known_by_handle_steps_through_publications(
    qtbot: QtBot, timeline: Timeline, at: At
) -> None:
    asked: list[object] = []
    timeline.known_by_changed.connect(asked.append)
    known = slider(timeline, "Known by")
    for _ in range(3):
        qtbot.keyClick(known, Qt.Key.Key_Left)
    assert asked == [at(f"2011-12-16T{t}") + 59 for t in ("17:28", "15:26", "14:52")]
    qtbot.keyClick(known, Qt.Key.Key_End)
    assert asked[-1] is None


def test_tab_goes_from_one_handle_to_the_other(qtbot: QtBot, timeline: Timeline) -> None:
    qtbot.waitActive(timeline)
    timeline.setFocus()
    assert slider(timeline, "Happened").hasFocus()
    qtbot.keyClick(slider(timeline, "Happened"), Qt.Key.Key_Tab)
    assert slider(timeline, "Known by").hasFocus()
    qtbot.keyClick(slider(timeline, "Known by"), Qt.Key.Key_Backtab)
    assert slider(timeline, "Happened").hasFocus()


def test_keys_move_and_zoom_the_view(qtbot: QtBot, timeline: Timeline) -> None:
    happened = slider(timeline, "Happened")
    before = scene(timeline).scale
    qtbot.keyClick(happened, Qt.Key.Key_Plus)
    closer = scene(timeline).scale
    assert closer.length < before.length
    qtbot.keyClick(happened, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert scene(timeline).scale.start > closer.start
    qtbot.keyClick(happened, Qt.Key.Key_0)
    whole = scene(timeline).scale
    assert whole.length >= before.length
    qtbot.keyClick(happened, Qt.Key.Key_Minus)
    assert scene(timeline).scale == whole


def test_a_drag_tells_each_event_once(qtbot: QtBot, timeline: Timeline, at: At) -> None:
    chosen = chosen_by(timeline)
    canvas = canvas_of(timeline)
    start, end = (
        place_of(timeline, at("2011-12-16T12:00")),
        place_of(timeline, at("2011-12-18T09:00")),
    )
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), end.x() + 1, 3):
        qtbot.mouseMove(canvas, QPoint(x, start.y()))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert chosen == [1, 2, 3, 4]


def test_after_a_drag_the_handle_rests_on_its_event(
    qtbot: QtBot, timeline: Timeline, at: At
) -> None:
    canvas = canvas_of(timeline)
    near = place_of(timeline, at("2011-12-16T15:30"), lane=0)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=near)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=near)
    shown = scene(timeline)
    assert shown.knob_x == pytest.approx(shown.scale.x(at("2011-12-16T14:52")))


def test_a_press_inside_brackets_means_their_event(
    qtbot: QtBot, timeline: Timeline, at: At
) -> None:
    chosen = chosen_by(timeline)
    canvas = canvas_of(timeline)
    # In the newspaper's lane the whole day is event 2's; the nearest point would be event 3.
    inside = place_of(timeline, at("2011-12-16T18:00"), lane=1)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=inside)
    assert chosen == [2]


def test_dragging_known_by_greys_what_came_later(qtbot: QtBot, timeline: Timeline, at: At) -> None:
    asked: list[object] = []
    timeline.known_by_changed.connect(asked.append)
    canvas, shown = canvas_of(timeline), scene(timeline)
    y = round(shown.layout.track_y)
    x = round(shown.scale.x(at("2011-12-16T16:00")))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    qtbot.mouseMove(canvas, QPoint(x + 1, y))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x + 1, y))
    assert isinstance(asked[-1], int)
    assert abs(asked[-1] - at("2011-12-16T16:00")) < 600
    assert shown.is_known(0, 2)
    assert not shown.is_known(0, 3)
    assert not shown.is_known(1, 2)


def test_the_wheel_zooms_about_the_pointer(timeline: Timeline, at: At) -> None:
    canvas, shown = canvas_of(timeline), scene(timeline)
    place = QPointF(place_of(timeline, at("2011-12-16T14:52")))
    time, length = shown.scale.time(place.x()), shown.scale.length
    wheel = QWheelEvent(
        place,
        QPointF(canvas.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, wheel)
    assert shown.scale.length < length
    assert shown.scale.x(time) == pytest.approx(place.x(), abs=0.5)


def test_the_reported_axis_moves_the_marks_and_the_walk(
    qtbot: QtBot, timeline: Timeline, at: At
) -> None:
    timeline.set_axis(Axis.REPORTED)
    shown = scene(timeline)
    assert list(shown.marks(1).anchors) == [at("2011-12-17T23:59")] * 2
    chosen = chosen_by(timeline)
    qtbot.keyClick(slider(timeline, "Happened"), Qt.Key.Key_End)
    assert chosen == [4]


def test_an_event_out_of_view_is_brought_into_it(make: Make, at: At, data: TimelineData) -> None:
    spring = Mark(9, at("2011-05-09T00:00"), at("2011-05-09T23:59:59"))
    many = [Mark(100 + n, at("2011-12-16T14:00") + n * 600, None) for n in range(40)]
    timeline = make(TimelineData([Lane("A", "ticker", 0, Marks.of([spring, *many]))], data.zone))
    shown = scene(timeline)
    assert not shown.scale.shows(spring.anchor)
    timeline.set_event(9)
    assert shown.scale.shows(shown.order.place(9))


def test_what_lies_outside_the_view_is_counted_and_can_be_gone_to(
    qtbot: QtBot, make: Make, at: At, data: TimelineData
) -> None:
    spring = Mark(9, at("2011-05-09T00:00"), at("2011-05-09T23:59:59"))
    many = [Mark(100 + n, at("2011-12-16T14:00") + n * 600, None) for n in range(40)]
    timeline = make(TimelineData([Lane("A", "ticker", 0, Marks.of([spring, *many]))], data.zone))
    shown = scene(timeline)
    place = shown.layout.hint(0, later=False).center()
    assert tooltip_at(shown, place).startswith("1 earlier")
    qtbot.mouseClick(canvas_of(timeline), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert shown.scale.shows(spring.latest)


def test_a_single_day_is_seen_whole(make: Make, at: At) -> None:
    marks = Marks.of([Mark(1, at("2011-12-16T00:00"), at("2011-12-16T23:59:59"))])
    scale = scene(make(TimelineData([Lane("A", "ticker", 0, marks)], events=marks))).scale
    assert scale.shows(at("2011-12-16T00:00")) and scale.shows(at("2011-12-16T23:59:59"))


def test_new_data_leaves_the_view_where_it_is(timeline: Timeline, data: TimelineData) -> None:
    timeline.zoom(True)
    before = scene(timeline).scale
    timeline.set_data(data)
    assert scene(timeline).scale == before


def test_playing_goes_on_to_the_last_event_and_stops(timeline: Timeline) -> None:
    chosen = chosen_by(timeline)
    states: list[bool] = []
    timeline.playing_changed.connect(states.append)
    timeline.playback.toggle()
    while timeline.playback.is_playing:
        timeline.playback.tick()
    assert chosen == [1, 2, 3, 4]
    assert states == [True, False]


def test_a_screen_reader_is_told_the_event_in_words(timeline: Timeline) -> None:
    timeline.set_event_labels({2: "Shooting in Zhanaozen"}.__getitem__)
    timeline.set_event(2)
    happened = slider(timeline, "Happened")
    voice = QAccessible.queryAccessibleInterface(happened)
    assert voice.role() == QAccessible.Role.Slider
    assert voice.text(QAccessible.Text.Value) == "1"
    words = voice.text(QAccessible.Text.Description)
    assert "16 Dec 2011, 14:52 (time zone assumed): Shooting in Zhanaozen" in words
    assert "A ticker, B newspaper" in words
    known = slider(timeline, "Known by")
    assert known.accessibleDescription() == "everything published"


def test_assistive_technology_can_move_the_handles(timeline: Timeline, at: At) -> None:
    chosen = chosen_by(timeline)
    asked: list[object] = []
    timeline.known_by_changed.connect(asked.append)
    slider(timeline, "Happened").setValue(2)
    slider(timeline, "Known by").setValue(0)
    assert chosen == [3]
    assert asked == [at("2011-12-16T14:52") + 59]


def test_every_widget_has_a_name(timeline: Timeline) -> None:
    named = [
        w for w in timeline.findChildren(QWidget) if w.parent() is not None and not w.isWindow()
    ]
    assert [type(w).__name__ for w in named if not w.accessibleName()] == []


def test_titles_from_a_file_are_never_taken_for_markup(timeline: Timeline, at: At) -> None:
    timeline.set_event_labels(dict.fromkeys(range(9), "<b>bold</b>").__getitem__)
    place = QPointF(place_of(timeline, at("2011-12-16T14:52")))
    words = tooltip_at(scene(timeline), place)
    assert "<b>bold</b>" in words
    assert "&lt;b&gt;bold" in as_plain_text(words)


@pytest.mark.parametrize(
    "lanes",
    [
        [],
        [Lane("A", "ticker", 0)],
        [Lane("A", "ticker", 0, Marks.of([Mark(1, 1_324_000_000, 1_324_000_059)]))],
        [Lane("A", "ticker", 0, Marks.of([Mark(1, None, None)]))],
        [Lane("A", "ticker", 0, Marks.of([Mark(1, None, 1_324_000_000), Mark(2, 5, None)]))],
        [Lane("A", "ticker", 0, reports=[(1_324_000_000, None, True)])],
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_little_or_nothing_is_shown_without_complaint(
    qtbot: QtBot, make: Make, data: TimelineData, lanes: list[Lane], name: str
) -> None:
    timeline = make(TimelineData(lanes, data.zone))
    timeline.set_theme(theme(name))
    timeline.set_event(1)
    timeline.set_positions({0: (None, None), 5: (1, 2)})
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Space):
        qtbot.keyClick(slider(timeline, "Happened"), key)
        qtbot.keyClick(slider(timeline, "Known by"), key)
    timeline.playback.stop()
    canvas = canvas_of(timeline)
    for x in range(0, canvas.width(), 97):
        for y in range(2, canvas.height(), 19):
            qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert not timeline.grab().isNull()


def crowd(count: int) -> TimelineData:
    times = [1_300_000_000 + n * 300 for n in range(count)]
    marks = Marks.from_columns(range(count), times, [time + 59 for time in times], bytes(count))
    return TimelineData([Lane("A", "wire", 0, marks, [(t, t, False) for t in times[::50]], marks)])


def test_a_hundred_thousand_marks_can_be_walked_and_greyed(qtbot: QtBot, make: Make) -> None:
    timeline = make(crowd(100_000))
    chosen = chosen_by(timeline)
    timeline.set_event(50_000)
    qtbot.keyClick(slider(timeline, "Happened"), Qt.Key.Key_Right)
    qtbot.keyClick(slider(timeline, "Happened"), Qt.Key.Key_PageDown)
    qtbot.keyClick(slider(timeline, "Known by"), Qt.Key.Key_Left)
    assert chosen == [50_001, 50_011]
    assert scene(timeline).glyphs(0) is None
    assert not timeline.grab().isNull()


def test_moving_the_handle_repaints_two_stripes_only(qtbot: QtBot, make: Make) -> None:
    timeline = make(crowd(100_000))
    canvas = canvas_of(timeline)
    timeline.set_event(20_000)
    QApplication.processEvents()
    watcher = PaintWatcher(canvas)
    timeline.set_event(20_100)
    qtbot.waitUntil(lambda: bool(watcher.areas))
    QApplication.processEvents()
    assert 0 < sum(watcher.areas) < 0.2 * canvas.width() * canvas.height()


class PaintWatcher(QObject):
    """Notes how many pixels each paint of a widget was asked for."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            rects = list(event.region())  # type: ignore[call-overload]
            self.areas.append(sum(rect.width() * rect.height() for rect in rects))
        return False


def test_ten_thousand_sources_fit_in_seven_lanes(make: Make) -> None:
    lanes = [
        Lane(str(n), "source", n, Marks.of([Mark(n, 1_300_000_000 + n, 1_300_000_000 + n)]))
        for n in range(10_000)
    ]
    timeline = make(TimelineData(lanes))
    assert len(scene(timeline).lanes) == 7
    assert timeline.sizeHint().height() < 400
    timeline.set_event(9_000)
    assert tooltip_at(scene(timeline), QPointF(3, scene(timeline).layout.lane(6).center().y())) == (
        "other sources"
    )


@pytest.mark.parametrize("pixels", [11, 13, 26])
@pytest.mark.parametrize("width", [700, 1280, 1900])
def test_dates_never_run_into_one_another(timeline: Timeline, pixels: int, width: int) -> None:
    from desktop.timeline.axis_painter import placed_labels
    from desktop.timeline.ticks import step_for, ticks

    font = timeline.font()
    font.setPixelSize(pixels)
    timeline.setFont(font)
    timeline.resize(width, timeline.sizeHint().height())
    QApplication.processEvents()
    for _ in range(12):
        shown = scene(timeline)
        scale = shown.scale
        step = step_for(scale.seconds_per_pixel, shown.metrics.averageCharWidth() * 16)
        found = ticks(scale.start, scale.end, step, shown.data.zone)
        places = [place for _, place, _ in placed_labels(shown, found, step)]
        assert places
        assert all(a.right() < b.left() for a, b in pairwise(places))
        assert all(place.right() <= shown.layout.width for place in places)
        timeline.zoom(True)
