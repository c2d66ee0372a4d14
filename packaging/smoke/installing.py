"""Steps: installing, also over an older version and without root, and removing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import looking

if TYPE_CHECKING:
    from smoke import Smoke

APT = "DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends"
SETTINGS = "home/aigul/.config/triptych/settings.json"
CORPUS = "home/aigul/.local/share/triptych/zhanaozen-2011.triptych"
LEFT_OVER = "usr/lib/triptych/lib/of-the-older-version.txt"
# Written by the system for every program; nothing of it is ours.
OF_THE_SYSTEM = re.compile(
    r"^(var/(lib/(dpkg|apt|systemd)|cache|log)/|etc/ld\.so\.cache|etc/\.pwd|root/)"
    r"|/\.cache/fontconfig/|^usr/share/(mime|applications)/[^/]*(cache|info)"
)


def the_root_has_no_python(smoke: Smoke) -> None:
    """Nothing in the root could run Triptych's source."""
    found = smoke.root.run("command -v python3 python; ls /usr/lib | grep -i python").stdout
    smoke.check(not found.strip(), "there is no Python in the root")
    net = smoke.root.run("cat /proc/net/dev | tail -n +3 | grep -v lo:").stdout
    smoke.check(not net.strip(), "there is no network in the root")


def an_older_version_is_used(smoke: Smoke) -> None:
    """An older package is installed first, and leaves settings and a corpus."""
    package = older(smoke)
    shutil.copyfile(package, smoke.root.shared / "older.deb")
    # Its dependencies are here already, and count as wanted only with a package that wants them.
    smoke.inside(f"{APT} install /shared/older.deb", "root")
    version = smoke.inside("triptych --version")
    smoke.check(bool(version), "an older package is installed")
    smoke.check((smoke.root.folder / LEFT_OVER).is_file(), "it has a file the new one lacks")
    looking.open_and_close(smoke, "aigul")
    smoke.check(bool(smoke.digest(SETTINGS)), "its window wrote settings")
    smoke.check(bool(smoke.digest(CORPUS)), "its window made the reader's copy of the case")


