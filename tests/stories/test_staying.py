"""Nothing moves that the reader has not moved."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import Qt

from db.corpus import Corpus
from tests.stories.reader import Reader

SILENT_IN_TWO = "bodies"


def places(reader: Reader) -> dict[str, tuple[int, ...]]:
    return {c.source.letter: tuple(c.pane.place()) for c in reader.desk.reading.columns}


def silences(reader: Reader) -> dict[str, int | None]:
    """How far below the event line each bar of silence stands."""
    found = {}
    for column in reader.desk.reading.columns:
        scroller = column.pane.scroller
        top = column.pane.painter.silence_top(scroller.visible())
        found[column.source.letter] = None if top is None else top - scroller.event_line
    return found


def toggle_everything(reader: Reader) -> None:
    for action in ("show_event", "show_timeline", "show_events"):
        before = places(reader)
        reader.does(action)
        reader.does(action)
        assert places(reader) == before, action
    before = places(reader)
    reader.window.resize(900, 640)
    reader.wait()
    reader.window.resize(1280, 800)
    reader.wait()
    assert places(reader) == before


def test_paged_there_and_back_every_column_is_where_it_was(reader: Reader) -> None:
    reader.goes_to(SILENT_IN_TWO)
    before = places(reader)
    for leader in ("B", "A", "C"):
        reader.column(leader).pane.setFocus()
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) * 2:
            reader.presses(key)
        assert places(reader) == before, leader
    assert silences(reader) == {"A": 0, "B": None, "C": 0}


def test_panels_lists_and_timeline_move_no_text(reader: Reader) -> None:
    reader.goes_to(SILENT_IN_TWO)
    toggle_everything(reader)
    reader.column("B").pane.setFocus()
    for _ in range(3):
        reader.presses(Qt.Key.Key_PageDown)
        toggle_everything(reader)
    for _ in range(3):
        reader.presses(Qt.Key.Key_PageUp)
    # Followed back to where they were, though everything was laid out anew in between.
    assert silences(reader) == {"A": 0, "B": None, "C": 0}
    toggle_everything(reader)


def test_a_silence_stays_on_the_event_line_in_another_width(reader: Reader) -> None:
    reader.goes_to(SILENT_IN_TWO)
    reader.column("B").pane.setFocus()
    reader.presses(Qt.Key.Key_Down)
    reader.presses(Qt.Key.Key_Up)
    reader.does("show_timeline")
    reader.does("show_event")
    assert silences(reader) == {"A": 0, "B": None, "C": 0}


def test_a_border_moved_and_a_column_alone_and_back_move_no_text(reader: Reader) -> None:
    reader.goes_to(SILENT_IN_TWO)
    reader.column("B").pane.setFocus()
    for _ in range(3):
        reader.presses(Qt.Key.Key_PageDown)
    before = places(reader)
    for action in ("solo", "stacked"):
        reader.does(action)
        reader.does(action)
        assert places(reader) == before, action
    splitter = reader.desk.reading.box.splitter
    at = splitter.sizes()[0]
    splitter.moveSplitter(at + 60, 1)
    reader.wait()
    splitter.moveSplitter(at, 1)
    reader.wait()
    assert places(reader) == before


def test_who_scrolled_alone_is_followed_when_the_others_come_back(reader: Reader) -> None:
    reader.goes_to(SILENT_IN_TWO)
    reader.column("B").pane.setFocus()
    reader.does("solo")
    before = places(reader)
    reader.presses(Qt.Key.Key_End)
    reader.does("solo")
    assert places(reader)["A"] > before["A"]
    assert places(reader)["C"] > before["C"]


def test_who_leads_is_said_at_once_when_a_column_has_gone(reader: Reader) -> None:
    reader.column("C").pane.setFocus()
    reader.presses(Qt.Key.Key_PageDown)
    assert "leads" in reader.column("C").header._subtitle.text()
    reader.does("remove_column")
    said = {
        c.source.letter: "leads" in c.header._subtitle.text() for c in reader.desk.reading.columns
    }
    assert sum(said.values()) == 1
    assert said[reader.desk.reading.active.source.letter]


def test_a_corpus_opens_where_and_as_it_was_left(
    reader: Reader, compiled_case: Path, tmp_path: Path
) -> None:
    path = reader.desk.session.corpus.path
    reader.does("zoom_in")
    reader.window.resize(780, 640)
    reader.does("move_right")
    ticker, press = reader.column("A"), reader.column("B")
    reader.desk.reading.set_pinned(reader.column("C"), True)
    reader.desk.reading.set_unlinked(ticker, True)
    ticker.pane.scroll_by(2_345)
    press.pane.scroll_by(-543)
    reader.wait()
    before = [(c.source.key, c.pane.place(), c.step) for c in reader.desk.reading.columns]
    zoom, size = reader.desk.reading.zoom, reader.window.size()
    reader.window.close()

    other = tmp_path / "other.triptych"
    copyfile(compiled_case, other)
    with Corpus.open(other) as corpus:
        corpus.connection.execute("UPDATE corpus SET nonce = 'other'")
    other_reader = Reader(reader.application, other)
    other_reader.does("zoom_reset")
    other_reader.window.close()

    window = reader.application.start(path)
    window.later.finish()
    assert window.desk is not None
    reading = window.desk.reading
    assert window.size() == size and reading.zoom == zoom
    assert [(c.source.key, c.pane.place(), c.step) for c in reading.columns] == before
    assert [c.source.letter for c in reading.columns if c.pinned] == ["C"]
    assert [c.source.letter for c in reading.columns if c.unlinked] == ["A"]
    assert reading.leads(reading.columns[0]) and reading.columns[0].source.letter == "B"
    window.actions_["next_event"].trigger()
    assert reading.columns[2].pane.place() == before[2][1], "what is pinned stays"


def test_what_a_program_ended_by_force_remembers(reader: Reader) -> None:
    autosave, settings = reader.window.memory._autosave, reader.application.settings
    acts: list[Callable[[], None]] = [
        lambda: reader.desk.session.selection.set_known_by(1_324_000_000),
        lambda: reader.desk.reading.zoom_by(1),
        lambda: reader.column("B").pane.scroll_by(700),
    ]
    for act in acts:
        autosave.stop()
        act()
        assert autosave.isActive()
    autosave.timeout.emit()
    (state,) = settings.corpora.values()
    assert state["known_by"] == 1_324_000_000
    assert state["zoom"] > 1 and "places" in state["standing"]
