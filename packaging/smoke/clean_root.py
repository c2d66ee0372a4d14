"""A small Debian in a folder, without Python, to install a package in as a new user would.

Everything in it runs without a network, in namespaces of its own, and sees nothing of this system
but the X server's socket and one folder to hand files over.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SUITE: Final = "bookworm"
ALSO: Final = ("xz-utils", "desktop-file-utils", "shared-mime-info", "strace", "man-db")
"""What a desktop has anyhow, or the test needs; none of it holds a library the program needs."""
PATH: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def why_not() -> str:
    """The reason no such root can be made or used here; empty where it can."""
    if not Path("/proc/self/ns").is_dir():
        return "this is not Linux"
    if os.geteuid() != 0:
        return "making a clean root needs root (run it with sudo)"
    tools = ("mmdebstrap", "unshare", "Xvfb", "xdotool", "dpkg-deb")
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return f"not installed here: {', '.join(missing)}" if missing else ""


@dataclass(frozen=True, slots=True)
class Root:
    """The folder, and how to run something in it."""

    folder: Path
    shared: Path

    def run(
        self, command: str, user: str = "root", *, network: bool = False, **given: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a line of shell inside and return what it said; it may fail."""
        return subprocess.run(
            self._command(command, user, given, network=network),
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=600,
        )

    def start(self, command: str, user: str, **given: str) -> subprocess.Popen[bytes]:
        """Start a program inside; ending what is returned ends all it started."""
        return subprocess.Popen(
            self._command(f"exec {command}", user, given, network=False),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=(self.shared / "stderr.txt").open("ab"),
        )

    def _command(
        self, command: str, user: str, given: Mapping[str, str], *, network: bool
    ) -> list[str]:
        home = "/root" if user == "root" else f"/home/{user}"
        variables = {"HOME": home, "PATH": PATH, "LANG": "C.UTF-8", "USER": user, **given}
        settings = " ".join(f"{k}={shlex.quote(v)}" for k, v in variables.items())
        inner = f"cd {home}; {command}"
        person = f"--userspec={user}:{user} " if user != "root" else ""
        script = (
            f"{self._mounts(read_only=user != 'root')}"
            f"exec chroot {person}{self.folder} env -i {settings} sh -c {shlex.quote(inner)}"
        )
        net = [] if network else ["--net"]
        return ["unshare", *net, "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", script]

    def _mounts(self, *, read_only: bool) -> str:
        root = shlex.quote(str(self.folder))
        lines = [
            f"mount -t proc proc {root}/proc",
            f"mount --bind /dev {root}/dev",
            f"mkdir -p {root}/tmp/.X11-unix {root}/shared",
            f"mount --bind /tmp/.X11-unix {root}/tmp/.X11-unix",
            f"mount --bind {shlex.quote(str(self.shared))} {root}/shared",
        ]
        if read_only:
            # The program may not write into its own folder; here it could not.
            lines += [f"mount --bind {root}/usr {root}/usr", f"mount -o remount,ro,bind {root}/usr"]
        return "".join(f"{line}; " for line in lines)

    def files(self) -> dict[str, tuple[int, int]]:
        """Every file inside with its size and time, without what is mounted."""
        found = {}
        for folder, _, names in os.walk(self.folder):
            place = Path(folder)
            inside = place.relative_to(self.folder).as_posix()
            if inside.split("/")[0] in ("proc", "dev", "shared", "tmp", "run"):
                continue
            for name in names:
                status = (place / name).lstat()
                found[(place / name).relative_to(self.folder).as_posix()] = (
                    status.st_size,
                    status.st_mtime_ns,
                )
        return found


def end(running: subprocess.Popen[bytes]) -> None:
    """End a program that was started inside, however deep it lies.

    The first process of its namespace is `unshare`'s child; with that all others go.
    """
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    with contextlib.suppress(OSError):
        for child in children.read_text(encoding="ascii").split():
            os.kill(int(child), signal.SIGKILL)
    running.kill()
    running.wait()


def make(work: Path, package: Path) -> Root:
    """Unpack a fresh root with two readers, and fetch what the package depends on into it.

    The small system is made once and kept. RuntimeError where that fails.
    """
    base = work / f"{SUITE}.tar"
    work.mkdir(parents=True, exist_ok=True)
    if not base.exists():
        partial = base.with_suffix(".part.tar")
        include = f"--include={','.join(ALSO)}"
        _must(["mmdebstrap", "--quiet", "--variant=minbase", include, SUITE, str(partial)])
        partial.rename(base)
    root = Root(work / "root", work / "shared")
    for folder in (root.folder, root.shared):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    root.shared.chmod(0o777)
    _must(["tar", "-C", str(root.folder), "-xf", str(base)])
    shutil.copyfile("/etc/resolv.conf", root.folder / "etc" / "resolv.conf")
    shutil.copyfile(package, root.shared / "triptych.deb")
    for user in ("aigul", "боб"):
        made = root.run(f"useradd --badname --create-home --shell /bin/sh {user}")
        if made.returncode:
            raise RuntimeError(f"the reader {user} could not be made: {made.stderr}")
    fetch = "apt-get -q update && apt-get -qy --no-install-recommends --download-only install"
    fetched = root.run(f"{fetch} /shared/triptych.deb", network=True)
    if fetched.returncode:
        raise RuntimeError(f"what the package depends on was not found: {fetched.stderr}")
    return root


def _must(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()[-2000:]}")
