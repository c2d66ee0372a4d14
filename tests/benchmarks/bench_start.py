"""Starting: from nothing to the first text, against a bare window of Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from db.packs.cases import compile_case
from tests.benchmarks.measuring import Result

BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit("text"))
window.resize(1440, 900)
window.show()
app.processEvents()
print(time.process_time())
"""
OWN = """
import sys, time
from pathlib import Path
from desktop.plain_import import import_qt
import_qt()
from PySide6.QtWidgets import QApplication
from desktop.application import Application
from desktop.reading.pane_view import PaneView
from desktop.settings import Settings
first = []
paint = PaneView.paintEvent
def noted(self, event):
    paint(self, event)
    first.append(time.process_time())
PaneView.paintEvent = noted
app = QApplication(["own"])
application = Application(app, Settings())
application.save_settings = lambda: None
window = application.new_window()
application.open_corpus(Path(sys.argv[1]), window)
window.show()
while len(first) < 3:
    app.processEvents()
late = {"sqlite_utils", "markdown", "typst", "jinja2", "chardet"} & set(sys.modules)
print(first[2], *sorted(late))
"""
RUNS = 7


def start() -> Iterator[Result]:
    """Process time until the first text stands on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "case.triptych"
        compile_case("zhanaozen-2011", corpus)
        bare, own = [], []
        for number in range(RUNS + 1):
            one, two = _run(BARE), _run(OWN, str(corpus))
            if number:
                bare.append(float(one.split()[0]))
                own.append(float(two.split()[0]))
        late = two.split()[1:]
    bare.sort()
    own.sort()
    ratio = own[RUNS // 2] / bare[RUNS // 2]
    note = f" ({', '.join(late)} loaded too early)" if late else ""
    subject = f"{own[RUNS // 2] * 1000:.0f} ms{note}"
    reference = f"{bare[RUNS // 2] * 1000:.0f} ms"
    yield Result("start to first text / bare Qt window", ratio, 1.5, subject, reference)


def compile_time() -> Iterator[Result]:
    """`triptych-cli case`, its own start included, against the two seconds it may take."""
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            before = os.times()
            target = str(Path(folder) / "case.triptych")
            command = [sys.executable, "-m", "desktop.cli", "case", "zhanaozen-2011", target]
            subprocess.run(command, check=True)
            after = os.times()
        used = after.children_user - before.children_user
        times.append(used + after.children_system - before.children_system)
    middle = sorted(times)[RUNS // 2]
    yield Result("compiling the case / 2 s", middle / 2, 1.0, f"{middle:.2f} s", "2 s")


def _run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]
