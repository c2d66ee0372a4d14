"""The Python packages the installed program runs on, direct and indirect.

They are those pyproject.toml names, as the installed program's own metadata repeat them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NOT_CARRIED = frozenset({"pip", "setuptools", "wheel"})
"""Required by what we use, and used by none of it that we use."""

QT = frozenset({"pyside6-essentials", "shiboken6"})
"""PyInstaller finds by itself what these need; taking all of them would be 600 MB."""


def runtime() -> list[Distribution]:
    """All that the installed program runs on, itself left out, in order of their names."""
    return [d for d in closure(["triptych"]) if name_of(d) != "triptych"]


def closure(requirements: Iterable[str]) -> list[Distribution]:
    """Some distributions and all they need; LookupError where one is not installed."""
    waiting = [Requirement(line) for line in requirements]
    found: dict[str, Distribution] = {}
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        needed = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
        if name in found or name in NOT_CARRIED or not needed:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError as error:
            raise LookupError(f"{name} is not installed") from error
        waiting += [Requirement(line) for line in found[name].requires or []]
    return [found[name] for name in sorted(found)]


def name_of(dist: Distribution) -> str:
    """A distribution's name as indexes write it."""
    return canonicalize_name(dist.metadata["Name"])


def modules(dist: Distribution) -> list[str]:
    """The top modules and packages a distribution installs, test packages left out."""
    found = set()
    for file in dist.files or []:
        top = file.parts[0]
        if top.endswith((".dist-info", ".data")) or top in ("..", "bin", "__pycache__"):
            continue
        name = top if len(file.parts) > 1 else _module_of(top)
        if name and name.isidentifier() and name not in ("tests", "test"):
            found.add(name)
    return sorted(found)


def _module_of(file: str) -> str | None:
    match = re.fullmatch(r"(\w+)(\.[\w-]+)*\.(py|so|pyd)", file)
    return match[1] if match else None


def licence_files(dist: Distribution) -> Iterator[Path]:
    """The texts of a distribution's licence that lie in its metadata folder or its package."""
    for file in dist.files or []:
        wanted = re.match(r"(?i)(licen[cs]e|copying|notice|authors|al\.txt)", file.name)
        inside = "licenses" in file.parts or "license_files" in file.parts
        if (wanted or inside) and file.suffix not in (".py", ".pyc"):
            path = Path(str(file.locate()))
            if path.is_file():
                yield path
