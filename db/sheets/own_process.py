"""A process of this program's own, for work that is to be stopped at any moment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import resources

_PROGRAM: Final = "triptych-cli"


def command_of(module: str, command: str) -> list[str]:
    """How this program starts a module of itself: an installed one is two programs in a folder."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name(_PROGRAM + program.suffix)), command]
    return [sys.executable, "-m", module]


def start(command: Sequence[str], *, stderr: int) -> subprocess.Popen[bytes]:
    """Start a command with pipes to it and from it; raises OSError."""
    root = str(Path(resources.__file__).parent.parent)
    paths = [root, os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        # No black window beside the program on Windows.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
