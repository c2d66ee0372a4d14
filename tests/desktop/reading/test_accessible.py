import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.reading import accessible
from desktop.reading.decoration import Silence, Span
from desktop.reading.pane import Pane
from desktop.reading.pane_text import PassageKind
from desktop.theme import theme
from tests.project import ROOT

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description
Role = QAccessible.Role


@pytest.fixture(autouse=True)
def screen_reader() -> Iterator[None]:
    accessible.install()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def names(pane: Pane) -> list[str]:
    spoken = QAccessible.queryAccessibleInterface(pane)
    return [spoken.child(i).text(Name) for i in range(spoken.childCount())]


def test_a_pane_is_a_document_of_passages(make_pane, make_text) -> None:
    text = make_text(
        ("Title", "Words.", "Share"), {0: PassageKind.HEADING, 2: PassageKind.FURNITURE}
    )
    pane = make_pane(text)
    spoken = QAccessible.queryAccessibleInterface(pane)
    assert spoken.role() == Role.Document
    assert spoken.text(Name) == pane.accessibleName()
    assert names(pane) == ["A.1. Title", "A.2. Words.", "A.3. Share"]
    assert [spoken.child(i).role() for i in range(3)] == [Role.Heading, Role.Paragraph, Role.Note]
    assert spoken.indexOfChild(spoken.child(2)) == 2
    assert spoken.child(1).parent() is spoken
    assert spoken.child(3) is None


EARLY = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from desktop.reading import accessible
from desktop.reading.pane import Pane
from desktop.reading.pane_text import PaneText, PassageKind
from desktop.theme import theme
application = QApplication(["triptych"])
QAccessible.setActive(True)
panes = [Pane(theme("light"), theme("light").source(index)) for index in range(2)]
for pane in panes:
    pane.set_text(PaneText("One.Two.", (0, 4), (4, 8), (PassageKind.PARAGRAPH,) * 2, ("1", "2")))
assert QAccessible.queryAccessibleInterface(panes[0]).role() != QAccessible.Role.Document
accessible.describe(panes)
for pane in panes:
    told = QAccessible.queryAccessibleInterface(pane)
    print(told.role().name, told.childCount(), told.child(1).text(QAccessible.Text.Name))
"""


def test_who_asked_before_panes_were_described_is_told_anew() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EARLY], capture_output=True, cwd=ROOT, encoding="utf-8", check=True
    )
    assert done.stdout == "Document 2 2. Two.\n" * 2
    assert not done.stderr


def test_passages_are_found_where_they_are_on_the_screen(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    spoken = QAccessible.queryAccessibleInterface(pane)
    shown = pane.visible_passages()
    for passage in shown:
        area = spoken.child(passage).rect()
        assert spoken.childAt(area.center().x(), area.center().y()) is spoken.child(passage)
    hidden = spoken.child(39)
    assert hidden.rect().isEmpty()
    assert hidden.state().offscreen
    assert spoken.childAt(-10_000, 0) is None


def test_event_and_clock_are_told_in_words(make_pane, make_text) -> None:
    text = make_text()
    pane = make_pane(text)
    pane.set_event([Span(1, text.starts[1], text.ends[1])])
    pane.set_dimmed(lambda passage: passage >= 3, "Not yet published")
    spoken = QAccessible.queryAccessibleInterface(pane)
    told = [spoken.child(i).text(Description) for i in range(5)]
    assert bool(told[1]) and bool(told[3])
    assert told[0] == told[2] == ""


def test_silence_companion_and_rows_are_read_in_their_place(make_pane, make_text) -> None:
    text = make_text(("one", "two", "three"))
    pane = make_pane(text, make_text(("1", "2", "3"), edition="digest"))
    pane.set_silence(Silence(0, "Silent here.", "Mark"))
    assert names(pane) == [
        "A.1. one\ndigest: 1",
        "Silent here. Mark",
        "A.2. two\ndigest: 2",
        "A.3. three\ndigest: 3",
    ]
    spoken = QAccessible.queryAccessibleInterface(pane)
    assert spoken.child(1).role() == Role.Button
    pane.set_silence(None)
    pane.set_rows([[2], [0]])
    assert names(pane)[0].startswith("A.3.")


def test_the_caret_takes_the_focus_to_its_passage(make_pane, make_text, monkeypatch, qtbot) -> None:
    said: list[str] = []
    monkeypatch.setattr("desktop.reading.accessible.announce", lambda _, words: said.append(words))
    pane = make_pane(make_text(("one two", "three")))
    with qtbot.waitActive(pane):
        pane.activateWindow()
    pane.setFocus()
    spoken = QAccessible.queryAccessibleInterface(pane)
    assert spoken.focusChild() is None
    QTest.keyClick(pane, Qt.Key.Key_F7)
    QTest.keyClick(pane, Qt.Key.Key_Right)
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert said == ["n", "two", "A.2. three"]
    assert spoken.focusChild() is spoken.child(1)
    assert spoken.child(1).state().focused


def test_an_announcement_reaches_qt_and_an_empty_one_does_not(
    make_pane, make_text, monkeypatch
) -> None:
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    pane = make_pane(make_text())
    told.clear()
    accessible.announce(pane, "Shooting, 1 of 3")
    accessible.announce(pane, "")
    assert [event.message() for event in told] == ["Shooting, 1 of 3"]


def test_the_tree_outlives_neither_its_text_nor_its_pane(
    qapp: QApplication, make_text, request: pytest.FixtureRequest
) -> None:
    colours = theme("light")
    # Only what is made here is to be collected, not all that earlier tests have left.
    gc.collect()
    gc.freeze()
    request.addfinalizer(gc.unfreeze)
    for _ in range(60):
        pane = Pane(colours, colours.source(0))
        pane.set_text(make_text())
        spoken = QAccessible.queryAccessibleInterface(pane)
        first = [spoken.child(i) for i in range(spoken.childCount())]
        ids = [QAccessible.uniqueId(child) for child in first]
        assert [QAccessible.accessibleInterface(i) for i in ids] == first
        pane.set_text(make_text(("another",)))
        assert [QAccessible.accessibleInterface(i) for i in ids] == [None] * len(ids)
        assert not any(map(shiboken6.isValid, first))
        last = QAccessible.uniqueId(spoken.child(0))
        del first
        gc.collect()
        pane.at_hand = pane.accessibleName
        pane.deleteLater()
        pane = weakref.ref(pane)
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
        assert not shiboken6.isValid(spoken)
        assert QAccessible.accessibleInterface(last) is None
        gc.collect()
        assert pane() is None, "the pane and all its text stay in memory"


def test_a_hundred_thousand_passages_are_counted_without_being_made(make_pane, make_text) -> None:
    text = make_text(["words"] * 20_000)
    pane = make_pane(text)
    spoken = QAccessible.queryAccessibleInterface(pane)
    assert spoken.childCount() == 20_000
    assert spoken.child(19_999).text(Name) == "A.20000. words"
    assert spoken.indexOfChild(spoken.child(19_999)) == 19_999
