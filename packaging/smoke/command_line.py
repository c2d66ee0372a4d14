"""Steps: everything that needs no window."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smoke import Smoke

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Zhanaozen"


def the_case_is_compiled_and_verified(smoke: Smoke) -> None:
    """`triptych-cli case`, `list`, `search`, `compare`, `verify`."""
    smoke.inside("triptych-cli case zhanaozen-2011 case.triptych")
    events = smoke.inside("triptych-cli list case.triptych events --json").splitlines()
    smoke.check(len(events) > 100, f"the case has {len(events)} events")
    smoke.check(bool(smoke.inside("triptych-cli search case.triptych railway")), "search finds")
    smoke.check(bool(smoke.inside("triptych-cli compare case.triptych --json")), "compare compares")
    said = smoke.inside("triptych-cli verify case.triptych --json")
    smoke.check('"ok": false' not in said and '"ok": true' in said, "verify finds nothing")


def every_format_is_written(smoke: Smoke) -> None:
    """Every format the source knows is written by the installed program, and has content."""
    sys.path.insert(0, str(ROOT))
    from db.sheets import exporting

    endings = getattr(exporting, "ENDINGS", {})
    for name in exporting.FORMATS:
        file = f"case.sheet-{name}.{endings.get(name, name)}"
        smoke.inside(f"triptych-cli export case.triptych {file} --format {name} --event shooting")
        path = smoke.root.folder / "home" / "aigul" / file
        good = path.is_file() and holds_words(path)
        smoke.check(good, f"a sheet as {name}")
        if good:
            shutil.copyfile(path, smoke.pictures.parent / path.name)


def holds_words(path: Path) -> bool:
    """Whether a file of any format is one, as far as can be told without its own program."""
    data = path.read_bytes()
    if data.startswith(b"%PDF-"):
        return data.rstrip().endswith(b"%%EOF") and len(data) > 10_000
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(path) as archive:
            data = b"".join(archive.read(n) for n in archive.namelist() if n.endswith(".xml"))
    return WORDS.encode() in data


def a_locale_without_utf_8(smoke: Smoke) -> None:
    """Names and texts in Cyrillic under LC_ALL=C."""
    smoke.inside("mkdir -p Дом")
    plain = {"LC_ALL": "C", "LANG": "C"}
    smoke.inside("triptych-cli case zhanaozen-2011 Дом/Жаңаөзен.triptych", **plain)
    smoke.inside("triptych-cli export Дом/Жаңаөзен.triptych Дом/Таблица.html", **plain)
    found = smoke.inside("triptych-cli search Дом/Жаңаөзен.triptych Жанаозен --limit 3", **plain)
    smoke.check(bool(found), "a search in Cyrillic finds")
    file = smoke.root.folder / "home/aigul/Дом/Таблица.html"
    smoke.check(file.is_file(), "a file of a Russian name is written")


def no_connection_is_tried(smoke: Smoke) -> None:
    """No socket of the internet's kinds is even asked for."""
    trace = "strace -f -qq -e trace=socket,connect -o /shared/sockets.txt"
    smoke.inside(f"{trace} triptych-cli verify case.triptych")
    from looking import open_and_close

    open_and_close(smoke, "aigul", program=f"{trace} -A triptych")
    text = (smoke.root.shared / "sockets.txt").read_text(encoding="utf-8", errors="replace")
    asked = sorted(set(re.findall(r"AF_(?:INET6?|PACKET|NETLINK)", text)))
    smoke.check(not asked, f"only sockets of this machine {asked}")
