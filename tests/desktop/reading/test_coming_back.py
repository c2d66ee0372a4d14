"""The way back leads to the same words, in whatever way they are shown by then."""

from pathlib import Path

import pytest

from desktop.application import Application
from tests.desktop.comparing.dock import TOWER, make_dock
from tests.stories.conftest import application, own_folders
from tests.stories.reader import Reader

__all__ = ["application", "own_folders"]


@pytest.mark.parametrize("way", ["interleave", "only_event"])
@pytest.mark.parametrize("first", [True, False])
def test_a_column_shown_in_another_way_comes_back_to_its_passage(
    application: Application, tmp_path: Path, way: str, first: bool
) -> None:
    reader = Reader(application, make_dock(tmp_path / "dock.triptych"))
    session, column = reader.desk.session, reader.column("A")
    assert column.shown is not None
    at = column.shown.text.text.index(TOWER[-1])
    if first:
        reader.does(way)
    session.selection.go_to_words(column.shown.edition.id, at, at + 4)
    reader.wait()
    here = column.pane.passage_at_line()
    # A clue for the eye: the words are the last, below many slots.
    assert here == len(TOWER) - 1
    session.selection.set_event(session.events[0].id)
    reader.wait()
    reader.does(way)
    reader.does("back")
    if not reader.desk.reading.places.only_event:
        assert column.pane.passage_at_line() == here
