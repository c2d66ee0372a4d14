"""Files: opening, refusing, copying, verifying."""

import os
import sqlite3
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.corpus import Corpus
from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
from desktop.application import Application
from desktop.commands.files import FileCommands
from desktop.sheets.check_dialog import CheckDialog
from tests.stories.reader import Reader


def test_texts_are_verified_in_the_background(reader: Reader, qtbot: QtBot) -> None:
    verification = reader.window.commands.files._verification
    assert verification is not None
    with qtbot.waitSignal(verification.finished, timeout=20_000) as found:
        reader.does("verify")
    assert found.args == [[]]
    assert "texts verified" in reader.window.status._verified.text()


def test_a_changed_text_is_told(reader: Reader, qtbot: QtBot) -> None:
    connection = sqlite3.connect(reader.desk.session.corpus.path)
    connection.execute("UPDATE edition SET text_sha256 = 'another'")
    connection.commit()
    connection.close()
    verification = reader.window.commands.files._verification
    assert verification is not None
    with qtbot.waitSignal(verification.finished, timeout=20_000):
        reader.does("verify")
    assert "not as stored" in reader.window.status._verified.text()
    assert "the text has changed" in reader.said()


def test_a_file_that_is_gone_cannot_be_verified_and_is_named_once(
    reader: Reader, qtbot: QtBot
) -> None:
    path = reader.desk.session.corpus.path
    path.rename(path.with_name("elsewhere.triptych"))
    verification = reader.window.commands.files._verification
    assert verification is not None
    with qtbot.waitSignal(verification.failed, timeout=20_000):
        reader.does("verify")
    assert "not verified" in reader.window.status._verified.text()
    assert reader.said().count(path.name) == 1
    path.with_name("elsewhere.triptych").rename(path)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0 cut", b"\0" * 4096])
def test_a_file_that_is_no_corpus_is_refused_and_the_window_stays(
    reader: Reader, tmp_path: Path, content: bytes
) -> None:
    stranger = tmp_path / "stranger.triptych"
    stranger.write_bytes(content)
    before = reader.event
    reader.drops(stranger)
    assert "stranger.triptych" in reader.said()
    assert "left as it is" in reader.said()
    assert reader.event == before
    assert stranger.read_bytes() == content


def test_a_folder_stands_for_its_files_and_a_pipe_is_not_waited_for(
    reader: Reader, tmp_path: Path
) -> None:
    folder = tmp_path / "dropped"
    folder.mkdir()
    reader.drops(folder)
    assert reader.said().startswith("dropped could not be read: it is not a regular file")
    for number in range(7):
        (folder / f"{number}.txt").write_text("Not one of them.")
    Corpus.create(folder / "other.triptych").close()
    reader.drops(folder)
    assert len(reader.application.windows) == 1
    assert "0.txt is not one" in reader.said() and "6.txt" not in reader.said()
    assert reader.said().endswith("4 more files were refused.")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        reader.drops(tmp_path / "pipe")
        assert reader.said().startswith("pipe could not be read: it is not a regular file")


def test_a_second_corpus_opens_in_a_window_of_its_own(reader: Reader, tmp_path: Path) -> None:
    other = tmp_path / "other.triptych"
    Corpus.create(other, title="Other").close()
    reader.drops(other)
    assert len(reader.application.windows) == 2
    second = next(w for w in reader.application.windows if w is not reader.window)
    assert second.session is not None and second.session.info.title == "Other"
    reader.drops(other)
    assert len(reader.application.windows) == 2


def test_an_empty_corpus_opens_and_says_what_to_do(reader: Reader, tmp_path: Path) -> None:
    empty = tmp_path / "empty.triptych"
    Corpus.create(empty, title="Nothing yet").close()
    reader.does("close")
    reader.drops(empty)
    assert reader.desk.session.info.title == "Nothing yet"
    actions = ("next_event", "realign", "copy_reference", "zoom_in", "find_next", "next_column")
    for action in actions:
        reader.does(action)


def test_the_first_start_opens_the_bundled_case(application: Application, tmp_path: Path) -> None:
    window = application.start()
    assert window.session is not None
    assert window.session.info.case_key == "zhanaozen-2011"
    again = application.start()
    assert again.session is None or len(application.windows) <= 2


