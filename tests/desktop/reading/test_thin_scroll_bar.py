import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from desktop.reading.thin_scroll_bar import ThinScrollBar
from desktop.theme import theme


@pytest.fixture
def bar(qtbot: QtBot, in_style: None) -> ThinScrollBar:
    made = ThinScrollBar(theme("light"))
    qtbot.addWidget(made)
    made.resize(10, 640)
    made.show()
    return made


@pytest.mark.parametrize("end", [1, 40, 9_999, 5_000_000])
@pytest.mark.parametrize("page", [1, 30, 2_800])
def test_the_handle_is_painted_where_it_can_be_pressed(
    bar: ThinScrollBar, end: int, page: int
) -> None:
    for part in range(8):
        bar.show_place(end * part // 7, end, page)
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        pressed = bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
        )
        assert abs(bar.handle().top() - pressed.top()) <= 1
        assert abs(bar.handle().bottom() - pressed.bottom() - 1) <= 1
