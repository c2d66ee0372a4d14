"""Lenses at the window: switched by menu, key and legend; drawn, told, remembered."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip

from db.records import Change
from desktop.lenses.lens import Lens
from desktop.lenses.lenses import Lenses
from desktop.reading.decoration import MarkStyle
from tests.stories.reader import Reader


def lenses(reader: Reader) -> Lenses:
    found = reader.window.commands.lenses.lenses
    assert found is not None
    return found


def settle(reader: Reader) -> None:
    for _ in range(400):
        QApplication.processEvents()


def styles(reader: Reader, letter: str) -> set[MarkStyle]:
    pane = reader.column(letter).pane
    marks = pane.body.decoration.marks
    return {mark.style for passage in pane.visible_passages() for mark in marks(passage)}


def test_a_lens_marks_every_column_and_is_off_again(reader: Reader) -> None:
    reader.goes_to("shooting")
    plain = {letter: styles(reader, letter) for letter in "ABC"}
    reader.does("lens_names")
    settle(reader)
    for letter in "ABC":
        assert MarkStyle.NAME in styles(reader, letter)
    reader.does("lens_names")
    settle(reader)
    assert {letter: styles(reader, letter) for letter in "ABC"} == plain


def test_a_column_added_later_and_a_text_shown_later_are_marked_too(reader: Reader) -> None:
    reader.does("lens_names")
    reading = reader.desk.reading
    reading.remove_column(reader.column("B"))
    reading.add_column(next(s.id for s in reader.desk.session.sources if s.letter == "B"))
    reader.goes_to("shooting")
    settle(reader)
    assert MarkStyle.NAME in styles(reader, "B")


def test_the_legend_says_which_are_on_and_switches_them(reader: Reader) -> None:
    legend = reader.window.commands.lenses.legend
    assert legend is not None and not legend.isVisible()
    QTest.keyClick(reader.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    reader.wait()
    assert legend.isVisible()
    assert legend.buttons[Lens.HEDGES].isChecked()
    assert "not judgement" in legend.lists.text()
    QTest.mouseClick(legend.buttons[Lens.NUMBERS], Qt.MouseButton.LeftButton)
    assert lenses(reader).on == (Lens.NUMBERS, Lens.HEDGES)
    reader.does("lenses_off")
    assert lenses(reader).on == ()
    assert not legend.isVisible()


def test_the_pointer_is_told_why_words_are_marked(reader: Reader) -> None:
    reader.goes_to("shooting")
    reader.does("lens_names")
    settle(reader)
    column = reader.column("A")
    pane = column.pane
    mark = next(
        m
        for p in pane.visible_passages()
        for m in pane.body.decoration.marks(p)
        if m.style is MarkStyle.NAME and pane.span_rects(m.start, m.end)
    )
    centre = pane.span_rects(mark.start, mark.end)[0].center()
    words = lenses(reader).told_at(column, centre.x(), centre.y())
    assert words.startswith("Names: ")
    assert "from the names of this corpus" in words
    viewport = pane.viewport()
    help_event = QHelpEvent(QEvent.Type.ToolTip, centre, viewport.mapToGlobal(centre))
    QApplication.sendEvent(viewport, help_event)
    assert QToolTip.text().startswith("Names: ")
    QToolTip.hideText()
    reader.wait()
    assert lenses(reader).told_at(column, 1, 1) == ""
    help_event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), viewport.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(viewport, help_event)


def test_a_new_spelling_is_marked_at_once(reader: Reader) -> None:
    reader.goes_to("shooting")
    reader.does("lens_names")
    settle(reader)
    session = reader.desk.session
    before = lenses(reader)._finder

    session.announce(Change("Name", {"spelling": frozenset({1})}, ()))
    settle(reader)
    assert lenses(reader)._finder is not before
    assert MarkStyle.NAME in styles(reader, "A")


def test_lenses_are_remembered_with_the_corpus(reader: Reader) -> None:
    reader.does("lens_passives")
    path = reader.desk.session.corpus.path
    reader.window.close_session()
    assert not reader.window.actions_["lens_passives"].isEnabled()
    reader.application.open_corpus(path, reader.window)
    reader.wait()
    assert lenses(reader).on == (Lens.PASSIVES,)


def test_choosing_another_event_does_not_wait_for_the_lenses(reader: Reader) -> None:
    reader.does("lens_numbers")
    settle(reader)
    looked: list[str] = []
    finder = lenses(reader)._finder
    assert finder is not None
    look = finder.find
    finder.find = lambda text, lens: looked.append(text) or look(text, lens)  # type: ignore
    before = reader.column("A").pane.visible_passages()
    event = reader.desk.session.events[-1].id
    reader.desk.session.selection.set_event(event)
    for letter in "ABC":
        reader.column(letter).pane.viewport().repaint()
    assert reader.column("A").pane.visible_passages() != before
    assert looked == []


def test_the_button_on_the_toolbar_opens_the_menu(reader: Reader) -> None:
    buttons = reader.window.findChildren(QToolButton)
    button = next(b for b in buttons if b.accessibleName() == "Lenses")
    menu = button.menu()
    assert menu is reader.window.actions_.submenus["lenses"]
    assert reader.window.actions_["lens_hedges"] in menu.actions()
