"""Steps: the window, as a reader sees it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import clean_root
from screen import Picture, Screen, wait

if TYPE_CHECKING:
    from smoke import Smoke

ROOT = Path(__file__).resolve().parents[2]
HOME = "home/aigul"
MOST_DIFFERING = 0.002
"""The share of pixels in which fonts of two systems may differ where ours lack a sign."""
COMPARED_EVERY = 10
FIRST = 3.0
"""Seconds without a change until a new window counts as whole: its parts come one by one."""


@contextmanager
def window(
    smoke: Smoke, user: str, program: str = "triptych", **given: str
) -> Iterator[subprocess.Popen[bytes]]:
    """The installed program with its window in focus; it is closed by its own key."""
    running = smoke.root.start(program, user, DISPLAY=smoke.screen.display, **given)
    try:
        smoke.screen.window()
        yield running
        close(smoke.screen, running)
    finally:
        clean_root.end(running)


def close(screen: Screen, running: subprocess.Popen[bytes]) -> None:
    """Close the program by its key, and see that it ends well."""
    screen.press("ctrl+q")
    try:
        status = running.wait(30)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError("the program does not end") from error
    if status:
        raise RuntimeError(f"the program ended with status {status}")


def open_and_close(smoke: Smoke, user: str, program: str = "triptych") -> None:
    """A window comes up and goes again."""
    with window(smoke, user, program):
        smoke.screen.still()


@contextmanager
def source_window(smoke: Smoke) -> Iterator[None]:
    """The same program run from the source, with nothing of an earlier run."""
    home = smoke.root.folder.parent / "source-home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    environment = {
        "HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8",
        "DISPLAY": smoke.screen.display,
    }  # fmt: skip
    running = subprocess.Popen(
        [str(ROOT / ".venv" / "bin" / "triptych")], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        smoke.screen.window()
        yield
        close(smoke.screen, running)
    finally:
        running.kill()
        running.wait()


def the_window_is_that_of_the_source(smoke: Smoke) -> None:
    """What shows first is what the source shows, pixel by pixel."""
    forget(smoke)
    with window(smoke, "aigul"):
        ours = smoke.screen.still(quiet_for=FIRST)
    with source_window(smoke):
        theirs = smoke.screen.still(quiet_for=FIRST)
    ours.save(smoke.pictures / "installed.png")
    theirs.save(smoke.pictures / "source.png")
    share = ours.differing(theirs)
    smoke.check(share <= MOST_DIFFERING, f"the window as from the source ({share:.3%} differ)")


def every_event_is_reached(smoke: Smoke) -> None:
    """Through all events by key; every tenth picture is compared with the source's."""
    listed = smoke.inside("triptych-cli list case.triptych events --json").splitlines()
    count = len([json.loads(line) for line in listed])
    forget(smoke)
    with window(smoke, "aigul"):
        ours = walk(smoke.screen, count)
    with source_window(smoke):
        theirs = walk(smoke.screen, count)
    for number, picture in enumerate(ours):
        picture.save(smoke.pictures / f"event-{number * COMPARED_EVERY + 1:03}.png")
    worst = max(a.differing(b) for a, b in zip(ours, theirs, strict=True))
    smoke.check(worst <= MOST_DIFFERING, f"{count} events as from the source ({worst:.3%} differ)")


def walk(screen: Screen, count: int) -> list[Picture]:
    """Go to the first event and through all; every tenth picture.

    TimeoutError where a step shows nothing new.
    """
    for _ in range(count):
        screen.press("alt+Up")
    before = screen.still()
    kept = [before]
    for number in range(1, count):
        screen.press("alt+Down")
        compared = number % COMPARED_EVERY == 0
        before = screen.still(before) if compared else screen.changed(before)
        if compared:
            kept.append(before)
    return kept


def the_association_opens_a_corpus(smoke: Smoke) -> None:
    """From a file's name to its type, to the program, to its command line, to the window."""
    share = smoke.root.folder / "usr/share"
    globs = (share / "mime/globs2").read_text(encoding="utf-8")
    kind = re.search(r"^\d+:(\S+):\*\.triptych$", globs, flags=re.MULTILINE)
    smoke.check(kind is not None, "the type of *.triptych is known")
    cache = (share / "applications/mimeinfo.cache").read_text(encoding="utf-8")
    entry = re.search(rf"^{re.escape(kind[1] if kind else '?')}=([^;\n]+)", cache, re.MULTILINE)
    smoke.check(entry is not None, "a program for the type is known")
    if entry is None:
        return
    text = (share / "applications" / entry[1]).read_text(encoding="utf-8")
    command = re.search(r"^Exec=(.*)$", text, flags=re.MULTILINE)
    line = (command[1] if command else "").replace("%F", f"/{HOME}/Дом/Жаңаөзен.triptych")
    with window(smoke, "aigul", line, LC_ALL="C"):
        smoke.screen.still().save(smoke.pictures / "opened-by-association.png")
        title = smoke.screen.xdotool("getwindowfocus", "getwindowname")
    smoke.check("Zhanaozen" in title or "Жаңаөзен" in title, f"the window's title: {title}")
    state = (smoke.root.folder / f"{HOME}/.config/triptych/settings.json").read_text("utf-8")
    smoke.check("Жаңаөзен" in json.loads(state)["recent"][0], "the corpus is the last one opened")


def two_readers_at_once(smoke: Smoke) -> None:
    """Two readers on one computer: each has settings and a copy of the case."""
    with window(smoke, "aigul"):
        smoke.screen.still()
        other = smoke.root.start("triptych", "боб", DISPLAY=smoke.screen.display)
        case = "home/боб/.local/share/triptych/zhanaozen-2011.triptych"
        wait(lambda: bool(smoke.digest(case)))
        smoke.screen.still()
        clean_root.end(other)
        smoke.screen.window()
    smoke.check(bool(smoke.digest(case)), "the second reader has a copy of the case")


def a_fault_leaves_a_report(smoke: Smoke) -> None:
    """With a file of the program missing, the window goes on and says where its report is."""
    smoke.inside("mkdir -p /shared/broken; cp -a /usr/lib/triptych/. /shared/broken/", "root")
    shutil.rmtree(smoke.root.shared / "broken/lib/resources/help")
    report = smoke.root.folder / f"{HOME}/.config/triptych/crash-report.txt"
    report.unlink(missing_ok=True)
    with window(smoke, "aigul", "/shared/broken/triptych"):
        smoke.screen.still(quiet_for=FIRST)
        smoke.screen.press("F1")
        wait(report.is_file)
        smoke.screen.still().save(smoke.pictures / "after-a-fault.png")
    text = report.read_text(encoding="utf-8")
    smoke.check("Error" in text and "/home" not in text, "a report without paths or texts")
    shutil.rmtree(smoke.root.shared / "broken")


def forget(smoke: Smoke) -> None:
    """The first reader's settings and copy of the case away, as for somebody new."""
    for place in (".config/triptych", ".local/share/triptych"):
        shutil.rmtree(smoke.root.folder / HOME / place, ignore_errors=True)
