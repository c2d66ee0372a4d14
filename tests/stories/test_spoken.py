"""What a screen reader is told of all that happens where the keyboard is not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTableView, QWidget

from tests.stories.reader import Reader

MODULES = ("desktop.speaking", "desktop.reading.accessible", "desktop.searching.find_bar")


class Ear:
    """Hears what a window says."""

    def __init__(self, reader: Reader, patch: pytest.MonkeyPatch) -> None:
        self._reader = reader
        self._told: list[str] = []
        for module in MODULES:
            patch.setattr(f"{module}.announce", self._hear)
        for pause in reader.window.frame.speaker.findChildren(QTimer):
            # It speaks when it is asked, however long the machine takes.
            pause.setInterval(1_000_000)
        self.heard()

    def _hear(self, _: object, words: str) -> None:
        self._told.append(words)

    def heard(self) -> str:
        """What was said since it was asked last."""
        self._reader.window.frame.speaker.speak()
        told, self._told = self._told, []
        return " ".join(filter(None, told))


@pytest.fixture
def ear(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    QAccessible.setActive(True)
    yield Ear(reader, monkeypatch)
    QAccessible.setActive(False)


def test_the_way_through_the_case_by_key_is_told(reader: Reader, ear: Ear) -> None:
    column = reader.column("A")
    column.pane.setFocus()
    reader.goes_to("casualties")
    heard = ear.heard()
    assert heard.startswith("Dead and injured in Zhanaozen, 16 Dec 2011. A.")
    assert " B." in heard and " C." in heard and heard.count("1 of 16") == 1
    assert column.shown is not None
    passages, words = column.distinct_passages(), column.shown.text.passage_text
    assert words(passages[column.step - 1]) in heard

    reader.does("next_passage")
    heard = ear.heard()
    assert heard.startswith(f"{column.step} of {len(passages)}. A.")
    assert words(passages[column.step - 1]) in heard
    column.step = len(passages)
    reader.does("next_passage")
    assert ear.heard(), "nothing is said at the last passage"
    spoken = QAccessible.queryAccessibleInterface(reader.column("B").pane)
    assert "1 of " in spoken.text(QAccessible.Text.Description)

    reader.does("only_event")
    assert ear.heard().startswith("Only this event: on. A.")
    reader.does("only_event")
    ear.heard()
    reader.presses(Qt.Key.Key_PageDown)
    assert ear.heard().startswith("A.")
    reader.goes_to("hospitals")
    silent = next(c for c in reader.desk.reading.columns if not c.spans)
    assert f"{silent.source.letter}: " in ear.heard()
    silent.pane.setFocus()
    ear.heard()
    reader.presses(Qt.Key.Key_Tab)
    assert ear.heard().endswith("Review…"), "what Tab has come to is not told"
    column.pane.setFocus()
    reader.does("back")
    assert "Dead and injured" in ear.heard()

    reader.desk.events.view.setFocus()
    reader.presses(Qt.Key.Key_Down)
    assert not ear.heard(), "said twice: the keyboard is on the event"
    row = reader.desk.events.view.currentIndex()
    told = str(row.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "<" not in told.split(".")[0]


def test_search_clock_and_edits_are_told(reader: Reader, ear: Ear) -> None:
    field = reader.window.search_field
    field.setFocus()
    QTest.keyClicks(field, "railway")
    reader.desk.search.search_now()
    assert ear.heard() == "2 passages."
    reader.presses(Qt.Key.Key_Down)
    assert ear.heard().startswith("B.")
    reader.desk.find_bar.open_bar("railway")
    reader.desk.find_bar.next()
    assert "1 of " in ear.heard()

    session = reader.desk.session
    session.selection.set_known_by(1_324_000_000)
    assert ear.heard() == f"Known by {session.known_by_words}."
    active = reader.desk.reading.active
    assert active is not None
    active.pane.scroll_to_end(True)
    spoken = QAccessible.queryAccessibleInterface(active.pane)
    assert "not yet published" in spoken.text(QAccessible.Text.Description)
    reader.does("known_all")
    assert ear.heard() == "Everything published."
    reader.does("delete_event")
    ear.heard()
    reader.does("undo")
    assert "Undone: Delete event." in ear.heard()
    reader.does("redo")
    assert "Done: Delete event." in ear.heard()


def test_columns_and_parts_are_told_of_as_they_stand(reader: Reader, ear: Ear) -> None:
    def told(splitter: QSplitter) -> list[QObject]:
        tree = QAccessible.queryAccessibleInterface(splitter)
        return [tree.child(index).object() for index in range(splitter.count())]

    desk, box = reader.desk, reader.desk.reading.box
    assert told(box.splitter) == box.all()
    reader.does("move_right")
    assert told(box.splitter) == box.all()
    for splitter in (desk.stack, desk.splitter):
        assert told(splitter) == [splitter.widget(n) for n in range(splitter.count())]


def test_the_keyboard_in_a_view_is_told_with_its_row(
    reader: Reader, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            at = QAccessible.queryAccessibleInterface(event.object())
            child = at.child(event.child()) if event.child() >= 0 else at
            told.append(child.text(QAccessible.Text.Name))

    reader.column("A").pane.setFocus()
    focused: list[QWidget] = []
    monkeypatch.setattr("desktop.speaking.QAccessible.updateAccessibility", hear)
    reader.application.qt.focusChanged.connect(lambda _, now: focused.append(now))
    reader.does("view_matrix")
    view = QApplication.focusWidget()
    assert isinstance(view, QTableView)
    index = view.currentIndex()
    assert told[-1] == index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert focused == [view], "the keyboard was elsewhere on its way"
    events = reader.desk.events
    # They are part of a row's words, and are counted when there is time.
    events.disagreements.finish()
    events.view.setFocus()
    reader.wait()
    row = events.view.currentIndex()
    assert told[-1] == row.data(Qt.ItemDataRole.AccessibleTextRole)

    # As assistive technology does it.
    hospitals = next(e for e in reader.desk.session.events if e.key == "hospitals")
    picked = events.model.index(events.model.row_of(hospitals.id))
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect
    events.view.selectionModel().select(picked, how)
    reader.wait()
    assert reader.event == "hospitals"
