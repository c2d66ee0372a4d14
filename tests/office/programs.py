"""The programs that open a sheet, LibreOffice and Chromium; installed with apt where they may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OFFICE = ("soffice", "libreoffice")
BROWSER = ("chromium", "chromium-browser", "google-chrome")
READER = ("pdftotext",)
PACKAGES = {
    OFFICE: "libreoffice-writer-nogui libreoffice-calc-nogui",
    BROWSER: "chromium",
    READER: "poppler-utils",
}
PATIENCE = 300


def found(names: tuple[str, ...]) -> str:
    """The path of the first of some programs that is there; empty for none."""
    return next((path for name in names if (path := shutil.which(name))), "")


def install() -> None:
    """Install what is missing; ends with a sentence where that cannot be done."""
    missing = " ".join(packages for names, packages in PACKAGES.items() if not found(names))
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"check-office: needs {missing}, and here is no apt to install them with.")
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    print(f"check-office: installing {missing} with apt")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*root, "apt-get", "update", "-q"], check=False, **quiet)
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q",
               "--no-install-recommends", *missing.split()]  # fmt: skip
    done = subprocess.run([*root, *command], check=False, **quiet)
    if done.returncode or not all(map(found, PACKAGES)):
        sys.exit(f"check-office: {missing} could not be installed; install them and try again.")


class Office:
    """LibreOffice without a window, with a profile and the program's fonts of its own."""

    def __init__(self, folder: Path, fonts: Path) -> None:
        self._folder = folder
        self._profile = (folder / "profile").resolve().as_uri()
        settings = folder / "fonts.conf"
        settings.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
            f"<dir>{fonts}</dir></fontconfig>",
            encoding="utf-8",
        )
        self._environment = {**os.environ, "FONTCONFIG_FILE": str(settings)}

    def convert(self, file: Path, kind: str, reading: str = "") -> Path:
        """Open a file, save it as another kind, and return that one; `reading` says how to open."""
        target = self._folder / "out" / f"{file.stem}-{file.suffix[1:]}-{kind}"
        target.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [found(OFFICE), "--headless", f"-env:UserInstallation={self._profile}",
             *([f"--infilter={reading}"] if reading else []),
             "--convert-to", kind, "--outdir", str(target), str(file)],
            capture_output=True, text=True, timeout=PATIENCE, env=self._environment, check=False,
        )  # fmt: skip
        made = target / f"{file.stem}.{kind}"
        if not made.is_file():
            sys.exit(f"check-office: LibreOffice made no {kind} of {file.name}: {done.stderr}")
        return made


def page_text(page: Path, profile: Path) -> str:
    """What a web page says once Chromium has read it."""
    done = subprocess.run(
        [found(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom",
         f"--user-data-dir={profile}", page.resolve().as_uri()],
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    return done.stdout


def printed(page: Path, profile: Path, target: Path) -> Path:
    """A web page as Chromium prints it."""
    subprocess.run(
        [found(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu",
         f"--user-data-dir={profile}", "--no-pdf-header-footer", f"--print-to-pdf={target}",
         page.resolve().as_uri()],
        capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    return target


def pdf_text(file: Path) -> str:
    """The words of a PDF, once as they stand on the page and once in the order of the file."""
    return "\n".join(
        subprocess.run(
            [found(READER), *order, str(file), "-"], capture_output=True, text=True, check=True
        ).stdout
        for order in ([], ["-raw"])
    )
