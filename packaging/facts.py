"""What the packages say about the program, read from where it is written once: pyproject.toml."""

from __future__ import annotations

import os
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
MIME_TYPE: Final = "application/x-triptych"
MACHINES: Final = {"x86_64": "amd64", "aarch64": "arm64", "AMD64": "amd64"}


@dataclass(frozen=True, slots=True)
class Facts:
    """Name, version and words of the program; `epoch` is the time every file made carries."""

    version: str
    summary: str
    epoch: int

    @property
    def day(self) -> str:
        """The date of the build's sources, as in 2026-11-22."""
        return datetime.fromtimestamp(self.epoch, UTC).strftime("%Y-%m-%d")


def read_facts(root: Path = ROOT) -> Facts:
    """Read pyproject.toml, and the time from SOURCE_DATE_EPOCH or the last commit."""
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return Facts(
        version=project["version"],
        summary=project["description"],
        epoch=source_date(root),
    )


def source_date(root: Path = ROOT) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the last commit, else pyproject.toml's time."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        done = None
    if done is not None and done.stdout.strip().isdecimal():
        return int(done.stdout)
    return int((root / "pyproject.toml").stat().st_mtime)
