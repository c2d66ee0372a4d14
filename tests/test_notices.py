"""Nothing that is shipped goes without its licence being named."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
NOTICES = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
SPELLINGS = {"apache license, version 2.0": "apache-2.0"}


def runtime_packages() -> list[str]:
    """Return the names of all installed packages the program runs on, direct and indirect."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    found: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        needed = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
        if name in found or not needed:
            continue
        found.add(name)
        waiting += [Requirement(line) for line in distribution(name).requires or []]
    return sorted(found)


def rows() -> dict[str, str]:
    """Return the licence column of every table row, by the canonical name in the first."""
    pairs = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", NOTICES, flags=re.MULTILINE)
    return {canonicalize_name(name.strip()): licence.strip() for name, licence in pairs}


def stated_licence(name: str) -> str:
    """Return the SPDX words of an installed package's licence, empty where it has none."""
    metadata = distribution(name).metadata
    stated = metadata.get("License-Expression") or metadata.get("License") or ""
    first = stated.splitlines()[0].split(" OR ")[0].lower() if stated else ""
    return SPELLINGS.get(first, first)


@pytest.mark.parametrize("name", runtime_packages())
def test_every_package_the_program_runs_on_is_listed_with_its_licence(name: str) -> None:
    assert name in rows(), f"{name} is missing from THIRD_PARTY_NOTICES.md"
    assert stated_licence(name) in rows()[name].lower()


def test_no_package_is_listed_that_is_no_longer_used() -> None:
    section = NOTICES.split("## Python packages")[1].split("\n## ")[0]
    names = re.findall(r"^\| ([^|]+) \| [^|]+ \|", section, flags=re.MULTILINE)
    listed = {canonicalize_name(name.strip()) for name in names} - {"package"}
    assert listed == set(runtime_packages())


def test_what_is_carried_in_the_tree_has_its_licence_beside_it() -> None:
    for file in re.findall(r"`(resources/[^`*]*(?:OFL\.txt|LICENSE))`", NOTICES):
        assert (ROOT / file).is_file(), file
