"""A number ladder laid out as lines, bars, dots and words, to be painted or written as SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from db.comparing.ladder_items import Bar, Dot, Ink, Item, Measure, Rule, Strike, Words, moved
from db.comparing.ladder_words import broken, shortened
from db.comparing.number_axis import NumberAxis
from db.comparing.number_ladder import Figure, Mark, NumberLadder, mark_of, words_spot
from db.comparing.said import number

SIZE: Final = 13.0
SMALL: Final = 11.5
GAP: Final = 7.0
MARGIN: Final = 20.0
LINE: Final = 24.0
DETAIL: Final = 15.0
LABELS: Final = 0.36
WIDEST_LABEL: Final = 330.0
SHORTEST: Final = 4.0
RAISED: Final = 6.0
LOWERED: Final = 4.5
"""By how much a bar and its words give way to each other where they stand one below another."""
MOST_WITHOUT_TOP: Final = 8
"""With more figures the numbers of the axis stand above them too."""


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of a picture across its width: a figure, or words between figures.

    `top` and `bottom` are in pixels; the rows of a picture cover all of it.
    """

    top: float
    bottom: float
    figure: Figure | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw, from back to front, and its rows from top to bottom."""

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
    shown = shortened(figure.words, width, size, measure)
    long = measure(shown, size, False)
    spot = words_spot(mark, width, long, GAP * scale)
    x1, x2 = _ends(mark, left, width, SHORTEST * scale)
    # Words that leave nothing of a bar to be seen stand below it.
    below = spot.inside and x2 - x1 < long + 3 * GAP * scale
    inside = spot.inside and not below
    at = y - RAISED * scale if below else y
    drawn: Dot | Bar
    if mark.is_dot:
        drawn = Dot(x1, y, 4.4 * scale, figure.manner, ink, figure.style)
    else:
        drawn = Bar(
            x1, x2, at, 5 * scale, figure.manner, ink, figure.style,
            mark.open_start, mark.open_end, figure.vague,
        )  # fmt: skip
    words = Words(
        left + spot.x, y + size * 0.36 + (LOWERED * scale if below else 0.0), shown, size,
        Ink.LATER if figure.later else Ink.INK, cut=3 * scale if inside else 0.0,
    )  # fmt: skip
    cut = (words.x, words.x + long) if inside else None
    return [drawn, *_strikes(figure, drawn, cut, scale), words]


def _ends(mark: Mark, left: float, width: float, shortest: float) -> tuple[float, float]:
    """Where a mark begins and ends; a range too short to be seen is drawn a little longer."""
    x1, x2 = left + mark.start * width, left + mark.end * width
    if mark.is_dot or x2 - x1 >= shortest:
        return x1, x2
    first = max(left, min((x1 + x2 - shortest) / 2, left + width - shortest))
    return first, first + shortest


def _strikes(
    figure: Figure, drawn: Dot | Bar, cut: tuple[float, float] | None, scale: float
) -> list[Item]:
    """The stroke across a figure that is said not to be so, near the number it begins with.

    `cut` is where words interrupt a bar.
    """
    if not figure.denied:
        return []
    x = drawn.x if isinstance(drawn, Dot) else _near_its_number(drawn, cut, scale)
    return [Strike(x, drawn.y, 8 * scale, Ink.LATER if figure.later else Ink.INK)]


def _near_its_number(bar: Bar, cut: tuple[float, float] | None, scale: float) -> float:
    """A place on a bar near its closed end, clear of the words that interrupt it."""
    if bar.open_start and not bar.open_end:
        free = bar.x2 - (cut[1] if cut else bar.x1)
        return bar.x2 - min(14 * scale, free / 2)
    free = (cut[0] if cut else bar.x2) - bar.x1
    return bar.x1 + min(14 * scale, free / 2)


class _Layout:
    """Rows set one below another."""

    def __init__(
        self, ladder: NumberLadder, width: float, scale: float, measure: Measure,
        whole: NumberLadder | None,
    ) -> None:  # fmt: skip
        self.ladder, self.width, self.scale, self.measure = ladder, width, scale, measure
        self.whole = whole
        self.items: list[Item] = []
        self.rows: list[Row] = []
        self.y = 0.0
        self.margin = MARGIN * scale
        self.small = SMALL * scale
        self.left = self.margin + self._label_width() + 2 * GAP * scale
        self.plot = max(60.0 * scale, width - self.margin - self.left)

    def _label_width(self) -> float:
        """Room for the widest label, within reason."""
        widest = 0.0
        for figure in (self.whole or self.ladder).figures():
            first = self._address_width(figure) + self.measure(figure.label, self.small, False)
            widest = max(widest, first, self.measure(figure.detail, self.small, False))
        most = min(self.width * LABELS, WIDEST_LABEL * self.scale)
        return min(widest + GAP * self.scale, most)

    def _address_width(self, figure: Figure) -> float:
        return self.measure(figure.address, SIZE * self.scale, True) + GAP * self.scale

    def _end(self, top: float, words: str, figure: Figure | None = None) -> None:
        """Let a row end where the pen is now."""
        self.rows.append(Row(top, self.y, figure, words))

    def head(self) -> None:
        """Set the ladder's title and note."""
        scale, top = self.scale, self.y
        self.y += MARGIN * scale * 0.6
        for text, size, ink in (
            (self.ladder.title, 16.0, Ink.INK),
            (self.ladder.note, SMALL, Ink.MUTED),
        ):
            if text:
                self.y += size * scale
                bold, room = ink is Ink.INK, self.width - 2 * self.margin
                shown = shortened(text, room, size * scale, self.measure, bold=bold)
                self.items.append(Words(self.margin, self.y, shown, size * scale, ink, bold=bold))
                self.y += 7 * scale
        self.y += 8 * scale
        self._end(top, ". ".join(t for t in (self.ladder.title, self.ladder.note) if t))

    def scope(self, words: str) -> None:
        """Set the name of a scope."""
        top, size = self.y, SIZE * self.scale
        self.y += (LINE + 4) * self.scale
        room = self.width - 2 * self.margin
        shown = shortened(words, room, size, self.measure, bold=True)
        at = self.y - 8 * self.scale
        self.items.append(Words(self.margin, at, shown, size, Ink.MUTED, bold=True))
        self._end(top, words)

    def figure(self, figure: Figure) -> None:
        """Set one figure's row."""
        scale, top = self.scale, self.y
        middle = top + LINE * scale / 2
        base = middle + 4.6 * scale
        ink = Ink.LATER if figure.later else Ink.SOURCE
        size = SIZE * scale
        self.items.append(
            Words(self.margin, base, figure.address, size, ink, figure.style, bold=True)
        )
        self._label(figure.label, self.margin + self._address_width(figure), base)
        details = self._details(figure.detail)
        for line, detail in enumerate(details, start=1):
            self._label(detail, self.margin, base + line * DETAIL * scale)
        self.items += figure_items(
            figure, self.ladder.axis, left=self.left, width=self.plot, y=middle, scale=scale,
            measure=self.measure,
        )  # fmt: skip
        self.y += (LINE + (DETAIL * len(details) + 3 if details else 0)) * scale
        parts = (figure.address, figure.words, figure.label, figure.detail)
        self._end(top, "; ".join(part for part in parts if part), figure)

    def _details(self, words: str) -> list[str]:
        """The words under a label, line by line; a single line where a window tells the rest."""
        if self.whole is None:
            return [words] if words else []
        room = self.left - GAP * self.scale - self.margin
        return broken(words, room, self.small, self.measure)

    def _label(self, words: str, x: float, y: float) -> None:
        room = self.left - GAP * self.scale - x
        shown = shortened(words, room, self.small, self.measure)
        if shown:
            self.items.append(Words(x, y, shown, self.small, Ink.MUTED))

    def grid(self, first: float) -> None:
        """Set gridlines behind all rows since `first`."""
        lines = [Rule(x, first, x, self.y + 4 * self.scale) for x in self._ticks()]
        self.items[:0] = lines

    def _ticks(self) -> list[float]:
        axis = self.ladder.axis
        return [self.left + axis.share(tick) * self.plot for tick in axis.ticks]

    def axis(self, names: Mapping[float, str], unit: str) -> None:
        """Set the numbers of the axis."""
        scale, top = self.scale, self.y
        edge = -1e9
        for tick, x in zip(self.ladder.axis.ticks, self._ticks(), strict=True):
            name = names.get(tick, "")
            half = self.measure(name, self.small, False) / 2
            x = min(x, self.width - half - 2 * scale)
            if x - half > edge:
                edge = x + half + GAP * scale
                at = top + 18 * scale
                self.items.append(Words(x, at, name, self.small, Ink.MUTED, align="middle"))
        self.y += 26 * scale
        if unit:
            # Long words about the axis have a line of their own, clear of its numbers.
            if self.measure(unit, self.small, False) > self.left - self.margin - 3 * GAP * scale:
                self.y += DETAIL * scale
            at = self.y - 8 * scale
            self.items.append(Words(self.margin, at, unit, self.small, Ink.MUTED))
        self._end(top, unit)


