"""Drop what only a debugger reads, and what only the folder of the build explains."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


def strip(bundle: Path) -> None:
    """Strip Python and its extensions; Qt's own libraries stay byte for byte as Qt made them."""
    tool = shutil.which("strip")
    if tool is None or not sys.platform.startswith("linux"):
        return
    for file in sorted(_libraries(bundle)):
        subprocess.run([tool, "--strip-unneeded", str(file)], check=True)


def even_records(bundle: Path) -> None:
    """Leave out of each package's list of files the scripts that lay outside of it.

    Their hashes depend on the folder of the build; the scripts are not carried.
    """
    for record in bundle.rglob("*.dist-info/RECORD"):
        lines = record.read_text(encoding="utf-8").splitlines()
        left_out = ("direct_url.json", "INSTALLER", "REQUESTED")
        kept = [line for line in lines if not line.startswith("..") and not _names(line, left_out)]
        record.write_text("\n".join(sorted(kept)) + "\n", encoding="utf-8", newline="\n")


def _names(line: str, files: tuple[str, ...]) -> bool:
    return line.split(",")[0].endswith(files)


def _libraries(bundle: Path) -> Iterator[Path]:
    for file in bundle.rglob("*.so*"):
        qt = {"PySide6", "shiboken6"} & set(file.relative_to(bundle).parts)
        if not qt and file.is_file() and not file.is_symlink():
            yield file
