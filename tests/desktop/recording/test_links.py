"""Links: L in one column, L in another; or a drag with Ctrl; shown as ribbons."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reading.decoration import MarkStyle
from desktop.reading.ribbons import RibbonStrip
from desktop.recording.link_dialog import LinkDialog
from desktop.recording.links_dialog import LinksDialog
from tests.builders import contents, held, span
from tests.desktop.recording.conftest import Answer
from tests.stories.reader import Reader

CONTROL = Qt.KeyboardModifier.ControlModifier


def links(reader: Reader) -> list[tuple[str, str]]:
    return [(link.kind, link.note) for link in reader.desk.session.corpus.links.all()]


def styles(reader: Reader, letter: str) -> list[MarkStyle]:
    pane = reader.column(letter).pane
    marks = pane.body.decoration.marks
    return [mark.style for passage in pane.visible_passages() for mark in marks(passage)]


def add_link(reader: Reader, kind: str = "contradicts") -> None:
    corpus = reader.desk.session.corpus
    tower, herald = held(corpus, "tower/original"), held(corpus, "herald/original")
    one = (tower, *span(corpus, tower, "more than 70 people"))
    other = (herald, *span(corpus, herald, "three dockers"))
    reader.desk.session.perform(lambda c: c.links.add(one, other, kind, "a count"))
    reader.wait()


def test_two_presses_of_the_key_join_words_of_two_columns(
    reader: Reader, answers: list[Answer], qtbot: QtBot
) -> None:
    def choose(dialog: LinkDialog) -> None:
        assert dialog.kind() == "contradicts"
        QTest.keyClick(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: dialog.kind() == "updates")
        dialog.note.setText("an hour later")
        dialog.accept()

    before = contents(reader.desk.session.corpus)
    reader.selects("A", "more than 70 people")
    reader.presses(Qt.Key.Key_L)
    assert "A.2" in reader.said()
    assert MarkStyle.PENDING in styles(reader, "A")
    answers.append(choose)
    reader.selects("B", "three dockers")
    reader.presses(Qt.Key.Key_L)
    assert links(reader) == [("updates", "an hour later")]
    assert reader.said() == ""
    assert MarkStyle.PENDING not in styles(reader, "A")
    # What was just made is seen.
    assert MarkStyle.LINK in styles(reader, "A")
    reader.does("undo")
    assert contents(reader.desk.session.corpus) == before


def test_enter_joins_and_escape_gives_up(reader: Reader, answers: list[Answer]) -> None:
    reader.selects("A", "more than 70 people")
    reader.presses(Qt.Key.Key_L)
    reader.presses(Qt.Key.Key_Escape)
    assert reader.said() == ""
    assert MarkStyle.PENDING not in styles(reader, "A")
    reader.presses(Qt.Key.Key_L)
    answers.append(lambda dialog: dialog.accept())
    reader.selects("B", "three dockers")
    reader.presses(Qt.Key.Key_Return)
    assert links(reader) == [("contradicts", "")]


def test_the_same_words_again_give_the_link_up(reader: Reader, answers: list[Answer]) -> None:
    reader.selects("A", "more than 70 people")
    reader.presses(Qt.Key.Key_L)
    reader.presses(Qt.Key.Key_L)
    assert MarkStyle.PENDING not in styles(reader, "A")
    assert links(reader) == []


def test_two_places_in_one_source_are_refused_with_a_sentence(
    reader: Reader, answers: list[Answer]
) -> None:
    reader.selects("A", "more than 70 people")
    reader.presses(Qt.Key.Key_L)
    reader.selects("A", "The port master")
    reader.presses(Qt.Key.Key_L)
    assert "two sources" in reader.said()
    assert links(reader) == []
    # The first words are still waiting.
    answers.append(lambda dialog: dialog.accept())
    reader.selects("B", "three dockers")
    reader.presses(Qt.Key.Key_L)
    assert len(links(reader)) == 1


def test_a_link_is_drawn_from_column_to_column_with_ctrl(
    reader: Reader, answers: list[Answer]
) -> None:
    answers.append(lambda dialog: dialog.accept())
    reader.selects("A", "more than 70 people")
    one, other = reader.column("A").pane, reader.column("B").pane
    start, end = one.selection() or (0, 0)
    begin = one.span_rects(start, end)[0].center()
    target = other.passage_rect(1).center()
    there = one.viewport().mapFromGlobal(other.viewport().mapToGlobal(target))
    viewport = one.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, CONTROL, begin)
    QTest.mouseMove(viewport, begin + QPoint(30, 5))
    QTest.mouseMove(viewport, there)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, CONTROL, there)
    reader.wait()
    assert len(links(reader)) == 1
    assert not answers
    corpus = reader.desk.session.corpus
    ends = {
        words
        for anchor in corpus.links.all()[0:1]
        for (words,) in [
            (corpus.editions.words(e, s, t),)
            for e, s, t in corpus.connection.execute(
                "SELECT edition_id, start, end FROM placement WHERE anchor_id IN (?, ?)",
                (anchor.a_anchor_id, anchor.b_anchor_id),
            )
        ]
    }
    assert "more than 70 people" in ends
    assert other.body.text.passage_text(1) in ends


def test_a_drag_that_ends_nowhere_makes_nothing(reader: Reader, answers: list[Answer]) -> None:
    reader.selects("A", "more than 70 people")
    pane = reader.column("A").pane
    begin = pane.span_rects(*(pane.selection() or (0, 0)))[0].center()
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, CONTROL, begin)
    QTest.mouseMove(pane.viewport(), begin + QPoint(4, 60))
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, CONTROL, begin + QPoint(4, 60))
    assert links(reader) == []
    assert pane.selected_text() == "more than 70 people"


def test_ribbons_show_links_between_neighbours(reader: Reader) -> None:
    add_link(reader)
    assert MarkStyle.LINK not in styles(reader, "A")
    reader.does("ribbons")
    for _ in range(20):
        QApplication.processEvents()
    strips = reader.desk.reading.box.findChildren(RibbonStrip)
    joined = [r for strip in strips for r in strip._ribbons if r.sign]
    assert [(r.sign, r.dashed) for r in joined] == [("≠", True)]
    assert MarkStyle.LINK in styles(reader, "A")
    reader.does("ribbons")
    assert MarkStyle.LINK not in styles(reader, "A")


def test_links_of_a_passage_are_told_from_there_edited_and_deleted(
    reader: Reader, answers: list[Answer]
) -> None:
    add_link(reader)

    def edit(dialog: LinkDialog) -> None:
        assert dialog.note.text() == "a count"
        dialog._kinds["supports"].setChecked(True)
        dialog.accept()

    def work(dialog: LinksDialog) -> None:
        assert [dialog.table.item(0, i).text() for i in range(4)] == [
            "B.1", "is contradicted by", "A.2", "a count",
        ]  # fmt: skip
        assert "more than 70 people" in dialog.told.text()
        dialog.edit_button.click()
        assert dialog.table.item(0, 1).text() == "is supported by"
        dialog.only_here.setChecked(False)
        assert dialog.table.item(0, 0).text() == "A.2"
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
        assert dialog.table.rowCount() == 0
        dialog.undo_button.click()
        assert dialog.table.rowCount() == 1
        dialog.go_button.click()

    answers += [work, edit]
    reader.selects("B", "crane")
    reader.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert reader.column("B").pane.selected_text() == "three dockers"
