"""What is wrong with a bundle: files and modules it may not hold, and things it lacks.

Usage: contents.py FOLDER      (exit status 1 where something is wrong)
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from carried import (
    FORBIDDEN,
    INSIDE,
    QT_LIBRARIES,
    QT_MODULES,
    module_forbidden,
    plugin_wanted,
    qt_library,
)

PROGRAMS = ("triptych", "triptych-cli")
NEEDED = (
    "resources/cases/zhanaozen-2011/case.toml", "resources/help/en/index.md",
    "resources/fonts/IBMPlexSans-Regular.ttf", "resources/icons/triptych.svg",
    "resources/translations/triptych_en.qm", "tzdata/zoneinfo/Asia/Aqtau",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Print what is wrong."""
    found = faults(Path(arguments[0]))
    for fault in found:
        print(fault)
    return 1 if found else 0


def faults(bundle: Path) -> list[str]:
    """One sentence for each fault, none for a bundle as it should be."""
    names = sorted(p.relative_to(bundle).as_posix() for p in bundle.rglob("*") if not p.is_dir())
    found = [sentence for name in names for sentence in file_faults(name)]
    found += [f"{p.relative_to(bundle)} leads nowhere" for p in broken_links(bundle)]
    found += [f"{name} is missing" for name in NEEDED if not _anywhere(bundle, name)]
    for program in PROGRAMS:
        found += [
            f"{program} holds the module {name}" for name in forbidden_modules(bundle, program)
        ]
    return found


def file_faults(name: str) -> Iterator[str]:
    """What is wrong with a file of a bundle, judged by its path."""
    if FORBIDDEN.search(name):
        yield f"{name} may not be in a bundle"
    if plugin_wanted(name) is False:
        yield f"{name} is a plugin of Qt that nothing uses"
    library = qt_library(name)
    if library is not None and library not in QT_LIBRARIES:
        yield f"{name} is a part of Qt that nothing uses"
    module = Path(name).name.split(".")[0]
    bound = Path(name).parent.name == "PySide6" and module.startswith("Qt") and library is None
    if bound and module not in QT_MODULES:
        yield f"{name} is a module of Qt that nothing uses"


def running_faults(bundle: Path, version: str) -> list[str]:
    """What is wrong when the command line is started: it has to come up and tell its version."""
    command = [str(program_file(bundle, "triptych-cli")), "--version"]
    bare = {k: v for k, v in os.environ.items() if k in ("SYSTEMROOT", "PATH", "TEMP", "TMP")}
    done = subprocess.run(command, capture_output=True, text=True, env=bare, check=False)
    if done.returncode == 0 and version in done.stdout:
        return []
    return [f"triptych-cli does not start: {done.stderr.strip() or done.stdout.strip()}"]


def broken_links(bundle: Path) -> Iterator[Path]:
    """Links whose target was left out."""
    yield from (p for p in sorted(bundle.rglob("*")) if p.is_symlink() and not p.exists())


def forbidden_modules(bundle: Path, program: str) -> list[str]:
    """Modules inside a program's own archive that may not be there."""
    return [name for name in archived_modules(bundle, program) if module_forbidden(name)]


def archived_modules(bundle: Path, program: str) -> list[str]:
    """The names of the Python modules inside a program and of Python's start-up archive."""
    import zipfile

    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program_file(bundle, program)))
    inner = next(name for name in archive.toc if name.endswith(".pyz"))
    names = list(archive.open_embedded_archive(inner).toc)
    for base in bundle.rglob("base_library.zip"):
        with zipfile.ZipFile(base) as opened:
            names += [n.rpartition(".")[0].replace("/", ".") for n in opened.namelist()]
    return sorted(names)


def program_file(bundle: Path, program: str) -> Path:
    """The executable of a program; FileNotFoundError where it is not there."""
    for name in (program, f"{program}.exe", f"Contents/MacOS/{program}"):
        if (bundle / name).is_file():
            return bundle / name
    raise FileNotFoundError(f"{bundle / program} is not there")


def _anywhere(bundle: Path, name: str) -> bool:
    return any((bundle / place / name).exists() for place in (INSIDE, "Contents/Resources"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
