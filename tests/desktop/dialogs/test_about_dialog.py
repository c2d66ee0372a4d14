"""What the program says of itself is true, whole, and can be copied."""

import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer, qVersion
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from desktop import application, errors
from desktop.cli import version
from desktop.dialogs import about_dialog
from desktop.dialogs.about_dialog import AboutDialog, facts, shipped_text
from desktop.dialogs.text_dialog import TextDialog
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import KEY, Window, press, words_of


@pytest.fixture
def dialog(window: Window, show: Show) -> AboutDialog:
    made = AboutDialog(window)
    show(made)
    return made


def test_it_names_the_versions_in_use(dialog: AboutDialog) -> None:
    said = "\n".join(words_of(dialog))
    for words in (f"Triptych {version()}", sqlite3.sqlite_version, qVersion()):
        assert words in said


def test_it_names_the_folders_the_program_uses(dialog: AboutDialog) -> None:
    known = dict(facts())
    assert known["Data"] == str(application.data_folder())
    assert known["Crash report"].endswith(errors.REPORT)


def test_the_data_folder_is_the_one_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIPTYCH_DATA", "/elsewhere")
    assert about_dialog.data_folder() == application.data_folder()


def test_everything_can_be_copied_at_once(dialog: AboutDialog) -> None:
    dialog.copy.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"Triptych {version()}\n")
    assert f"SQLite: {sqlite3.sqlite_version}" in copied


def test_the_licences_ship_with_the_program() -> None:
    licence = shipped_text("LICENSE")
    notices = shipped_text("THIRD_PARTY_NOTICES.md")
    assert licence is not None and "Permission is hereby granted" in licence
    assert notices is not None and "PySide6" in notices
    assert shipped_text("no-such-file") is None


def _close_text(read: Callable[[str], None]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TextDialog)
    view = dialog.findChild(QPlainTextEdit)
    assert view is not None and view.isReadOnly()
    read(view.toPlainText())
    dialog.reject()


def test_a_licence_opens_to_be_read(dialog: AboutDialog) -> None:
    read: list[str] = []
    button = dialog.findChild(QPushButton, "LICENSE")
    assert button is not None
    QTimer.singleShot(0, lambda: _close_text(read.append))
    button.click()
    assert read == [shipped_text("LICENSE")]


def test_escape_closes(dialog: AboutDialog) -> None:
    press(KEY.Key_Escape)
    assert not dialog.isVisible()
