"""The list of every command, by keyboard and by mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import theme
from desktop.widgets.command_list import CommandListModel
from desktop.widgets.command_palette import CommandPalette
from desktop.widgets.matching import Command
from desktop.widgets.search_field import SearchField

# What the offscreen platform says of itself is not ours to mend.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

COMMANDS = [
    Command("open", "Open…", "File", "Ctrl+O"),
    Command("solo", "Solo column", "View", "S"),
    Command("next", "Next disagreement", "Event", "F8"),
    Command("undo", "Undo", "Edit", "Ctrl+Z", enabled=False),
]


@pytest.fixture
def palette(qtbot: QtBot) -> Iterator[CommandPalette]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    made = CommandPalette(theme("light"), window)
    made.open_over(window, COMMANDS)
    yield made
    made.close()


def field(palette: CommandPalette) -> SearchField:
    found = palette.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def titles(palette: CommandPalette) -> list[str]:
    model = palette.findChild(CommandListModel)
    assert isinstance(model, CommandListModel)
    return [model.index(row).data() for row in range(model.rowCount())]


def view(palette: CommandPalette) -> QListView:
    found = palette.findChild(QListView)
    assert isinstance(found, QListView)
    return found


def test_all_commands_are_listed_at_first_with_the_first_chosen(palette: CommandPalette) -> None:
    assert titles(palette) == [command.title for command in COMMANDS]
    assert view(palette).currentIndex().row() == 0


def test_typing_and_return_choose_a_command(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(palette), "dis")
    assert titles(palette) == ["Next disagreement"]
    with qtbot.waitSignal(palette.chosen) as told:
        qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert told.args == ["next"]
    assert not palette.isVisible()


def test_arrows_go_round(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(field(palette), Qt.Key.Key_Up)
    assert view(palette).currentIndex().row() == 3
    qtbot.keyClick(field(palette), Qt.Key.Key_Down)
    qtbot.keyClick(field(palette), Qt.Key.Key_Down)
    assert view(palette).currentIndex().row() == 1


def test_pages_stop_at_the_ends(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette, Qt.Key.Key_PageDown)
    assert view(palette).currentIndex().row() == 3
    qtbot.keyClick(palette, Qt.Key.Key_PageUp)
    assert view(palette).currentIndex().row() == 0


def test_a_command_that_cannot_be_used_now_is_not_run(
    palette: CommandPalette, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(palette), "undo")
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_escape_puts_the_list_away(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(field(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_query_without_an_answer_says_so(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(palette), "zzz")
    shown = [label for label in palette.findChildren(QLabel) if label.isVisibleTo(palette)]
    assert "No command is called that." in [label.text() for label in shown]
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(field(palette), Qt.Key.Key_Return)


def test_a_click_chooses(palette: CommandPalette, qtbot: QtBot) -> None:
    where = view(palette).visualRect(view(palette).model().index(1, 0)).center()
    with qtbot.waitSignal(palette.chosen) as told:
        qtbot.mouseClick(view(palette).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["solo"]


def test_opening_again_starts_afresh(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(palette), "solo")
    palette.close()
    palette.open_over(palette.parentWidget(), COMMANDS[:2])
    assert field(palette).text() == ""
    assert titles(palette) == ["Open…", "Solo column"]


def test_a_screen_reader_hears_title_menu_and_keys(palette: CommandPalette) -> None:
    index = view(palette).model().index(2, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Next disagreement, Event, F8"


@pytest.mark.parametrize("name", ["light", "dark", "contrast-dark"])
def test_the_chosen_row_is_marked_by_more_than_shade(palette: CommandPalette, name: str) -> None:
    palette.set_theme(theme(name))
    rows = view(palette)
    image = rows.viewport().grab().toImage()
    first, second = (rows.visualRect(rows.model().index(row, 0)) for row in (0, 1))
    bar = image.pixelColor(first.left() + 1, first.center().y())
    assert bar == theme(name).accent
    assert image.pixelColor(second.left() + 1, second.center().y()) != theme(name).accent
