"""The help window as its reader uses it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QImage, QTextDocument
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.help.help_window import PROPERTY, HelpWindow, topic_for
from desktop.theme import theme

KEYS = Qt.TextInteractionFlag.TextSelectableByKeyboard
ACTIONS = [("File", "Open…", "Ctrl+O"), ("View", "Solo this column", "F9")]


@pytest.fixture
def help_window(qtbot: QtBot) -> Iterator[HelpWindow]:
    window = HelpWindow(theme("light"), ACTIONS)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    yield window
    window.close()


def test_every_topic_can_be_chosen_and_loads_nothing(help_window: HelpWindow) -> None:
    for row, name in enumerate(help_window.contents.names()):
        help_window.contents.setCurrentRow(row)
        assert help_window.topic == name
        first = help_window.page.document().firstBlock().text()
        assert first == help_window.contents.item(row).text()
    help_window.grab()
    assert help_window.page.asked == []


def test_even_hostile_rich_text_is_answered_with_an_empty_picture(help_window: HelpWindow) -> None:
    page = help_window.page
    page.show_page('<img src="//host/share/x.png"><img src="file:///etc/hostname">')
    help_window.grab()
    assert page.asked
    for asked in list(page.asked):
        answer = page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(asked))
        assert isinstance(answer, QImage)
        assert not answer.isNull()
        assert answer.width() == 1


def test_a_link_opens_its_topic_and_back_returns_to_the_same_line(
    help_window: HelpWindow, qtbot: QtBot
) -> None:
    help_window.open_topic("reading")
    bar = help_window.page.verticalScrollBar()
    bar.setValue(150)
    help_window.page.anchorClicked.emit(QUrl("topic:timeline"))
    assert help_window.topic == "timeline"
    qtbot.keyClick(help_window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert help_window.topic == "reading"
    assert bar.value() == 150
    qtbot.keyClick(help_window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert help_window.topic == "timeline"


def test_other_links_lead_nowhere(help_window: HelpWindow) -> None:
    help_window.open_topic("reading")
    for link in ("https://example.org/", "file:///etc/passwd", "#top"):
        help_window.page.anchorClicked.emit(QUrl(link))
    assert help_window.topic == "reading"


def test_an_unknown_topic_shows_the_index(help_window: HelpWindow) -> None:
    help_window.open_topic("keys")
    help_window.open_topic("no-such-topic")
    assert help_window.topic == "index"


def test_finding_lists_the_topics_and_walks_through_all_places(
    help_window: HelpWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(help_window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    help_window.field.setText("digest")
    topics = help_window.contents.names()
    assert "originals" in topics
    assert "searching" not in topics
    seen = set()
    for _ in range(40):
        qtbot.keyClick(help_window.field, Qt.Key.Key_Return)
        seen.add(help_window.topic)
        assert help_window.page.found > 0
    assert seen == set(topics)
    help_window.field.clear()
    assert len(help_window.contents.names()) > len(topics)
    assert help_window.page.found == 0


def test_finding_back_comes_to_the_last_place_first(help_window: HelpWindow, qtbot: QtBot) -> None:
    help_window.open_topic("originals")
    help_window.field.setText("original")
    qtbot.keyClick(help_window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    at = help_window.page.textCursor().position()
    qtbot.keyClick(help_window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert help_window.page.textCursor().position() < at


def test_keys_of_the_program_are_listed(help_window: HelpWindow) -> None:
    help_window.open_topic("keys")
    text = help_window.page.toPlainText()
    assert "Solo this column" in text
    assert "F9" in text


def test_another_theme_keeps_the_page_where_it_is(help_window: HelpWindow) -> None:
    help_window.open_topic("reading")
    help_window.page.verticalScrollBar().setValue(100)
    before = help_window.page.toPlainText()
    help_window.set_theme(theme("dark"))
    assert help_window.page.toPlainText() == before
    assert help_window.page.verticalScrollBar().value() == 100
    paper = theme("dark").paper
    edge = help_window.page.viewport().mapTo(help_window, QPoint(4, 4))
    assert help_window.grab().toImage().pixelColor(edge) == paper


def test_escape_closes_the_window(help_window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(help_window.page, Qt.Key.Key_Escape)
    assert not help_window.isVisible()


def test_everything_is_reached_by_tab(help_window: HelpWindow, qtbot: QtBot) -> None:
    help_window.open_topic("reading")
    reached = set()
    widget: QWidget = help_window.page
    for _ in range(60):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget.accessibleName())
    assert {"Topics", "Help text", "Find in the help", "Back"} <= reached


def test_the_topic_is_the_nearest_one_named(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QWidget(outer)
    field = QLineEdit(inner)
    assert topic_for(field) == "index"
    outer.setProperty(PROPERTY, "reading")
    assert topic_for(field) == "reading"
    inner.setProperty(PROPERTY, "timeline")
    assert topic_for(field) == "timeline"
    assert topic_for(None) == "index"


def test_who_has_the_help_read_aloud_moves_a_caret_through_it(
    help_window: HelpWindow, qtbot: QtBot
) -> None:
    assert not help_window.page.textInteractionFlags() & KEYS
    help_window.hide()
    QAccessible.setActive(True)
    help_window.show()
    QAccessible.setActive(False)
    qtbot.keyClick(help_window.page, Qt.Key.Key_Down)
    assert help_window.page.textCursor().position() > 0
