"""The styles of an OpenDocument text: those with names, the page, its head and foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from db.sheets.office.document import Document
from db.sheets.office.languages import language_of
from db.sheets.office.looks import (
    FALLBACKS,
    SANS,
    SERIF,
    Look,
    character_looks,
    paragraph_looks,
)

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
VERSION: Final = "1.3"
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("office", f"{_OASIS}:office:1.0"),
        ("style", f"{_OASIS}:style:1.0"),
        ("text", f"{_OASIS}:text:1.0"),
        ("table", f"{_OASIS}:table:1.0"),
        ("draw", f"{_OASIS}:drawing:1.0"),
        ("fo", f"{_OASIS}:xsl-fo-compatible:1.0"),
        ("svg", f"{_OASIS}:svg-compatible:1.0"),
        ("meta", f"{_OASIS}:meta:1.0"),
        ("config", f"{_OASIS}:config:1.0"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xlink", "http://www.w3.org/1999/xlink"),
        ("ooo", "http://openoffice.org/2004/office"),
    )
)
_GENERIC: Final = {SERIF: "roman", SANS: "swiss"}
# The element of a heading's style is what makes it one; these are not to be shown as styles.
_FILL: Final = "#f6f4ef"


def styles_part(document: Document, footer: str, header: str) -> str:
    """styles.xml; `footer` and `header` are their paragraphs' content."""
    return "".join(_styles(document, footer, header))


def _styles(document: Document, footer: str, header: str) -> Iterator[str]:
    yield f'{HEAD}<office:document-styles {NAMESPACES} office:version="{VERSION}">'
    yield f"{font_faces()}<office:styles>"
    yield _default(document)
    for look in paragraph_looks(document.size):
        yield _paragraph_style(look, document)
    for look in character_looks(document.size):
        yield (
            f'<style:style style:name="{look.name}" style:display-name={quoteattr(look.title)} '
            f'style:family="text"><style:text-properties{letters(look)}/></style:style>'
        )
    yield "</office:styles>"
    yield _page(document, footer, header)
    yield "</office:document-styles>"


def font_faces() -> str:
    """The faces, each with what to take where a machine has not the program's fonts."""
    return "<office:font-face-decls>" + "".join(
        f'<style:font-face style:name="{face}" svg:font-family='
        + quoteattr(", ".join(f"'{name}'" for name in (face, *others)))
        + f' style:font-family-generic="{_GENERIC[face]}" style:font-pitch="variable"/>'
        for face, others in FALLBACKS.items()
    ) + "</office:font-face-decls>"  # fmt: skip


def _default(document: Document) -> str:
    marks = language_marks(document.language) or ' fo:language="en" fo:country="GB"'
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties '
        'style:tab-stop-distance="12.5mm" style:writing-mode="page" fo:hyphenation-ladder-count='
        '"no-limit"/><style:text-properties style:font-name="IBM Plex Serif" '
        f'fo:font-size="{document.size:g}pt"{marks} fo:hyphenate="false"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties '
        'table:border-model="collapsing"/></style:default-style>'
        '<style:default-style style:family="table-row"><style:table-row-properties '
        'fo:keep-together="auto"/></style:default-style>'
    )


def language_marks(tag: str) -> str:
    """The attributes that say in which language words are; empty for none."""
    language, country = language_of(tag)
    if not language:
        return ""
    marks = f'language="{language}"', f'country="{country or "none"}"'
    kinds = "fo:{}", "style:{}-asian", "style:{}-complex"
    return "".join(
        f" {kind.format(name)}={value}"
        for kind in kinds
        for name, value in (mark.split("=") for mark in marks)
    )


def _paragraph_style(look: Look, document: Document) -> str:
    level = f' style:default-outline-level="{look.level}"' if look.level else ""
    parent = "" if look.name == "Standard" else ' style:parent-style-name="Standard"'
    shown = {"Title": "Title", "header": "Header", "footer": "Footer", "Normal": "Standard"}
    title = shown.get(look.title, look.title)
    if look.level:
        title = f"Heading {look.level}"
    tabs = _tabs(look, document)
    return (
        f'<style:style style:name="{look.name}" style:display-name={quoteattr(title)} '
        f'style:family="paragraph"{parent}{level} style:class="text">'
        f"<style:paragraph-properties{''.join(_layout(look, document.hang))}>{tabs}"
        f"</style:paragraph-properties><style:text-properties{letters(look)}/></style:style>"
    )


