"""Which packages of Debian the libraries of a bundle need, found by dpkg's own tool."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from carried import INSIDE

OPTIONAL: Final = {"libqgtk3.so": "Suggests", "libcupsprintersupport.so": "Recommends"}
"""Plugins loaded only where the desktop has what they need → the field their needs stand in."""


CONTROL: Final = "Source: triptych\n\nPackage: triptych\nArchitecture: any\n"


def depends(bundle: Path) -> dict[str, str]:
    """The values of the control fields Depends and Suggests.

    RuntimeError where dpkg's tools are missing or a library belongs to no package.
    """
    tool = shutil.which("dpkg-shlibdeps")
    if tool is None:
        raise RuntimeError("dpkg-shlibdeps is missing: install dpkg-dev")
    files = [p for p in sorted(bundle.rglob("*")) if _binary(p)]
    asked = [f"-e{p}" for p in files if p.name not in OPTIONAL]
    for name, field in OPTIONAL.items():
        asked += [f"-d{field}", *(f"-e{p}" for p in files if p.name == name)]
    folders = [f"-l{folder}" for folder in sorted({p.parent for p in files})]
    left_out = [f"-x{package}" for package in sorted(owners(bundle))]
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "debian").mkdir()
        (Path(place) / "debian" / "control").write_text(CONTROL)
        command = [tool, "-O", "--ignore-missing-info", *folders, *left_out, *asked]
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"dpkg-shlibdeps failed: {done.stderr.strip()}")
    return parse(done.stdout)


def owners(bundle: Path) -> set[str]:
    """The packages of libraries the bundle carries itself: it need not depend on them."""
    libraries = [p.name for p in (bundle / INSIDE).glob("lib*.so*") if not p.is_symlink()]
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in libraries)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return {line.split(":")[0] for line in done.stdout.splitlines()}


def parse(output: str) -> dict[str, str]:
    """The fields in what dpkg-shlibdeps prints: `shlibs:Depends=libc6 (>= 2.34), …`."""
    pairs = re.findall(r"^shlibs:(\w+)=(.+)$", output, flags=re.MULTILINE)
    return {name: ", ".join(sorted(value.split(", "))) for name, value in pairs}


def _binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    if path.parent.name != INSIDE and ".so" not in path.name and path.suffix:
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
