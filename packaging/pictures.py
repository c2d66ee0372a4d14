"""Pictures of the window without a screen, the same on every machine.

The window is drawn by Qt's offscreen platform with the fonts that ship, at a fixed size and scale,
on a fresh copy of the bundled case and with fresh settings: nothing of the reader's is touched,
and only digests can be seen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.application import Application
    from desktop.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1440, 900
SETTLE_SECONDS = 0.5
"""Longer than any motion of the window."""
EXPECTED = "This plugin does not support propagateSizeHints()"


@contextmanager
def window(theme: str) -> Iterator[MainWindow]:
    """Open the window on the case, draw without a screen, and clean up."""
    with tempfile.TemporaryDirectory(prefix="triptych-") as folder:
        _prepare(Path(folder))
        application = _application(theme)
        shown = application.start()
        shown.resize(WIDTH, HEIGHT)
        settle()
        wait_for_verified(shown)
        yield shown
        shown.close()
        settle(0)


def _prepare(folder: Path) -> None:
    """Set everything that could make a picture differ; before Qt is loaded for the first time."""
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "QT_FONT_DPI": "96",
        "TZ": "UTC",
        "TRIPTYCH_DATA": str(folder),
        "TRIPTYCH_SETTINGS": str(folder),
    }


def _application(theme: str) -> Application:
    from PySide6.QtCore import QLocale, QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from desktop.application import Application
    from desktop.settings import Settings

    def handler(kind: QtMsgType, context: object, message: str) -> None:
        if message != EXPECTED:
            print(message, file=sys.stderr)

    qInstallMessageHandler(handler)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    qt = QApplication.instance() or QApplication(["triptych"])
    assert isinstance(qt, QApplication)
    settings = Settings()
    settings.theme, settings.remember_recent = theme, False
    return Application(qt, settings)


def settle(seconds: float = SETTLE_SECONDS) -> None:
    """Let the window finish what it is doing, motion included."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    QApplication.processEvents()
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def wait_for_verified(shown: MainWindow) -> None:
    """Wait until the texts are verified in the background, so that every picture says so."""
    from PySide6.QtWidgets import QLabel

    for _ in range(20):
        labels = shown.statusBar().findChildren(QLabel)
        if any(label.text().startswith(("✓", "✗")) for label in labels):
            return
        settle()


def save(shown: QWidget, file: Path) -> None:
    """Write what the window shows as a PNG, packed as tightly as Qt can."""
    from PySide6.QtGui import QImage

    file.parent.mkdir(parents=True, exist_ok=True)
    picture = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    if not picture.save(str(file), quality=0):
        raise OSError(f"{file.name} could not be written")
    print(f"wrote {file.name}: {picture.width()}×{picture.height()}", flush=True)
