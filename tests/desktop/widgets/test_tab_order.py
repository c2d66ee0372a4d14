"""Tab goes from part to part."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.tab_order import visit_in_turn


def part(window: QWidget, name: str) -> QLineEdit:
    box = QWidget(window)
    made = QLineEdit(box)
    made.setObjectName(name)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(box)
    return made


def test_parts_are_visited_in_turn(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    last, first = part(window, "last"), part(window, "first")
    visit_in_turn([first.parentWidget(), last.parentWidget()])
    window.show()
    first.setFocus()
    window.focusNextChild()
    assert window.focusWidget() is last
