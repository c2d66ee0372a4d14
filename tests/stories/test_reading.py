"""Reading: three sources side by side, synchronised on the event."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from db.corpus import Corpus
from db.records import EditionKind
from desktop.application import Application
from desktop.reading.head_words import head_words
from desktop.widgets.command_palette import CommandPalette
from desktop.widgets.search_field import SearchField
from tests import builders
from tests.stories.reader import Reader


def test_the_case_opens_in_three_columns_at_one_event(reader: Reader) -> None:
    assert [c.source.letter for c in reader.desk.reading.columns] == ["A", "B", "C"]
    assert reader.event
    assert len({reader.top_of_event(letter) for letter in "ABC"}) == 1


def test_choosing_an_event_brings_every_column_to_it_at_one_height(reader: Reader) -> None:
    for key in ("shooting", "strike", "rally", "marines"):
        reader.goes_to(key)
        spoken = reader.desk.session.spoken[reader.desk.session.selection.event_id or 0]
        letters = [c.source.letter for c in reader.desk.reading.columns if c.source.id in spoken]
        assert len(letters) > 1, key
        assert len({reader.top_of_event(letter) for letter in letters}) == 1, key


def test_a_silent_source_shows_a_bar_between_its_neighbours(reader: Reader) -> None:
    reader.goes_to("hospitals")
    silent = reader.column("B")
    bar = silent.pane.body.decoration.silence
    assert bar is not None
    assert bar.text
    assert reader.column("A").pane.body.decoration.silence is None
    line = silent.pane.scroller.event_line
    assert silent.pane.painter.silence_top(silent.pane.scroller.visible()) == line


def test_events_are_walked_by_key_and_the_way_back_leads_to_the_same_place(reader: Reader) -> None:
    reader.goes_to("shooting")
    before = reader.column("A").pane.place()
    reader.does("next_event")
    assert reader.event != "shooting"
    reader.does("back")
    assert reader.event == "shooting"
    assert reader.column("A").pane.place() == before
    reader.does("forward")
    assert reader.event != "shooting"


def test_going_back_returns_to_where_the_reader_had_scrolled(reader: Reader) -> None:
    reader.goes_to("shooting")
    reader.column("B").pane.scroll_by(400)
    scrolled = [reader.column(letter).pane.place() for letter in "ABC"]
    reader.goes_to("strike")
    reader.does("back")
    assert [reader.column(letter).pane.place() for letter in "ABC"] == scrolled


def test_scrolling_one_column_leads_the_others(reader: Reader) -> None:
    reader.goes_to("shooting")
    places = {letter: reader.column(letter).pane.position_at(0) for letter in "AC"}
    reader.column("B").pane.scroll_by(900)
    assert reader.desk.session.selection.leader == reader.column("B").source.id
    assert "leads" in reader.column("B").header._subtitle.text()
    for letter in "AC":
        assert reader.column(letter).pane.position_at(0) > places[letter]


def test_scrolling_to_the_end_of_one_column_reaches_the_end_of_all(reader: Reader) -> None:
    reader.goes_to("rally")
    for _ in range(120):
        reader.column("B").pane.scroll_by(300)
    for letter in "ABC":
        column = reader.column(letter)
        assert column.shown is not None
        assert column.pane.visible_passages()[-1] == len(column.shown.text) - 1


def test_a_pinned_column_stays_and_an_unlinked_one_still_goes_to_events(reader: Reader) -> None:
    reader.goes_to("shooting")
    pinned, unlinked = reader.column("A"), reader.column("C")
    reader.desk.reading.set_pinned(pinned, True)
    reader.desk.reading.set_unlinked(unlinked, True)
    here, there = pinned.pane.place(), unlinked.pane.place()
    reader.column("B").pane.scroll_by(500)
    assert (pinned.pane.place(), unlinked.pane.place()) == (here, there)
    reader.goes_to("jeeps")
    assert pinned.pane.place() == here
    assert unlinked.pane.place() != there


def test_one_column_alone_and_all_again(reader: Reader) -> None:
    reader.column("B").pane.setFocus()
    reader.does("solo")
    assert [c.source.letter for c in reader.desk.reading.columns if c.isVisible()] == ["B"]
    reader.does("solo")
    assert all(c.isVisible() for c in reader.desk.reading.columns)


def test_only_this_event_shows_its_passages_in_rows_of_equal_height(reader: Reader) -> None:
    reader.goes_to("casualties")
    reader.does("only_event")
    a, b = reader.column("A").pane, reader.column("B").pane
    assert a.row_heights() and len(a.row_heights()) == len(b.row_heights())
    tops = [{y for _, y in pane.scroller.visible()} for pane in (a, b)]
    assert tops[0] == tops[1]
    a.scroll_by(120)
    assert a.place() == b.place()
    reader.goes_to("shooting")
    assert reader.desk.reading.places.only_event
    reader.does("only_event")
    assert len({reader.top_of_event(letter) for letter in "ABC"}) == 1


def test_columns_are_added_moved_and_removed(reader: Reader) -> None:
    source = reader.column("A").source.id
    reader.desk.reading.add_column(source)
    reader.wait()
    assert [c.source.letter for c in reader.desk.reading.columns] == ["A", "B", "C", "A"]
    reader.column("B").pane.setFocus()
    reader.does("move_left")
    assert [c.source.letter for c in reader.desk.reading.columns] == ["B", "A", "C", "A"]
    reader.does("remove_column")
    assert [c.source.letter for c in reader.desk.reading.columns] == ["A", "C", "A"]


def test_menus_and_toolbar_outlive_a_removed_column(reader: Reader) -> None:
    reader.does("remove_column")
    reader.wait()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = reader.window
    assert all(isValid(menu) for menu in window.actions_.submenus.values())
    assert all(isValid(part) for part in (window, window.frame.toolbar, *reader.desk.parts()))
    menu = window.actions_.submenus["add_column"]
    next(action for action in menu.actions() if action.isEnabled()).trigger()
    assert len(reader.desk.reading.columns) == 3
    window.close_session()
    assert window.session is None


def test_a_small_window_keeps_the_search_and_gets_its_buttons_back(reader: Reader) -> None:
    window, bar = reader.window, reader.window.frame.toolbar
    before = [action for action in bar.actions() if action.isVisible()]
    window.resize(640, 480)
    reader.wait()
    field = window.frame.search_field
    assert window.width() < 900 and field.width() > 120
    assert field.geometry().right() < bar.width()
    assert window.actions_["back"] in bar.actions()
    window.resize(1280, 800)
    reader.wait()
    assert [action for action in bar.actions() if action.isVisible()] == before


def test_six_columns_fit_the_smallest_screen(reader: Reader) -> None:
    for number in range(3):
        menu = reader.window.actions_.submenus["add_column"]
        menu.aboutToShow.emit()
        [action for action in menu.actions() if action.isEnabled()][number].trigger()
        reader.wait()
    assert len(reader.desk.reading.columns) == 6
    assert reader.window.minimumSizeHint().width() <= 1280
    assert reader.window.width() == 1280
    reader.does("stacked")
    assert reader.window.height() == 800 and reader.window.minimumSizeHint().height() <= 720
    for column in reader.desk.reading.columns:
        assert column.pane.scroller.event_line + 24 <= column.pane.viewport().height()


def test_words_are_copied_with_their_reference(reader: Reader) -> None:
    reader.goes_to("shooting")
    words = "state of emergency"
    reader.selects("B", words)
    reader.does("copy_reference")
    copied = QGuiApplication.clipboard().text()
    assert words in copied
    assert "Moscow News, 17 Dec 2011, B." in copied
    assert "digest" in copied


def test_what_was_not_yet_published_is_greyed_and_can_be_counted_again(reader: Reader) -> None:
    session = reader.desk.session
    entry = next(r for r in session.corpus.sources.reports() if "14:52" in r.reported.printed)
    session.selection.set_known_by(entry.reported.latest)
    reader.wait()
    ticker, paper = reader.column("A").pane, reader.column("B").pane
    assert paper.body.decoration.dimmed is not None
    assert all(paper.body.decoration.dimmed(i) for i in range(10))
    dimmed = ticker.body.decoration.dimmed
    assert dimmed is not None
    shown = reader.column("A").shown
    assert shown is not None
    by_address = {a: dimmed(i) for i, a in enumerate(shown.text.addresses)}
    assert not by_address["A.12"]
    assert by_address["A.17"]
    reader.does("known_all")
    assert paper.body.decoration.dimmed is None


def test_the_keyboard_alone_reads_the_case(reader: Reader) -> None:
    reader.column("A").pane.setFocus()
    before = reader.event
    reader.presses(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert reader.event != before
    reader.presses(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.event == before
    reader.presses(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert reader.desk.reading.active is reader.column("B")
    reader.presses(Qt.Key.Key_Period)
    assert reader.column("B").step > 1
    reader.presses(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.window.search_field.hasFocus()


def test_the_corpus_is_reopened_where_the_reader_left_it(reader: Reader) -> None:
    reader.goes_to("jeeps")
    reader.column("C").pane.setFocus()
    reader.does("move_left")
    path = reader.desk.session.corpus.path
    reader.does("close")
    assert reader.window.desk is None
    reader.application.open_corpus(Path(path), reader.window)
    reader.wait()
    assert reader.event == "jeeps"
    assert [c.source.letter for c in reader.desk.reading.columns] == ["A", "C", "B"]


def test_originals_dropped_on_the_window_take_the_place_of_the_digests(
    reader: Reader, originals: list[Path], tmp_path: Path
) -> None:
    reader.goes_to("shooting")
    reader.drops(*originals)
    for letter in "ABC":
        column = reader.column(letter)
        assert column.shown is not None
        assert column.shown.edition.kind is EditionKind.ORIGINAL
        assert column.spans
    assert len({reader.top_of_event(letter) for letter in "ABC"}) == 1
    reader.drops(originals[0])
    assert "already" in reader.said()
    stranger = tmp_path / "somebody's letter.txt"
    stranger.write_text("Not one of them.", encoding="utf-8")
    reader.drops(stranger)
    assert "somebody's letter.txt" in reader.said()
    reader.does("undo")
    assert sum(e.kind is EditionKind.ORIGINAL for e in reader.desk.session.editions) == 2
    reader.does("undo")
    reader.drops(originals[0].parent)
    assert sum(e.kind is EditionKind.ORIGINAL for e in reader.desk.session.editions) == 3
    reader.does("undo")
    reader.does("redo")
    reader.column("A").pane.setFocus()
    reader.does("remove_original")
    assert reader.column("A").shown.edition.kind is EditionKind.DIGEST  # type: ignore[union-attr]


def test_original_and_digest_are_read_passage_by_passage(
    reader: Reader, originals: list[Path]
) -> None:
    reader.drops(*originals)
    reader.does("interleave")
    column = reader.column("B")
    assert column.companion is not None
    assert column.companion.edition.kind is EditionKind.DIGEST
    reader.goes_to("emergency")
    assert column.spans


def test_resizing_and_zooming_keep_the_event_at_one_height(reader: Reader) -> None:
    reader.goes_to("shooting")
    for size in ((1500, 950), (1100, 640)):
        reader.window.resize(*size)
        reader.wait()
        assert len({reader.top_of_event(letter) for letter in "ABC"}) == 1, size
    reader.does("zoom_in")
    reader.does("zoom_in")
    assert len({reader.top_of_event(letter) for letter in "ABC"}) == 1


def test_a_reference_gives_the_day_of_the_report_and_every_address(reader: Reader) -> None:
    column = reader.column("A")
    assert column.shown is not None
    text = column.shown.text
    column.pane.select(text.starts[11], text.ends[12])
    reader.does("copy_reference")
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith("(The ticker, 16 Dec 2011, A.12–A.13, digest)")


def test_any_of_many_sources_can_be_added(application: Application, tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "many.triptych") as corpus:
        for number in range(80):
            source = builders.add_source(corpus, f"voice-{number}")
            builders.add_edition(corpus, source, [f"Words of {number}."])
    reader = Reader(application, tmp_path / "many.triptych")
    menu = reader.window.actions_.submenus["add_column"]
    assert len(menu.actions()) < 30 and "80" in menu.actions()[-1].text()
    reader.window.actions_["add_column"].trigger()
    popup = reader.window.findChild(CommandPalette)
    assert popup is not None
    field = popup.findChild(SearchField)
    QTest.keyClicks(field, "voice-77")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [c.source.key for c in reader.desk.reading.columns][-1] == "voice-77"
    assert reader.desk.reading.columns[-1].pane.hasFocus()


def test_a_column_whose_text_is_awaited_says_whose_it_is(
    application: Application, tmp_path: Path
) -> None:
    with Corpus.create(tmp_path / "harbour.triptych") as corpus:
        tower = builders.add_source(corpus, "tower")
        builders.add_edition(corpus, tower, builders.TOWER, awaited=True)
    (tmp_path / "tower.txt").write_bytes(builders.text_of(builders.TOWER).encode())
    reader = Reader(application, tmp_path / "harbour.triptych")
    (column,) = reader.desk.reading.columns
    assert head_words(column) == ("A · Tower", "date unknown · no text yet")
    assert "A · Tower" in [label.text() for label in column.header.findChildren(QLabel)]
    reader.drops(tmp_path / "tower.txt")
    assert len(column.pane.body.text) == 3
    reader.does("undo")
    assert column.shown is None and len(column.pane.body.text) == 0
