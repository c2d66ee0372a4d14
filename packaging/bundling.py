"""What the plan of the bundle (triptych.spec) asks while PyInstaller runs it."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import icons
import windows_version as win
from carried import (
    EXCLUDED_MODULES,
    FORBIDDEN,
    INSIDE,
    QT_LIBRARIES,
    SYSTEM_LIBRARIES_CARRIED,
    module_forbidden,
    plugin_wanted,
    qt_library,
)
from facts import ROOT, Facts, read_facts
from info_plist import MAC_IDENTIFIER, info_plist
from PyInstaller.depend.bindepend import get_imports
from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata
from runtime import QT, modules, name_of, runtime

__all__ = [
    "EXCLUDED_MODULES", "INSIDE", "MAC_IDENTIFIER", "collect", "info_plist", "kept_binaries",
    "kept_datas", "kept_modules", "kept_scripts", "program_icon", "read_facts", "windows_version",
]  # fmt: skip

Entry = tuple[str, str, str]
OWN = ("db", "desktop", "resources")


@dataclass
class Collected:
    """Modules to take though nothing seems to import them, and files that are not code."""

    modules: list[str] = field(default_factory=list)
    datas: list[tuple[str, str]] = field(default_factory=list)

    @property
    def modules_without_qt(self) -> list[str]:
        """The modules the command line may have: all but the window's."""
        return [m for m in self.modules if m.split(".")[0] != "desktop"]


def collect() -> Collected:
    """Everything of ours and of what we run on, whether PyInstaller would find it or not.

    Much is imported late or by name (Markdown's extensions, time zones, writers of formats), so
    each package named in pyproject.toml is taken whole, Qt alone excepted.
    """
    found = Collected()
    names = list(OWN)
    for dist in runtime():
        found.datas += copy_metadata(dist.metadata["Name"])
        if name_of(dist) not in QT:
            names += modules(dist)
    found.datas += copy_metadata("triptych")
    for name in names:
        found.modules += collect_submodules(name, filter=_module_wanted, on_error="ignore")
        found.datas += collect_data_files(name)
    found.modules = sorted({*found.modules, *names})
    return found


def _module_wanted(name: str) -> bool:
    return not module_forbidden(name)


def kept_modules(entries: Iterable[Entry]) -> list[Entry]:
    """Python modules without those no bundle may hold."""
    return [e for e in entries if not module_forbidden(e[0], e[1])]


def kept_scripts(entries: Iterable[Entry]) -> list[Entry]:
    """What runs at the start. On Linux our own few lines in programs/ do what PyInstaller's would.

    Its hooks import modules nothing else needs at a start, and Qt before its time: a tenth of a
    second. What they arrange for (inspect, pkgutil, multiprocessing in a bundle) is not used.
    """
    linux = sys.platform.startswith("linux")
    return [e for e in entries if not (linux and e[0].startswith("pyi_rth_"))]


def kept_datas(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Data files without tests, stubs, Qt's translations and the traces of this machine.

    Links to libraries are among them; those to a library that was left out are dropped.
    """
    libraries = {path for path, _, _ in binaries}
    return [
        (path, source, kind)
        for path, source, kind in entries
        if (kind != "SYMLINK" and _data_wanted(PurePosixPath(path.replace("\\", "/"))))
        or (kind == "SYMLINK" and (_target(path, source) in libraries or _framework_wanted(path)))
    ]


def _framework_wanted(path: str) -> bool:
    """Whether a file belongs to a framework (macOS) of a part of Qt that is used."""
    name = next((p for p in PurePosixPath(path).parts if p.endswith(".framework")), "")
    return qt_library(name) in QT_LIBRARIES


def _target(path: str, target: str) -> str:
    """Where a link leads; its target is written from its own folder."""
    return posixpath.normpath((PurePosixPath(path).parent / target).as_posix())


def _data_wanted(path: PurePosixPath) -> bool:
    if FORBIDDEN.search(str(path)) or path.suffix in (".pyi", ".pxd", ".h", ".c", ".pyx"):
        return False
    if path.parts[0] == "PySide6":
        return _framework_wanted(str(path))
    return not (path.parent.suffix == ".dist-info" and path.name in ("INSTALLER", "REQUESTED"))


def kept_binaries(entries: Iterable[Entry]) -> list[Entry]:
    """Libraries that something kept needs, without those every system has."""
    wanted = [e for e in entries if _binary_wanted(e)]
    places = {Path(source).resolve() for _, source, _ in wanted}
    needed = _needed_by({Path(e[1]).resolve() for e in wanted if not _only_if_needed(e)}, places)
    return [e for e in wanted if Path(e[1]).resolve() in needed]


def _only_if_needed(entry: Entry) -> bool:
    """Whether a library is there for others only: Qt's own, and those of the build system.

    Python's own is loaded by the program itself and named by no other.
    """
    name = Path(entry[0]).name
    if name.startswith("libpython"):
        return False
    return bool(qt_library(entry[0]) or SYSTEM_LIBRARIES_CARRIED.match(name))


def _binary_wanted(entry: Entry) -> bool:
    path, source, _ = entry
    plugin = plugin_wanted(path)
    if plugin is not None:
        return plugin
    library = qt_library(path)
    if library is not None:
        return library in QT_LIBRARIES
    if FORBIDDEN.search(path.replace("\\", "/")):
        return False
    return not sys.platform.startswith("linux") or _ours_on_linux(Path(source))


def _ours_on_linux(source: Path) -> bool:
    """Whether a library comes with Python or a package, or is one of the few taken along."""
    ours = [Path(p).resolve() for p in (sys.prefix, sys.base_prefix)]
    inside = [p for p in ours if p != Path("/usr") and p in source.resolve().parents]
    extension = "lib-dynload" in source.parts
    return bool(inside) or extension or bool(SYSTEM_LIBRARIES_CARRIED.match(source.name))


def _needed_by(files: Iterable[Path], among: set[Path]) -> set[Path]:
    """Some files and every library they need `among` those carried, and those need in turn."""
    waiting = [*files]
    seen: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file in seen or file not in among:
            continue
        seen.add(file)
        waiting += [Path(path).resolve() for _, path in get_imports(str(file)) if path is not None]
    return seen


def program_icon() -> str | None:
    """The program's icon in the form this system's programs carry it; none on Linux."""
    ending = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    if ending is None:
        return None
    target = ROOT / "build" / f"triptych.{ending}"
    icons.write_icon(ROOT / "resources" / "icons" / "triptych.svg", target)
    return str(target)


def windows_version(facts: Facts, name: str) -> object:
    """What Windows shows in a program's properties; nothing elsewhere."""
    return win.version_info(facts, name) if sys.platform == "win32" else None
