"""Sizes of a pane's type: fonts, line heights, spaces and margins for one theme and zoom."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from desktop.reading.flow import COMPANION
from desktop.reading.pane_text import PassageKind
from desktop.theme import Theme, interface_font, reading_font

READING, SMALL, ADDRESS = 15.5, 12.0, 11.0
NARROW: Final = 320
"""Below this width, in pixels at the designed size, margins are as small as can be."""
LEADING = 1.5
MEASURE = 75
SHAPED_FROM: Final = 20
"""Pixels from which words of simple letters are kerned and tied: what browsers have long done.

Below, nobody sees it, every letter keeps a place of its own, which marks and carets want, and it
would double the time a jump takes.
"""
_SAMPLE = "People gathered on the square from early morning and stayed there after dark."


class BlockStyle(NamedTuple):
    """How one kind of passage is set; lengths in logical pixels.

    line is the height of every line, baseline where the letters stand in it, indent the space
    left of the text, gap the space above the passage. plainly is the font for words of simple
    letters only, None where it is not one of the program's or so large that it is to be kerned.
    """

    font: QFont
    line: int
    baseline: float
    indent: int
    gap: int
    muted: bool = False
    plainly: QFont | None = None


class Typography(NamedTuple):
    """The type of a pane at one zoom.

    label is the font of addresses and notices, label_line its line height; measure is the width
    of MEASURE average characters, gutter the margin that addresses and bars hang in, edge the
    margin on the other side, pad the space above the first and below the last passage.
    """

    blocks: dict[PassageKind, BlockStyle]
    companion: BlockStyle
    label: QFont
    label_line: int
    measure: int
    gutter: int
    edge: int
    pad: int
    zoom: float

    def style(self, side: int, kind: PassageKind) -> BlockStyle:
        """Return how a passage of one side and kind is set."""
        return self.companion if side == COMPANION else self.blocks[kind]


class Margins(NamedTuple):
    """Where things stand across a pane: x of addresses, bar and text, and the text's width."""

    address: int
    bar: int
    bar_width: int
    text: int
    width: int

    @property
    def right(self) -> int:
        """Return the x where the text block ends."""
        return self.text + self.width


def typography(theme: Theme, zoom: float) -> Typography:
    """Return the type of a pane for a theme and a zoom, 1.0 being the size as designed."""
    # Addresses grow half as fast: they are looked up, not read.
    modest = (1 + zoom) / 2
    text = _reading(theme, READING * zoom)
    heading = QFont(text)
    heading.setWeight(QFont.Weight.DemiBold)
    small = interface_font(theme, SMALL * zoom)
    label = interface_font(theme, ADDRESS * modest)
    plain = _block(text, 0, 12 * zoom)
    blocks = {
        PassageKind.PARAGRAPH: plain,
        PassageKind.HEADING: _block(heading, 0, 18 * zoom),
        PassageKind.QUOTATION: _block(text, 18 * zoom, 12 * zoom),
        PassageKind.LIST_ITEM: _block(text, 18 * zoom, 7 * zoom),
        PassageKind.FURNITURE: _block(small, 0, 9 * zoom, muted=True),
    }
    companion = _block(_reading(theme, 13.5 * zoom), 14 * zoom, 5 * zoom, muted=True)
    average = QFontMetricsF(text).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return Typography(
        blocks=blocks,
        companion=companion,
        label=label,
        label_line=round(QFontMetricsF(label).height() + 2),
        measure=round(average * MEASURE),
        gutter=round(60 * modest),
        edge=round(20 * modest),
        pad=round(24 * zoom),
        zoom=zoom,
    )


def _reading(theme: Theme, pixels: float) -> QFont:
    font = reading_font(theme, pixels)
    # Words drawn ahead of time onto nothing must look like words drawn onto paper.
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


def _block(font: QFont, indent: float, gap: float, *, muted: bool = False) -> BlockStyle:
    metrics = QFontMetricsF(font)
    line = round(font.pixelSize() * LEADING)
    baseline = (line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    plainly = _plainly(font)
    return BlockStyle(font, line, round(baseline), round(indent), round(gap), muted, plainly)


def _plainly(font: QFont) -> QFont | None:
    if QFontInfo(font).family() != font.family() or font.pixelSize() >= SHAPED_FROM:
        return None
    plainly = QFont(font)
    how = QFont.StyleStrategy.NoFontMerging | QFont.StyleStrategy.PreferNoShaping
    plainly.setStyleStrategy(font.styleStrategy() | how)
    return plainly


def margins(sizes: Typography, width: int, address: str) -> Margins:
    """Place address, bar and text in a pane of a width; address is the longest one to expect."""
    hanging = round(QFontMetricsF(sizes.label).horizontalAdvance(address))
    bar_width = max(4, round(4 * sizes.zoom))
    least = 8 + hanging + 6 + bar_width + 11
    # A narrow column needs its width for words.
    narrow = width < NARROW * sizes.zoom
    gutter = least if narrow else max(sizes.gutter, least)
    room = width - gutter - (sizes.edge // 2 if narrow else sizes.edge)
    text = max(40, min(room, sizes.measure))
    # Width beyond the measure goes to both margins, the smaller part to the left.
    shift = min(max(0, room - text) // 3, round(72 * sizes.zoom))
    left = gutter + shift
    return Margins(left - gutter + 8, left - 10 - bar_width, bar_width, left, text)
