"""Signs beside the events: which are in disagreement, which have notes, and where they lead."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest

from db.records import ClaimRelation
from desktop.comparing.disagreements import Disagreements
from desktop.events.event_list import EventList
from desktop.events.event_model import ROW
from desktop.events.event_rows import Filter
from desktop.events.title_lines import broken
from desktop.theme import interface_font, theme
from tests.desktop.comparing.conftest import compared, reader, session
from tests.desktop.recording.conftest import Answer, answers
from tests.stories.conftest import application, own_folders
from tests.stories.reader import Reader

__all__ = ["answers", "application", "compared", "own_folders", "reader", "session"]

CRANE = "The crane falls"


@pytest.fixture
def events(reader: Reader) -> EventList:
    """The list beside the columns, with everything counted."""
    reader.desk.events.disagreements.finish()
    reader.desk.events.refill()
    return reader.desk.events


def spoken(events: EventList, title: str) -> str:
    """What a screen reader says of an event's row."""
    row = next(r for r in range(events.model.rowCount()) if words(events, r) == title)
    return str(events.model.data(events.model.index(row), Qt.ItemDataRole.AccessibleTextRole))


def words(events: EventList, row: int) -> str:
    return str(events.model.data(events.model.index(row)))


def listed(events: EventList) -> list[str]:
    return [words(events, r) for r in range(events.model.rowCount())
            if events.model.event_at(events.model.index(r))]  # fmt: skip


def test_an_event_in_disagreement_says_so_and_on_what(events: EventList) -> None:
    assert "4 conflicts: Deaths, Cause" in spoken(events, CRANE)
    assert "conflict" not in spoken(events, "A quiet morning")
    assert "4 conflicts" in str(
        events.model.data(
            events.model.index(events.model.row_of(current(events))), Qt.ItemDataRole.ToolTipRole
        )
    )


def current(events: EventList) -> int | None:
    return events._session.selection.event_id


def test_the_sign_is_drawn_in_amber_and_only_where_claims_conflict(events: EventList) -> None:
    amber = theme("light").disagreement
    picture = events.view.viewport().grab().toImage()

    def amber_in(title: str) -> bool:
        row = next(r for r in range(events.model.rowCount()) if words(events, r) == title)
        area = events.view.visualRect(events.model.index(row))
        return any(
            picture.pixelColor(x, y) == amber
            for x in range(area.left(), area.right())
            for y in range(area.top(), area.bottom())
        )

    assert amber_in(CRANE)
    assert not amber_in("A quiet morning")


def test_the_list_can_show_only_what_is_in_disagreement(events: EventList) -> None:
    events.filter.setCurrentIndex(events.filter.findData(Filter.CONFLICT))
    events.refill()
    assert listed(events) == [CRANE]


def test_judging_and_known_by_change_the_signs(reader: Reader, events: EventList) -> None:
    desk = reader.desk
    (deaths, cause) = (r for r in desk.compared.rows if r.has(ClaimRelation.CONFLICT))
    for row in (deaths, cause):
        for pair in [p for p in row.pairs if p.relation is ClaimRelation.CONFLICT]:
            one, other = pair.a.id, pair.b.id
            desk.session.perform(
                lambda c, a=one, b=other: c.judgements.settle(a, b, ClaimRelation.SCOPE, "apart")
            )
    events.disagreements.finish()
    assert "conflict" not in spoken(events, CRANE)
    assert not events.next_conflict.isVisible()
    reader.does("undo")
    events.disagreements.finish()
    assert "1 conflict: Cause" in spoken(events, CRANE)
    # Before the second source appeared nothing could contradict the first.
    desk.session.selection.set_known_by(1_324_080_000)
    events.disagreements.finish()
    assert "conflict" not in spoken(events, CRANE)


def test_counting_waits_until_somebody_looks_and_while_the_reader_goes(compared) -> None:
    counted = Disagreements(compared)
    assert not counted._pause.isActive()
    counted.start()
    assert counted._pause.isActive()
    counted._begin()
    assert counted._turns.isActive()
    compared.session.selection.set_event(compared.session.events[1].id)
    assert not counted._turns.isActive()
    assert counted._pause.isActive()
    counted.finish()
    assert counted.rows == 2


