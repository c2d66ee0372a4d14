"""A laid out number ladder as SVG: plain shapes and words, nothing that fetches or runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from db.comparing.ladder_items import (
    STRIKE,
    Bar,
    Dot,
    Ink,
    Item,
    Measure,
    Rule,
    Strike,
    Words,
    bar_shape,
    dashes_of,
)
from db.comparing.ladder_picture import Picture, lay_out
from db.comparing.number_ladder import Manner, NumberLadder

FONT: Final = "'IBM Plex Sans', 'Noto Sans', 'Segoe UI', sans-serif"
# The mean width of a letter of the interface face, in ems, where nothing can measure.
LETTER: Final = 0.55


def plain_measure(words: str, size: float, bold: bool) -> float:
    """About how wide words are, for want of a font."""
    return len(words) * size * LETTER * (1.06 if bold else 1.0)


@dataclass(frozen=True, slots=True)
class Colours:
    """What a ladder is drawn in, each as #rrggbb; `source` gives that of a source's style."""

    paper: str
    ink: str
    muted: str
    hairline: str
    source: Callable[[int], str]

    def of(self, ink: Ink, style: int = 0) -> str:
        """The colour of an ink."""
        if ink is Ink.SOURCE:
            return self.source(style)
        return {Ink.INK: self.ink, Ink.HAIRLINE: self.hairline}.get(ink, self.muted)


def ladder_svg(
    ladder: NumberLadder, colours: Colours, *, width: float = 760,
    measure: Measure = plain_measure, tick_names: Mapping[float, str] | None = None,
    unit: str | None = None,
) -> str:  # fmt: skip
    """A ladder as an SVG document of a width in pixels."""
    picture = lay_out(ladder, width=width, measure=measure, tick_names=tick_names, unit=unit)
    return picture_svg(picture, colours, ladder.title, ladder.note)


def picture_svg(picture: Picture, colours: Colours, title: str, note: str = "") -> str:
    """A laid out ladder as an SVG document."""
    size = f'width="{picture.width:g}" height="{picture.height:g}"'
    box = f'viewBox="0 0 {picture.width:g} {picture.height:g}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" font-family="{FONT}">',
        f"<title>{_text(title)}</title>",
        *([f"<desc>{_text(note)}</desc>"] if note else []),
        f'<rect width="100%" height="100%" fill="{colours.paper}"/>',
        *(part for item in picture.items for part in _item(item, colours)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _item(item: Item, colours: Colours) -> list[str]:
    if isinstance(item, Words):
        return _words(item, colours)
    if isinstance(item, Rule):
        ends = f'x1="{item.x1:.1f}" y1="{item.y1:.1f}" x2="{item.x2:.1f}" y2="{item.y2:.1f}"'
        return [f'<line {ends} stroke="{colours.of(Ink.HAIRLINE)}"/>']
    if isinstance(item, Dot):
        return [_dot(item, colours)]
    if isinstance(item, Strike):
        return _strike(item, colours)
    return _bar(item, colours)


def _words(words: Words, colours: Colours) -> list[str]:
    weight = ' font-weight="600"' if words.bold else ""
    align = f' text-anchor="{words.align}"' if words.align != "start" else ""
    fill = colours.of(words.ink, words.style)
    # A stroke of paper under the letters cuts the bar they stand on.
    halo = f' stroke="{colours.paper}" stroke-width="{2 * words.cut:g}"' if words.cut else ""
    halo += ' stroke-linejoin="round" paint-order="stroke"' if words.cut else ""
    return [
        f'<text x="{words.x:.1f}" y="{words.y:.1f}" font-size="{words.size:g}" fill="{fill}"'
        f"{weight}{align}{halo}>{_text(words.text)}</text>"
    ]


def _dot(dot: Dot, colours: Colours) -> str:
    colour = colours.of(dot.ink, dot.style)
    place = f'cx="{dot.x:.1f}" cy="{dot.y:.1f}"'
    if dot.manner is Manner.OWN:
        return f'<circle {place} r="{dot.radius:g}" fill="{colour}"/>'
    broken = ' stroke-dasharray="3 2"' if dot.manner is Manner.HEDGED else ""
    ring = f'fill="{colours.paper}" stroke="{colour}" stroke-width="2"{broken}'
    return f'<circle {place} r="{dot.radius - 0.5:g}" {ring}/>'


def _strike(strike: Strike, colours: Colours) -> list[str]:
    (x1, y1), (x2, y2) = strike.ends
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    # Paper on either side parts the stroke from what it strikes.
    widths = ((colours.paper, STRIKE + 3), (colours.of(strike.ink), STRIKE))
    return [
        f'<line {ends} stroke="{colour}" stroke-width="{width:g}"/>' for colour, width in widths
    ]


def _bar(bar: Bar, colours: Colours) -> list[str]:
    colour = colours.of(bar.ink, bar.style)
    shape = bar_shape(bar)
    heads = [
        f'<path d="M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}L{c[0]:.1f} {c[1]:.1f}Z" '
        f'fill="{colour}"/>'
        for a, b, c in shape.heads
    ]
    if bar.manner is Manner.PASSED_ON and not bar.dotted:
        top = bar.y - bar.height / 2 + 0.75
        box = f'x="{shape.x1:.1f}" y="{top:.1f}" width="{shape.x2 - shape.x1:.1f}"'
        height = f'height="{bar.height - 1.5:g}"'
        paint = f'fill="{colours.paper}" stroke="{colour}" stroke-width="1.5"'
        return [f"<rect {box} {height} {paint}/>", *heads]
    width = bar.height * (0.4 if bar.dotted else 1)
    found = dashes_of(bar)
    dashes = f' stroke-dasharray="{found[0]:g} {found[1]:g}"' if found else ""
    ends = f'x1="{shape.x1:.1f}" y1="{bar.y:.1f}" x2="{shape.x2:.1f}" y2="{bar.y:.1f}"'
    return [f'<line {ends} stroke="{colour}" stroke-width="{width:g}"{dashes}/>', *heads]


def _text(words: str) -> str:
    """Words as XML; what XML cannot hold is left out."""
    return escape("".join(c for c in words if c in "\t\n" or ord(c) >= 32))
