"""A reader at the invented dock, at the fall of the crane."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.corpus import Corpus
from desktop.application import Application
from desktop.comparing.compared import Compared
from desktop.session import Session
from tests.desktop.comparing.dock import make_dock
from tests.stories.conftest import application, own_folders
from tests.stories.reader import Reader

__all__ = ["application", "own_folders"]


@pytest.fixture
def reader(application: Application, tmp_path: Path) -> Reader:
    """A person at the dock with three columns side by side."""
    reader = Reader(application, make_dock(tmp_path / "dock.triptych"))
    for event in reader.desk.session.events:
        if event.title == "The crane falls":
            reader.desk.session.selection.set_event(event.id)
    reader.wait()
    reader.desk.panel.refill()
    return reader


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The dock without a window."""
    session = Session(Corpus.open(make_dock(tmp_path / "dock.triptych")))
    yield session
    session.close()


@pytest.fixture
def compared(session: Session) -> Compared:
    """The dock compared."""
    return Compared(session)
