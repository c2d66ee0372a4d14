"""ODT: a sheet as an OpenDocument text, written part by part; the same bytes every time.

Form: OpenDocument 1.3 (ISO/IEC 26300), as LibreOffice reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from db.sheets.model import Sheet
from db.sheets.office.composing import document as composed
from db.sheets.office.document import Document
from db.sheets.office.odt_body import BodyWriter, written
from db.sheets.office.odt_styles import (
    HEAD,
    NAMESPACES,
    VERSION,
    font_faces,
    meta_part,
    styles_part,
)
from db.sheets.packing import packed
from db.sheets.watching import Watch, unwatched

_TYPE: Final = "application/vnd.oasis.opendocument.text"
_MANIFEST: Final = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
# Row by row, LibreOffice keeps together what Word would.
_SETTINGS: Final = (
    '<config:config-item-set config:name="ooo:configuration-settings">'
    '<config:config-item config:name="TableRowKeep" config:type="boolean">true'
    "</config:config-item></config:config-item-set>"
)


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as an ODT file."""
    return packed_document(composed(sheet, watch))


def packed_document(document: Document) -> bytes:
    """A document as an ODT file."""
    body = BodyWriter()
    blocks = "".join(_body(document, body))
    parts = {
        "content.xml": _content(document, body, blocks),
        "styles.xml": styles_part(document, _footer(document), _header(document)),
        "meta.xml": meta_part(document),
        "settings.xml": f"{HEAD}<office:document-settings {NAMESPACES} "
        f'office:version="{VERSION}"><office:settings>{_SETTINGS}</office:settings>'
        "</office:document-settings>",
    }
    pictures = {f"Pictures/{n}.png": png for n, png in enumerate(body.pictures, start=1)}
    files = (
        ("mimetype", _TYPE.encode()),
        *((name, text.encode("utf-8", "replace")) for name, text in parts.items()),
        *pictures.items(),
        ("META-INF/manifest.xml", _manifest([*parts], [*pictures]).encode()),
    )
    return packed(files, document.moment, stored="mimetype")


def _body(document: Document, body: BodyWriter) -> Iterator[str]:
    for block in document.blocks:
        yield body.block(block)
    lines = [p for p in document.ending if p.style == "Reference"]
    for paragraph in document.ending:
        if paragraph.style != "Reference":
            yield body.paragraph(paragraph)
    if lines:
        words = "".join(map(body.paragraph, lines))
        yield f'<text:section text:style-name="columns" text:name="References">{words}'
        yield "</text:section>"


def _content(document: Document, body: BodyWriter, blocks: str) -> str:
    gap = 'fo:column-gap="6mm"'
    columns = f'<style:columns fo:column-count="{document.columns}" {gap}/>'
    return (
        f'{HEAD}<office:document-content {NAMESPACES} office:version="{VERSION}">{font_faces()}'
        f"<office:automatic-styles>{''.join(body.styles())}"
        '<style:style style:name="columns" style:family="section"><style:section-properties '
        f'text:dont-balance-text-columns="false">{columns}</style:section-properties>'
        "</style:style></office:automatic-styles>"
        f"<office:body><office:text>{blocks}</office:text></office:body>"
        "</office:document-content>"
    )


def _header(document: Document) -> str:
    """The sheet's title, and at the right the heading that the page is about."""
    title = written(" ".join(document.title.split()))
    return f'{title}<text:tab/><text:chapter text:display="name" text:outline-level="1"/>'


def _footer(document: Document) -> str:
    before, _, rest = document.pages.partition("{page}")
    between, _, after = rest.partition("{pages}")
    page = '<text:page-number text:select-page="current">1</text:page-number>'
    pages = "<text:page-count>1</text:page-count>"
    foot = " ".join(document.foot.split())
    return f"{written(foot)}<text:tab/>{_edge(before)}{page}{_edge(between)}{pages}{_edge(after)}"


def _edge(words: str) -> str:
    return written(words)


def _manifest(parts: list[str], pictures: list[str]) -> str:
    entries = [("/", _TYPE), *((name, "text/xml") for name in parts),
               *((name, "image/png") for name in pictures)]  # fmt: skip
    made = "".join(
        f'<manifest:file-entry manifest:full-path="{escape(name)}" manifest:media-type="{kind}"/>'
        for name, kind in entries
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="{VERSION}">'
        f"{made}</manifest:manifest>"
    )
