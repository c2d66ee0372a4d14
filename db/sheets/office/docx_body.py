"""The body of a Word document: paragraphs, tables and pictures as WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from db.sheets import palette
from db.sheets.office.direction import by_direction
from db.sheets.office.document import Block, Box, Line, Paragraph, Picture, Span, Table
from db.sheets.office.docx_styles import attribute, language_mark, style_id, twips
from db.sheets.office.looks import hairline

_EMU: Final = 36_000
_BREAKS: Final = re.compile(r"([\n\t])")
_RULES: Final = {
    "solid": ("single", 24),
    "diagonal": ("dotDash", 24),
    "dots": ("dotted", 24),
    "dashes": ("dashed", 24),
    "double": ("double", 6),
    "waves": ("wave", 6),
}
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"


class BodyWriter:
    """Writes blocks, and keeps the pictures they need."""

    def __init__(self) -> None:
        self.pictures: list[bytes] = []
        self._marks: dict[tuple[str, str, str, bool], str] = {}

    def block(self, block: Block | Table) -> str:
        """One block."""
        if isinstance(block, Table):
            return "".join(self._table(block))
        if isinstance(block, Picture):
            return self._picture(block)
        return self.paragraph(block)

    def paragraph(self, paragraph: Paragraph, more: str = "") -> str:
        """A paragraph; `more` stands at the end of its properties."""
        bidi = "<w:bidi/>" if paragraph.rtl else ""
        style = f'<w:pStyle w:val="{style_id(paragraph.style)}"/>'
        runs = "".join(map(self.run, paragraph.spans))
        return f"<w:p><w:pPr>{style}{bidi}{more}</w:pPr>{runs}</w:p>"

    def run(self, span: Span) -> str:
        """Words in one style."""
        return "".join(
            f"<w:r>{self._mark(span, rtl)}{''.join(_texts(text))}</w:r>"
            for text, rtl in by_direction(span.text)
            if text
        )

    def _mark(self, span: Span, rtl: bool) -> str:
        key = (span.style, span.language, span.colour, rtl)
        made = self._marks.get(key)
        if made is None:
            made = self._marks[key] = _properties(*key)
        return made

    # ------------------------------------------------------------------ tables
    def _table(self, table: Table) -> Iterator[str]:
        columns = [twips(width) for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Sources"/>'
            f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={attribute(table.title)}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        for line in table.lines:
            yield from self._line(line, columns)
        yield "</w:tbl>"

    def _line(self, line: Line, columns: list[int]) -> Iterator[str]:
        head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if line.head else ""
        yield f"<w:tr>{head}"
        at = 0
        for box in line.boxes:
            width = sum(columns[at : at + box.span])
            at += box.span
            yield self._box(box, width, line)
        yield "</w:tr>"

    def _box(self, box: Box, width: int, line: Line) -> str:
        span = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
        borders = _borders(box, line)
        blocks = "".join(self.block(b) for b in box.blocks) or "<w:p/>"
        low = '<w:vAlign w:val="bottom"/>' if line.head else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{borders}{low}</w:tcPr>'
            f"{blocks}</w:tc>"
        )

    # ------------------------------------------------------------------ pictures
    def _picture(self, picture: Picture) -> str:
        self.pictures.append(picture.png)
        number = len(self.pictures)
        wide, high = round(picture.width * _EMU), round(picture.height * _EMU)
        named = f'id="{number}" name="Ladder {number}"'
        told = f"descr={attribute(picture.words)} title={attribute(picture.title)}"
        return (
            f'<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing>'
            f'<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr {named} {told}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {named} {told}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="picture{number}"/><a:stretch><a:fillRect/>'
            "</a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )


def _texts(text: str) -> Iterator[str]:
    """The elements of a run; line ends and tabs have their own."""
    for part in _BREAKS.split(text):
        if part == "\n":
            yield "<w:br/>"
        elif part == "\t":
            yield "<w:tab/>"
        elif part:
            yield f'<w:t xml:space="preserve">{escape(part)}</w:t>'


def _properties(style: str, language: str, colour: str, rtl: bool) -> str:
    parts = [f'<w:rStyle w:val="{style}"/>'] if style else []
    if colour and style == "Speaks":
        parts.append(f'<w:u w:val="single" w:color="{colour[1:]}"/>')
    elif colour:
        parts.append(f'<w:color w:val="{colour[1:]}"/>')
    if rtl:
        parts.append("<w:rtl/>")
    parts.append(language_mark(language))
    made = "".join(parts)
    return f"<w:rPr>{made}</w:rPr>" if made else ""


def _borders(box: Box, line: Line) -> str:
    """The rule of a source over the head of its column; a hairline over what hangs on a row."""
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{hairline()[1:]}"'
    sides = ""
    if box.source is not None:
        look = palette.look(box.source)
        value, size = _RULES[look.pattern]
        sides += f'<w:top w:val="{value}" w:sz="{size}" w:space="0" w:color="{look.colour[1:]}"/>'
    elif line.part and box.span > 1 and _is_first(box):
        sides += f"<w:top {thin}/>"
    if line.head:
        sides += f"<w:bottom {thin}/>"
    return f"<w:tcBorders>{sides}</w:tcBorders>" if sides else ""


def _is_first(box: Box) -> bool:
    first = box.blocks[0] if box.blocks else None
    return isinstance(first, Paragraph) and first.style == "Aspect"
