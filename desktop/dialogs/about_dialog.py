"""What this program is: its version, its licences, where it keeps things, what it runs on."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QWidget

import resources
from desktop import settings
from desktop.cli import version
from desktop.dialogs.base import Dialog, Form, label
from desktop.dialogs.text_dialog import TextDialog
from desktop.icons import program_icon
from desktop.settings import data_folder

LICENCE: Final = "LICENSE"
NOTICES: Final = "THIRD_PARTY_NOTICES.md"


class AboutDialog(Dialog):
    """To read and to copy."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, self.tr("About Triptych"), width=560)
        self.box.addLayout(self._head())
        self.box.addWidget(
            label(
                self.tr(
                    "Shows several sources about the same events side by side, so that a reader "
                    "sees what each of them says, when it said so, and where it is silent."
                )
            )
        )
        self.box.addSpacing(4)
        form = Form()
        for name, value in facts():
            head = form.add(name, None)
            head.setProperty("kind", "secondary")
            words = label(value, selectable=True)
            words.setAccessibleName(f"{name}: {value}")
            form.addWidget(words, form.rowCount() - 1, 1)
        self.box.addLayout(form)
        self.box.addSpacing(4)
        self.box.addLayout(self._licences())
        self.box.addStretch(1)
        self.copy = self.add_button(self.tr("C&opy"), QDialogButtonBox.ButtonRole.ResetRole)
        self.copy.clicked.connect(self._copy)
        close = self.add_cancel(self.tr("&Close"))
        close.setDefault(True)
        close.setFocus()

    def _head(self) -> QHBoxLayout:
        sign = QLabel(self)
        size = self.fontMetrics().lineSpacing() * 3
        sign.setPixmap(program_icon().pixmap(size, size))
        sign.setAccessibleName(self.tr("The sign of Triptych"))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(sign)
        row.addWidget(label(f"Triptych {version()}", kind="title", selectable=True), 1)
        return row

    def _licences(self) -> QHBoxLayout:
        row = QHBoxLayout()
        said = label(self.tr("Free software under the MIT licence."))
        row.addWidget(said, 1)
        for name, words in (
            (LICENCE, self.tr("&Licence…")),
            (NOTICES, self.tr("&Work of others…")),
        ):
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.setAccessibleName(words.replace("&", "").rstrip("…"))
            button.setEnabled(shipped_text(name) is not None)
            button.clicked.connect(self._show_text)
            row.addWidget(button)
        return row

    def _show_text(self) -> None:
        button = self.sender()
        text = shipped_text(button.objectName())
        if text is not None and isinstance(button, QPushButton):
            TextDialog(self, button.accessibleName(), text).exec()

    def _copy(self) -> None:
        lines = [f"Triptych {version()}", *(f"{name}: {value}" for name, value in facts())]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText(self.tr("Copied"))


def facts() -> Iterator[tuple[str, str]]:
    """What a report of a fault should name, and where things are kept."""
    translate = QCoreApplication.translate
    yield translate("AboutDialog", "Settings"), str(settings.folder())
    yield translate("AboutDialog", "Data"), str(data_folder())
    yield translate("AboutDialog", "Crash report"), str(settings.folder() / settings.REPORT)
    texts = licence_folder()
    if texts is not None:
        yield translate("AboutDialog", "Licences"), str(texts)
    yield "Qt", f"{qVersion()} (PySide6 {PySide6.__version__})"
    yield "SQLite", sqlite3.sqlite_version
    yield "Python", platform.python_version()
    yield translate("AboutDialog", "System"), platform.platform(terse=True)


def licence_folder() -> Path | None:
    """Where an installed program keeps the texts of all licences; None when run from its source."""
    inside = resources.path().parent
    places = (inside.parent / "licences", inside.parent / "Resources" / "licences")
    return next((place for place in places if (place / "README.txt").is_file()), None)


def shipped_text(name: str) -> str | None:
    """A text file that ships with the program, wherever this copy of it keeps it."""
    for place in _places(name):
        try:
            return place.read_text(encoding="utf-8")
        except OSError:
            continue
    return None


def _places(name: str) -> Iterator[Path]:
    try:
        installed = metadata.files("triptych") or []
    except metadata.PackageNotFoundError:
        installed = []
    yield from (Path(str(file.locate())) for file in installed if file.name == name)
    # Beside the resources in a bundle and in the source tree.
    yield resources.path("licences", name)
    yield resources.path().parent / name
