"""Two corpora in two windows, and one corpus in two programs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from db.corpus import Corpus
from db.corpus.voices import VoiceFields
from desktop.application import Application
from desktop.commands.files import FileCommands
from tests.builders import add_event, contents
from tests.desktop.recording.quay import make_quay
from tests.stories.reader import Reader


def titles(reader: Reader) -> list[str]:
    return [event.title for event in reader.desk.session.events]


def adds(reader: Reader, name: str) -> None:
    reader.desk.session.perform(lambda corpus: corpus.voices.add(VoiceFields(name)))


def voices(reader: Reader) -> list[str]:
    return [voice.name for voice in reader.desk.session.corpus.voices.all()]


def presses_undo(reader: Reader) -> None:
    reader.window.activateWindow()
    QApplication.processEvents()
    reader.desk.reading.columns[0].pane.setFocus()
    reader.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undo_goes_to_the_window_that_has_the_keyboard(
    application: Application, tmp_path: Path
) -> None:
    one = Reader(application, make_quay(tmp_path / "one.triptych"))
    two = Reader(application, make_quay(tmp_path / "two.triptych"))
    before = contents(one.desk.session.corpus)
    adds(one, "A cook")
    adds(two, "A smith")
    presses_undo(one)
    assert "A cook" not in voices(one)
    assert "A smith" in voices(two)
    assert contents(one.desk.session.corpus) == before
    presses_undo(two)
    assert "A smith" not in voices(two)
    adds(two, "A baker")
    one.window.close()
    two.does("undo")
    assert "A baker" not in voices(two)
    two.does("redo")
    assert "A baker" in voices(two)


def test_one_corpus_opens_in_one_window_whatever_the_path(
    application: Application, tmp_path: Path
) -> None:
    path = make_quay(tmp_path / "quay.triptych")
    reader = Reader(application, path)
    link = tmp_path / "link.triptych"
    link.symlink_to(path)
    reader.drops(path, link, tmp_path / "." / "quay.triptych")
    assert application.windows == [reader.window]


def test_a_corpus_that_another_program_has_is_read_and_later_opened_again(
    application: Application, tmp_path: Path
) -> None:
    path = make_quay(tmp_path / "quay.triptych")
    with Corpus.open(path, hold=True) as elsewhere:
        reader = Reader(application, path)
        reader.wait()
        assert "quay.triptych is open in another Triptych" in reader.said()
        assert "since" in reader.said()
        assert "(read only)" in reader.window.windowTitle()
        assert not reader.window.actions_["undo"].isEnabled()
        # What the other one writes is seen as soon as the reader is back.
        add_event(elsewhere, "Written elsewhere")
        QApplication.sendEvent(reader.window, QEvent(QEvent.Type.WindowActivate))
        reader.wait()
        assert "Written elsewhere" in titles(reader)
    again = reader.window.banner.findChild(QPushButton, "reopen")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    reader.wait()
    assert reader.said() == ""
    assert "(read only)" not in reader.window.windowTitle()
    adds(reader, "A cook")
    assert "A cook" in voices(reader)


def test_closing_the_window_lets_others_work(application: Application, tmp_path: Path) -> None:
    path = make_quay(tmp_path / "quay.triptych")
    reader = Reader(application, path)
    with Corpus.open(path, hold=True) as elsewhere:
        assert elsewhere.holder is not None
    reader.does("close")
    with Corpus.open(path, hold=True) as elsewhere:
        assert elsewhere.holder is None


def test_who_comes_back_is_told_that_the_file_is_gone_or_another(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = make_quay(tmp_path / "quay.triptych"), tmp_path / "copy.triptych"
    reader = Reader(application, path)
    before = titles(reader)

    def comes_back() -> str:
        QApplication.sendEvent(reader.window, QEvent(QEvent.Type.WindowActivate))
        reader.wait()
        return reader.said()

    assert comes_back() == ""
    path.rename(tmp_path / "elsewhere.triptych")
    assert comes_back().startswith("quay.triptych is not there any more")
    reader.window.banner.hide()
    assert comes_back() == "", "it is told once"
    monkeypatch.setattr(FileCommands, "_ask_target", lambda *given: copy)
    with Corpus.create(path) as other:
        add_event(other, "Another story")
    assert comes_back().startswith("quay.triptych was replaced")
    keep, again = (reader.window.banner.findChild(QPushButton, n) for n in ("save_copy", "reopen"))
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    with Corpus.open(copy) as kept:
        assert [event.title for event in kept.events.all()] == before
    reader.does("reopen")
    assert titles(reader) == ["Another story"] and again is not None