def lay_out(
    ladder: NumberLadder, *, width: float, measure: Measure, scale: float = 1.0,
    tick_names: Mapping[float, str] | None = None, unit: str | None = None,
    part_of: NumberLadder | None = None,
) -> Picture:  # fmt: skip
    """Lay a ladder out on a width in pixels; `tick_names` and `unit` stand at its axis.

    As a `part_of` a ladder on paper it begins where that one does, and shortens no label.
    """
    layout = _Layout(ladder, width, scale, measure, part_of)
    names = tick_names or {t: number(t) for t in ladder.axis.ticks}
    unit = ladder.unit if unit is None else unit
    layout.head()
    if len(ladder.figures()) > MOST_WITHOUT_TOP:
        layout.axis(names, unit)
    top = layout.y
    for rung in ladder.rungs:
        if rung.scope:
            layout.scope(rung.scope)
        for figure in rung.figures:
            layout.figure(figure)
    layout.grid(top)
    layout.axis(names, unit)
    return Picture(width, layout.y, tuple(layout.items), tuple(layout.rows))


def stacked(pictures: Sequence[Picture]) -> Picture:
    """Pictures of one width, one below another, as one."""
    items: list[Item] = []
    rows: list[Row] = []
    y = 0.0
    for picture in pictures:
        items += [moved(item, y) for item in picture.items]
        rows += [replace(r, top=r.top + y, bottom=r.bottom + y) for r in picture.rows]
        y += picture.height
    return Picture(max((p.width for p in pictures), default=0.0), y, tuple(items), tuple(rows))
