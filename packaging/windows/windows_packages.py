"""The packages for Windows: an installer made by NSIS, and a zip to unpack anywhere."""

from __future__ import annotations

import shutil
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Final

import icons
from facts import ROOT, Facts

SCRIPT: Final = ROOT / "packaging" / "windows" / "triptych.nsi"


def installer(facts: Facts, bundle: Path, target: Path) -> Path:
    """Write triptych-VERSION-windows-setup.exe; RuntimeError where NSIS is missing or fails.

    Any folder will do for `bundle`, so that the script can be compiled on other systems too.
    """
    tool = shutil.which("makensis") or _usual_place()
    if tool is None:
        raise RuntimeError("makensis is missing: install NSIS")
    setup = target / f"triptych-{facts.version}-windows-setup.exe"
    drawn = [_icon("triptych", target), _icon("triptych-document", target)]
    defined = {
        "VERSION": facts.version,
        "PAYLOAD": bundle,
        "ICON": drawn[0],
        "DOCUMENT_ICON": drawn[1],
        "LICENCE": ROOT / "LICENSE",
        "TARGET": setup,
    }
    command = [tool, "-V2", "-WX", *(f"-D{k}={v}" for k, v in defined.items()), str(SCRIPT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    for icon in drawn:
        icon.unlink()
    if done.returncode:
        raise RuntimeError(f"makensis failed: {done.stdout}{done.stderr}")
    return setup


def _usual_place() -> str | None:
    path = Path("C:/Program Files (x86)/NSIS/makensis.exe")
    return str(path) if path.is_file() else None


def _icon(name: str, folder: Path) -> Path:
    path = folder / f"{name}.ico"
    icons.write_icon(ROOT / "resources" / "icons" / f"{name}.svg", path)
    return path


def portable(facts: Facts, bundle: Path, target: Path) -> Path:
    """Write triptych-VERSION-windows-portable.zip: unpack it and start triptych.exe."""
    packed = target / f"triptych-{facts.version}-windows-portable.zip"
    day = time.gmtime(max(facts.epoch, 315532800))[:6]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(p for p in bundle.rglob("*") if p.is_file()):
            name = f"Triptych/{path.relative_to(bundle).as_posix()}"
            entry = zipfile.ZipInfo(name, day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return packed
