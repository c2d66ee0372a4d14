"""A reader at the invented corpus, and dialogs answered as they open."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.application import Application
from desktop.dialogs.base import Dialog
from tests.desktop.recording.quay import make_quay
from tests.stories.conftest import application, own_folders
from tests.stories.reader import Reader

__all__ = ["application", "own_folders"]

Answer = Callable[[Any], None]


@pytest.fixture
def reader(application: Application, tmp_path: Path) -> Reader:
    """A person at the first event of the quay, three columns side by side."""
    reader = Reader(application, make_quay(tmp_path / "quay.triptych"))
    event = next(e.id for e in reader.desk.session.events if e.title == "The crane falls")
    reader.desk.session.selection.set_event(event)
    reader.wait()
    return reader


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """What the reader does with the next dialogs, in order; one left open is closed."""
    waiting: list[Answer] = []

    def run(dialog: Dialog) -> int:
        assert waiting, f"a dialog nobody expected: {dialog.windowTitle()}"
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        waiting.pop(0)(dialog)
        result = dialog.result()
        if dialog.isVisible():
            dialog.reject()
        below = dialog.parentWidget()
        if below is not None:
            below.window().activateWindow()
        QApplication.processEvents()
        return result

    monkeypatch.setattr(Dialog, "exec", run)
    return waiting
