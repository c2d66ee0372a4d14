"""Where the reader is, and the way back."""

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.selection import Place, Selection


def test_going_where_the_reader_is_changes_nothing(qtbot: QtBot) -> None:
    selection = Selection()
    selection.set_event(3)
    with qtbot.assertNotEmitted(selection.moved):
        selection.set_event(3)
    assert not selection.can_go_back


def test_each_new_event_is_announced_once(qtbot: QtBot) -> None:
    selection = Selection()
    said: list[object] = []
    selection.event_changed.connect(said.append)
    selection.set_event(1)
    selection.set_event(2)
    selection.back()
    selection.forward()
    assert said == [1, 2, 1, 2]


def test_words_are_a_place_of_their_own_and_keep_the_event() -> None:
    selection = Selection()
    selection.set_event(5)
    selection.go_to_words(9, 10, 20)
    assert (selection.event_id, selection.place.edition) == (5, 9)
    selection.set_event(5)
    assert selection.place == Place(5)
    selection.back()
    assert selection.place.start == 10


def test_a_place_remembers_what_the_view_gave_it() -> None:
    selection = Selection()
    selection.leaving.connect(lambda: selection.remember_view("as it was"))
    selection.set_event(1)
    selection.set_event(2)
    selection.back()
    assert selection.place.view == "as it was"


def test_going_somewhere_new_forgets_the_way_forward() -> None:
    selection = Selection()
    for event in (1, 2, 3):
        selection.set_event(event)
    selection.back()
    selection.back()
    selection.set_event(9)
    assert not selection.can_go_forward
    selection.back()
    assert selection.event_id == 1


def test_places_at_deleted_events_are_forgotten() -> None:
    selection = Selection()
    for event in (1, 2, 3):
        selection.set_event(event)
    said: list[object] = []
    selection.event_changed.connect(said.append)
    selection.forget_events({3})
    assert selection.event_id == 2
    assert said == [2]


@given(st.lists(st.one_of(st.integers(1, 5), st.sampled_from(["back", "forward"])), max_size=60))
def test_back_and_forward_are_each_others_inverse(steps: list[object]) -> None:
    selection = Selection()
    for step in steps:
        if step == "back":
            selection.back()
        elif step == "forward":
            selection.forward()
        else:
            selection.set_event(int(str(step)))
    here = selection.place
    if selection.can_go_back:
        selection.back()
        selection.forward()
        assert selection.place == here


def test_a_movement_is_one_place_to_come_back_to() -> None:
    selection = Selection()
    selection.set_event(1)
    for event in (2, 3, 4):
        selection.set_event(event, movement=7)
    selection.set_event(5, movement=8)
    selection.back()
    assert selection.event_id == 4
    selection.back()
    assert selection.event_id == 1
