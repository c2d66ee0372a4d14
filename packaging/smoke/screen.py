"""A screen nobody sees: an X server whose picture can be read and whose keys can be pressed."""

from __future__ import annotations

import os
import struct
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WIDTH, HEIGHT = 1440, 900
WINDOW_TIME: Final = 60.0
"""Seconds a slow machine may take until something shows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The pixels of the screen, 4 bytes each, row by row."""

    pixels: bytes

    def differing(self, other: Picture) -> float:
        """The share of pixels that differ from another picture, 0 to 1."""
        if self.pixels == other.pixels:
            return 0.0
        ours, theirs = memoryview(self.pixels).cast("I"), memoryview(other.pixels).cast("I")
        return sum(a != b for a, b in zip(ours, theirs, strict=True)) / len(ours)

    def save(self, path: Path) -> None:
        """Write a PNG."""
        from PySide6.QtGui import QImage

        path.parent.mkdir(parents=True, exist_ok=True)
        QImage(self.pixels, WIDTH, HEIGHT, QImage.Format.Format_RGB32).save(str(path))


class Screen:
    """One X server; use it in a `with`."""

    def __init__(self, folder: Path, number: int = 97) -> None:
        self.display = f":{number}"
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Screen:
        self._folder.mkdir(parents=True, exist_ok=True)
        size = f"{WIDTH}x{HEIGHT}x24"
        self._server = subprocess.Popen(
            ["Xvfb", self.display, "-screen", "0", size, "-nolisten", "tcp", "-ac", "-noreset",
             "-fbdir", str(self._folder)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait(lambda: bool(self._file().exists() and self.xdotool("getdisplaygeometry")))
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.terminate()
        self._server.wait()

    def _file(self) -> Path:
        return self._folder / "Xvfb_screen0"

    def picture(self) -> Picture:
        """What the screen shows now."""
        data = self._file().read_bytes()
        head = struct.unpack_from(">25I", data)
        start = head[0] + 12 * head[19]
        return Picture(data[start : start + WIDTH * HEIGHT * 4])

    def still(self, least: Picture | None = None, quiet_for: float = 0.5) -> Picture:
        """The picture once nothing has changed for some seconds, and it differs from `least`.

        TimeoutError where that does not come about.
        """
        before = self.picture()
        quiet = [time.monotonic()]

        def settled() -> bool:
            nonlocal before
            now = self.picture()
            if now.pixels != before.pixels or (least and now.pixels == least.pixels):
                quiet[0], before = time.monotonic(), now
            return time.monotonic() - quiet[0] > quiet_for

        wait(settled)
        return before

    def changed(self, before: Picture) -> Picture:
        """The picture once it is another than before."""
        now = self.picture()

        def other() -> bool:
            nonlocal now
            now = self.picture()
            return now.pixels != before.pixels

        wait(other)
        return now

    def window(self) -> str:
        """The number of the program's window, given the focus once it is there."""
        found = ""

        def there() -> bool:
            nonlocal found
            found = self.xdotool("search", "--onlyvisible", "--name", "Triptych").split("\n")[0]
            return bool(found)

        wait(there)
        self.xdotool("windowfocus", "--sync", found)
        return found

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as xdotool names them."""
        self.xdotool("key", "--clearmodifiers", *keys)

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this screen; empty where it found nothing."""
        environment = {**os.environ, "DISPLAY": self.display}
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout.strip()


def wait(ready: Callable[[], bool], seconds: float = WINDOW_TIME) -> None:
    """Look again and again until something is so; TimeoutError after some time."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError(f"nothing came within {seconds:.0f} s")
        time.sleep(0.02)
