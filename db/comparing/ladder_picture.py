"""A number ladder laid out as lines, bars, dots and words, to be painted or written as SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from db.comparing.number_axis import NumberAxis
from db.comparing.number_ladder import Figure, Manner, NumberLadder, mark_of, words_spot

Measure = Callable[[str, float, bool], float]
"""The width of words in pixels, given their size in pixels and whether they are bold."""

SIZE: Final = 13.0
SMALL: Final = 11.5
GAP: Final = 7.0
MARGIN: Final = 20.0
LINE: Final = 24.0
DETAIL: Final = 15.0
LABELS: Final = 0.36
WIDEST_LABEL: Final = 330.0


class Ink(StrEnum):
    """What something is drawn in."""

    INK = "ink"
    MUTED = "muted"
    HAIRLINE = "hairline"
    SOURCE = "source"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a baseline; `align` is start, middle or end; `cut` clears the ground behind them."""

    x: float
    y: float
    text: str
    size: float = SIZE
    ink: Ink = Ink.INK
    style: int = 0
    bold: bool = False
    align: str = "start"
    cut: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One number: filled, a ring where another's words, a broken ring where hedged."""

    x: float
    y: float
    radius: float
    manner: Manner
    ink: Ink
    style: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A range, an arrow at an open end: filled, hollow where another's words, else broken."""

    x1: float
    x2: float
    y: float
    height: float
    manner: Manner
    ink: Ink
    style: int
    open_start: bool = False
    open_end: bool = False
    dotted: bool = False


Item = Words | Rule | Dot | Bar
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class BarShape:
    """A bar taken apart: the stretch without its arrows, and the triangles at open ends."""

    x1: float
    x2: float
    heads: tuple[tuple[Point, Point, Point], ...]


def bar_shape(bar: Bar) -> BarShape:
    """Take a bar apart; its arrows end where the bar ends."""
    long, half = bar.height * 1.6, bar.height * 1.05
    heads = []
    x1, x2 = bar.x1, bar.x2
    if bar.open_start:
        heads.append(((x1, bar.y), (x1 + long, bar.y - half), (x1 + long, bar.y + half)))
        x1 += long
    if bar.open_end:
        heads.append(((x2, bar.y), (x2 - long, bar.y - half), (x2 - long, bar.y + half)))
        x2 -= long
    return BarShape(x1, max(x1, x2), tuple(heads))


@dataclass(frozen=True, slots=True)
class Row:
    """The height a figure takes on a picture, in pixels from its top."""

    figure: Figure
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw, from back to front, and where each figure's row is."""

    width: float
    height: float
    items: tuple[Item, ...]
    rows: tuple[Row, ...]


def figure_items(
    figure: Figure, axis: NumberAxis, *, left: float, width: float, y: float, scale: float,
    measure: Measure,
) -> list[Item]:  # fmt: skip
    """The mark of one figure and the words beside it, `y` being the middle of its row."""
    mark = mark_of(figure.interval, axis)
    ink = Ink.LATER if figure.later else Ink.SOURCE
    size = SMALL * scale
    spot = words_spot(mark, width, measure(figure.words, size, False), GAP * scale)
    x1, x2 = left + mark.start * width, left + mark.end * width
    drawn: Item
    if mark.is_dot:
        drawn = Dot(x1, y, 4.4 * scale, figure.manner, ink, figure.style)
    else:
        drawn = Bar(
            x1, x2, y, 5 * scale, figure.manner, ink, figure.style,
            mark.open_start, mark.open_end, figure.vague,
        )  # fmt: skip
    words = Words(
        left + spot.x, y + size * 0.36, figure.words, size,
        Ink.LATER if figure.later else Ink.INK, cut=3 * scale if spot.inside else 0.0,
    )  # fmt: skip
    return [drawn, words]


