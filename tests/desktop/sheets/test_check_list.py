"""Ticking by keyboard; a filter hides and never unticks."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.sheets.check_list import CheckList, CheckModel
from tests.desktop.conftest import Show

ITEMS = [(7, "Rally"), (8, "Shooting"), (9, "Өрт на площади"), (10, "Rally again")]
CHECK = int(Qt.ItemDataRole.CheckStateRole)


@pytest.fixture
def model(qapp: object) -> CheckModel:
    made = CheckModel(ITEMS)
    made.tick([8, 9])
    return made


def shown(model: CheckModel) -> list[Any]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_what_is_ticked_comes_in_the_order_of_the_list(model: CheckModel) -> None:
    model.tick([10, 7, 9])
    assert model.ticked() == (7, 9, 10)


def test_a_filter_hides_and_does_not_untick(model: CheckModel) -> None:
    model.filter("RALLY")
    assert shown(model) == ["Rally", "Rally again"]
    assert model.ticked() == (8, 9)
    model.setData(model.index(0), Qt.CheckState.Checked, CHECK)
    model.filter("")
    assert model.ticked() == (7, 8, 9)


def test_letters_of_any_script_are_found_in_any_case(model: CheckModel) -> None:
    model.filter("ӨРТ")
    assert shown(model) == ["Өрт на площади"]


def test_space_ticks_and_return_is_left_to_the_dialog(
    model: CheckModel, show: Show, qtbot: QtBot
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    view = CheckList(model, 4, dialog)
    QVBoxLayout(dialog).addWidget(view)
    show(dialog)
    view.setCurrentIndex(model.index(0))
    with qtbot.waitSignal(model.ticked_changed):
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked() == (7, 8, 9)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked() == (8, 9)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert model.ticked() == (8, 9)
