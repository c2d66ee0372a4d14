"""The notes of a release: what changed, what each file is, and what a person sees.

Usage: release_notes.py      (prints them)
"""

from __future__ import annotations

import re
import sys

from facts import ROOT, read_facts

FILES = (
    ("Debian 12, Ubuntu 22.04 and later", "triptych_{}-1_amd64.deb", "open it, or `apt install`"),
    ("other Linux, glibc 2.35 or later", "triptych-{}-linux-x86_64.run", "`sh FILE`, without root"),
    ("Windows 10 and later", "triptych-{}-windows-setup.exe", "open it; no administrator needed"),
    (
        "Windows, nothing installed",
        "triptych-{}-windows-portable.zip",
        "unpack, start triptych.exe",
    ),
    ("macOS 13 and later, Apple", "triptych-{}-macos-arm64.dmg", "open it, drag to Applications"),
    ("macOS 13 and later, Intel", "triptych-{}-macos-x86_64.dmg", "open it, drag to Applications"),
)
BESIDE = (
    "`SHA256SUMS` has the sum of every file, `*.cdx.json` the list of what is in it (CycloneDX),\n"
    "`*.versions.txt` the exact versions it was built from.\n"
)


def main() -> int:
    """Print the notes."""
    facts = read_facts()
    changes = section((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), facts.version)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    unsigned = paragraph(readme, "### What your system says about unsigned programs")
    tested = paragraph(readme, "## What is verified where")
    print(f"{changes}\n## Which file\n\n| system | file | how |\n|---|---|---|")
    for system, file, how in FILES:
        print(f"| {system} | `{file.format(facts.version)}` | {how} |")
    print(f"\n{BESIDE}")
    print(f"## What your system says\n\n{unsigned}\n\n## What was tested where\n\n{tested}")
    return 0


def section(text: str, version: str) -> str:
    """The part of the changelog on a version; ValueError where there is none."""
    found = re.search(rf"(?ms)^## {re.escape(version)}\b[^\n]*\n(.*?)(?=^## |\Z)", text)
    if found is None:
        raise ValueError(f"CHANGELOG.md says nothing of {version}")
    return found[1].strip() + "\n"


def paragraph(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one; ValueError where it is missing."""
    found = re.search(rf"(?ms)^{re.escape(heading)}\n(.*?)(?=^#+ |\Z)", text)
    if found is None:
        raise ValueError(f"README.md has no heading {heading!r}")
    return found[1].strip()


if __name__ == "__main__":
    sys.exit(main())
