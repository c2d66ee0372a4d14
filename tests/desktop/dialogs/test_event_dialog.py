"""An event by keyboard: what is typed, what is understood of it, and what it becomes."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from db.corpus.events import EventFields
from db.records import Relation
from db.text.zones import ZoneStatus
from desktop.dialogs.event_dialog import EventDialog
from desktop.session import Session
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import (
    ALT,
    CONTROL,
    KEY,
    Window,
    event_named,
    press,
    source_named,
    typed,
    words_of,
)


def understood(dialog: EventDialog) -> str:
    return dialog.when.understood.text()


def offered(dialog: EventDialog) -> list[str]:
    combo = dialog.parent_event
    return [combo.itemText(i) for i in range(combo.count())]


def choose(dialog: EventDialog, field: QWidget, words: str) -> None:
    field.setFocus()
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    assert isinstance(line, QLineEdit)
    line.selectAll()
    typed(words)


@pytest.fixture
def new(session: Session, window: Window, show: Show) -> EventDialog:
    dialog = EventDialog(session, window)
    show(dialog)
    return dialog


def test_an_event_is_made_without_the_mouse(new: EventDialog, session: Session) -> None:
    typed("Sirens")
    press(KEY.Key_Tab)
    typed("before 14:52")
    for _ in ("it lasted", "time zone", "how it is known", "place"):
        press(KEY.Key_Tab)
    typed("Harbour")
    press(KEY.Key_Tab)
    typed("crane")
    press(KEY.Key_Tab)
    typed("Heard in town.")
    press(KEY.Key_Return, CONTROL)
    assert new.result() == QDialog.DialogCode.Accepted
    assert new.fields() == EventFields(
        title="Sirens",
        when="2011-12-16/2011-12-16T14:52:00",
        printed="before 14:52",
        zone="Asia/Aqtau",
        zone_status=ZoneStatus.ASSUMED,
        place="Harbour",
        parent_id=event_named(session, "The crane falls").id,
        summary="Heard in town.",
    )


def test_return_keeps_it_and_escape_does_not(session: Session, window: Window, show: Show) -> None:
    for key, code in ((KEY.Key_Return, 1), (KEY.Key_Escape, 0)):
        dialog = EventDialog(session, window)
        show(dialog)
        typed("Sirens")
        press(key)
        assert dialog.result() == code
        assert dialog.isHidden()


def test_an_event_without_a_title_cannot_be_kept(new: EventDialog) -> None:
    assert not new.ok.isEnabled()
    press(KEY.Key_Return)
    assert new.isVisible()
    typed("   ")
    assert not new.ok.isEnabled()
    typed("Sirens")
    assert new.ok.isEnabled()


def test_a_time_is_understood_while_it_is_typed(new: EventDialog) -> None:
    choose(new, new.when.typed, "before 16 Dec 2011, 14:52")
    assert "before 16 Dec 2011, 14:52 (Asia/Aqtau, assumed)" in understood(new)
    assert "Earliest: open · latest: 16 Dec 2011, 14:52:59 (Asia/Aqtau)" in understood(new)
    assert new.when.typed.accessibleDescription() == understood(new)


def test_what_is_not_understood_is_said_and_cannot_be_kept(new: EventDialog) -> None:
    typed("Sirens")
    choose(new, new.when.typed, "16 Dec in the evening")
    assert "Not understood" in understood(new)
    assert "before 14:52" in understood(new)
    assert not new.ok.isEnabled()
    choose(new, new.when.typed, "16 Dec")
    assert new.ok.isEnabled()


def test_whose_day_was_taken_is_said(new: EventDialog) -> None:
    choose(new, new.when.typed, "14:52")
    assert "The day is that of “The crane falls”." in understood(new)
    choose(new, new.when.typed, "3 May")
    assert "The year is that of “The crane falls”." in understood(new)


def test_a_date_that_could_be_read_otherwise_is_told(new: EventDialog) -> None:
    choose(new, new.when.typed, "1/12/2011")
    assert "12 Jan 2011" in understood(new)


def test_an_unknown_zone_widens_the_bounds(new: EventDialog) -> None:
    typed("Sirens")
    choose(new, new.when.typed, "16 Dec 2011")
    new.when.status.setCurrentIndex(new.when.status.findData(ZoneStatus.UNKNOWN))
    assert "15 Dec 2011, 10:00" in understood(new)
    assert "17 Dec 2011, 11:59:59 (UTC)" in understood(new)
    assert not new.when.zone.isEnabled()
    assert new.fields().zone_status is ZoneStatus.UNKNOWN


def test_a_zone_that_is_typed_with_the_time_is_a_stated_one(new: EventDialog) -> None:
    choose(new, new.when.typed, "18/12 21:35 GMT")
    assert "(UTC, stated)" in understood(new)
    assert not new.when.zone.isEnabled()
    assert new.fields().zone == "UTC"
    assert new.fields().zone_status is ZoneStatus.STATED


def test_any_zone_can_be_searched_for_and_nothing_else_passes(new: EventDialog) -> None:
    typed("Sirens")
    choose(new, new.when.typed, "16 Dec 2011 14:52")
    line = new.when.zone.lineEdit()
    assert line is not None
    line.setText("Europe/Moscow")
    assert "(Europe/Moscow, assumed)" in understood(new)
    line.setText("UTC+5")
    assert "(+05:00, assumed)" in understood(new)
    line.setText("Atlantis")
    assert "is not a time zone" in understood(new)
    assert not new.ok.isEnabled()


def test_an_event_is_shown_as_it_is_and_unchanged_if_nothing_is_changed(
    session: Session, window: Window, show: Show
) -> None:
    event = event_named(session, "The crane falls")
    dialog = EventDialog(session, window, event=event)
    show(dialog)
    assert dialog.when.typed.text() == "16 Dec 2011, before 12:00"
    press(KEY.Key_Return)
    fields = dialog.fields()
    session.perform(lambda corpus: (event.id, corpus.events.change(event.id, fields)))
    assert event_named(session, "The crane falls") == event


def test_another_time_is_kept_as_it_was_typed(session: Session, window: Window, show: Show) -> None:
    dialog = EventDialog(session, window, event=event_named(session, "The crane falls"))
    show(dialog)
    choose(dialog, dialog.when.typed, "about 12:10")
    fields = dialog.fields()
    assert (fields.when, fields.printed) == ("2011-12-16T12:10:00~", "about 12:10")
    choose(dialog, dialog.when.typed, "2011-12-16")
    assert dialog.fields().printed == ""


def test_a_change_can_be_undone(session: Session, window: Window, show: Show) -> None:
    event = event_named(session, "Ships wait")
    dialog = EventDialog(session, window, event=event)
    show(dialog)
    choose(dialog, dialog.title, "Ships leave")
    press(KEY.Key_Return)
    fields = dialog.fields()
    session.perform(lambda corpus: (event.id, corpus.events.change(event.id, fields)))
    assert session.events_by_id[event.id].title == "Ships leave"
    session.undo_stack.undo()
    assert session.events_by_id[event.id] == event


def test_an_event_is_never_part_of_itself_or_of_its_parts(
    session: Session, window: Window, show: Show
) -> None:
    dialog = EventDialog(session, window, event=event_named(session, "The crane falls"))
    show(dialog)
    titles = " | ".join(offered(dialog))
    assert "The crane falls" not in titles
    assert "A rope breaks" not in titles
    assert "The inquiry" in titles


def test_what_an_event_is_part_of_is_found_by_any_of_its_words(new: EventDialog) -> None:
    choose(new, new.parent_event, "PORT MAS")
    press(KEY.Key_Tab)
    assert new.parent_event.currentText().startswith("The port master is asked")
    choose(new, new.parent_event, "no such event")
    press(KEY.Key_Tab)
    assert new.parent_event.currentText().startswith("The port master is asked")
    new.parent_event.setFocus()
    line = new.parent_event.lineEdit()
    assert line is not None
    line.clear()
    press(KEY.Key_Tab)
    assert new.fields().parent_id is None


def test_how_the_words_speak_is_asked_only_where_there_are_words(
    session: Session, window: Window, show: Show
) -> None:
    without = EventDialog(session, window)
    assert without.relation_choice is None
    assert without.relation() is Relation.REPORTS
    without.done(0)
    dialog = EventDialog(session, window, title="three were hurt")
    show(dialog)
    assert dialog.title.text() == "three were hurt"
    press(KEY.Key_D, ALT)
    press(KEY.Key_Return)
    assert dialog.relation() is Relation.DENIES


def test_words_of_others_are_never_markup(session: Session, window: Window, show: Show) -> None:
    dialog = EventDialog(session, window, title='<img src="//host/x.png"> 2 < 3')
    show(dialog)
    assert dialog.fields().title == '<img src="//host/x.png"> 2 < 3'
    assert not any("<img" in words for words in words_of(dialog))


def test_years_far_away_are_shown_too(new: EventDialog) -> None:
    choose(new, new.when.typed, "-0044")
    assert "45 BC" in understood(new)
    choose(new, new.when.typed, "Y17000")
    assert "17000" in understood(new)


def test_the_bounds_shown_are_those_that_are_stored(new: EventDialog, session: Session) -> None:
    typed("Sirens")
    choose(new, new.when.typed, "16 Dec 2011 14:52")
    press(KEY.Key_Return)
    fields = new.fields()
    made = session.perform(lambda corpus: corpus.events.add(fields))
    assert made is not None
    happened = session.events_by_id[made].happened
    first = int(datetime(2011, 12, 16, 9, 52, tzinfo=UTC).timestamp())
    assert (happened.earliest, happened.latest) == (first, first + 59)
    assert source_named(session, "herald").label == "Herald"
