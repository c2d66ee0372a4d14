"""`make smoke`: install the package in a clean root, use it as a new user would, remove it.

Usage: smoke.py [PACKAGE.deb]      (default: the newest in dist/)

The root is a minimal Debian without Python and without a network. Where it cannot be made the test
is skipped and says why. Pictures of the window stay in build/smoke/pictures. Exit status: 0 passed
or skipped, 1 something is not as it should be.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import clean_root
import command_line
import installing
import looking
from screen import Screen

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "smoke"


@dataclass
class Smoke:
    """The root, the screen, the packages, and what was found."""

    root: clean_root.Root
    screen: Screen
    package: Path
    pictures: Path
    failures: list[str] = field(default_factory=list)

    def check(self, good: bool, sentence: str) -> None:
        """Note one thing that has to be so."""
        print(f"  {'ok  ' if good else 'FAIL'} {sentence}", flush=True)
        if not good:
            self.failures.append(sentence)

    def inside(self, command: str, user: str = "aigul", **given: str) -> str:
        """Run a line inside; what it printed, and a failure where it failed."""
        done = self.root.run(command, user, network=False, **given)
        if done.returncode:
            self.check(False, f"{command}: {(done.stderr or done.stdout).strip()[-600:]}")
        return done.stdout.strip()

    def digest(self, path: str) -> str:
        """The hash of a file inside, empty where it is not there."""
        file = self.root.folder / path
        return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


Step = Callable[[Smoke], None]
STEPS: tuple[Step, ...] = (
    installing.the_root_has_no_python,
    installing.an_older_version_is_used,
    installing.the_new_version_keeps_settings_and_corpora,
    installing.the_manual_can_be_read,
    command_line.the_case_is_compiled_and_verified,
    command_line.every_format_is_written,
    command_line.a_locale_without_utf_8,
    command_line.no_connection_is_tried,
    looking.the_window_is_that_of_the_source,
    looking.every_event_is_reached,
    looking.the_association_opens_a_corpus,
    looking.two_readers_at_once,
    looking.a_fault_leaves_a_report,
    installing.only_the_readers_files_are_written,
    installing.nothing_else_remains,
    installing.without_root,
)

NOTHING_WITHOUT = (
    installing.an_older_version_is_used,
    installing.the_new_version_keeps_settings_and_corpora,
)
"""Steps after whose failure the others would say nothing."""


def main(arguments: list[str]) -> int:
    """Make the root, go through all steps, and tell."""
    reason = clean_root.why_not()
    package = Path(arguments[0]) if arguments else newest()
    if package is None and not reason:
        reason = "there is no package in dist/ (make dist)"
    if reason or package is None:
        print(f"smoke test skipped: {reason}")
        return 0
    print(f"smoke test of {package.name}", flush=True)
    root = clean_root.make(WORK, package.resolve())
    with Screen(WORK / "screen") as screen:
        smoke = Smoke(root, screen, package.resolve(), WORK / "pictures")
        for step in STEPS:
            go(smoke, step)
            if smoke.failures and step in NOTHING_WITHOUT:
                break
    print(f"{len(smoke.failures)} failures" if smoke.failures else "passed")
    return 1 if smoke.failures else 0


def go(smoke: Smoke, step: Step) -> None:
    """Take one step; what breaks it is a failure, and the next step is taken."""
    print(step.__name__.replace("_", " "), flush=True)
    begun = time.monotonic()
    try:
        step(smoke)
    except (OSError, RuntimeError, ValueError, TimeoutError) as error:
        smoke.check(False, f"{step.__name__}: {type(error).__name__}: {error}")
        smoke.screen.picture().save(smoke.pictures / f"failed-{step.__name__}.png")
    print(f"       {time.monotonic() - begun:.0f} s", flush=True)


def newest() -> Path | None:
    """The package made last."""
    made = sorted((ROOT / "dist").glob("triptych_*.deb"), key=lambda p: p.stat().st_mtime)
    return made[-1] if made else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
