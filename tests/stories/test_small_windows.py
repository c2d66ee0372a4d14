"""A window of any size shows the texts; what stands beside them gives way and comes back."""

import pytest

from tests.stories.reader import Reader


def resized(reader: Reader, width: int, height: int) -> tuple[int, int]:
    reader.window.resize(width, height)
    reader.wait()
    reader.wait()
    return reader.window.width(), reader.window.height()


def sides(reader: Reader) -> tuple[bool, bool]:
    return not reader.desk.side.isHidden(), not reader.desk.panel.isHidden()


@pytest.mark.parametrize("view", ["view_read", "view_matrix", "view_figures", "view_names"])
def test_three_columns_and_every_view_fit_the_smallest_screen(reader: Reader, view: str) -> None:
    if view != "view_read":
        reader.does(view)
    assert resized(reader, 640, 480) == (640, 480)


def test_the_sides_come_back_when_there_is_room(reader: Reader) -> None:
    assert sides(reader) == (True, True)
    resized(reader, 640, 480)
    assert sides(reader) == (True, False)
    assert all(c.width() >= 150 for c in reader.desk.reading.columns)
    resized(reader, 1280, 800)
    assert sides(reader) == (True, True)


def test_a_side_that_was_hidden_by_the_reader_stays_hidden(reader: Reader) -> None:
    reader.does("show_events")
    resized(reader, 640, 480)
    assert sides(reader) == (False, True)
    resized(reader, 1280, 800)
    assert sides(reader) == (False, True)


def test_a_side_asked_for_in_a_small_window_takes_the_place_of_the_other(reader: Reader) -> None:
    resized(reader, 640, 480)
    reader.does("show_event")
    reader.does("show_event")
    assert sides(reader) == (False, True)
    assert (reader.window.width(), reader.window.height()) == (640, 480)
    resized(reader, 1280, 800)
    assert sides(reader) == (True, True)


def test_widths_given_by_hand_outlive_a_small_window(reader: Reader) -> None:
    splitter = reader.desk.splitter
    splitter.setSizes([300, 640, 338])
    splitter.shared_by_hand = True
    before = splitter.given()
    resized(reader, 640, 480)
    assert 0 not in splitter.given()
    resized(reader, 1280, 800)
    assert splitter.sizes()[2] > 0
    assert sum(before) == sum(splitter.given())
