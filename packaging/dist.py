"""`make dist`: what a person without Python can install, in dist/.

Usage: dist.py [--only bundle|deb|run|zip|installer|app|dmg]… [--constraints FILE]

Makes an environment of its own in build/env, with what the program runs on and PyInstaller and
nothing else, and assembles the packages of this system there. SOURCE_DATE_EPOCH sets the time all
files carry. --constraints takes the list of exact versions that an earlier build wrote beside its
packages, so that it can be made again.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

from facts import ROOT, read_facts

BUILD: Final = ROOT / "build"
ENVIRONMENT: Final = BUILD / "env"


def main(arguments: list[str]) -> int:
    """Make the environment, then let its Python assemble."""
    parser = argparse.ArgumentParser(description="Build Triptych's packages for this system.")
    parser.add_argument("--only", action="append", default=[], metavar="WHAT")
    parser.add_argument("--constraints", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    python = make_environment(options.constraints)
    command = [str(python), str(ROOT / "packaging" / "assemble.py"), *options.only]
    return subprocess.run(command, env=steady_environment(), check=False).returncode


def make_environment(constraints: Path | None) -> Path:
    """A fresh virtual environment with the program installed, as a user's would be."""
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    say("making build/env")
    # Links would lead PyInstaller into another Python's folders on Windows.
    venv.create(ENVIRONMENT, with_pip=True, symlinks=os.name != "nt")
    folder = "Scripts" if os.name == "nt" else "bin"
    python = ENVIRONMENT / folder / ("python.exe" if os.name == "nt" else "python")
    limit = ["--constraint", str(constraints)] if constraints else []
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # Not beside the project: leftovers of another build would go into the wheel.
    shutil.rmtree(BUILD / "lib", ignore_errors=True)
    subprocess.run([*pip, *limit, f"{ROOT}[bundle]"], check=True, env=steady_environment())
    shutil.rmtree(BUILD / "lib", ignore_errors=True)
    return python


def steady_environment() -> dict[str, str]:
    """The environment of every step: nothing in it may change what is built."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "QT_", "TRIPTYCH_"))}
    screen = {"QT_QPA_PLATFORM": "offscreen"} if platform.system() == "Linux" else {}
    return {
        **kept,
        **screen,
        "SOURCE_DATE_EPOCH": str(read_facts().epoch),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }


def say(sentence: str) -> None:
    """One line, at once."""
    print(f"triptych: {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
