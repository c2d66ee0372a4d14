"""The text of a sheet's file, page by page, for any format this program writes.

Files come from strangers: members of packages are read in memory within limits, XML without
entities, and nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Final

from db.errors import CorpusError, said
from db.sheets.checking.stated import StatedQuotation

MOST_BYTES: Final = 200_000_000
# A sheet of ten thousand events with all claims has half as much. These are read slowly.
_MOST_TEXT: Final = {"md": 30_000_000, "html": 90_000_000, "csv": 90_000_000, "json": 90_000_000}
MOST_DROPPED: Final = 20_000_000
"""Larger files are not read to see what they are: that would keep a reader waiting."""
# What Office wraps a package in that has a password.
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_CHARACTERS: Final = 40_000_000
"""Words of a sheet of some ten thousand events; a picture in it may be larger than they."""


class UnreadableSheetError(CorpusError):
    """A file is no sheet that can be checked."""

    template: ClassVar[str] = "{file} cannot be checked: {reason} The file was not changed."


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet's file: its text page by page, and the quotations it states field by field.

    `words` are those of all quotations by address, None where a format has no fields.
    """

    pages: list[str]
    stated: list[StatedQuotation] = field(default_factory=list)
    words: Mapping[str, list[str]] | None = None


def read_sheet_file(file: Path) -> SheetFile:
    """What a sheet's file says; raises UnreadableSheetError."""
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise UnreadableSheetError(file=file, reason=said("it is not a file."))
        if size > MOST_BYTES:
            raise UnreadableSheetError(file=file, reason=said("it is larger than any sheet."))
        data = file.read_bytes()
    except OSError as error:
        reason = said("it cannot be read ({why}).", why=error.strerror)
        raise UnreadableSheetError(file=file, reason=reason) from error
    try:
        kind = _kind(file, data)
        if len(data) > _MOST_TEXT.get(kind, MOST_BYTES):
            raise UnreadableSheetError(file=file, reason=said("it is larger than any sheet."))
        read = _READERS.get(kind, _unknown)(data)
    except LockedError as error:
        reason = said("it is protected by a password.")
        raise UnreadableSheetError(file=file, reason=reason) from error
    except _UnknownKindError as error:
        known = said("PDF, DOCX, ODT, HTML, XLSX, CSV, Markdown, JSON or plain text")
        raise UnreadableSheetError(
            file=file, reason=said("sheets come as {known}.", known=known)
        ) from error
    except (ValueError, KeyError, IndexError, RuntimeError, OSError, RecursionError) as error:
        reason = said("its content is damaged or not of the kind its name says.")
        raise UnreadableSheetError(file=file, reason=reason) from error
    if sum(map(len, read.pages)) > MOST_CHARACTERS:
        raise UnreadableSheetError(file=file, reason=said("it holds more words than any sheet."))
    return read


def is_sheet(file: Path) -> bool:
    """Whether a file is a sheet of some corpus, by the marks it carries; any other is not."""
    from db.sheets.references import find_references
    from db.sheets.seals import find_quoted, find_sheet_seal

    try:
        if file.stat().st_size > MOST_DROPPED:
            return False
        pages = read_sheet_file(file).pages
    except (OSError, UnreadableSheetError):
        return False
    if find_sheet_seal(pages) is not None or find_quoted(pages) is not None:
        return True
    return any(find_references(page) for page in pages)


def _kind(file: Path, data: bytes) -> str:
    """What a file is: by its first bytes, else by its name."""
    if data[:5] == b"%PDF-" or b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] == b"PK\x03\x04":
        return _package_kind(data)
    if data[:8] == _COMPOUND and "EncryptedPackage".encode("utf-16-le") in data:
        raise LockedError
    suffix = file.suffix.lower().lstrip(".")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    return {"htm": "html", "markdown": "md", "text": "txt", "": "txt"}.get(suffix, suffix)


def _package_kind(data: bytes) -> str:
    from db.sheets.checking.packages import Package

    package = Package(data)
    if package.is_locked:
        raise LockedError
    names = package.names
    for member, kind in (
        ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("content.xml", "odt"),
    ):  # fmt: skip
        if member in names:
            return kind
    return "zip"


class LockedError(Exception):
    """A file opens with a password only."""


class _UnknownKindError(Exception):
    """A file is of no kind that sheets come as."""


def _unknown(data: bytes) -> SheetFile:
    raise _UnknownKindError


def _pdf(data: bytes) -> SheetFile:
    from db.sheets.checking.pdf_text import PasswordError, pages

    try:
        return SheetFile(pages(data))
    except PasswordError as error:
        raise LockedError from error


def _docx(data: bytes) -> SheetFile:
    from db.sheets.checking.packages import docx_text

    return SheetFile([docx_text(data)])


def _odt(data: bytes) -> SheetFile:
    from db.sheets.checking.packages import odt_text

    return SheetFile([odt_text(data)])


def _xlsx(data: bytes) -> SheetFile:
    from db.sheets.checking.packages import xlsx_tables
    from db.sheets.checking.stated import from_tables, words_in_tables

    tables = xlsx_tables(data)
    text = "\n".join(cell for rows in tables for row in rows for cell in row if cell)
    return SheetFile([text], from_tables(tables), words_in_tables(tables))


def _html(data: bytes) -> SheetFile:
    from db.sheets.checking.plain_text import html_text

    return SheetFile([html_text(data)])


def _markdown(data: bytes) -> SheetFile:
    from db.sheets.checking.plain_text import markdown_text

    return SheetFile([markdown_text(data)])


def _csv(data: bytes) -> SheetFile:
    from db.sheets.checking.plain_text import decoded
    from db.sheets.checking.stated import from_csv, words_in_csv

    return SheetFile([decoded(data)], from_csv(data), words_in_csv(data))


def _json(data: bytes) -> SheetFile:
    from db.sheets.checking.plain_text import json_text
    from db.sheets.checking.stated import from_json, words_in_json

    return SheetFile([json_text(data)], from_json(data), words_in_json(data))


def _plain(data: bytes) -> SheetFile:
    from db.sheets.checking.plain_text import decoded

    # A form feed is the end of a page.
    return SheetFile(decoded(data).split("\f"))


# Imported late, each: only what a file needs.
_READERS: Final[Mapping[str, Callable[[bytes], SheetFile]]] = {
    "pdf": _pdf, "docx": _docx, "odt": _odt, "xlsx": _xlsx, "html": _html, "md": _markdown,
    "csv": _csv, "json": _json, "txt": _plain,
}  # fmt: skip
