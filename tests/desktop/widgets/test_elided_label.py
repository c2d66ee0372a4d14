"""A label that is too long stays whole for those who ask."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.plain import plain_tooltip

LONG = "Moscow News, 17 December 2011, the front page and the two pages after it"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    made = ElidedLabel(LONG)
    qtbot.addWidget(made)
    return made


def test_what_does_not_fit_is_cut_and_told_in_full(label: ElidedLabel) -> None:
    label.resize(120, 20)
    label.grab()
    assert label.shown_text().endswith("…")
    assert label.shown_text() != LONG
    assert label.toolTip() == LONG
    assert label.text() == label.accessibleName() == LONG


def test_what_fits_needs_no_tool_tip(label: ElidedLabel) -> None:
    label.resize(2000, 20)
    label.grab()
    assert label.shown_text() == LONG
    assert label.toolTip() == ""


def test_a_file_name_can_lose_its_middle(qtbot: QtBot) -> None:
    label = ElidedLabel("a-very-long-name-of-a-file.html", mode=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.resize(110, 20)
    assert label.shown_text().endswith("html")


def test_a_long_text_does_not_widen_the_window(label: ElidedLabel) -> None:
    assert label.minimumSizeHint().width() < 60


def test_nothing_is_drawn_past_the_edge(label: ElidedLabel) -> None:
    label.resize(120, 20)
    label.setStyleSheet("color: black; background: white")
    image = label.grab().toImage()
    assert all(image.pixelColor(119, y) == QColor("white") for y in range(20))


def test_markup_of_others_is_shown_and_not_obeyed(label: ElidedLabel) -> None:
    label.setText("<b>bold</b> claims " * 20)
    label.resize(80, 20)
    label.grab()
    assert label.text().startswith("<b>bold</b>")
    assert label.toolTip().startswith("<span>&lt;b&gt;bold")


def test_lines_are_joined(label: ElidedLabel) -> None:
    label.setText("first\nsecond")
    assert label.text() == "first second"


@pytest.mark.parametrize("text", ["plain words", "5 < 7 & 8 > 2", "a\nb"])
def test_plain_words_stay_as_they_are_in_a_tool_tip(text: str) -> None:
    assert plain_tooltip(text) == text


def test_an_image_in_a_title_is_not_fetched_by_a_tool_tip() -> None:
    shown = plain_tooltip('<img src="file:///etc/passwd">')
    assert "<img" not in shown
