"""What is installed is whole: built from a folder without version control, run from elsewhere."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.project import MADE_HERE, ROOT, files, name_of


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "a copy of triptych"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*MADE_HERE, "*.egg-info"))
    # As in a folder the program was run from.
    (copy / "resources/__pycache__").mkdir()
    (copy / "resources/__pycache__/__init__.cpython-311.pyc").touch()
    pip("wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(folder), str(copy))
    (built,) = folder.glob("*.whl")
    return built


def pip(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_holds_everything_that_ships_and_nothing_else(wheel: Path) -> None:
    shipped = {
        name_of(path)
        for path in files()
        if path.relative_to(ROOT).parts[0] in ("db", "desktop", "resources")
    }
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        held = {name for name in names if ".dist-info/" not in name}
        (entries,) = (n for n in names if n.endswith("entry_points.txt"))
        scripts = archive.read(entries).decode()
    assert held == shipped
    assert "triptych = desktop.__main__:main" in scripts
    assert "triptych-cli = desktop.cli:main" in scripts
    assert any(name.endswith("licenses/THIRD_PARTY_NOTICES.md") for name in names)


def test_the_installed_program_compiles_the_case(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "installed here"
    pip("install", "--no-deps", "--no-index", "--target", str(place), str(wheel))
    corpus = tmp_path / "case.triptych"
    environment = {**os.environ, "PYTHONPATH": str(place), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop.cli", "case", "zhanaozen-2011", str(corpus)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert corpus.stat().st_size > 100_000
