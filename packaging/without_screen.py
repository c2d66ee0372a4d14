"""`make run` where there is no screen: the case, a sheet and a picture, in a folder.

Usage: without_screen.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import pictures

CASE = "zhanaozen-2011"


def main(arguments: list[str]) -> int:
    """Write the files; a corpus that is there already is kept and used."""
    folder = Path(arguments[0] if arguments else "out")
    folder.mkdir(parents=True, exist_ok=True)
    from desktop.cli import main as cli

    corpus = folder / f"{CASE}.triptych"
    if not corpus.exists():
        status = cli(["case", CASE, str(corpus)])
        if status:
            return status
    for ending in (".pdf", ".html"):
        status = cli(["export", str(corpus), str(folder / f"{CASE}{ending}")])
        if status:
            return status
    with pictures.window("light") as window:
        pictures.save(window, folder / "window.png")
    print(f"In {folder}:")
    for name, what in (
        (corpus.name, "the case as a corpus file; open it with `triptych` where there is a screen"),
        (f"{CASE}.pdf", "every event in three columns, to print"),
        (f"{CASE}.html", "the same for a browser"),
        ("window.png", "the window as it opens"),
    ):
        print(f"  {name:<26} {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
