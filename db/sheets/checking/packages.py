"""The text of office files: packages of XML, read in memory and within limits."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

MOST_MEMBERS: Final = 10_000
MOST_UNPACKED: Final = 500_000_000
MOST_RATIO: Final = 200
MOST_COLUMNS: Final = 16_384
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_X: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What Excel writes for characters that XML cannot hold.
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Package:
    """A zip file from anywhere; raises ValueError where it is damaged or beyond the limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ValueError(str(error)) from error
        infos = self._file.infolist()
        if len(infos) > MOST_MEMBERS:
            raise ValueError("too many members")
        if len({i.filename for i in infos}) != len(infos):
            raise ValueError("two members of one name")
        unpacked = sum(info.file_size for info in infos)
        if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(len(data), 10_000):
            raise ValueError("a package that unpacks to too much")
        self.names = frozenset(info.filename for info in infos)

    @property
    def is_locked(self) -> bool:
        """Whether it is OpenDocument with a password."""
        manifest = "META-INF/manifest.xml"
        return manifest in self.names and b"encryption-data" in self._read(manifest)

    def _read(self, name: str) -> bytes:
        try:
            with self._file.open(name) as member:
                return member.read(MOST_UNPACKED)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise ValueError(str(error)) from error

    def xml(self, name: str) -> etree._Element:
        """A member as XML; entities and document types are refused."""
        data = self._read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ValueError("a document type")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(str(error)) from error


# Office programs save these characters as elements.
_HYPHENS: Final = {f"{_W}softHyphen": "\u00ad", f"{_W}noBreakHyphen": "\u2011"}


def docx_text(data: bytes) -> str:
    """The paragraphs of a DOCX file, deletions that are only proposed left out."""
    package = Package(data)
    root = package.xml("word/document.xml")
    return "\n".join(_docx_paragraph(p) for p in root.iter(f"{_W}p"))


def _docx_paragraph(paragraph: etree._Element) -> str:
    parts: list[str] = []
    for node in paragraph.iter():
        # Boxes of text inside a paragraph hold paragraphs of their own.
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif node.tag in _HYPHENS:
            parts.append(_HYPHENS[node.tag])
    return "".join(parts)


# What is said about words or a picture without being among the words.
_BESIDE: Final = ("}annotation", "}note", "}title", "}desc", "}ruby-text")


def odt_text(data: bytes) -> str:
    """The paragraphs and headings of an ODT file."""
    root = Package(data).xml("content.xml")
    # Deletions that are only proposed are left out.
    for deleted in list(root.iter(f"{_T}tracked-changes")):
        parent = deleted.getparent()
        if parent is not None:
            parent.remove(deleted)
    wanted = (f"{_T}p", f"{_T}h")
    return "\n".join("".join(_odt_parts(node)) for node in root.iter(*wanted))


def _odt_parts(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if child.tag == f"{_T}s":
            yield " " * int(child.get(f"{_T}c", "1"))
        elif child.tag in (f"{_T}tab", f"{_T}line-break"):
            yield " "
        elif not isinstance(child.tag, str) or child.tag.endswith(_BESIDE):
            pass
        else:
            yield from _odt_parts(child)
        yield child.tail or ""


Rows = list[list[str]]


def xlsx_tables(data: bytes) -> list[Rows]:
    """The worksheets of an XLSX file as rows of cells, in the order of their files."""
    package = Package(data)
    shared = _shared_strings(package)
    names = sorted(n for n in package.names if n.startswith("xl/worksheets/sheet"))
    return [[_row(row, shared) for row in package.xml(name).iter(f"{_X}row")] for name in names]


def _row(row: etree._Element, shared: list[str]) -> list[str]:
    """The cells of a row by their columns; what is left out is empty."""
    cells: list[str] = []
    for cell in row.iter(f"{_X}c"):
        column = _column(cell.get("r", ""))
        if column is not None and column < MOST_COLUMNS:
            cells += [""] * (column - len(cells))
        cells.append(_cell(cell, shared))
    return cells


def _column(reference: str) -> int | None:
    """The number of a cell's column from 0, from a reference such as AB12."""
    letters = reference.rstrip("0123456789")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1 if letters else None


def _shared_strings(package: Package) -> list[str]:
    if "xl/sharedStrings.xml" not in package.names:
        return []
    root = package.xml("xl/sharedStrings.xml")
    return [_rich(item) for item in root.iter(f"{_X}si")]


def _rich(item: etree._Element) -> str:
    """A string in one piece or in runs, without its phonetic reading."""
    phonetic = {t for run in item.iter(f"{_X}rPh") for t in run.iter(f"{_X}t")}
    parts = [t.text or "" for t in item.iter(f"{_X}t") if t not in phonetic]
    return _ESCAPED.sub(_unescaped, "".join(parts))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _cell(cell: etree._Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _rich(cell)
    value = cell.findtext(f"{_X}v") or ""
    if kind == "s":
        return shared[int(value)] if value else ""
    return _ESCAPED.sub(_unescaped, value)
