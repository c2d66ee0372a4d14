"""On macOS a double click asks for a file by an event."""

import subprocess
import sys

from tests.project import ROOT

SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from desktop.asked_files import AskedApplication
application = AskedApplication(["triptych"])
asked = []
application.file_asked.connect(asked.append)
QCoreApplication.sendEvent(application, QFileOpenEvent("/tmp/case.triptych"))
assert asked == ["/tmp/case.triptych"], asked
"""


def test_a_file_asked_for_while_the_program_runs_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
