"""The installer for other distributions: a shell script with an archive behind it."""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Final

import share
from facts import ROOT, Facts

HERE: Final = ROOT / "packaging" / "linux"


def make(facts: Facts, bundle: Path, target: Path) -> Path:
    """Write triptych-VERSION-linux-MACHINE.run into the folder `target`."""
    root = bundle.parent / "run"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(facts, bundle, root)
    archive = compressed(facts, root)
    script = (HERE / "installer.sh").read_text(encoding="utf-8")
    filled = {
        "VERSION": facts.version,
        "SUM": hashlib.sha256(archive).hexdigest(),
        "MACHINE": platform.machine(),
        "GLIBC": oldest_glibc(bundle),
    }
    for name, value in filled.items():
        script = script.replace(f"@{name}@", value)
    installer = target / f"triptych-{facts.version}-linux-{platform.machine()}.run"
    installer.write_bytes(script.encode() + archive)
    installer.chmod(0o755)
    return installer


def lay_out(facts: Facts, bundle: Path, root: Path) -> None:
    """The files as they will lie below ~/.local."""
    program = root / "lib" / "triptych"
    shutil.copytree(bundle, program, symlinks=True)
    shutil.copyfile(HERE / "uninstall.sh", program / "uninstall")
    (program / "uninstall").chmod(0o755)
    (root / "bin").mkdir()
    for name in ("triptych", "triptych-cli"):
        (root / "bin" / name).symlink_to(f"../lib/triptych/{name}")
    # Where the program will lie is known only when it is installed.
    share.install(facts, root / "share")


def compressed(facts: Facts, root: Path) -> bytes:
    """A tar archive in the order of names, owned by nobody in particular, compressed with xz."""
    plain = root.with_suffix(".tar")
    with tarfile.open(plain, "w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted(root.rglob("*")):
            archive.add(path, path.relative_to(root).as_posix(), recursive=False, filter=_even)
    # Blocks of one size give the same bytes whatever the number of threads.
    command = ["xz", "-6", "--threads=0", "--block-size=16MiB", "--stdout", str(plain)]
    packed = subprocess.run(command, check=True, capture_output=True).stdout
    plain.unlink()
    return packed


def _even(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    from facts import read_facts

    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = read_facts().epoch
    runs = entry.isdir() or entry.mode & 0o100
    entry.mode = 0o755 if runs else 0o644
    return entry


def oldest_glibc(bundle: Path) -> str:
    """The oldest C library every file of a bundle runs with, such as 2.35."""
    files = [p for p in bundle.rglob("*") if p.is_file() and not p.is_symlink()]
    found = {(2, 28)}
    for file in files:
        with file.open("rb") as opened:
            if opened.read(4) != b"\x7fELF":
                continue
        listed = subprocess.run(["objdump", "-T", str(file)], capture_output=True, check=False)
        versions = re.findall(rb"\(GLIBC_(\d+)\.(\d+)", listed.stdout)
        found |= {(int(major), int(minor)) for major, minor in versions}
    return ".".join(map(str, max(found)))
