"""The project as its user and its packager find it."""

import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from desktop.actions import MENUS, SPECS, SUBMENUS
from desktop.cli import main as cli
from tests.project import ROOT, name_of, texts

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
# The rules of time zones change with the years; their data has no versions that break.
WITHOUT_BOUND = {"tzdata"}
FOLDERS_OF_A_MACHINE = ("home", "Users", "root", "work", "opt", "mnt", "Volumes")


def requirements() -> list[str]:
    extras = chain.from_iterable(PROJECT["optional-dependencies"].values())
    return [*PROJECT["dependencies"], *extras, *PYPROJECT["build-system"]["requires"]]


@pytest.mark.parametrize("requirement", requirements())
def test_a_dependency_has_both_bounds(requirement: str) -> None:
    name = re.split(r"[<>=!~ ]", requirement, maxsplit=1)[0]
    assert ">=" in requirement
    assert name in WITHOUT_BOUND or "<" in requirement


def test_the_version_stands_once() -> None:
    version = PROJECT["version"]
    holders = [
        name
        for name, text in texts()
        if name.endswith((".py", ".toml", ".sh", "Makefile")) and f'"{version}"' in text
    ]
    assert holders == ["pyproject.toml"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_names_a_place_on_one_machine() -> None:
    folders = "|".join(FOLDERS_OF_A_MACHINE)
    named = re.compile(rf"(?<![\w.~/$}}*)\]-])/(?:{folders})/\w|[A-Z]:\\Users\\\w")
    found = [f"{name}: {match[0]}" for name, text in texts() for match in named.finditer(text)]
    assert not found


def test_every_make_command_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    for document in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        named = set(re.findall(r"(?:^    |`)make ([a-z-]+)", text, flags=re.MULTILINE))
        assert named
        assert named <= targets, document


def test_every_command_of_the_command_line_that_is_named_exists(
    capsys: pytest.CaptureFixture[str],
) -> None:
    named = set()
    for name, text in texts():
        if name.endswith(".md"):
            named |= set(re.findall(r"(?:^    |`)triptych-cli ([a-z-]+)", text, flags=re.MULTILINE))
    assert {"case", "export", "verify"} <= named
    for command in sorted(named):
        with pytest.raises(SystemExit) as exit_:
            cli([command, "--help"])
        assert exit_.value.code == 0, command
    capsys.readouterr()


def test_the_keys_the_readme_names_are_those_of_an_action() -> None:
    known = {keys for spec in SPECS for keys in spec.keys}
    table = re.findall(r"^\| `.*$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    named = [keys for row in table for keys in re.findall(r"`([^`\s/]+)`", row)]
    written = {keys for keys in named if "+" in keys or re.fullmatch(r"F\d+", keys)}
    assert {"Alt+Down", "F1", "Ctrl+Shift+P"} <= written
    assert not written - known


def test_every_file_the_readme_shows_or_links_exists() -> None:
    for document in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            if document == "CONTRIBUTING.md" and target == "timeline.md":
                continue  # an example of a link in a help topic
            assert (ROOT / target).is_file(), target


def test_the_packages_that_own_scripts_have_them() -> None:
    entries = [*PROJECT["scripts"].values(), *PROJECT["gui-scripts"].values()]
    for entry in entries:
        module, function = entry.split(":")
        file = ROOT / Path(*module.split(".")).with_suffix(".py")
        assert f"def {function}(" in file.read_text(encoding="utf-8")


def test_every_action_stands_in_a_menu() -> None:
    placed = set()
    for _, _, ids in MENUS:
        for entry in ids:
            placed.add(entry.rstrip(">"))
            placed |= set(SUBMENUS[entry[:-1]][1]) if entry.endswith(">") else set()
    missing = {spec.id for spec in SPECS} - placed
    assert not missing
    unknown = placed - {spec.id for spec in SPECS} - set(SUBMENUS) - {"-"}
    assert not unknown


def test_no_two_actions_have_the_same_keys() -> None:
    owners: dict[str, str] = {}
    for spec in SPECS:
        for keys in spec.keys:
            portable = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
            assert portable, f"{spec.id}: {keys} are no keys"
            assert portable not in owners, f"{keys}: {owners.get(portable)} and {spec.id}"
            owners[portable] = spec.id


@pytest.mark.parametrize("package", ["db", "desktop.cli"])
def test_without_a_window_no_qt_is_loaded(package: str) -> None:
    code = (
        "import importlib, pkgutil, sys\n"
        f"top = importlib.import_module({package!r})\n"
        "for m in pkgutil.walk_packages(getattr(top, '__path__', []), top.__name__ + '.'):\n"
        "    importlib.import_module(m.name)\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'numpy'))])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_packaging_hides_no_package_of_its_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_scripts_can_be_executed() -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps no such bit")
    for script in (ROOT / ".ci" / "run", ROOT / "packaging" / "set_up.sh"):
        assert script.stat().st_mode & 0o100, name_of(script)
