"""The package for Debian, Ubuntu and their kin."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final

import share
from depends import depends
from facts import MACHINES, ROOT, Facts

HERE: Final = ROOT / "packaging" / "linux"
MAINTAINER: Final = "The Triptych authors <authors@triptych.invalid>"
REVISION: Final = "1"
DESKTOP: Final = "desktop-file-utils, hicolor-icon-theme, shared-mime-info"
DESCRIPTION: Final = """\
 Shows several sources about the same events in columns that follow each other
 from event to event: what each says, when it said so, how sure it was, and
 where it is silent. Comes with one case, published accounts of December 2011
 in Zhanaozen. Opens no network connection.
"""


def make(facts: Facts, bundle: Path, target: Path) -> Path:
    """Write triptych_VERSION-1_MACHINE.deb into the folder `target`."""
    machine = MACHINES.get(platform.machine(), platform.machine())
    root = bundle.parent / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(facts, bundle, root)
    fields = depends(bundle)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(facts, machine, size_of(root), fields))
    (root / "DEBIAN" / "md5sums").write_text(sums(root))
    permissions(root)
    package = target / f"triptych_{facts.version}-{REVISION}_{machine}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
    # With one thread the compressed bytes are others than with several.
    environment = {**os.environ, "DPKG_DEB_THREADS_MAX": "2"}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return package


def lay_out(facts: Facts, bundle: Path, root: Path) -> None:
    """Put every file where Debian's rules want it."""
    shutil.copytree(bundle, root / "usr" / "lib" / "triptych", symlinks=True)
    programs = root / "usr" / "bin"
    programs.mkdir(parents=True)
    for name in ("triptych", "triptych-cli"):
        (programs / name).symlink_to(f"../lib/triptych/{name}")
    share.install(facts, root / "usr" / "share")
    papers = root / "usr" / "share" / "doc" / "triptych"
    papers.mkdir(parents=True)
    share.put(papers / "copyright", copyright_file())
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    (papers / "changelog.Debian.gz").write_bytes(gzip.compress(changelog(facts), mtime=0))
    overrides = root / "usr" / "share" / "lintian" / "overrides" / "triptych"
    share.put(overrides, (HERE / "lintian-overrides").read_text(encoding="utf-8"))


def control(facts: Facts, machine: str, kilobytes: int, fields: dict[str, str]) -> str:
    """The control file."""
    lines = {
        "Package": "triptych",
        "Version": f"{facts.version}-{REVISION}",
        "Architecture": machine,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": fields["Depends"],
        "Recommends": ", ".join(filter(None, [DESKTOP, fields.get("Recommends")])),
        "Suggests": fields.get("Suggests", ""),
        "Section": "text",
        "Priority": "optional",
        "Description": facts.summary.rstrip(".")[:80],
    }
    return "".join(f"{k}: {v}\n" for k, v in lines.items() if v) + DESCRIPTION


def copyright_file() -> str:
    """What Debian wants to know of licences: ours in full, and where the others' texts are."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    body = "\n".join(f" {line}" if line else " ." for line in own[4:])
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Triptych\n"
        "Comment:\n This package carries Python, Qt (LGPL-3, as separate shared libraries)\n"
        " and work of others. All of it is listed in /usr/lib/triptych/licences/README.txt, with\n"
        " the full texts of the licences beside it.\n\n"
        f"Files: *\nCopyright: {own[2].removeprefix('Copyright (c) ')}\nLicense: Expat\n{body}\n"
    )


def changelog(facts: Facts) -> bytes:
    """The package's own history; the program's is in changelog.gz."""
    day = format_datetime(datetime.fromtimestamp(facts.epoch, UTC))
    text = f"triptych ({facts.version}-{REVISION}) stable; urgency=medium\n\n"
    text += f"  * Triptych {facts.version}; see changelog.gz.\n\n -- {MAINTAINER}  {day}\n"
    return text.encode()


def size_of(root: Path) -> int:
    """Kilobytes that will be taken."""
    return sum(p.lstat().st_size for p in root.rglob("*") if not p.is_dir()) // 1024 + 1


def sums(root: Path) -> str:
    """The MD5 sums dpkg keeps to tell changed files (no protection against anyone)."""
    files = [p for p in sorted(root.rglob("*")) if p.is_file() and not p.is_symlink()]
    inside = [p for p in files if "DEBIAN" not in p.relative_to(root).parts]
    rows = ((hashlib.md5(p.read_bytes()).hexdigest(), p.relative_to(root)) for p in inside)
    return "".join(f"{digest}  {name}\n" for digest, name in rows)


def permissions(root: Path) -> None:
    """Folders and programs 755, everything else 644, whatever the builder's umask was."""
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or (
            path.parent.name == "triptych" and path.parent.parent.name == "lib"
        )
        path.chmod(0o755 if runs else 0o644)
