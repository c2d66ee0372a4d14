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
import gc, sys, time
from pathlib import Path
gc.disable()
from desktop.__main__ import begin
from desktop.plain_import import import_qt
import_qt()
from desktop.reading.pane_view import PaneView
painted = {}
paint = PaneView.paintEvent
def noted(self, event):
    paint(self, event)
    painted.setdefault(self, time.process_time())
PaneView.paintEvent = noted
application = begin([Path(sys.argv[1])])
qt, window = application.qt, application.windows[0]
while len(painted) < 3:
    qt.processEvents()
first = max(painted.values())
late = {"sqlite_utils", "markdown", "typst", "jinja2", "chardet"} & set(sys.modules)
turns = [0.0]
while not window.later.is_finished:
    before = time.process_time()
    window.later.take_turn()
    turns.append(time.process_time() - before)
    qt.processEvents()
whole = time.process_time()
window.close()
qt.processEvents()
print(first, max(turns), whole, *sorted(late))
"""
RUNS = 7
LONGEST_TURN = 0.05
"""Seconds for which the window may not answer while the rest of it is made."""


def start() -> Iterator[Result]:
    """Process time until the first text stands on the screen, and what follows it.

    First text: each of the three columns of the bundled case has been painted once, in a window
    that was open before, so that its place and its columns are remembered. A bare window is Qt's
    `QMainWindow` around a `QPlainTextEdit` of one word, shown and painted, in Qt's own font and
    without a style sheet, by the same interpreter in a process of its own. Both from the
    interpreter's first step on, with compiled files; a first run of each is not counted.
    """
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "case.triptych"
        compile_case("zhanaozen-2011", corpus)
        os.environ["TRIPTYCH_SETTINGS"] = folder
        bare, own = [], []
        for number in range(RUNS + 1):
            one, two = _run(BARE), _run(OWN, str(corpus))
            if number:
                bare.append(float(one.split()[0]))
                own.append([float(word) for word in two.split()[:3]])
        late = two.split()[3:]
    reference = sorted(bare)[RUNS // 2]
    first, turn, whole = (sorted(column)[RUNS // 2] for column in zip(*own, strict=True))
    note = f" ({', '.join(late)} loaded too early)" if late else ""
    yield Result(
        "start to first text / bare Qt window",
        first / reference,
        1.5,
        f"{first * 1000:.0f} ms{note}, whole window {whole * 1000:.0f} ms",
        f"{reference * 1000:.0f} ms",
    )
    yield Result(
        "longest turn after the first text / 50 ms",
        turn / LONGEST_TURN,
        1.0,
        f"{turn * 1000:.0f} ms",
        f"{LONGEST_TURN * 1000:.0f} ms",
    )


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
    # A file compiled anew at each start would be measured with it.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip().splitlines()[-1]
