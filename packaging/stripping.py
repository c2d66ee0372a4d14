"""Drop the symbols that only a debugger reads from the libraries that still carry them."""

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


def _libraries(bundle: Path) -> Iterator[Path]:
    for file in bundle.rglob("*.so*"):
        qt = {"PySide6", "shiboken6"} & set(file.relative_to(bundle).parts)
        if not qt and file.is_file() and not file.is_symlink():
            yield file
