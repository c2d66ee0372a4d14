"""The program as a reader has it: a window on their own copy of the bundled case."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from db.packs.cases import compile_case
from desktop.application import Application
from desktop.settings import Settings
from tests.desktop.conftest import plain_again
from tests.stories.reader import Reader

__all__ = ["plain_again"]

ORIGINALS = Path(__file__).parents[3] / "shared" / "originals"


@pytest.fixture(scope="session")
def compiled_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("case") / "case.triptych"
    compile_case("zhanaozen-2011", target)
    return target


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings or data of the person who runs it."""
    monkeypatch.setenv("TRIPTYCH_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("TRIPTYCH_DATA", str(tmp_path / "data"))


@pytest.fixture
def application(qapp: QApplication, plain_again: None) -> Iterator[Application]:
    application = Application(qapp, Settings())
    yield application
    application.quit_all()
    QApplication.processEvents()
    # In the program it lives as long as Qt's own; here nothing of it may answer the next test.
    for made in (application, *qapp.findChildren(QTranslator)):
        made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def reader(application: Application, compiled_case: Path, tmp_path: Path) -> Reader:
    """A person who reads the bundled case without the originals."""
    path = tmp_path / "my case.triptych"
    copyfile(compiled_case, path)
    return Reader(application, path)


@pytest.fixture
def originals() -> list[Path]:
    """The three documents, where the person who runs the tests holds them."""
    found = sorted(ORIGINALS.glob("*.txt")) if ORIGINALS.is_dir() else []
    if len(found) != 3:
        pytest.skip("the three documents are not here; they belong to others")
    return found
