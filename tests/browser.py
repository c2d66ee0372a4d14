"""A real browser for pages that are opened from a file: Chromium, driven through a pipe.

The DevTools protocol runs over file descriptors 3 and 4 of the browser, so that no socket is
opened. Protocol: https://chromedevtools.github.io/devtools-protocol/ (Target, Page, Runtime,
Input, Emulation).
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-quic",
    "--disable-extensions", "--mute-audio", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 30.0
NUMBERS = {
    "Tab": 9, "Enter": 13, "Escape": 27, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36,
    "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
}  # fmt: skip


class Browser:
    """One page in one browser of its own."""

    def __init__(self, profile: Path) -> None:
        assert CHROMIUM is not None
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        self.errors: list[str] = []
        self._buffer = b""
        self._next = 0
        # The browser wants its ends at 3 and 4, wherever they are here.
        shell = f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}'
        self._process = subprocess.Popen(
            ["bash", "-c", shell, CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(to_browser, from_browser), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        pages = self._send("Target.getTargets")["targetInfos"]
        target = next(p["targetId"] for p in pages if p["type"] == "page")
        attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait()
        os.close(self._write)
        os.close(self._read)

    def fresh(self) -> None:
        """Forget what other pages did: their notes, their size, their colours, their errors."""
        if self.run("location.protocol") == "file:":
            self.run("try { localStorage.clear() } catch {}")
        self.send("Emulation.setEmulatedMedia", media="", features=[])
        self.send("Emulation.setTouchEmulationEnabled", enabled=False)
        self.size(1440, 900)
        self.errors.clear()

    def open(self, file: Path, fragment: str = "") -> None:
        """Open a file and wait until it has loaded and been drawn."""
        # By way of nothing: a page that is open already would only go to the fragment.
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=file.as_uri() + fragment)
        script = "document.readyState === 'complete' && document.fonts.status === 'loaded'"
        self.until(script)
        self.drawn()

    def until(self, script: str) -> None:
        """Wait until an expression is true."""
        end = monotonic() + PATIENCE
        while not self.run(script):
            assert monotonic() < end, f"never so: {script}"

    def drawn(self) -> None:
        """Wait until two more frames have been drawn."""
        self.run(
            "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => "
            "requestAnimationFrame(r))))"
        )

    def run(self, script: str) -> Any:
        """The value of an expression on the page."""
        done = self.send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in done:
            raise AssertionError(done["exceptionDetails"])
        return done["result"].get("value")

    def key(self, key: str, code: str = "", modifiers: int = 0) -> None:
        """Press and release a key; `modifiers` are 1 Alt, 2 Ctrl, 4 Meta, 8 Shift."""
        text = key if len(key) == 1 else {"Enter": "\r"}.get(key, "")
        names = {"key": key, "code": code or key}
        number = {"windowsVirtualKeyCode": NUMBERS[key]} if key in NUMBERS else {}
        down = {"text": text} if text else {}
        for kind, more in (("keyDown", down), ("keyUp", {})):
            self.send(
                "Input.dispatchKeyEvent", type=kind, modifiers=modifiers, **names, **number, **more
            )
        self.drawn()

    def write(self, text: str) -> None:
        """Type some words where the focus is."""
        self.send("Input.insertText", text=text)
        self.drawn()

    def swipe(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Draw a finger over the page."""
        self.send("Input.dispatchTouchEvent", type="touchStart", touchPoints=[_point(start)])
        for step in range(1, steps + 1):
            at = [a + (b - a) * step // steps for a, b in zip(start, end, strict=True)]
            self.send("Input.dispatchTouchEvent", type="touchMove", touchPoints=[_point(at)])
            self.run("new Promise(requestAnimationFrame)")
        self.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def size(self, width: int, height: int, *, mobile: bool = False) -> None:
        """Give the page another size in CSS pixels."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=2 if mobile else 1, mobile=mobile,
        )  # fmt: skip
        self.drawn()

    def dark(self) -> None:
        """Let the system ask for dark colours."""
        self.asks("prefers-color-scheme", "dark")

    def asks(self, name: str, value: str) -> None:
        """Let the system ask for something, such as `forced-colors` for `active`."""
        self.send("Emulation.setEmulatedMedia", features=[{"name": name, "value": value}])
        self.drawn()

    def downloads(self, folder: Path) -> None:
        """Let files be saved to a folder, without asking."""
        self._send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))

    def give(self, selector: str, file: Path) -> None:
        """Choose a file for a file input."""
        root = self.send("DOM.getDocument")["root"]["nodeId"]
        node = self.send("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.send("DOM.setFileInputFiles", nodeId=node, files=[str(file)])

    def before(self, script: str) -> str:
        """Run a script in every page before its own; the id ends it, see `not_before`."""
        added = self.send("Page.addScriptToEvaluateOnNewDocument", source=script)
        return str(added["identifier"])

    def not_before(self, identifier: str) -> None:
        """Run it no more."""
        self.send("Page.removeScriptToEvaluateOnNewDocument", identifier=identifier)

    def picture(self, file: Path) -> None:
        """Write what is seen as PNG."""
        data = self.send("Page.captureScreenshot", format="png")["data"]
        file.write_bytes(base64.b64decode(data))

    def send(self, method: str, **parameters: Any) -> Any:
        """Call a method of the page."""
        return self._send(method, self._session, **parameters)

    def _send(self, method: str, session: str = "", **parameters: Any) -> Any:
        self._next += 1
        message: dict[str, Any] = {"id": self._next, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._next:
                assert "error" not in answer, answer["error"]
                return answer["result"]
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(event["params"]["exceptionDetails"])[:2000])
        if event.get("method") == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
            self.errors.append(event["params"]["entry"]["text"])

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            data = os.read(self._read, 1 << 16)
            assert data, "the browser has gone"
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _point(place: Sequence[int]) -> dict[str, int]:
    return {"x": place[0], "y": place[1]}
