"""Which event words speak of, found and marked without the mouse."""

import pytest
from PySide6.QtWidgets import QDialog

from db.records import Relation
from desktop.dialogs.mention_dialog import MentionDialog, shortened
from desktop.session import Session
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import ALT, KEY, Window, event_named, press, typed, words_of


@pytest.fixture
def dialog(session: Session, window: Window, show: Show) -> MentionDialog:
    made = MentionDialog(session, window, words="three were\nhurt")
    show(made)
    return made


def listed(dialog: MentionDialog) -> list[str]:
    model = dialog.chooser.view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [index.data() for index in rows if model.flags(index)]


def test_the_current_event_is_taken_by_return_alone(
    dialog: MentionDialog, session: Session
) -> None:
    press(KEY.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.event_id() == event_named(session, "The crane falls").id
    assert dialog.relation() is Relation.REPORTS


def test_the_words_are_shown(dialog: MentionDialog) -> None:
    assert "“three were hurt”" in words_of(dialog)


def test_arrows_walk_the_list_while_the_keyboard_stays_in_the_filter(
    dialog: MentionDialog, session: Session
) -> None:
    events = [e.id for e in session.events]
    assert dialog.chooser.event_id() == events[0]
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    assert dialog.chooser.event_id() == events[2]
    press(KEY.Key_Up)
    assert dialog.chooser.event_id() == events[1]
    for _ in events:
        press(KEY.Key_Down)
    assert dialog.chooser.event_id() == events[-1]
    assert dialog.chooser.filter.hasFocus()


def test_typing_leaves_the_events_that_have_the_words(
    dialog: MentionDialog, session: Session
) -> None:
    typed("inq")
    assert listed(dialog) == ["The inquiry"]
    press(KEY.Key_Return)
    assert dialog.event_id() == event_named(session, "The inquiry").id


def test_an_event_is_also_found_by_its_place(dialog: MentionDialog) -> None:
    typed("QUAY")
    assert listed(dialog) == ["The crane falls"]


@pytest.mark.parametrize(
    ("key", "relation"),
    [
        (KEY.Key_R, Relation.REPORTS),
        (KEY.Key_D, Relation.DENIES),
        (KEY.Key_X, Relation.EXPECTS),
        (KEY.Key_B, Relation.CONTEXT),
    ],
)
def test_each_relation_has_a_key(dialog: MentionDialog, key: KEY, relation: Relation) -> None:
    press(key, ALT)
    press(KEY.Key_Return)
    assert dialog.relation() is relation


def test_a_new_event_is_asked_for_by_its_key(dialog: MentionDialog) -> None:
    dialog.new.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.event_id() is None


def test_where_no_event_fits_return_makes_a_new_one(dialog: MentionDialog) -> None:
    typed("sirens")
    assert listed(dialog) == []
    assert "No event has these words." in words_of(dialog)
    assert not dialog.ok.isEnabled()
    press(KEY.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.event_id() is None


def test_escape_empties_the_filter_and_then_leaves(dialog: MentionDialog) -> None:
    typed("inq")
    press(KEY.Key_Escape)
    assert dialog.isVisible()
    assert len(listed(dialog)) == 5
    press(KEY.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_double_click_takes_an_event(dialog: MentionDialog, session: Session) -> None:
    model = dialog.chooser.view.model()
    wanted = next(
        model.index(row, 0) for row in range(model.rowCount())
        if model.index(row, 0).data() == "Ships wait"
    )  # fmt: skip
    dialog.chooser.view.setCurrentIndex(wanted)
    dialog.chooser.view.doubleClicked.emit(wanted)
    assert dialog.event_id() == event_named(session, "Ships wait").id


def test_many_words_lose_their_middle() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    short = shortened(words)
    assert len(short) < 190
    assert short.startswith("“word0 ")
    assert short.endswith(" word99”")
    assert " … " in short