def test_the_line_under_the_list_goes_to_the_next_disagreement(
    reader: Reader, events: EventList
) -> None:
    button = events.next_conflict
    assert button.isVisible()
    assert button.text() == "Next of 2 disagreements"
    assert "F8" in button.accessibleName()
    reader.desk.session.selection.set_event(reader.desk.session.events[0].id)
    reader.wait()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    reader.wait()
    assert reader.desk.session.events_by_id[current(events) or 0].title == CRANE


def test_a_note_on_an_event_shows_in_the_list_and_the_panel_and_opens(
    reader: Reader, events: EventList, answers: list[Answer]
) -> None:
    session = reader.desk.session
    event = session.selection.event_id or 0
    session.perform(lambda c: c.notes.add("event", event, "Who *saw* it?"))
    reader.wait()
    reader.desk.panel.refill()
    assert "1 note: Who saw it?" in spoken(events, CRANE)
    index = events.model.index(events.model.row_of(event))
    sign = events.view.rows.note_area(events.view.visualRect(index), index.data(ROW))
    opened: list[str] = []
    answers += [lambda dialog: opened.append(dialog.text.toPlainText())] * 2
    QTest.mouseClick(events.view.viewport(), Qt.MouseButton.LeftButton, pos=sign.center().toPoint())
    line = next(line for line in reader.desk.panel.list.cards.lines if line.kind == "note")
    reader.desk.panel._go(line.targets[0])
    assert opened == ["Who *saw* it?"] * 2


def test_a_note_on_a_source_shows_in_its_column_and_opens(
    reader: Reader, answers: list[Answer]
) -> None:
    session, header = reader.desk.session, reader.column("B").header
    assert not header._notes.isVisible()
    source = reader.column("B").source.id
    for text in ("Moved abroad later.", "Its archive is lost."):
        session.perform(lambda c, words=text: c.notes.add("source", source, words))
    assert header._notes.isVisible()
    assert "2 notes: Its archive is lost." in header._notes.accessibleName()
    assert not reader.column("A").header._notes.isVisible()
    rows: list[int] = []
    answers.append(lambda dialog: rows.append(dialog.table.rowCount()))
    header._notes.click()
    assert rows == [2]
    reader.does("undo")
    reader.does("undo")
    assert not header._notes.isVisible()


def test_a_title_leaves_room_for_its_signs(qapp) -> None:
    font = QFont(interface_font(theme("light")))
    assert broken("The crane falls", font, 400, 2, tail=20) == ["The crane falls"]
    lines = broken("The crane falls", font, 100, 2, tail=30)
    assert lines == ["The crane", "falls"]
    assert broken("Unbreakable" * 4, font, 100, 2, tail=30)[0].endswith("…")


def test_a_narrow_list_gives_a_title_the_whole_width(reader: Reader, events: EventList) -> None:
    rows = events.view.rows
    wide, narrow = QRect(0, 0, 320, 40), QRect(0, 0, 170, 60)
    assert rows._places(wide).title.top() == rows._places(wide).time.top()
    places = rows._places(narrow)
    assert places.title.top() > places.time.bottom()
    assert places.title.width() > 140
    assert places.dots < places.title.top()
    row = events.model.index(events.model.row_of(current(events) or 0)).data(ROW)
    area, title = rows._title(places, row, QFont(interface_font(theme("light"))))
    assert len(title.lines) == 1 and area.top() == places.title.top()
    assert area.height() < places.title.height(), "a short title stands under its time"


def test_rows_of_an_event_that_is_gone_are_still_drawn_until_the_list_is_filled(
    reader: Reader, events: EventList
) -> None:
    event = current(events) or 0
    index = events.model.index(events.model.row_of(event))
    reader.desk.session.perform(lambda c: (None, c.events.delete(event)))
    assert index.data(ROW).when == "12:00"
    assert len(index.data(ROW).presence) == 3
    reader.wait()
    assert CRANE not in listed(events)
