"""The package for macOS: a disk image with the application in it."""

from __future__ import annotations

import platform
import subprocess
from pathlib import Path
from typing import Final

import icons
from facts import ROOT, Facts

HERE: Final = ROOT / "packaging" / "macos"


def make(facts: Facts, bundle: Path, target: Path) -> Path:
    """Write triptych-VERSION-macos-MACHINE.dmg from Triptych.app (needs macOS)."""
    drawing = ROOT / "resources" / "icons" / "triptych-document.svg"
    icons.write_icon(drawing, bundle / "Contents" / "Resources" / "triptych-document.icns")
    image = target / f"triptych-{facts.version}-macos-{platform.machine()}.dmg"
    subprocess.run(["sh", str(HERE / "make_dmg.sh"), str(bundle), str(image)], check=True)
    return image
