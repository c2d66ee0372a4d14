"""DOCX: a sheet as a Word document, written part by part; the same bytes every time.

Form: ISO/IEC 29500 (transitional), as python-docx and LibreOffice read it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from db.sheets.model import Sheet
from db.sheets.office.composing import document as composed
from db.sheets.office.document import Document, Page
from db.sheets.office.docx_body import BodyWriter
from db.sheets.office.docx_styles import (
    HEAD,
    WORD,
    fonts_part,
    properties_part,
    settings_part,
    styles_part,
    twips,
)
from db.sheets.packing import packed
from db.sheets.watching import Watch, unwatched

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES: Final = (
    f'xmlns:w="{WORD}" xmlns:r="{_OFFICE}/relationships" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture"'
)
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = {
    "styles": "styles", "settings": "settings", "fontTable": "fontTable", "header1": "header",
    "header2": "header", "footer1": "footer", "footer2": "footer",
}  # fmt: skip


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as a DOCX file."""
    return written(composed(sheet, watch))


def written(document: Document) -> bytes:
    """A document as a DOCX file."""
    body = BodyWriter()
    main = "".join(_main(document, body))
    pictures = body.pictures
    files = {
        "[Content_Types].xml": _types(bool(pictures)),
        "_rels/.rels": _relations(
            ("main", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("properties", f"{_PACKAGE}/relationships/metadata/core-properties",
             "docProps/core.xml"),
        ),
        "docProps/core.xml": properties_part(document),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{_OFFICE}/relationships/{kind}", f"{name}.xml")
              for name, kind in _PARTS.items()),
            *((f"picture{n}", f"{_OFFICE}/relationships/image", f"media/picture{n}.png")
              for n in range(1, len(pictures) + 1)),
        ),
        "word/styles.xml": styles_part(document).replace("{right}", str(_right(document.page))),
        "word/settings.xml": settings_part(document),
        "word/fontTable.xml": fonts_part(),
        "word/header1.xml": _header(document),
        "word/header2.xml": _edge("hdr", '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'),
        "word/footer1.xml": _footer(document),
        "word/footer2.xml": _footer(document),
    }  # fmt: skip
    texts = ((name, text.encode("utf-8", "replace")) for name, text in files.items())
    media = ((f"word/media/picture{n}.png", png) for n, png in enumerate(pictures, start=1))
    return packed((*texts, *media), document.moment)


def _main(document: Document, body: BodyWriter) -> Iterator[str]:
    yield f"{HEAD}<w:document {_NAMESPACES}><w:body>"
    last = ""
    for block in document.blocks:
        last = body.block(block)
        yield last
    if last.endswith("</w:tbl>"):
        yield "<w:p/>"
    heads = [p for p in document.ending if p.style != "Reference"]
    for paragraph in heads:
        yield body.paragraph(paragraph)
    rest = [p for p in document.ending if p.style == "Reference"]
    if rest:
        # What ends a section is a property of its last paragraph.
        yield f"<w:p><w:pPr>{_section(document, 1, first=True)}</w:pPr></w:p>"
        for paragraph in rest:
            yield body.paragraph(paragraph)
    yield _section(document, document.columns if rest else 1, first=not rest)
    yield "</w:body></w:document>"


def _section(document: Document, columns: int, *, first: bool) -> str:
    page = document.page
    flat = ' w:orient="landscape"' if page.width > page.height else ""
    edges = (
        ("header", "default", "header1"), ("header", "first", "header2"),
        ("footer", "default", "footer1"), ("footer", "first", "footer2"),
    )  # fmt: skip
    parts = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{name}"/>' for kind, which, name in edges
    )
    going_on = "" if first else '<w:type w:val="continuous"/>'
    return (
        f"<w:sectPr>{parts if first else ''}{going_on}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{flat}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.side)}" '
        f'w:bottom="{twips(page.bottom)}" w:left="{twips(page.side)}" '
        f'w:header="{twips(8)}" w:footer="{twips(7)}" w:gutter="0"/>'
        f'<w:cols w:num="{columns}" w:space="{twips(6)}"/>{"<w:titlePg/>" if first else ""}'
        "</w:sectPr>"
    )


def _right(page: Page) -> int:
    return twips(page.inside)


def _header(document: Document) -> str:
    """The sheet's title, and at the right the heading that the page is about."""
    title = f'<w:t xml:space="preserve">{escape(" ".join(document.title.split()))}</w:t>'
    return _edge(
        "hdr",
        f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r>{title}</w:r><w:r><w:tab/></w:r>'
        f"{_field(' STYLEREF 1 ', '')}</w:p>",
    )


def _footer(document: Document) -> str:
    before, _, rest = document.pages.partition("{page}")
    between, _, after = rest.partition("{pages}")
    runs = (
        _plain(document.foot), "<w:r><w:tab/></w:r>", _plain(before), _field(" PAGE ", "1"),
        _plain(between), _field(" NUMPAGES ", "1"), _plain(after),
    )  # fmt: skip
    return _edge("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{"".join(runs)}</w:p>')


def _plain(text: str) -> str:
    """Words on one line."""
    line = " ".join(text.replace("\n", " ").split("\t"))
    return f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' if line else ""


def _field(code: str, shown: str) -> str:
    text = f"<w:r><w:t>{shown}</w:t></w:r>" if shown else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{text}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _edge(kind: str, paragraph: str) -> str:
    return f'{HEAD}<w:{kind} xmlns:w="{WORD}">{paragraph}</w:{kind}>'


def _types(pictures: bool) -> str:
    parts = {"document": "document.main", **_PARTS}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    png = '<Default Extension="png" ContentType="image/png"/>' if pictures else ""
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*targets: tuple[str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in targets
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'