class _Layout:
    """Rows set one below another."""

    def __init__(self, ladder: NumberLadder, width: float, scale: float, measure: Measure) -> None:
        self.ladder, self.width, self.scale, self.measure = ladder, width, scale, measure
        self.items: list[Item] = []
        self.rows: list[Row] = []
        self.y = MARGIN * scale
        margin = MARGIN * scale
        self.left = margin + self._label_width() + 2 * GAP * scale
        self.plot = max(60.0 * scale, width - margin - self.left)

    def _label_width(self) -> float:
        """Room for the widest label, within reason."""
        widest = 0.0
        for figure in self.ladder.figures():
            first = self._address_width(figure) + self.measure(figure.label, self._small, False)
            widest = max(widest, first, self.measure(figure.detail, self._small, False))
        most = min(self.width * LABELS, WIDEST_LABEL * self.scale)
        return min(widest + GAP * self.scale, most)

    def _address_width(self, figure: Figure) -> float:
        return self.measure(figure.address, SIZE * self.scale, True) + GAP * self.scale

    @property
    def _small(self) -> float:
        return SMALL * self.scale

    def head(self) -> None:
        """Set the ladder's title and note."""
        scale = self.scale
        lines = ((self.ladder.title, 17.0, Ink.INK), (self.ladder.note, SMALL, Ink.MUTED))
        for text, size, ink in lines:
            if text:
                self.y += size * scale
                self.items.append(
                    Words(MARGIN * scale, self.y, text, size * scale, ink, bold=ink is Ink.INK)
                )
                self.y += 7 * scale
        self.y += 8 * scale

    def scope(self, words: str) -> None:
        """Set the name of a scope."""
        self.y += LINE * self.scale
        baseline = self.y - 8 * self.scale
        self.items.append(Words(MARGIN * self.scale, baseline, words, SIZE * self.scale, bold=True))

    def figure(self, figure: Figure) -> None:
        """Set one figure's row."""
        scale, top = self.scale, self.y
        height = (LINE + (DETAIL if figure.detail else 0)) * scale
        middle = top + LINE * scale / 2
        ink = Ink.LATER if figure.later else Ink.SOURCE
        at = MARGIN * scale
        self.items.append(
            Words(at, middle + 4.6 * scale, figure.address, SIZE * scale, ink, figure.style, True)
        )
        at += self._address_width(figure)
        self._label(figure.label, at, middle + 4.6 * scale)
        self._label(figure.detail, MARGIN * scale, middle + (4.6 + DETAIL) * scale)
        self.items += figure_items(
            figure, self.ladder.axis, left=self.left, width=self.plot, y=middle, scale=scale,
            measure=self.measure,
        )  # fmt: skip
        self.y += height
        self.rows.append(Row(figure, top, self.y))

    def _label(self, words: str, x: float, y: float) -> None:
        room = self.left - GAP * self.scale - x
        shown = shortened(words, room, self._small, self.measure)
        if shown:
            self.items.append(Words(x, y, shown, self._small, Ink.MUTED))

    def axis(self, top: float, names: Mapping[float, str], unit: str) -> None:
        """Set gridlines behind all rows and numbers below them."""
        scale, axis = self.scale, self.ladder.axis
        lines: list[Item] = []
        self.y += 4 * scale
        edge = -1e9
        for tick in axis.ticks:
            x = self.left + axis.share(tick) * self.plot
            lines.append(Rule(x, top, x, self.y))
            name = names.get(tick, "")
            half = self.measure(name, self._small, False) / 2
            if x - half > edge:
                edge = x + half + GAP * scale
                at = Words(x, self.y + 15 * scale, name, self._small, Ink.MUTED, align="middle")
                self.items.append(at)
        self.items[:0] = lines
        self.y += 22 * scale
        if unit:
            self.y += 14 * scale
            self.items.append(Words(self.left, self.y - 4 * scale, unit, self._small, Ink.MUTED))
            self.y += 6 * scale


def lay_out(
    ladder: NumberLadder, *, width: float, measure: Measure, scale: float = 1.0,
    tick_names: Mapping[float, str] | None = None, unit: str | None = None,
) -> Picture:  # fmt: skip
    """Lay a ladder out on a width in pixels; `tick_names` and `unit` stand at its axis."""
    layout = _Layout(ladder, width, scale, measure)
    layout.head()
    top = layout.y
    for rung in ladder.rungs:
        if rung.scope:
            layout.scope(rung.scope)
        for figure in rung.figures:
            layout.figure(figure)
    names = tick_names or {t: plain_number(t) for t in ladder.axis.ticks}
    layout.axis(top, names, ladder.unit if unit is None else unit)
    height = layout.y + MARGIN * scale / 2
    return Picture(width, height, tuple(layout.items), tuple(layout.rows))


def plain_number(value: float) -> str:
    """A number on an axis: 3,000; 2.5."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,g}"


def shortened(words: str, room: float, size: float, measure: Measure) -> str:
    """Words, or as many of their letters as there is room for with an ellipsis."""
    if measure(words, size, False) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(f"{words[:middle].rstrip()}…", size, False) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{words[:low].rstrip()}…" if low else ""
