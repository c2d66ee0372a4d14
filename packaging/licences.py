"""Collect the texts of all licences a bundle needs into its folder `licences`.

Whose each is stands in `licences/README.txt`. Something that is bundled and has no text is a fault
(LookupError), never left out in silence.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from facts import ROOT, Facts
from runtime import QT, licence_files, name_of, runtime

TEXTS: Final = ROOT / "packaging" / "licence_texts"
SPDX: Final = TEXTS / "spdx"
TYPST_FONTS: Final = {
    "Libertinus Serif": "OFL-1.1",
    "New Computer Modern": "GUST-Font-License",
    "DejaVu Sans Mono": "Bitstream-Vera",
}
SQLITE: Final = "SQLite's authors have dedicated its code to the public domain: https://sqlite.org/copyright.html\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One bundled work: its name, version, licence, and the folder its texts are in."""

    name: str
    version: str
    licence: str
    folder: str


def collect(facts: Facts, target: Path) -> list[Entry]:
    """Write every text and the index; `target` is made anew."""
    shutil.rmtree(target, ignore_errors=True)
    entries = [
        _own(facts, target),
        *_python(target),
        *_packages(target),
        *_qt(target),
        *_resources(target),
        *_typst(target),
        *_libraries(target.parent, target),
    ]
    (target / "README.txt").write_text(index(entries), encoding="utf-8")
    return entries


def index(entries: list[Entry]) -> str:
    """The list of what is bundled, for a reader of the folder."""
    head = (
        "Triptych is under the MIT licence (folder triptych). What it carries of others is listed\n"
        "here; the full texts are in the folders named last. Qt and PySide6 are used under the\n"
        "LGPL: they lie beside the program as separate files and may be replaced by other builds\n"
        "of the same version. Their source is at https://download.qt.io/ and https://code.qt.io/.\n"
    )
    lines = [
        f"{e.name} {e.version} · {e.licence} · {e.folder}/".replace("  ", " ") for e in entries
    ]
    return head + "\n" + "\n".join(lines) + "\n"


def _own(facts: Facts, target: Path) -> Entry:
    for name in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
        put(ROOT / name, target / "triptych" / name)
    return Entry("Triptych", facts.version, "MIT", "triptych")


def _python(target: Path) -> Iterator[Entry]:
    put(_python_licence(), target / "python" / "LICENSE.txt")
    yield Entry("Python", sys.version.split()[0], "PSF-2.0", "python")
    import sqlite3

    (target / "sqlite").mkdir(parents=True)
    (target / "sqlite" / "LICENSE.txt").write_text(SQLITE, encoding="utf-8")
    yield Entry("SQLite", sqlite3.sqlite_version, "public domain", "sqlite")
    if sys.platform == "win32":
        yield Entry("Microsoft Visual C++ runtime", "", "Microsoft's terms for it", "python")
    _put_texts(distribution("pyinstaller"), target / "pyinstaller")
    version = distribution("pyinstaller").version
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    yield Entry("PyInstaller's boot loader", version, licence, "pyinstaller")


def _python_licence() -> Path:
    base = Path(sys.base_prefix)
    inside = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    minor = f"python3.{sys.version_info.minor}"
    debian = Path("/usr/share/doc") / minor / "copyright"
    for place in (inside, base / "LICENSE.txt", base / "LICENSE", debian):
        if place.is_file():
            return place
    raise LookupError("the text of Python's licence was not found beside this Python")


def _packages(target: Path) -> Iterator[Entry]:
    for dist in runtime():
        name = name_of(dist)
        if name not in QT:
            _put_texts(dist, target / name)
            yield Entry(dist.metadata["Name"], dist.version, licence_of(dist), name)


def licence_of(dist: Distribution) -> str:
    """The licence a distribution states, in one line."""
    known = dist.metadata
    stated = next((known[k] for k in ("License-Expression", "License") if k in known), "")
    if not stated or "\n" in stated:
        kinds = [c for c in known.get_all("Classifier") or [] if c.startswith("License ::")]
        stated = kinds[0].rpartition(":: ")[2] if kinds else stated.split("\n")[0]
    return stated or "see the text"


def _put_texts(dist: Distribution, folder: Path) -> None:
    found = list(licence_files(dist))
    for file in found:
        put(file, free_name(folder / file.name))
    if found:
        return
    texts = [SPDX / f"{i}.txt" for i in identifiers(licence_of(dist))]
    if not texts or not all(t.is_file() for t in texts):
        raise LookupError(f"no text of the licence of {dist.metadata['Name']} was found")
    for text in texts:
        put(text, folder / text.name)


