"""Assemble the packages of this system; run by dist.py inside the environment it makes.

Usage: assemble.py [WHAT…]      (default: everything this system can make)
"""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import contents
import licences
import sbom
import stripping
from facts import ROOT, Facts, read_facts
from runtime import closure, name_of

BUILD: Final = ROOT / "build"
DIST: Final = ROOT / "dist"
NAME: Final = "Triptych.app" if platform.system() == "Darwin" else "triptych"
BUNDLE: Final = BUILD / "bundle" / NAME
Maker = Callable[[Facts, Path, Path], Path]


def main(arguments: list[str]) -> int:
    """Bundle, check, pack; exit status 1 where the bundle holds what it may not."""
    facts = read_facts()
    DIST.mkdir(exist_ok=True)
    makers = makers_here()
    unknown = set(arguments) - {*makers, "bundle"}
    if unknown:
        print(f"triptych: not made on this system: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    make_bundle(facts)
    faults = [*contents.faults(BUNDLE), *contents.running_faults(BUNDLE, facts.version)]
    for fault in faults:
        print(f"triptych: {fault}", file=sys.stderr)
    if faults:
        return 1
    made = [sbom.write(facts, BUNDLE, DIST / f"{stem(facts)}.cdx.json"), write_versions(facts)]
    for name, make in makers.items():
        if not arguments or name in arguments:
            made.append(make(facts, BUNDLE, DIST))
    made.append(write_sums(made))
    for path in made:
        size = path.stat().st_size / 1e6
        print(f"triptych: {path.relative_to(ROOT)}  {size:.1f} MB", flush=True)
    return 0


def make_bundle(facts: Facts) -> None:
    """Run PyInstaller, then add the licences and drop what only a debugger reads."""
    shutil.rmtree(BUNDLE.parent, ignore_errors=True)
    spec = ROOT / "packaging" / "triptych.spec"
    work = BUILD / "pyinstaller"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    folders = ["--workpath", str(work), "--distpath", str(BUNDLE.parent)]
    subprocess.run([*command, "--clean", *folders, str(spec)], check=True, cwd=ROOT)
    stripping.strip(BUNDLE)
    stripping.even_records(BUNDLE)
    inside = "Contents/Resources/licences" if BUNDLE.suffix else "licences"
    licences.collect(facts, BUNDLE / inside)


def makers_here() -> dict[str, Maker]:
    """What this system can make, by name."""
    system = platform.system()
    if system == "Linux":
        sys.path.insert(0, str(ROOT / "packaging" / "linux"))
        import deb
        import self_extracting

        return {"deb": deb.make, "run": self_extracting.make}
    if system == "Windows":
        sys.path.insert(0, str(ROOT / "packaging" / "windows"))
        import windows_packages

        return {"zip": windows_packages.portable, "installer": windows_packages.installer}
    sys.path.insert(0, str(ROOT / "packaging" / "macos"))
    import disk_image

    return {"dmg": disk_image.make}


def stem(facts: Facts) -> str:
    """The beginning of the names of this system's files: program, version, system, machine."""
    system = {"Darwin": "macos"}.get(platform.system(), platform.system().lower())
    return f"triptych-{facts.version}-{system}-{platform.machine().lower()}"


def write_sums(made: list[Path]) -> Path:
    """SHA256SUMS of what this run made; `sha256sum --check` reads it."""
    rows = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in made]
    target = DIST / "SHA256SUMS"
    target.write_text("".join(sorted(rows)), encoding="utf-8", newline="\n")
    return target


def write_versions(facts: Facts) -> Path:
    """The exact versions of all that was bundled, to make the same build again."""
    found = [d for d in closure(["triptych", "pyinstaller"]) if name_of(d) != "triptych"]
    lines = [f"{name_of(d)}=={d.version}\n" for d in found]
    target = DIST / f"{stem(facts)}.versions.txt"
    target.write_text("".join(lines), encoding="utf-8")
    return target


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
