"""Typst at work: in this process, or in one of its own that can be stopped at any moment.

The child reads one JSON object, {"template", "data", "stamp", "system_fonts", "must_be_sealed"},
from its standard input and writes the PDF to its standard output; typst's complaints go to
standard error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from threading import Thread
from typing import Any, Final, cast

import resources
from db.sheets.own_process import command_of, start

COMMAND: Final = "typeset"
"""The command of triptych-cli that is this module's `main`; no help tells of it."""
_COMPLAINED: Final = 3
_PATIENCE: Final = 0.05


class TypesettingError(Exception):
    """Typst refused a page; the words are its own, of all that it refuses."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A template, what it shows, and how: `stamp` is the date of the file in seconds.

    What need not be sealed as PDF/UA goes without where typst does not grant it.
    """

    template: str
    data: str
    stamp: int
    system_fonts: bool = False
    must_be_sealed: bool = True


def typeset(setting: Setting) -> bytes:
    """A PDF, made here; raises TypesettingError."""
    try:
        return _compiled(setting, ["ua-1"])
    except TypesettingError:
        if setting.must_be_sealed:
            raise
    # Typst remembers what it laid out a moment ago: this takes little longer.
    return _compiled(setting, [])


def _compiled(setting: Setting, standards: list[str]) -> bytes:
    import typst

    files = {
        "main.typ": setting.template.encode(),
        "sheet.json": setting.data.encode("utf-8", "replace"),
    }
    try:
        # The stubs of typst do not know that a dictionary of files may be given.
        made: bytes = typst.compile(
            cast("Any", files),
            format="pdf",
            font_paths=[str(resources.path("fonts"))],
            ignore_system_fonts=not setting.system_fonts,
            pdf_standards=cast("Any", standards),
            timestamp=setting.stamp,
        )
    except typst.TypstError as error:
        raise TypesettingError(error.diagnostic) from error
    return made


def typeset_apart(setting: Setting, check: Callable[[], None]) -> bytes:
    """A PDF, made in a process of its own that ends when `check` raises.

    Where the machine starts no process it is made in this one. Raises TypesettingError.
    """
    try:
        child = _started()
    except OSError:
        return typeset(setting)
    with child:
        try:
            made, complaint = _followed(child, json.dumps(asdict(setting)).encode(), check)
        except BaseException:
            child.kill()
            raise
    if child.returncode == _COMPLAINED:
        raise TypesettingError(complaint.decode("utf-8", "replace"))
    # A process that fell, for want of memory or by another's hand, is tried once more here.
    return made if child.returncode == 0 and made else typeset(setting)


def _started() -> subprocess.Popen[bytes]:
    return start(_command(), stderr=subprocess.PIPE)


def _command() -> list[str]:
    return command_of(__name__, COMMAND)


def _followed(
    child: subprocess.Popen[bytes], given: bytes, check: Callable[[], None]
) -> tuple[bytes, bytes]:
    """What a child writes and complains of, asking meanwhile whether it is still wanted."""
    told: list[tuple[bytes, bytes]] = []

    def talk() -> None:
        # A child that was killed has closed its ends.
        with suppress(OSError, ValueError):
            told.append(child.communicate(given))

    talking = Thread(target=talk, daemon=True)
    talking.start()
    try:
        while talking.is_alive():
            talking.join(_PATIENCE)
            check()
    except BaseException:
        child.kill()
        talking.join()
        raise
    return told[0] if told else (b"", b"")


def main() -> int:
    """Set what standard input describes."""
    try:
        made = typeset(Setting(**json.load(sys.stdin.buffer)))
    except TypesettingError as error:
        sys.stderr.buffer.write(str(error).encode())
        return _COMPLAINED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
