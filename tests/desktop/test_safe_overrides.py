"""A fault in what Qt calls is told; it never ends the program."""

import subprocess
import sys
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from desktop.safe_overrides import raising_whole
from tests.project import ROOT

SCRIPT = """
from desktop.safe_overrides import make_overrides_safe
make_overrides_safe()
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            {fault}
        return super().eventFilter(watched, event)

class Dialog(QDialog):
    def accept(self):
        print("accepted")
        super().accept()

class Model(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return 3

application = QApplication([])
watched, watching = QWidget(), Filter()
watched.installEventFilter(watching)
try:
    QApplication.sendEvent(watched, QEvent(QEvent.Type.User))
except Exception as error:
    print(type(error).__name__)
dialog, button = Dialog(), QPushButton()
button.clicked.connect(dialog.accept)
button.click()
print(Model().rowCount(), Model().rowCount(parent=QModelIndex()))
"""
FAULTS = {'int("x")': "ValueError", "[][1]": "IndexError", "None + 1": "TypeError"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_what_qt_calls_is_an_error_like_any_other(fault: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace("{fault}", fault), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, script],
        capture_output=True, encoding="utf-8", check=False,
        env={"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == [FAULTS[fault], "accepted", "3", "3"]


def test_what_is_called_looks_as_it_did() -> None:
    def index(self: object, row: int, column: int = 2) -> tuple[object, int, int]:
        """Words."""
        return self, row, column

    def free(*given: Any) -> Any:
        return given

    assert isinstance(index, FunctionType)
    safe: Any = raising_whole(index)
    assert safe is not index
    assert safe(1, row=3) == (1, 3, 2)
    assert (safe.__name__, safe.__doc__, safe.__code__.co_argcount) == ("index", "Words.", 3)
    assert isinstance(free, FunctionType)
    assert raising_whole(free) is free
