"""The modules of packaging/, which is a folder of scripts and no package."""

import sys

from tests.project import ROOT

for folder in ("", "linux", "windows", "macos", "smoke"):
    place = str(ROOT / "packaging" / folder)
    if place not in sys.path:
        sys.path.append(place)
