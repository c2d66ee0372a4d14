"""The ends of words: moved by keys, by dragging, never out of their passage, one edit each."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.corpus import Corpus
from desktop.application import Application
from desktop.recording.anchor_ends import End, Target, moved, nearest, stepped
from desktop.recording.handle import Handle
from tests.builders import ZONE, add_edition, add_event, add_source, contents, held, span
from tests.stories.reader import Reader

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
TEXT = "One. A crane fell at noon; 🏗 three were hurt.\nNext."
WHOLE = Target(1, 1, 7, 12, 5, TEXT.index("\n"))


def words(target: Target, text: str = TEXT) -> str:
    return text[target.start : target.end]


@pytest.mark.parametrize(
    ("end", "forward", "found"),
    [
        (End.END, True, "crane fell"),
        (End.START, False, "A crane"),
        (End.END, False, "crane"),
        (End.START, True, "crane"),
    ],
)
def test_an_end_goes_to_the_next_word_and_never_leaves_nothing(
    end: End, forward: bool, found: str
) -> None:
    assert words(stepped(TEXT, WHOLE, end, forward)) == found


def test_ends_stop_at_the_passage() -> None:
    target = WHOLE
    for _ in range(40):
        target = stepped(TEXT, target, End.END, True)
        target = stepped(TEXT, target, End.START, False)
    assert words(target) == "A crane fell at noon; 🏗 three were hurt."


@given(
    text=st.text(min_size=1, max_size=60),
    places=st.lists(st.integers(0, 60), min_size=4, max_size=4),
    offset=st.integers(-5, 70),
    end=st.sampled_from(End),
    letters=st.booleans(),
)
def test_whatever_is_done_the_words_stay_within_the_passage(
    text: str, places: list[int], offset: int, end: End, letters: bool
) -> None:
    first, start, stop, last = sorted(min(place, len(text)) for place in places)
    if start == stop:
        return
    target = Target(1, 1, start, stop, first, last)
    for after in (
        nearest(text, target, end, offset, letters=letters),
        stepped(text, target, end, True),
        stepped(text, target, end, False),
        moved(target, end, offset),
    ):
        assert first <= after.start < after.end <= last


def mentioned(reader: Reader, source: str = "herald") -> str:
    corpus = reader.desk.session.corpus
    event = reader.desk.session.selection.event_id or 0
    edition = held(corpus, f"{source}/original")
    place = next(p for p in corpus.mentions.of_event(event) if p.edition_id == edition)
    return corpus.editions.words(edition, place.start, place.end)


def click_into(reader: Reader, letter: str, sought: str) -> None:
    column = reader.column(letter)
    assert column.shown is not None
    at = column.shown.text.text.index(sought)
    box = column.pane.span_rects(at, at + 2)[0]
    QTest.mouseClick(column.pane.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    reader.wait()


def test_keys_move_the_end_of_the_mention_the_caret_is_in(reader: Reader) -> None:
    before = contents(reader.desk.session.corpus)
    click_into(reader, "B", "crane fell")
    assert mentioned(reader) == "A crane fell at noon"
    reader.presses(Qt.Key.Key_Right, ALT_SHIFT)
    assert mentioned(reader) == "A crane fell at noon; three"
    reader.presses(Qt.Key.Key_Left, ALT_SHIFT)
    reader.presses(Qt.Key.Key_Left, ALT_SHIFT)
    assert mentioned(reader) == "A crane fell at"
    reader.presses(Qt.Key.Key_Down, ALT_SHIFT)
    assert mentioned(reader) == "crane fell at"
    reader.presses(Qt.Key.Key_Up, ALT_SHIFT)
    assert mentioned(reader) == "A crane fell at"
    for _ in range(5):
        reader.does("undo")
    assert contents(reader.desk.session.corpus) == before


def test_without_words_of_the_event_the_reader_is_told(reader: Reader) -> None:
    click_into(reader, "A", "port master")
    reader.presses(Qt.Key.Key_Right, ALT_SHIFT)
    assert "words of this event" in reader.said()


def handles(reader: Reader, letter: str) -> dict[End, Handle]:
    moving = reader.window.commands.links.moving
    assert moving is not None
    column = moving._columns[reader.column(letter)]
    return column.handles


def hover(reader: Reader, letter: str, sought: str, qtbot) -> None:
    column = reader.column(letter)
    assert column.shown is not None
    at = column.shown.text.text.index(sought)
    QTest.mouseMove(column.pane.viewport(), QPoint(2, 2))
    QTest.mouseMove(column.pane.viewport(), column.pane.span_rects(at, at + 2)[0].center())
    qtbot.waitUntil(lambda: handles(reader, letter)[End.END].isVisible(), timeout=3000)


def test_a_handle_is_dragged_to_another_word_in_one_edit(reader: Reader, qtbot) -> None:
    session = reader.desk.session
    hover(reader, "B", "crane fell", qtbot)
    handle, pane = handles(reader, "B")[End.END], reader.column("B").pane
    at = pane.body.text.text.index("killed") + len("killed")
    target = pane.span_rects(at - 1, at)[0]
    there = pane.viewport().mapToGlobal(QPoint(target.right(), target.center().y()))
    steps = session.undo_stack.count()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    # The handle itself moves below the pointer.
    QTest.mouseMove(handle, handle.mapFromGlobal(there) / 2)
    QTest.mouseMove(handle, handle.mapFromGlobal(there))
    QApplication.processEvents()
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    reader.wait()
    assert mentioned(reader) == "A crane fell at noon; three dockers were killed"
    assert session.undo_stack.count() == steps + 1
    reader.does("undo")
    assert mentioned(reader) == "A crane fell at noon"


def test_escape_lets_a_dragged_end_go_back(reader: Reader, qtbot) -> None:
    hover(reader, "B", "crane fell", qtbot)
    reader.column("B").pane.setFocus()
    handle = handles(reader, "B")[End.START]
    steps = reader.desk.session.undo_stack.count()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, QPoint(90, 12))
    reader.presses(Qt.Key.Key_Escape)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert mentioned(reader) == "A crane fell at noon"
    assert reader.desk.session.undo_stack.count() == steps


def test_handles_go_with_another_event(reader: Reader, qtbot) -> None:
    hover(reader, "B", "crane fell", qtbot)
    other = next(e.id for e in reader.desk.session.events if e.title == "The inquiry")
    reader.desk.session.selection.set_event(other)
    assert not any(handle.isVisible() for handle in handles(reader, "B").values())


def test_the_words_of_a_claim_are_moved_as_well(reader: Reader) -> None:
    corpus = reader.desk.session.corpus
    herald = held(corpus, "herald/original")
    click_into(reader, "B", "dockers were")
    reader.presses(Qt.Key.Key_Down, ALT_SHIFT)
    places = [corpus.editions.words(herald, p.start, p.end) for p in corpus.claims.placements()]
    assert "dockers were killed" in places
    assert span(corpus, herald, "dockers were killed")


def test_in_words_from_right_to_left_the_beginning_is_on_the_right(
    application: Application, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "rtl.triptych"
    with Corpus.create(path, title="Right to left", zone=ZONE) as corpus:
        text = "שתי ספינות טבעו בנמל 🏗 ביום שני"
        add_edition(corpus, add_source(corpus, "daily", "he"), (text,))
        event = add_event(corpus, "Ships sink", "2011-12-16")
        edition = held(corpus, "daily/original")
        corpus.mentions.add(event, edition, *span(corpus, edition, "ספינות טבעו"))
    reader = Reader(application, path)
    reader.desk.session.selection.set_event(event)
    reader.wait()
    hover(reader, "A", "ספינות", qtbot)
    ends = handles(reader, "A")
    assert ends[End.START].x() > ends[End.END].x()
    click_into(reader, "A", "טבעו")
    reader.presses(Qt.Key.Key_Right, ALT_SHIFT)
    assert mentioned(reader, "daily") == "ספינות טבעו בנמל"
