"""What a reader without a screen gets, and what the README shows, can be drawn."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.project import ROOT

SIZE = (1440, 900)


def run(script: str, folder: Path) -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / script), str(folder)],
        capture_output=True,
        text=True,
        cwd=folder.parent,
        env=bare,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def colours(file: Path) -> int:
    """How many colours there are at every tenth point: a blank window has few."""
    image = QImage(str(file))
    assert (image.width(), image.height()) == SIZE
    return len({image.pixel(x, y) for x in range(0, SIZE[0], 10) for y in range(0, SIZE[1], 10)})


def test_without_a_screen_there_is_a_corpus_a_sheet_and_a_picture(tmp_path: Path) -> None:
    folder = tmp_path / "out put"
    run("without_screen.py", folder)
    assert (folder / "zhanaozen-2011.triptych").stat().st_size > 100_000
    assert (folder / "zhanaozen-2011.pdf").read_bytes().startswith(b"%PDF-")
    assert "<table" in (folder / "zhanaozen-2011.html").read_text(encoding="utf-8")
    assert colours(folder / "window.png") > 100


def test_the_pictures_of_the_readme_are_those_the_script_draws(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    run("screenshots.py", folder)
    drawn = {file.name for file in folder.iterdir()}
    assert drawn == {file.name for file in (ROOT / "packaging" / "images").iterdir()}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in drawn:
        assert f"packaging/images/{name}" in readme
    assert colours(folder / "main-light.png") > 100
    assert colours(folder / "main-dark.png") > 100
