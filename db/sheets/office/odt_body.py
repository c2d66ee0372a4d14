"""The body of an OpenDocument text: paragraphs, tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from db.sheets import palette
from db.sheets.office.document import Block, Box, Line, Paragraph, Picture, Span, Table
from db.sheets.office.looks import hairline
from db.sheets.office.odt_styles import language_marks

# White space that a reader of XML may fold: all spaces but single ones between letters.
_KEPT: Final = re.compile(r"\n|\t| {2,}|^ | $|(?<=[\n\t]) | (?=[\n\t])")
_RULES: Final = {
    "solid": "3pt solid",
    "diagonal": "3pt dash-dot",
    "dots": "3pt dotted",
    "dashes": "3pt dashed",
    "double": "3pt double",
    "waves": "3pt dash-dot-dot",
}
_HEADING: Final = re.compile(r"Heading([1-9])")


class BodyWriter:
    """Writes blocks, and keeps the pictures and the styles they need."""

    def __init__(self) -> None:
        self.pictures: list[bytes] = []
        self._spans: dict[tuple[str, str, str], str] = {}
        self._columns: dict[tuple[float, ...], str] = {}
        self._boxes: dict[tuple[int | None, bool, bool, bool], str] = {}
        self._rtl: dict[str, str] = {}
        self._tables = 0

    def block(self, block: Block | Table) -> str:
        """One block."""
        if isinstance(block, Table):
            return "".join(self._table(block))
        if isinstance(block, Picture):
            return self._picture(block)
        return self.paragraph(block)

    def paragraph(self, paragraph: Paragraph) -> str:
        """A paragraph, or a heading."""
        style = paragraph.style
        if paragraph.rtl:
            style = self._rtl.setdefault(style, f"{style}-rtl")
        words = "".join(map(self.span, paragraph.spans))
        level = _HEADING.fullmatch(paragraph.style)
        if level:
            mark = f'text:style-name="{style}" text:outline-level="{level[1]}"'
            return f"<text:h {mark}>{words}</text:h>"
        return f'<text:p text:style-name="{style}">{words}</text:p>'

    def span(self, span: Span) -> str:
        """Words in one style."""
        if not span.text:
            return ""
        words = written(span.text)
        key = (span.style, span.language, span.colour)
        if not any(key):
            return words
        name = span.style
        if span.language or span.colour:
            name = self._spans.setdefault(key, f"T{len(self._spans) + 1}")
        return f'<text:span text:style-name="{name}">{words}</text:span>'

    # ------------------------------------------------------------------ tables
    def _table(self, table: Table) -> Iterator[str]:
        self._tables += 1
        style = self._columns.setdefault(table.widths, f"S{len(self._columns) + 1}")
        yield (
            f'<table:table table:name="Table{self._tables}" table:style-name="{style}">'
            f"<table:title>{escape(table.title)}</table:title>"
        )
        for number in range(len(table.widths)):
            yield f'<table:table-column table:style-name="{style}.{number + 1}"/>'
        heads = [line for line in table.lines if line.head]
        if heads:
            rows = "".join(self._line(line) for line in heads)
            yield f"<table:table-header-rows>{rows}</table:table-header-rows>"
        yield from (self._line(line) for line in table.lines if not line.head)
        yield "</table:table>"

    def _line(self, line: Line) -> str:
        boxes = "".join(self._box(box, line, at > 0) for at, box in enumerate(line.boxes))
        kept = ' table:style-name="whole"' if line.head else ""
        return f"<table:table-row{kept}>{boxes}</table:table-row>"

    def _box(self, box: Box, line: Line, beside: bool) -> str:
        key = (box.source, line.head, line.part and box.span > 1 and _is_first(box), beside)
        style = self._boxes.setdefault(key, f"B{len(self._boxes) + 1}")
        span = f' table:number-columns-spanned="{box.span}"' if box.span > 1 else ""
        blocks = "".join(self.block(b) for b in box.blocks) or '<text:p text:style-name="Claim"/>'
        covered = "<table:covered-table-cell/>" * (box.span - 1)
        return (
            f'<table:table-cell table:style-name="{style}"{span} office:value-type="string">'
            f"{blocks}</table:table-cell>{covered}"
        )

    # ------------------------------------------------------------------ pictures
    def _picture(self, picture: Picture) -> str:
        self.pictures.append(picture.png)
        number = len(self.pictures)
        size = f'svg:width="{picture.width:.2f}mm" svg:height="{picture.height:.2f}mm"'
        return (
            f'<text:p text:style-name="Figure"><draw:frame draw:style-name="picture" '
            f'draw:name="Ladder {number}" text:anchor-type="as-char" {size}>'
            f'<draw:image xlink:href="Pictures/{number}.png" xlink:type="simple" '
            'xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/png"/>'
            f"<svg:title>{escape(picture.title)}</svg:title>"
            f"<svg:desc>{escape(picture.words)}</svg:desc></draw:frame></text:p>"
        )

    # ------------------------------------------------------------------ the styles they need
    def styles(self) -> Iterator[str]:
        """The automatic styles of all that was written."""
        for (style, language, colour), name in self._spans.items():
            parent = f' style:parent-style-name="{style}"' if style else ""
            marks = language_marks(language) + _coloured(style, colour)
            yield (
                f'<style:style style:name="{name}" style:family="text"{parent}>'
                f"<style:text-properties{marks}/></style:style>"
            )
        for style, name in self._rtl.items():
            yield (
                f'<style:style style:name="{name}" style:family="paragraph" '
                f'style:parent-style-name="{style}"><style:paragraph-properties '
                'style:writing-mode="rl-tb" fo:text-align="start"/></style:style>'
            )
        for widths, name in self._columns.items():
            yield from _columns(widths, name)
        for key, name in self._boxes.items():
            yield _box_style(name, *key)
        yield (
            '<style:style style:name="whole" style:family="table-row">'
            '<style:table-row-properties fo:keep-together="always"/></style:style>'
            '<style:style style:name="picture" style:family="graphic"><style:graphic-properties '
            'style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none"/>'
            "</style:style>"
        )


def written(text: str) -> str:
    """Words as XML that gives every space, tab and line end back."""
    return "".join(_written(text))


def _written(text: str) -> Iterator[str]:
    at = 0
    for found in _KEPT.finditer(text):
        yield escape(text[at : found.start()])
        at = found.end()
        if found[0] == "\n":
            yield "<text:line-break/>"
        elif found[0] == "\t":
            yield "<text:tab/>"
        else:
            yield f'<text:s text:c="{len(found[0])}"/>'
    yield escape(text[at:])


def _coloured(style: str, colour: str) -> str:
    if not colour:
        return ""
    if style == "Speaks":
        return f" style:text-underline-color={quoteattr(colour)}"
    return f" fo:color={quoteattr(colour)}"


def _columns(widths: tuple[float, ...], name: str) -> Iterator[str]:
    yield (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{sum(widths):.2f}mm" table:align="left" '
        'style:may-break-between-rows="true" fo:margin-bottom="1mm"/></style:style>'
    )
    for number, width in enumerate(widths, start=1):
        yield (
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width:.2f}mm"/></style:style>'
        )


def _box_style(name: str, source: int | None, head: bool, first: bool, beside: bool) -> str:
    """A cell: a source's rule over its column, hairlines between columns."""
    thin = f"0.5pt solid {hairline()}"
    top = "none"
    if source is not None:
        look = palette.look(source)
        top = f"{_RULES[look.pattern]} {look.colour}"
    elif first:
        top = thin
    low = ' style:vertical-align="bottom"' if head else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding-left="2.2mm" fo:padding-right="2.2mm" fo:padding-top="1.4mm" '
        f'fo:padding-bottom="1mm" fo:border-top="{top}" '
        f'fo:border-left="{thin if beside else "none"}" fo:border-right="none" '
        f'fo:border-bottom="{thin if head else "none"}"{low}/>'
        "</style:style>"
    )


def _is_first(box: Box) -> bool:
    first = box.blocks[0] if box.blocks else None
    return isinstance(first, Paragraph) and first.style == "Aspect"
