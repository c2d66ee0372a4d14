"""The window starts without PySide's import hook, and nothing misses it."""

import subprocess
import sys

from tests.project import ROOT

SCRIPT = """
import builtins
from enum import EnumType
plain = builtins.__import__
from desktop.plain_import import import_qt
import_qt()
assert builtins.__import__ is plain
assert hasattr(EnumType._create_, "plain")
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


WRONG = """
import sys, warnings
if sys.argv[1] == "plain":
    from desktop.plain_import import import_qt
    import_qt()
    late = ("inspect", "shibokensupport.signature.parser", "tempfile", "textwrap", "traceback")
    assert not [name for name in late if name in sys.modules]
path = list(sys.meta_path)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["triptych"])
label = QLabel("words")
for wrong in (lambda: label.setText(3), lambda: label.words(), lambda: QLabel(words=3)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    print(Qt.Modifier.CTRL + Qt.Modifier.ALT, [each.message for each in warned])
print(QLabel.__doc__, QLabel.setText.__doc__)
assert sys.meta_path == path
"""


def test_qt_explains_a_wrong_call_in_the_same_words() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", WRONG, way],
            capture_output=True, cwd=ROOT, encoding="utf-8", check=True,
        ).stdout
        for way in ("plain", "usual")
    ]  # fmt: skip
    assert "setText(arg__1: str" in said[0]
    assert said[0] == said[1]
