"""Files of references: which format, how large they may be, and what is told when they are none."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from db.backup import plain_reason
from db.citing.entries import Entry, entry_of
from db.citing.reading import NotReferencesError, check_number
from db.errors import InvalidEditError, UnreadableFileError, counted, said, told
from db.records import Source
from db.text.decoding import DecodeError, decode

MOST_BYTES: Final = 8 * 1024 * 1024
LONGEST_VALUE: Final = 1_000_000
_ENTRY: Final = re.compile(r"@[ \t]{0,20}([A-Za-z]{1,40})\s{0,20}[{(]")
_TAG: Final = re.compile(r"^[ \ufeff]{0,4}TY  -", re.MULTILINE)


class Format(StrEnum):
    """What references are exchanged as."""

    CSL_JSON = "csl-json"
    RIS = "ris"
    BIBTEX = "bibtex"


ENDINGS: Final = {Format.CSL_JSON: ".json", Format.RIS: ".ris", Format.BIBTEX: ".bib"}
# What begins an entry: counted before a file is read, which costs far more.
_BEGINS: Final = {Format.CSL_JSON: "{", Format.RIS: "TY  -", Format.BIBTEX: "@"}
# An object of CSL-JSON holds others for its authors and dates.
_BEGUN_BY_ENTRY: Final = {Format.CSL_JSON: 100, Format.RIS: 1, Format.BIBTEX: 10}


class _Module(Protocol):
    def read(self, text: str) -> list[Entry]: ...
    def write(self, entries: Sequence[Entry]) -> str: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """The references of a file, its format, and what the reader should know about it."""

    entries: tuple[Entry, ...]
    format: Format
    warnings: tuple[str, ...] = ()


def write_text(sources: Sequence[Source], format: str) -> str:
    """The references of sources as a text of a format; raises InvalidEditError on an unknown one.

    Everything known about a source is in it, so that it can be read back without loss.
    """
    return _module(format_named(format)).write([entry_of(source) for source in sources])


def format_named(name: str) -> Format:
    """The format of a name; raises InvalidEditError where there is none."""
    try:
        return Format(name)
    except ValueError as error:
        raise InvalidEditError(
            reason=said(
                "References are exchanged as {known}, not as “{name}”.",
                known=tuple(Format),
                name=name[:40],
            )
        ) from error


def format_of(path: Path, default: Format = Format.CSL_JSON) -> Format:
    """The format that a file's ending stands for."""
    ending = path.suffix.lower()
    return next((known for known, its in ENDINGS.items() if its == ending), default)


def read_file(path: Path) -> Reading:
    """The references of a file, whatever its ending says.

    Raises UnreadableFileError, naming the file, for one that cannot be read, is larger than 8 MB,
    holds more than 20,000 references, or none.
    """
    return read_bytes(_bytes(path), path.name)


def read_bytes(data: bytes, name: str) -> Reading:
    """The references of a file's bytes; raises as `read_file` does."""
    if len(data) > MOST_BYTES:
        raise _refused(name, said("it is larger than 8 MB, and lists of references are not"))
    try:
        decoded = decode(data)
    except DecodeError as error:
        raise _refused(name, said("it is no text")) from error
    text = decoded.text
    format = _recognised(text)
    if format is None:
        raise _refused(name, said("it is none of CSL-JSON, RIS and BibTeX"))
    try:
        check_number(text.count(_BEGINS[format]) // _BEGUN_BY_ENTRY[format])
        entries = _module(format).read(text)
        check_number(len(entries))
    except NotReferencesError as error:
        raise _refused(name, told(error)) from error
    if any(len(value) > LONGEST_VALUE for entry in entries for value in entry.fields.values()):
        raise _refused(name, said("a field in it is longer than a million characters"))
    return Reading(
        tuple(entries), format, tuple(_warnings(text, decoded.replaced, entries, format))
    )


def _warnings(text: str, replaced: int, entries: list[Entry], format: Format) -> list[str]:
    found: list[str] = []
    if replaced:
        found.append(
            counted(
                "1 character could not be read and stands as �.",
                "{count} characters could not be read and stand as �.",
                replaced,
            )
        )
    if format is Format.BIBTEX:
        begun = _begun(text)
        if begun > len(entries):
            found.append(
                counted(
                    "1 entry is damaged and was left out.",
                    "{count} entries are damaged and were left out.",
                    begun - len(entries),
                )
            )
    return found


def _begun(text: str) -> int:
    kinds = (match[1].lower() for match in _ENTRY.finditer(text))
    return sum(kind not in ("comment", "string", "preamble") for kind in kinds)


def _recognised(text: str) -> Format | None:
    """The format by what begins first: an object or list, a TY line, or an entry."""
    start = text.lstrip("\ufeff \t\n")
    if start[:1] in ("[", "{"):
        return Format.CSL_JSON
    tag, entry = _TAG.search(text), _ENTRY.search(text)
    if tag is None and entry is None:
        return None
    return Format.RIS if entry is None or (tag and tag.start() < entry.start()) else Format.BIBTEX


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path.name, said("it is not a regular file"))
        with path.open("rb") as handle:
            return handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(path.name, plain_reason(error)) from error


def _refused(name: str, reason: str) -> UnreadableFileError:
    return UnreadableFileError(file=name, reason=reason)


def _module(format: Format) -> _Module:
    # Each of the libraries is needed by few readers and seldom.
    if format is Format.RIS:
        from db.citing import ris

        return ris
    if format is Format.BIBTEX:
        from db.citing import bibtex

        return bibtex
    from db.citing import csl_json

    return csl_json
