"""The window starts without PySide's import hook, and nothing misses it."""

import subprocess
import sys

from tests.project import ROOT

SCRIPT = """
import builtins
plain = builtins.__import__
from desktop.plain_import import import_qt
import_qt()
assert builtins.__import__ is plain
from PySide6.QtWidgets import QApplication, QLabel
import desktop.main_window
application = QApplication(["triptych"])
label = QLabel("words")
label.setText("other words")
assert label.text() == "other words"
"""


def test_qt_works_as_before_and_imports_are_pythons_own() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, cwd=ROOT, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
