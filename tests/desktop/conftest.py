"""Window tests fail when they leave a window open, and show dialogs in one way that ends well."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.theme import apply_theme, theme

Show = Callable[[QDialog], QDialog]
"""Shows a dialog as the active window; it is closed when the test ends."""


@pytest.fixture(autouse=True)
def no_stray_windows(qapp: QApplication) -> Iterator[None]:
    yield
    QApplication.processEvents()
    stray = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for widget in stray:
        widget.close()
    assert not stray, f"windows left open: {stray}"


@pytest.fixture
def plain_again(qapp: QApplication) -> Iterator[None]:
    """Takes the program's look off again: the next test finds the application as this one did."""
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def in_style(qapp: QApplication, plain_again: None) -> None:
    """Widgets look as they do in the program."""
    apply_theme(qapp, theme("light"))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    shown: list[QDialog] = []

    def showing(dialog: QDialog) -> QDialog:
        shown.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        # What a job has said by now finds its room in the next turn.
        QApplication.processEvents()
        return dialog

    yield showing
    for dialog in shown:
        if isValid(dialog):
            dialog.done(0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
