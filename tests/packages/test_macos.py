"""What macOS reads of the application, and the script of its disk image."""

import plistlib
import shutil
import subprocess

import facts
import icons
import info_plist
import pytest

from tests.project import ROOT

DRAWING = ROOT / "resources/icons/triptych.svg"


def test_the_plist_ties_the_documents_to_the_window() -> None:
    keys = plistlib.loads(plistlib.dumps(info_plist.info_plist(facts.read_facts())))
    (kind,) = keys["UTExportedTypeDeclarations"]
    (document,) = keys["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["triptych"]
    assert keys["CFBundleExecutable"] == "triptych"
    assert keys["CFBundleShortVersionString"] == facts.read_facts().version


def test_the_entitlements_are_a_plist() -> None:
    file = ROOT / "packaging/macos/entitlements.plist"
    assert plistlib.loads(file.read_bytes())


def test_the_scripts_are_shell() -> None:
    for file in (ROOT / "packaging").rglob("*.sh"):
        subprocess.run(["sh", "-n", str(file)], check=True)
        if shutil.which("shellcheck"):
            done = subprocess.run(
                ["shellcheck", "-S", "warning", str(file)], capture_output=True, check=False
            )
            assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize(("make", "head"), [(icons.ico, b"\0\0\1\0"), (icons.icns, b"icns")])
def test_icons_have_every_size(make, head: bytes) -> None:  # type: ignore[no-untyped-def]
    data = make(DRAWING)
    assert data.startswith(head)
    sizes = len(icons.SIZES) if make is icons.ico else len(icons.MAC_KINDS)
    assert data.count(b"\x89PNG") == sizes
