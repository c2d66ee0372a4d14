"""The installer for Windows compiles, here against a stand-in for the bundle."""

import re
import shutil
import subprocess
from pathlib import Path

import facts
import pytest
import windows_packages

from tests.project import ROOT

SCRIPT = (ROOT / "packaging/windows/triptych.nsi").read_text(encoding="utf-8")


def test_the_installer_compiles(tmp_path: Path) -> None:
    if shutil.which("makensis") is None:
        pytest.skip("NSIS (makensis) is missing")
    bundle = tmp_path / "triptych"
    (bundle / "lib").mkdir(parents=True)
    (bundle / "triptych.exe").write_bytes(b"MZ")
    (bundle / "lib" / "part.txt").write_text("x", encoding="utf-8")
    setup = windows_packages.installer(facts.read_facts(), bundle, tmp_path)
    assert setup.read_bytes()[:2] == b"MZ"
    assert not list(tmp_path.glob("*.ico"))
    if shutil.which("7z"):
        listed = subprocess.run(
            ["7z", "l", str(setup)], capture_output=True, text=True, check=False
        )
        assert "lib/part.txt" in listed.stdout.replace("\\", "/")


def test_it_asks_for_no_administrator_and_leaves_the_machines_registry_alone() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT and "SetShellVarContext all" not in SCRIPT


def test_what_it_writes_into_the_registry_it_removes() -> None:
    written = {m[1] for m in re.finditer(r'WriteReg\w+ HKCU "([^"]+)"', SCRIPT)}
    removed = {m[1] for m in re.finditer(r'DeleteRegKey HKCU "([^"]+)"', SCRIPT)}
    assert written
    assert all(any(key == r or key.startswith(f"{r}\\") for r in removed) for key in written)


def test_it_never_clears_a_folder_the_reader_chose() -> None:
    assert not re.search(r'RMDir /r "\$INSTDIR"', SCRIPT)
