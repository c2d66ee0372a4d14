"""What every test gets: no screen, a disk that is not waited for, and nothing left by another."""

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "1")
os.environ["TZ"] = "UTC"

import pytest
from hypothesis import HealthCheck, settings

from db.corpus import opening
from desktop.safe_overrides import make_overrides_safe
from desktop.sheets.local_printers import CUPS_SOCKET

# Before any class of the window is made, as in the program.
make_overrides_safe()
settings.register_profile("triptych", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("triptych")

DURABLE = opening.make_durable


@pytest.fixture(autouse=True, scope="session")
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the settings or data of the person who runs it."""
    folder = tmp_path_factory.mktemp("reader")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRIPTYCH_SETTINGS", str(folder / "settings"))
        patch.setenv("TRIPTYCH_DATA", str(folder / "data"))
        # Printing says this itself, and nobody takes it back.
        patch.setenv("CUPS_SERVER", CUPS_SOCKET)
        yield


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """What a test makes or changes for the whole process goes with it."""
    threads, before, folder = set(threading.enumerate()), environment(), Path.cwd()
    yield
    leaked = [t for t in set(threading.enumerate()) - threads if t.is_alive() and not t.daemon]
    assert not leaked, f"threads left running: {leaked}"
    changed = [name for name, _ in environment() ^ before]
    assert not changed, f"the environment is another now: {changed}"
    assert Path.cwd() == folder
    assert not (left := widgets_left()), f"widgets left: {left}"


def environment() -> set[tuple[str, str]]:
    return {item for item in os.environ.items() if item[0] != "PYTEST_CURRENT_TEST"}


def widgets_left() -> list[str]:
    """The widgets that nobody has deleted; they are closed now, that the next test goes well."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    if not QApplication.instance():
        return []
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = QApplication.topLevelWidgets()
    names = [repr(widget) for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    return names


def durable_in_memory(connection: sqlite3.Connection) -> None:
    """As the program does, but for the wait until the disk has it: no test cuts the power."""
    DURABLE(connection)
    connection.execute("PRAGMA synchronous = OFF")


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "make_durable", durable_in_memory)


@pytest.fixture
def slow_disk(quick_disk: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk as the program waits for it."""
    monkeypatch.setattr(opening, "make_durable", DURABLE)
