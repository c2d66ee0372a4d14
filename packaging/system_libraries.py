"""Find the system libraries Qt needs on Linux, and install those that are missing where it may.

Qt's wheels bring Qt, but not the libraries of the X Window System, OpenGL and fonts. With
--install, where apt is at hand and this runs as root or sudo asks for no password, the packages are
installed, and said so; everywhere else the one line to run is printed. With --window the libraries
of a window are as necessary as the others.

Exit status: 0 all necessary ones are there, 1 one is not.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

# Qt's own modules need these, with a screen or without: library -> Debian package.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# A window on X11 needs these besides.
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: list[str]) -> int:
    """Look, install where that is allowed, and look again."""
    if not sys.platform.startswith("linux"):
        return 0
    absent = missing()
    if absent and "--install" in arguments and apt_prefix() is not None:
        install_by_apt(absent)
        absent = missing()
    if not absent:
        return 0
    say(f"Qt needs system libraries that are not there: {', '.join(absent)}")
    say(f"Run this, then again: {install_line(absent)}")
    if "--window" in arguments or any(name in ALWAYS for name in absent):
        return 1
    say("Tests and the command line run without them; a window on X11 does not.")
    return 0


def missing() -> list[str]:
    """Return the names of the libraries the loader does not find."""
    return [name for name in {**ALWAYS, **WINDOW} if not loads(name)]


def loads(name: str) -> bool:
    """Return whether the system's loader finds a library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def apt_prefix() -> list[str] | None:
    """Return what to put before apt-get: nothing for root, sudo without a password, else None."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def packages_of(names: list[str]) -> list[str]:
    """Return the Debian packages that hold some libraries."""
    known = {**ALWAYS, **WINDOW}
    return sorted({known[name] for name in names})


def install_by_apt(names: list[str]) -> None:
    """Install the packages, saying so first; what fails is told by the caller's second look."""
    prefix, packages = apt_prefix() or [], packages_of(names)
    say(f"Installing system libraries for Qt with apt: {' '.join(packages)}")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*prefix, "apt-get", "update", "-q"], stdin=subprocess.DEVNULL, check=False)
    subprocess.run([*prefix, *quiet, *install], stdin=subprocess.DEVNULL, check=False)


def install_line(names: list[str]) -> str:
    """Return the command a person would type on this system."""
    if shutil.which("apt-get"):
        return "sudo apt-get install " + " ".join(packages_of(names))
    if shutil.which("dnf"):
        return "sudo dnf install " + " ".join(f"'{name}()(64bit)'" for name in names)
    return "install the packages of your system that hold " + ", ".join(names)


def say(sentence: str) -> None:
    """Print one line, at once."""
    print(f"triptych: {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
