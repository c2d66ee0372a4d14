"""What a desktop on Linux wants beside the program: its entry, type, icons, manual, description.

`install(facts, share, program)` fills a folder laid out as /usr/share is.
"""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import icons
import manual
from facts import MIME_TYPE, ROOT, Facts

COMPONENT: Final = "net.triptych.Triptych"
HERE: Final = ROOT / "packaging" / "linux"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DRAWINGS: Final = {
    "apps/triptych": "triptych.svg",
    "mimetypes/application-x-triptych": "triptych-document.svg",
}


def install(facts: Facts, share: Path, program: str = "triptych") -> None:
    """Write everything below `share`; `program` is what the desktop entry starts."""
    _entry(share, program)
    _type(share)
    _icons(share)
    _manual(facts, share)
    _description(facts, share)


def _entry(share: Path, program: str) -> None:
    text = (HERE / "triptych.desktop").read_text(encoding="utf-8")
    text = text.replace("@PROGRAM@", program).replace("@MIME_TYPE@", MIME_TYPE)
    put(share / "applications" / "triptych.desktop", text)


def _type(share: Path) -> None:
    text = (HERE / "mime.xml").read_text(encoding="utf-8").replace("@MIME_TYPE@", MIME_TYPE)
    put(share / "mime" / "packages" / "triptych.xml", text)


def _icons(share: Path) -> None:
    for place, drawing in DRAWINGS.items():
        svg = ROOT / "resources" / "icons" / drawing
        folder, name = place.split("/")
        for size in SIZES:
            target = share / "icons" / "hicolor" / f"{size}x{size}" / folder / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(icons.png(svg, size))
        scalable = share / "icons" / "hicolor" / "scalable" / folder / f"{name}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(svg, scalable)


def _manual(facts: Facts, share: Path) -> None:
    for name, page in manual.pages(facts).items():
        target = share / "man" / "man1" / f"{name}.1.gz"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(page.encode(), mtime=0))


def _description(facts: Facts, share: Path) -> None:
    text = (HERE / "metainfo.xml").read_text(encoding="utf-8")
    filled = {
        "COMPONENT": COMPONENT, "SUMMARY": facts.summary.rstrip("."), "MIME_TYPE": MIME_TYPE,
        "VERSION": facts.version, "DAY": facts.day,
    }  # fmt: skip
    for name, value in filled.items():
        text = text.replace(f"@{name}@", escape(value))
    put(share / "metainfo" / f"{COMPONENT}.metainfo.xml", text)


def put(path: Path, text: str) -> None:
    """Write a text file; a place left open in it is a mistake of ours."""
    left = re.findall(r"@[A-Z_]+@", text)
    if left:
        raise ValueError(f"{path.name} still holds {', '.join(left)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
