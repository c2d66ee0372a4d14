"""Banner, empty place and progress: words, buttons, and nothing read as markup."""

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs import base
from desktop.theme import theme
from desktop.widgets.banner import Banner, BannerKind
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain import cut_short
from desktop.widgets.progress_strip import ProgressStrip

MARKUP = "<b>71+</b> & more"


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {button.text(): button for button in widget.findChildren(QPushButton)}


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def banner(window: QWidget) -> Banner:
    return Banner(theme("light"), window)


def test_a_banner_is_silent_until_it_has_something_to_say(banner: Banner) -> None:
    assert banner.isHidden()
    banner.say("Texts verified")
    assert not banner.isHidden()
    assert banner.text() == "Texts verified"
    assert banner.accessibleName() == "Texts verified"


def test_a_banners_button_hands_back_its_id(banner: Banner, qtbot: QtBot) -> None:
    banner.say("Two files are new.", actions=[("Show", "show"), ("Later", "later")])
    with qtbot.waitSignal(banner.action_chosen) as told:
        buttons(banner)["Later"].click()
    assert told.args == ["later"]


def test_a_later_message_takes_the_place_of_the_one_before(banner: Banner, qtbot: QtBot) -> None:
    banner.say("One", actions=[("Old", "old")])
    gone = buttons(banner)["Old"]
    with qtbot.waitSignal(gone.destroyed):
        banner.say("Two", BannerKind.WARNING, [("New", "new")])
    assert list(buttons(banner)) == ["New"]
    assert banner.text() == "Two"


def test_a_banner_can_be_put_away(banner: Banner, qtbot: QtBot) -> None:
    banner.say("One")
    cross = banner.findChild(QToolButton)
    assert isinstance(cross, QToolButton)
    assert cross.accessibleName() == "Dismiss"
    with qtbot.waitSignal(banner.dismissed):
        cross.click()
    assert banner.isHidden()


def test_a_warning_differs_from_a_note_by_its_sign(banner: Banner) -> None:
    banner.resize(400, 40)
    banner.say("Same words")
    note = banner.findChildren(QLabel)[0].pixmap().toImage()
    banner.say("Same words", BannerKind.WARNING)
    assert banner.findChildren(QLabel)[0].pixmap().toImage() != note


def test_an_empty_place_says_what_to_do_and_hands_back_what_was_chosen(qtbot: QtBot) -> None:
    place = EmptyState("No sources yet", "Add the first one.", [("Add…", "add"), ("Help", "help")])
    qtbot.addWidget(place)
    assert words(place) == ["No sources yet", "Add the first one."]
    with qtbot.waitSignal(place.chosen) as told:
        buttons(place)["Help"].click()
    assert told.args == ["help"]


def test_an_empty_place_can_change_its_words(qtbot: QtBot) -> None:
    place = EmptyState("No sources yet", "Add one.", [("Add…", "add")])
    qtbot.addWidget(place)
    with qtbot.waitSignal(buttons(place)["Add…"].destroyed):
        place.say("Nothing found", "Try fewer words.")
    assert words(place) == ["Nothing found", "Try fewer words."]
    assert place.accessibleName() == "Nothing found"
    assert buttons(place) == {}


def test_a_long_sentence_keeps_all_its_lines_in_a_narrow_panel(qtbot: QtBot) -> None:
    place = EmptyState("Title", "word " * 60)
    qtbot.addWidget(place)
    place.resize(260, 700)
    place.grab()
    sentence = place.findChildren(QLabel)[1]
    assert sentence.width() <= 260
    assert sentence.height() >= sentence.heightForWidth(sentence.width())


def test_no_message_is_read_as_markup(banner: Banner, qtbot: QtBot) -> None:
    place = EmptyState(MARKUP, MARKUP)
    qtbot.addWidget(place)
    banner.say(MARKUP)
    plain = [*place.findChildren(QLabel), *banner.findChildren(QLabel)[1:]]
    for label in plain:
        assert label.text() == MARKUP
        assert label.textFormat().name == "PlainText"


@pytest.fixture
def strip(window: QWidget) -> ProgressStrip:
    made = ProgressStrip(window)
    made.start("Reading files")
    return made


def bar(strip: ProgressStrip) -> QProgressBar:
    found = strip.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


def test_progress_says_how_far_it_is(strip: ProgressStrip) -> None:
    assert (bar(strip).minimum(), bar(strip).maximum()) == (0, 0)
    strip.report("Reading 3 of 12 files", 3, 12)
    assert (bar(strip).value(), bar(strip).maximum()) == (3, 12)
    assert strip.accessibleName() == "Reading 3 of 12 files"


def test_stopping_is_asked_for_once_and_said(strip: ProgressStrip) -> None:
    asked: list[bool] = []
    strip.cancelled.connect(lambda: asked.append(True))
    stop = buttons(strip)["Cancel"]
    stop.click()
    stop.click()
    assert asked == [True]
    assert stop.text() == "Stopping…"
    assert not strip.isHidden()


def test_the_next_piece_of_work_can_be_stopped_again(strip: ProgressStrip) -> None:
    buttons(strip)["Cancel"].click()
    strip.finish()
    assert strip.isHidden()
    strip.start("Writing the sheet")
    assert buttons(strip)["Cancel"].isEnabled()


def test_work_that_cannot_stop_offers_no_button(strip: ProgressStrip) -> None:
    strip.start("Making a backup", can_cancel=False)
    assert buttons(strip)["Cancel"].isHidden()


def test_a_word_of_any_length_makes_no_window_wider(banner: Banner, window: QWidget) -> None:
    words = f"“https://example.org/{'y' * 400}” was deleted."
    quoted = base.label(words, parent=window)
    banner.say(words)
    for said in (banner, quoted):
        assert said.minimumSizeHint().width() < 480
        assert said.text() == words
    assert cut_short("y" * 400) == "y" * 138 + " …"
    assert cut_short("A word " + "of many " * 30).endswith((" of …", " many …"))
