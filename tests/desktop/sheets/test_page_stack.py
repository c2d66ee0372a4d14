"""Pages are drawn when they come in sight, turned by key, and enlarged without losing the place."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.sheets.page_stack import MOST_KEPT, PageScroll, PageStack
from desktop.theme import theme
from tests.desktop.dialogs.world import CONTROL, KEY, press

LYING, UPRIGHT = QSizeF(842, 595), QSizeF(595, 842)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PageScroll]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(500, 400)
    made = PageScroll(PageStack(theme("light")), theme("light"), parent)
    made.resize(500, 400)
    with qtbot.waitExposed(parent):
        parent.show()
    parent.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    parent.close()


def fill(room: PageScroll, count: int, size: QSizeF, qtbot: QtBot) -> PageStack:
    stack = room.widget()
    assert isinstance(stack, PageStack)
    stack.set_pages([size] * count)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() > 0)
    return stack


def picture(size: QSizeF) -> QImage:
    image = QImage(1400, round(1400 * size.height() / size.width()), QImage.Format.Format_RGB888)
    image.fill(0)
    return image


def test_pages_are_turned_and_enlarged_by_key(room: PageScroll, qtbot: QtBot) -> None:
    stack = fill(room, 9, LYING, qtbot)
    press(KEY.Key_PageDown)
    press(KEY.Key_PageDown)
    assert room.page == 2
    width = stack.rects()[0].width()
    press(KEY.Key_Plus, CONTROL)
    qtbot.waitUntil(lambda: stack.rects()[0].width() > width)
    assert room.zoom == 1.25
    press(KEY.Key_0, CONTROL)
    qtbot.waitUntil(lambda: stack.rects()[0].width() == width)
    press(KEY.Key_End)
    assert room.page == 8
    press(KEY.Key_Home)
    assert room.page == 0
    press(KEY.Key_Minus, CONTROL)
    assert room.zoom == 1.0


def test_only_pages_in_sight_are_asked_for(room: PageScroll, qtbot: QtBot) -> None:
    asked: set[int] = set()
    stack = room.widget()
    assert isinstance(stack, PageStack)
    stack.wanted.connect(asked.update)
    fill(room, 400, LYING, qtbot)
    qtbot.waitUntil(lambda: 0 in asked)
    assert max(asked) < 5
    press(KEY.Key_End)
    qtbot.waitUntil(lambda: 399 in asked)
    assert len(asked) < 12


def test_pictures_of_other_paper_are_not_stretched_and_few_are_kept(
    room: PageScroll, qtbot: QtBot
) -> None:
    stack = fill(room, 60, LYING, qtbot)
    stack.add_pictures((number, picture(LYING)) for number in range(60))
    assert len(stack.pages) == MOST_KEPT
    stack.set_pages([LYING] * 3)
    assert not stack.pages
    stack.add_pictures([(0, picture(LYING))])
    stack.set_pages([UPRIGHT] * 3)
    assert not stack.pages