def identifiers(expression: str) -> list[str]:
    """The SPDX identifiers in an expression."""
    words = re.findall(r"[A-Za-z0-9.+-]+", expression)
    return [w for w in dict.fromkeys(words) if w not in ("AND", "OR", "WITH")]


def _qt(target: Path) -> Iterator[Entry]:
    for name in ("LGPL-3.0-only", "GPL-3.0-only"):
        put(SPDX / f"{name}.txt", target / "qt" / f"{name}.txt")
    for file in sorted(TEXTS.glob("qt-*.txt")):
        put(file, target / "qt" / file.name)
    for name in ("PySide6-Essentials", "shiboken6"):
        yield Entry(name, distribution(name).version, "LGPL-3.0-only", "qt")
    yield Entry(
        "Qt, with what is inside it", distribution("shiboken6").version, "LGPL-3.0-only", "qt"
    )


def _resources(target: Path) -> Iterator[Entry]:
    put(ROOT / "resources" / "fonts" / "OFL.txt", target / "ibm-plex" / "OFL.txt")
    yield Entry("IBM Plex Sans and Serif", "", "OFL-1.1", "ibm-plex")
    put(ROOT / "resources" / "icons" / "lucide" / "LICENSE", target / "lucide" / "LICENSE")
    yield Entry("Lucide icons", "", "ISC and MIT", "lucide")


def _typst(target: Path) -> Iterator[Entry]:
    """What is compiled into typst: fonts, and crates by the list the package brings."""
    for font, licence in TYPST_FONTS.items():
        put(SPDX / f"{licence}.txt", target / "typst" / "fonts" / f"{licence}.txt")
        yield Entry(f"{font} (inside typst)", "", licence, "typst/fonts")
    put(SPDX / "LPPL-1.3c.txt", target / "typst" / "fonts" / "LPPL-1.3c.txt")
    crates = typst_crates()
    lines = [
        f"{name} {version} · {licence} · {author}" for name, version, licence, author in crates
    ]
    text = "Compiled into typst (name, version, licence, authors):\n\n" + "\n".join(lines) + "\n"
    (target / "typst" / "crates.txt").write_text(text, encoding="utf-8")
    for name in {i for crate in crates for i in identifiers(crate[2])}:
        put(SPDX / f"{name}.txt", target / "typst" / "crates" / f"{name}.txt")
    yield Entry(f"{len(crates)} Rust crates (inside typst)", "", "see crates.txt", "typst")


def typst_crates() -> list[tuple[str, str, str, str]]:
    """Name, version, licence and authors of each crate, from the list of parts typst brings."""
    dist = distribution("typst")
    boms = [f for f in dist.files or [] if f.name.endswith(".cyclonedx.json")]
    if not boms:
        raise LookupError("typst brings no list of its parts any more; its licences need a look")
    parts = json.loads(Path(str(boms[0].locate())).read_text(encoding="utf-8"))["components"]
    found = set()
    for part in parts:
        licences = [
            each.get("expression") or each["license"].get("id") or each["license"]["name"]
            for each in part.get("licenses", [])
        ]
        licence = re.sub(r"\s+", " ", " AND ".join(licences)) or "not stated"
        found.add((part["name"], part["version"], licence, part.get("author", "")))
    return sorted(found)


def _libraries(bundle: Path, target: Path) -> Iterator[Entry]:
    """Libraries of the build system that were taken along (Linux): their copyright files."""
    from carried import INSIDE, SYSTEM_LIBRARIES_CARRIED

    for file in sorted((bundle / INSIDE).glob("lib*.so*")):
        taken = SYSTEM_LIBRARIES_CARRIED.match(file.name) and not file.is_symlink()
        if not taken or file.name.startswith("libpython"):
            continue
        package, version = _debian_package(file.name)
        put(Path("/usr/share/doc") / package / "copyright", target / package / "copyright")
        yield Entry(package, version, "see the text", package)


def _debian_package(library: str) -> tuple[str, str]:
    asked = ["dpkg-query", "--search", f"*/{library}"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    if not found:
        raise LookupError(f"no package of this system owns {library}; its licence is not known")
    package = found[0].split(":")[0]
    shown = ["dpkg-query", "--show", "--showformat=${Version}", package]
    version = subprocess.run(shown, capture_output=True, text=True, check=False).stdout
    return package, version


def free_name(path: Path) -> Path:
    """A path that is not taken yet: two texts of one name get a number."""
    tries = (path.with_name(f"{path.stem}-{i}{path.suffix}") for i in range(2, 100))
    return path if not path.exists() else next(p for p in tries if not p.exists())


def put(source: Path, target: Path) -> None:
    """Copy one text; LookupError where it is not there."""
    if not source.is_file():
        raise LookupError(f"the licence text {source.name} is missing in {source.parent}")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
