"""A desk, a window, jobs that run at once, and a way to show dialogs that ends well."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.jobs import Jobs
from desktop.session import Session
from tests.desktop.dialogs.conftest import Show
from tests.desktop.dialogs.world import Window, make_desk, make_session


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path / "harbour.triptych")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(session: Session) -> Any:
    return make_desk(session)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(inline=True)
    yield made
    made.close()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    shown: list[QDialog] = []

    def showing(dialog: QDialog) -> QDialog:
        shown.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield showing
    for dialog in shown:
        if isValid(dialog):
            dialog.done(0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