def test_a_damaged_copy_of_the_case_is_left_and_another_is_made_once(
    application: Application, compiled_case: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    damaged, fresh = data / "zhanaozen-2011.triptych", data / "zhanaozen-2011-2.triptych"
    damaged.write_bytes(compiled_case.read_bytes()[:90_000])
    for _ in range(2):
        window = application.start()
        assert window.session is not None and window.session.corpus.path == fresh
        assert window.banner.text().startswith("zhanaozen-2011.triptych is damaged")
        window.close()
        application.settings.recent.clear()
    assert damaged.stat().st_size == 90_000 and len(list(data.iterdir())) == 2


def test_a_place_that_cannot_be_written_is_named_and_what_stood_there_stays(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter"
    letter.write_text("mine")
    monkeypatch.setenv("TRIPTYCH_DATA", str(letter / "data"))
    window = application.start()
    told = window.banner.text()
    assert told.startswith("zhanaozen-2011.triptych could not be written: ")
    assert told.endswith("Nothing was changed; make room there, or choose another folder.")
    old = tmp_path / "old.triptych"
    old.write_text("mine too")
    monkeypatch.setattr(FileCommands, "_ask_target", lambda *given: old)
    monkeypatch.setattr("db.backup.sync_file", lambda _: (_ for _ in ()).throw(OSError(28, "No")))
    window.later.finish()
    window.actions_["new"].trigger()
    assert "old.triptych could not be written: no." in window.banner.text()
    assert old.read_text() == "mine too" and len(list(tmp_path.glob("*old*"))) == 1
    monkeypatch.undo()


def test_nothing_is_left_beside_a_corpus_that_was_closed(reader: Reader) -> None:
    path = reader.desk.session.corpus.path
    reader.goes_to("shooting")
    reader.does("delete_event")
    reader.does("close")
    beside = [f.name for f in path.parent.iterdir() if f.name.startswith(path.name)]
    assert beside == [path.name]


def test_a_dropped_sheet_is_checked_and_not_taken_for_an_original(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = tmp_path / "annex.md"
    session = reader.desk.session
    event = session.events[0].id
    export(SheetRequest(events=(event,), date="2026-01-01"), session.corpus.path, sheet)
    held = len(session.editions)
    reader.drops(sheet)
    dialog = reader.window.findChild(CheckDialog)
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: dialog.choose.isEnabled())
    assert "annex.md" in dialog.summary.text()
    assert len(session.editions) == held
    dialog.reject()


def test_a_large_sheet_that_is_dropped_is_looked_into_without_waiting(
    reader: Reader, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sheets.dropped.AT_ONCE", 0)
    session = reader.desk.session
    sheets = [tmp_path / "annex.md", tmp_path / "other.md"]
    for sheet in sheets:
        export(SheetRequest(events=(session.events[0].id,)), session.corpus.path, sheet)
    reader.drops(*sheets)
    qtbot.waitUntil(lambda: reader.window.findChild(CheckDialog) is not None)
    dialog = reader.window.findChild(CheckDialog)
    qtbot.waitUntil(lambda: dialog.choose.isEnabled())
    assert "annex.md" in dialog.summary.text()
    assert "other.md" in reader.window.banner.text()
    dialog.reject()


def test_from_a_checked_sheet_to_the_words_and_back_to_the_list(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    session = reader.desk.session
    sheet = tmp_path / "annex.md"
    export(SheetRequest(events=(session.events[0].id,)), session.corpus.path, sheet)
    reader.drops(sheet)
    dialog = reader.window.findChild(CheckDialog)
    qtbot.waitUntil(lambda: dialog.choose.isEnabled())
    address = dialog.results.current().address
    dialog.go.click()
    assert session.selection.place.edition is not None
    assert address in reader.window.banner.text()
    qtbot.waitUntil(lambda: reader.window.findChild(CheckDialog) is None)
    reader.does("check_sheet")
    again = reader.window.findChild(CheckDialog)
    assert again.results.current().address == address
    again.reject()


def test_neither_a_new_corpus_nor_a_copy_takes_the_place_of_an_open_one(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader.desk.session
    before = len(session.corpus.events.all())
    monkeypatch.setattr(FileCommands, "_ask_target", lambda *given: session.corpus.path)
    reader.does("new")
    assert "is open in a window" in reader.window.banner.text()
    reader.does("save_copy")
    assert "the corpus itself" in reader.window.banner.text()
    other = tmp_path / "other.triptych"
    session.corpus.save_copy(other)
    monkeypatch.setattr(FileCommands, "_ask_target", lambda *given: other)
    with Corpus.open(other, hold=True):
        reader.does("save_copy")
        assert "other.triptych is open" in reader.window.banner.text()
    assert len(session.corpus.events.all()) == before


def test_a_copy_is_offered_under_a_name_that_qt_takes_as_it_is(
    application: Application, compiled_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / 'Жаңа "case"\nof mine.triptych'
    copyfile(compiled_case, path)
    reader = Reader(application, path)
    offered: list[str] = []

    def answer(*given: object) -> tuple[str, str]:
        offered.append(str(given[2]))
        return str(tmp_path / "two\nlines.triptych"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    reader.does("save_copy")
    assert [Path(name).name for name in offered] == ["Жаңа case of mine copy.triptych"]
    # What is said of a file whose name has a line break is one line.
    assert reader.said() == "A copy is in two lines.triptych."
