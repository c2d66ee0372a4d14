"""The search field by keyboard, and what it tells before anything is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop.theme import theme
from desktop.widgets.search_field import SearchField, make_clearable


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    made = SearchField(theme("light"), QKeySequence("Ctrl+F"))
    qtbot.addWidget(made)
    made.resize(320, 30)
    return made


def hint(field: SearchField) -> QLabel:
    found = field.findChild(QLabel)
    assert isinstance(found, QLabel)
    return found


def test_the_shortcut_is_shown_until_something_is_typed(field: SearchField) -> None:
    assert hint(field).text() == "Ctrl+F"
    assert not hint(field).isHidden()
    field.setText("A.14")
    assert hint(field).isHidden()
    field.clear()
    assert not hint(field).isHidden()


def test_the_shortcut_stands_at_the_right_inside_the_field(field: SearchField) -> None:
    field.grab()
    box = hint(field).geometry()
    assert field.rect().contains(box)
    assert box.left() > field.width() / 2


def test_return_hands_on_the_words_without_outer_spaces(field: SearchField, qtbot: QtBot) -> None:
    field.setText("  over 70 ")
    with qtbot.waitSignal(field.submitted) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["over 70"]


def test_return_in_an_empty_field_asks_for_nothing(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_escape_clears_first_and_leaves_second(field: SearchField, qtbot: QtBot) -> None:
    field.setText("Aktau")
    with qtbot.assertNotEmitted(field.dismissed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.dismissed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_arrows_walk_the_hits_while_typing(field: SearchField, qtbot: QtBot) -> None:
    steps: list[int] = []
    field.stepped.connect(steps.append)
    qtbot.keyClicks(field, "tick")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert (steps, field.text()) == ([1, -1], "tick")


def test_the_cross_is_there_only_when_there_is_something_to_clear(field: SearchField) -> None:
    assert [action.text() for action in field.actions()] == ["Search"]
    field.setText("x")
    field.setText("xy")
    assert [action.text() for action in field.actions()] == ["Search", "Clear"]
    field.actions()[1].trigger()
    assert field.text() == ""
    assert len(field.actions()) == 1


def test_a_screen_reader_hears_what_the_field_is(field: SearchField) -> None:
    assert field.accessibleName() == "Search"
    assert field.placeholderText().startswith("Search the corpus")


def test_the_placeholder_fits_the_size_it_asks_for(field: SearchField) -> None:
    words = field.fontMetrics().horizontalAdvance(field.placeholderText())
    assert field.sizeHint().width() >= words + hint(field).width()


def test_a_long_placeholder_ends_before_the_shortcut(field: SearchField) -> None:
    field.grab()
    assert field.textMargins().right() >= hint(field).width()
    field.setText("A.14")
    assert field.textMargins().right() == 0


def test_the_buttons_of_a_field_have_names(field: SearchField, qtbot: QtBot) -> None:
    cleared = QLineEdit()
    qtbot.addWidget(cleared)
    make_clearable(cleared)
    for each, name in ((field, "Search"), (cleared, "Clear")):
        button = QAccessible.queryAccessibleInterface(each.findChildren(QToolButton)[0])
        assert button.text(QAccessible.Text.Name) == name
