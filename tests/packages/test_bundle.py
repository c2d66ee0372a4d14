"""The bundle that `make dist` made last, where there is one: what it holds and what it lacks."""

import json
import platform
import subprocess
from pathlib import Path

import contents
import facts
import pytest

from tests.project import ROOT

NAME = "Triptych.app" if platform.system() == "Darwin" else "triptych"
BUNDLE = ROOT / "build" / "bundle" / NAME
MOST_BYTES = 90_000_000


@pytest.fixture(scope="module")
def bundle() -> Path:
    if not BUNDLE.is_dir():
        pytest.skip("no bundle has been made here (make dist)")
    return BUNDLE


def test_it_holds_nothing_that_may_not_be_there(bundle: Path) -> None:
    pytest.importorskip("PyInstaller", reason="only PyInstaller can look into its archives")
    assert not contents.faults(bundle)


def test_it_has_every_file_of_the_resources_it_was_made_from(bundle: Path) -> None:
    made = contents.program_file(bundle, "triptych").stat().st_mtime
    if any(p.stat().st_mtime > made for p in (ROOT / "resources").rglob("*.*")):
        pytest.skip("the resources have changed since the bundle was made (make dist)")
    held = {p.name for p in bundle.rglob("resources/**/*") if p.is_file()}
    wanted = {p.name for p in (ROOT / "resources/cases").rglob("*") if p.is_file()}
    assert wanted <= held


def test_the_licences_of_all_it_holds_are_there(bundle: Path) -> None:
    folder = next(p for p in bundle.rglob("licences") if p.is_dir())
    rows = (folder / "README.txt").read_text(encoding="utf-8").splitlines()
    named = {row.rsplit(" · ", 1)[1].rstrip("/") for row in rows if row.endswith("/")}
    assert {"qt", "python", "sqlite", "typst", "pyinstaller", "ibm-plex", "lucide"} <= named
    for name in named:
        texts = [p for p in (folder / name).rglob("*") if p.is_file() and p.stat().st_size > 50]
        assert texts, name
    packages = {
        p.name.split("-")[0].replace("_", "-").lower()
        for p in bundle.rglob("*.dist-info")
        if p.is_dir()
    }
    qt = {"pyside6-essentials", "shiboken6"}
    assert packages - qt <= named


def test_the_command_line_starts(bundle: Path) -> None:
    program = contents.program_file(bundle, "triptych-cli")
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.startswith("triptych-cli "), done.stderr


def test_the_package_is_small_enough() -> None:
    made = list((ROOT / "dist").glob(f"triptych_{facts.read_facts().version}-*.deb"))
    if not made:
        pytest.skip("no package has been made here (make dist)")
    assert all(p.stat().st_size <= MOST_BYTES for p in made)


def test_it_sets_a_page_in_a_process_of_its_own(bundle: Path) -> None:
    """As the window asks for a PDF; the fonts have to be found too."""
    setting = {
        "template": '#set document(title: "a")\n#set text(font: "IBM Plex Serif")\n= Zhanaozen',
        "data": "{}", "stamp": 1, "system_fonts": False, "sealed": True,
    }  # fmt: skip
    program = contents.program_file(bundle, "triptych-cli")
    done = subprocess.run(
        [program, "typeset"], input=json.dumps(setting).encode(), capture_output=True, check=False
    )
    assert done.stdout.startswith(b"%PDF-"), done.stderr
    assert b"IBMPlexSerif" in done.stdout