def older(smoke: Smoke) -> Path:
    """The same package under an older version, with one more file."""
    place = smoke.root.folder.parent / "older"
    shutil.rmtree(place, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", str(smoke.package), str(place)], check=True)
    control = place / "DEBIAN" / "control"
    text = re.sub(r"(?m)^Version: .*$", "Version: 0.0.1-1", control.read_text(encoding="utf-8"))
    control.write_text(text, encoding="utf-8")
    (place / LEFT_OVER).write_text("to be removed\n", encoding="utf-8")
    target = place.with_suffix(".deb")
    command = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", str(place), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def the_new_version_keeps_settings_and_corpora(smoke: Smoke) -> None:
    """Installing over the older version changes nothing of the reader's."""
    before = smoke.digest(SETTINGS), smoke.digest(CORPUS)
    said = smoke.inside(f"{APT} install /shared/triptych.deb desktop-file-utils", "root")
    smoke.check("Unpacking triptych" in said and "over (0.0.1-1)" in said, "it went over the older")
    smoke.check((smoke.digest(SETTINGS), smoke.digest(CORPUS)) == before, "settings, corpus kept")
    smoke.check(not (smoke.root.folder / LEFT_OVER).exists(), "the older version's file is gone")
    smoke.check("triptych" in smoke.inside("triptych-cli --version"), "triptych-cli runs")
    left = smoke.root.run("dpkg --audit; dpkg --verify triptych").stdout
    smoke.check(not left.strip(), f"dpkg finds nothing to complain of {left.strip()[:200]}")


def the_manual_can_be_read(smoke: Smoke) -> None:
    """Both pages are there and are whole roff."""
    for name in ("triptych", "triptych-cli"):
        page = smoke.inside(f"zcat /usr/share/man/man1/{name}.1.gz")
        smoke.check(f".SH NAME\n{name} " in page, f"the manual page of {name}")
    licences = smoke.inside("cat /usr/lib/triptych/licences/README.txt")
    smoke.check("LGPL-3.0-only" in licences, "the licences are listed")


def only_the_readers_files_are_written(smoke: Smoke) -> None:
    """What use left behind is in the readers' own folders, and its places are the usual ones."""
    own = [n for n in smoke.root.files() if n.startswith("home/")]
    unusual = [
        n
        for n in own
        if not re.search(
            r"/\.(config|local/share)/triptych/|/\.cache/|/(case|Дом)[./]|/\.[a-z_]+$", n
        )
    ]
    smoke.check(not unusual, f"only usual places in the homes {unusual[:5]}")
    traces = [n for n in own if re.search(r"QtProject|recently-used|dconf", n)]
    smoke.check(not traces, f"no traces elsewhere {traces}")


def nothing_else_remains(smoke: Smoke) -> None:
    """After removal only the readers' files are left."""
    before = smoke.root.files()
    smoke.inside("DEBIAN_FRONTEND=noninteractive apt-get -qy purge triptych", "root")
    after = smoke.root.files()
    ours = {n for n in before if "triptych" in n.lower() and not n.startswith(("home/", "var/"))}
    smoke.check(bool(ours) and not ours & set(after), "every file of the program is gone")
    left = [n for n in after if "triptych" in n.lower() and not n.startswith("home/")]
    left = [n for n in left if not OF_THE_SYSTEM.search(n)]
    smoke.check(not left, f"nothing of the program remains {left[:5]}")
    changed = [n for n in after if n in before and n.startswith("home/") and before[n] != after[n]]
    kept = {n for n in before if n.startswith("home/")} <= set(after)
    smoke.check(kept and not changed, "every reader's file is there, unchanged")
    known = smoke.root.run(
        "cat /usr/share/applications/mimeinfo.cache /usr/share/mime/globs2"
    ).stdout
    smoke.check("triptych" not in known, "the association is gone")


def without_root(smoke: Smoke) -> None:
    """The self-extracting package, for a reader alone."""
    found = sorted(smoke.package.parent.glob("triptych-*.run"), key=lambda p: p.stat().st_mtime)
    if not found:
        smoke.check(False, "there is no .run beside the .deb")
        return
    shutil.copyfile(found[-1], smoke.root.shared / "triptych.run")
    home = smoke.root.folder / "home" / "боб"
    # The lock of a corpus is not the reader's: it goes with the window that held it.
    own = [p for p in home.rglob("*") if p.is_file() and ".cache" not in p.parts]
    kept = {p for p in own if p.suffix != ".lock"}
    corpora = {p: p.read_bytes() for p in kept if p.suffix == ".triptych"}
    for time in ("first", "over itself"):
        said = smoke.inside("sh /shared/triptych.run", "боб")
        smoke.check("is installed in" in said and "lacks" not in said, f"installed, {time}")
    entry = (home / ".local/share/applications/triptych.desktop").read_text(encoding="utf-8")
    program = f"/home/{home.name}/.local/lib/triptych/triptych"
    smoke.check(f'Exec="{program}" %F' in entry, "the entry's command")
    smoke.inside(".local/bin/triptych-cli case zhanaozen-2011 case.triptych", "боб")
    looking.open_and_close(smoke, "боб", program=".local/bin/triptych")
    (home / "case.triptych").unlink(missing_ok=True)
    smoke.inside(".local/lib/triptych/uninstall", "боб")
    left = [p for p in home.rglob("*") if p.is_file() and p not in kept]
    ours = [str(p) for p in left if ".cache" not in p.parts]
    smoke.check(not ours, f"removed without a rest {ours[:5]}")
    lost = [str(p) for p in kept if not p.is_file()]
    smoke.check(not lost, f"the reader's files are there {lost}")
    same = bool(corpora) and all(p.read_bytes() == data for p, data in corpora.items())
    smoke.check(same, "the reader's corpora are as they were")