def _tabs(look: Look, document: Document) -> str:
    at, kind = 0.0, ""
    if look.hang and document.hang:
        at = document.hang
    elif look.name in ("Header", "Footer"):
        at, kind = document.page.inside, ' style:type="right"'
    if not at:
        return ""
    return f'<style:tab-stops><style:tab-stop style:position="{at:.2f}mm"{kind}/></style:tab-stops>'


def _layout(look: Look, hang: float) -> Iterator[str]:
    yield f' fo:margin-top="{look.above:g}pt" fo:margin-bottom="{look.below:g}pt"'
    yield f' fo:line-height="{look.line * 100:g}%" fo:orphans="2" fo:widows="2"'
    if look.next:
        yield ' fo:keep-with-next="always"'
    if look.next or look.whole:
        yield ' fo:keep-together="always"'
    if look.hang and hang:
        yield f' fo:margin-left="{hang:.2f}mm" fo:text-indent="-{hang:.2f}mm"'
    elif look.indent:
        yield f' fo:margin-left="{look.indent:g}mm" fo:text-indent="-{look.indent:g}mm"'
    if look.rule:
        yield f' fo:border-bottom="0.5pt solid {look.colour}" style:join-border="false"'
    if look.frame:
        edge = f"0.5pt {look.frame} {look.colour}"
        yield f' fo:border-top="{edge}" fo:border-bottom="{edge}" fo:padding="1mm"'
        yield ' style:join-border="false"'
    if look.frame == "dashed":
        yield f' fo:background-color="{_FILL}"'


def letters(look: Look) -> str:
    """What a style says of its letters."""
    return "".join(_letters(look))


def _letters(look: Look) -> Iterator[str]:
    kinds = ("", "-asian", "-complex")
    if look.face:
        for kind in kinds:
            yield f' style:font-name{kind}="{look.face}"'
    if look.size:
        yield f' fo:font-size="{look.size:g}pt"'
        for kind in kinds[1:]:
            yield f' style:font-size{kind}="{look.size:g}pt"'
    if look.weight == "bold":
        yield ' fo:font-weight="bold"'
        for kind in kinds[1:]:
            yield f' style:font-weight{kind}="bold"'
    if look.italic:
        yield ' fo:font-style="italic"'
    if look.caps:
        yield ' fo:text-transform="uppercase" fo:letter-spacing="0.6pt"'
    if look.colour:
        yield f' fo:color="{look.colour}"'
    if look.underline:
        line = "dotted" if look.underline == "dotted" else "solid"
        yield f' style:text-underline-style="{line}" style:text-underline-width="auto"'
        yield ' style:text-underline-color="font-color"'


def _page(document: Document, footer: str, header: str) -> str:
    page = document.page
    lies = "landscape" if page.width > page.height else "portrait"
    edge = "<style:header-footer-properties {}/>"
    top = edge.format('fo:min-height="11mm" fo:margin-bottom="6mm" style:dynamic-spacing="false"')
    low = edge.format('fo:min-height="9mm" fo:margin-top="4.5mm" style:dynamic-spacing="false"')
    head, foot = (f'<text:p text:style-name="{s}">{{}}</text:p>' for s in ("Header", "Footer"))
    return (
        '<office:automatic-styles><style:page-layout style:name="page">'
        f'<style:page-layout-properties fo:page-width="{page.width:g}mm" '
        f'fo:page-height="{page.height:g}mm" style:print-orientation="{lies}" '
        f'fo:margin-top="8mm" fo:margin-bottom="7mm" fo:margin-left="{page.side:g}mm" '
        f'fo:margin-right="{page.side:g}mm" style:writing-mode="lr-tb"/>'
        f"<style:header-style>{top}</style:header-style>"
        f"<style:footer-style>{low}</style:footer-style></style:page-layout>"
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="page">'
        f"<style:header>{head.format(header)}</style:header>"
        f"<style:header-first>{head.format('')}</style:header-first>"
        f"<style:footer>{foot.format(footer)}</style:footer>"
        f"<style:footer-first>{foot.format(footer)}</style:footer-first>"
        "</style:master-page></office:master-styles>"
    )


def meta_part(document: Document) -> str:
    """meta.xml: title, language and the sheet's date, no person."""
    moment = document.moment.strftime("%Y-%m-%dT%H:%M:%S")
    return (
        f'{HEAD}<office:document-meta {NAMESPACES} office:version="{VERSION}"><office:meta>'
        f"<meta:generator>Triptych</meta:generator><dc:title>{escape(document.title)}</dc:title>"
        f"<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date>"
        f"<dc:language>{escape(document.language)}</dc:language>"
        "</office:meta></office:document-meta>"
    )
