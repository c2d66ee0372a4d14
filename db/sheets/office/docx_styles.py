"""The styles of a Word document, and the parts that are the same in every one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from db.sheets.office.document import Document
from db.sheets.office.languages import EAST_ASIAN, RIGHT_TO_LEFT, language_of
from db.sheets.office.looks import (
    FALLBACKS,
    SERIF,
    Look,
    character_looks,
    hairline,
    paragraph_looks,
)

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FRAMES: Final = {"dashed": "dashed", "dotted": "dotted"}


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def style_id(name: str) -> str:
    """The id of a style by the name that the document gives it."""
    return "Normal" if name == "Standard" else name


def language_mark(tag: str) -> str:
    """The element that says in which language words are; empty for none."""
    language, country = language_of(tag)
    if not language:
        return ""
    value = f"{language}-{country}" if country else language
    if language in RIGHT_TO_LEFT:
        return f'<w:lang w:bidi="{value}"/>'
    east = f' w:eastAsia="{value}"' if language in EAST_ASIAN else ""
    return f'<w:lang w:val="{value}"{east}/>'


def styles_part(document: Document) -> str:
    """word/styles.xml."""
    return "".join(_styles(document))


def _styles(document: Document) -> Iterator[str]:
    language = language_mark(document.language) or '<w:lang w:val="en-GB"/>'
    yield f'{HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    yield f'{_fonts(SERIF)}<w:sz w:val="18"/><w:szCs w:val="18"/>{language}'
    yield "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    for look in paragraph_looks(document.size):
        yield _paragraph_style(look, document.hang)
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>"
    )
    for look in character_looks(document.size):
        yield (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{look.name}">'
            f'<w:name w:val="{look.title}"/><w:basedOn w:val="DefaultParagraphFont"/>'
            f"<w:qFormat/><w:rPr>{letters(look)}</w:rPr></w:style>"
        )
    yield _table_style()


def _table_style() -> str:
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{hairline()[1:]}"'
    margins = "".join(
        f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>'
        for side, width in (("top", 1.4), ("left", 2.2), ("bottom", 1.0), ("right", 2.2))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        "<w:tblPr/></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Sources"><w:name w:val="Sources"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"<w:bottom {thin}/><w:insideV {thin}/></w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style></w:styles>"
    )


def _paragraph_style(look: Look, hang: float) -> str:
    plain = look.name == "Standard"
    custom = "" if plain or look.level or look.name in ("Title", "Header", "Footer") else (
        ' w:customStyle="1"'
    )  # fmt: skip
    default = ' w:default="1"' if plain else ""
    based = "" if plain else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if look.level or look.next else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id(look.name)}">'
        f'<w:name w:val="{look.title}"/>{based}{following}<w:qFormat/>'
        f"<w:pPr>{''.join(_layout(look, hang))}</w:pPr><w:rPr>{letters(look)}</w:rPr></w:style>"
    )


def _layout(look: Look, hang: float) -> Iterator[str]:
    """What a paragraph's style says of its place, in the order that the schema wants."""
    if look.next:
        yield "<w:keepNext/>"
    if look.next or look.frame or look.whole:
        yield "<w:keepLines/>"
    frame = _frame(look)
    if frame:
        yield f"<w:pBdr>{frame}</w:pBdr>"
    if look.frame == "dashed":
        yield '<w:shd w:val="clear" w:color="auto" w:fill="F6F4EF"/>'
    if look.hang and hang:
        yield f'<w:tabs><w:tab w:val="left" w:pos="{twips(hang)}"/></w:tabs>'
    if look.name in ("Header", "Footer"):
        yield '<w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
    above, below = round(look.above * 20), round(look.below * 20)
    yield (
        f'<w:spacing w:before="{above}" w:after="{below}" '
        f'w:line="{round(look.line * 240)}" w:lineRule="auto"/>'
    )
    if look.hang and hang:
        yield f'<w:ind w:left="{twips(hang)}" w:hanging="{twips(hang)}"/>'
    elif look.indent:
        room = twips(look.indent)
        yield f'<w:ind w:left="{room}" w:hanging="{room}"/>'
    if look.level:
        yield f'<w:outlineLvl w:val="{look.level - 1}"/>'


def _frame(look: Look) -> str:
    colour = look.colour[1:]
    if look.rule:
        return f'<w:bottom w:val="single" w:sz="4" w:space="1" w:color="{colour}"/>'
    if not look.frame:
        return ""
    return "".join(
        f'<w:{side} w:val="{_FRAMES[look.frame]}" w:sz="4" w:space="3" w:color="{colour}"/>'
        for side in ("top", "bottom")
    )


def letters(look: Look) -> str:
    """What a style says of its letters, in the order that the schema wants."""
    return "".join(_letters(look))


def _letters(look: Look) -> Iterator[str]:
    if look.face:
        yield _fonts(look.face)
    if look.weight == "bold":
        yield "<w:b/><w:bCs/>"
    if look.italic:
        yield "<w:i/><w:iCs/>"
    if look.caps:
        yield "<w:caps/>"
    if look.colour:
        yield f'<w:color w:val="{look.colour[1:]}"/>'
    if look.caps:
        yield '<w:spacing w:val="12"/>'
    if look.size:
        size = round(look.size * 2)
        yield f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    if look.underline:
        yield f'<w:u w:val="{look.underline}"/>'


def _fonts(face: str) -> str:
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'


def fonts_part() -> str:
    """word/fontTable.xml: what to take where a machine has not the program's fonts."""
    fonts = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{", ".join(others)}"/>'
        f'<w:family w:val="{"roman" if face == SERIF else "swiss"}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for face, others in FALLBACKS.items()
    )
    return f'{HEAD}<w:fonts xmlns:w="{WORD}">{fonts}</w:fonts>'


def settings_part(document: Document) -> str:
    """word/settings.xml: no old-format compatibility, nothing of a person."""
    language = language_mark(document.language).replace("w:lang", "w:themeFontLang")
    return (
        f'{HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>'
        "<w:removePersonalInformation/><w:removeDateAndTime/>"
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"{language}</w:settings>"
    )


def properties_part(document: Document) -> str:
    """docProps/core.xml: title, language and the sheet's date, no person."""
    moment = document.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title>"
        f"<dc:language>{escape(document.language)}</dc:language>{dated}</cp:coreProperties>"
    )


def attribute(text: str) -> str:
    """A text as a quoted attribute, its line ends kept."""
    return quoteattr(text, {"\n": "&#10;", "\t": "&#9;"})
