"""Starting the bundle that `make dist` made, against the same program run from its source.

Both are watched from outside, on an X screen of their own: the process time each has used when the
text of the first column stands there as it will stay. Each has a home with the case in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import Result
from tests.project import ROOT

if TYPE_CHECKING:
    from screen import Screen

BUNDLE = ROOT / "build" / "bundle" / "triptych" / "triptych"
SOURCE = [sys.executable, "-m", "desktop"]
RUNS = 9
TEXT = (300, 230, 500, 560)
"""Left, top, right, bottom of a part of the first column's text."""
MOST_SECONDS = 60.0


def bundle_start() -> Iterator[Result]:
    """Process time until the first text; nothing where there is no bundle or no X server."""
    if not BUNDLE.is_file() or shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        return
    sys.path.append(str(ROOT / "packaging" / "smoke"))
    from screen import Screen

    commands = {"bundle": [str(BUNDLE)], "source": SOURCE}
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder, Screen(Path(folder) / "x", 98) as screen:
        with _running(screen, SOURCE, folder) as process:
            screen.window()
            wanted = _part(screen.still(quiet_for=3).pixels)
        for number in range(RUNS + 1):
            for name, command in commands.items():
                with _running(screen, command, folder) as process:
                    spent = _until(screen, process, wanted)
                if number:
                    times[name].append(spent)
    bundle, source = (sorted(times[name])[RUNS // 2] * 1000 for name in commands)
    name = "bundle to first text / run from source"
    yield Result(name, bundle / source, 1.3, f"{bundle:.0f} ms", f"{source:.0f} ms")


@contextmanager
def _running(screen: Screen, command: list[str], folder: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program on the screen; it is ended, and the screen empty, afterwards."""
    environment = {**os.environ, "DISPLAY": screen.display, "HOME": folder, "LANG": "C.UTF-8"}
    environment.pop("QT_QPA_PLATFORM", None)
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        while any(_part(screen.picture().pixels)):
            time.sleep(0.02)


def _until(screen: Screen, process: subprocess.Popen[bytes], wanted: bytes) -> float:
    """The process time used when the wanted part is seen, in seconds."""
    end = time.monotonic() + MOST_SECONDS
    while True:
        used = _process_time(process.pid)
        if _part(screen.picture().pixels) == wanted:
            return used
        if time.monotonic() > end:
            raise TimeoutError("the text did not come")


def _process_time(pid: int) -> float:
    """Seconds all threads of a process have run, to the nanosecond."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except OSError:  # A thread that has just ended.
            continue
    return total / 1e9


def _part(pixels: bytes) -> bytes:
    """The part of the screen with the text, without the byte no colour uses."""
    from screen import WIDTH

    left, top, right, bottom = TEXT
    rows = (pixels[4 * (WIDTH * y + left) : 4 * (WIDTH * y + right)] for y in range(top, bottom))
    return b"".join(rows)
