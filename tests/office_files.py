"""Reading back the office files of sheets, as their own programs read them."""

import io
from collections.abc import Iterator
from zipfile import ZipFile

import docx
from docx.text.paragraph import Paragraph
from lxml import etree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def docx_paragraphs(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of every paragraph, those in tables too."""
    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    found = (Paragraph(p, document) for p in body.iter(f"{{{body.nsmap['w']}}}p"))
    return [(p.style.style_id if p.style is not None else "", p.text) for p in found]


def odt_paragraphs(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of every paragraph, white space as OpenDocument reads it."""
    root = odt_root(data)
    body = root.find(".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text")
    return [
        (p.get(f"{TEXT}style-name") or "", "".join(_words(p)))
        for p in body.iter(f"{TEXT}p", f"{TEXT}h")
    ]


def odt_root(data: bytes, name: str = "content.xml") -> etree._Element:
    """One of the XML files of an ODT."""
    with ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def _words(node: etree._Element) -> Iterator[str]:
    yield _folded(node.text)
    for child in node:
        if child.tag == f"{TEXT}s":
            yield " " * int(child.get(f"{TEXT}c", "1"))
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag == f"{TEXT}span":
            yield from _words(child)
        yield _folded(child.tail)


def _folded(text: str | None) -> str:
    """Character data, of which no white space may be such that a reader would fold it."""
    text = text or ""
    assert "  " not in text and "\n" not in text and "\t" not in text
    assert text == text.strip(" ")
    return text
