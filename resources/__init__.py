"""Where the program's own files are: cases, help, icons, fonts, themes, translations."""

import sys
from pathlib import Path


def path(*parts: str) -> Path:
    """Return the place of a file that ships with the program.

    A bundle unpacks its data under ``sys._MEIPASS``; everywhere else the files lie beside
    this module. The file need not exist.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) / "resources" if bundle else Path(__file__).resolve().parent
    return root.joinpath(*parts)
