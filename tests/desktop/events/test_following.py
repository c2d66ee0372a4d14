"""What stands beside the columns follows them: after their text, and only where it must be."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.events.event_list import EventList
from desktop.later import AfterText
from tests.desktop.comparing.conftest import reader
from tests.desktop.events.test_event_signs import current, events
from tests.stories.conftest import application, own_folders
from tests.stories.reader import Reader

__all__ = ["application", "events", "own_folders", "reader"]


def marked(events: EventList) -> int:
    """The event whose row the list shows as the current one, -1 if eyes and ears differ."""
    index = events.view.currentIndex()
    told = events.model.event_at(index)
    return told if told == events.view.rows.current else -1


def other_events(reader: Reader) -> list[int]:
    session = reader.desk.session
    return [e.id for e in session.events if e.id != session.selection.event_id]


class Paintings(QObject):
    """Notes what a widget is about to paint."""

    def __init__(self, of: QWidget, note: Callable[[QRegion], object]) -> None:
        super().__init__(of)
        self._note = note
        of.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._note(event.region())
        return False


def test_the_text_is_painted_before_the_list_and_the_timeline_follow(
    reader: Reader, events: EventList
) -> None:
    before, (other, *_) = current(events), other_events(reader)
    slider = reader.desk.timeline._board.clocks.happened
    seen: list[tuple[int, int]] = []
    pane = reader.desk.reading.columns[0].pane
    notes = Paintings(pane.viewport(), lambda _: seen.append((marked(events), slider.value())))
    place = slider.value()
    reader.desk.session.selection.set_event(other)
    QApplication.sendPostedEvents()
    assert set(seen) == {(before, place)}
    pane.viewport().removeEventFilter(notes)
    reader.wait()
    assert marked(events) == other
    assert slider.value() != place


def test_of_two_events_chosen_at_once_only_the_last_is_marked(
    reader: Reader, events: EventList
) -> None:
    first, *_, last = other_events(reader)
    shown: list[int] = []
    events.view.selectionModel().currentChanged.connect(
        lambda now, _: shown.append(events.model.event_at(now))
    )
    for event in (first, last):
        reader.desk.session.selection.set_event(event)
    reader.wait()
    assert shown == [last]
    assert marked(events) == last


def test_a_key_that_comes_at_once_acts_on_the_event_that_was_chosen(
    reader: Reader, events: EventList
) -> None:
    events.view.setFocus()
    for other in other_events(reader)[:2]:
        reader.desk.session.selection.set_event(other)
        QTest.keyClick(events.view, Qt.Key.Key_Return)
        assert current(events) == other
        assert marked(events) == other


def test_the_keyboard_finds_the_row_of_the_event_that_was_chosen(
    reader: Reader, events: EventList
) -> None:
    reader.desk.reading.columns[0].pane.setFocus()
    other = other_events(reader)[0]
    reader.desk.session.selection.set_event(other)
    events.view.setFocus()
    assert marked(events) == other


def test_only_the_rows_that_change_are_painted_again(reader: Reader, events: EventList) -> None:
    before, after = (e.id for e in reader.desk.session.events[:2])
    reader.desk.session.selection.set_event(before)
    reader.wait()
    view, painted = events.view, QRegion()

    def note(region: QRegion) -> None:
        nonlocal painted
        painted += region

    _ = Paintings(view.viewport(), note)
    reader.desk.session.selection.set_event(after)
    reader.wait()
    rows = (view.visualRect(events.model.index(events.model.row_of(e))) for e in (before, after))
    assert painted == QRegion(next(rows)) + QRegion(next(rows))


def test_work_after_the_text_is_done_once_and_at_once_where_it_is_needed(qapp: object) -> None:
    owner, done = QObject(), []
    work = AfterText(lambda: done.append(1), owner)
    work.start()
    work.start()
    work.finish()
    work.finish()
    QApplication.processEvents()
    assert done == [1]
