"""Number ladders as pictures for a sheet: SVG in the colours of light paper, with words for it.

A ladder higher than a page is cut between figures; its parts keep one axis. For pages that break
where they like it is cut into low strips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from db.comparing.ladder_items import Item, Rule, moved
from db.comparing.ladder_legend import legend, signs
from db.comparing.ladder_picture import MOST_WITHOUT_TOP, Picture, Row, lay_out, stacked
from db.comparing.ladder_svg import Colours, picture_svg
from db.comparing.number_ladder import Figure, NumberLadder, Rung
from db.sheets import palette
from db.sheets.printable import Printer, shortened
from db.sheets.type_widths import type_measure
from db.sheets.wording import Words

WIDTH: Final = 900.0
MOST: Final = 11
"""Figures on one picture."""
STRIP: Final = 3
"""Figures on one strip."""
# Every strip of a ladder bears its title.
_TITLE: Final = 200
_SHOW: Final = Printer().whole


@dataclass(frozen=True, slots=True)
class LadderPicture:
    """A picture as SVG, its size in pixels, and what it shows in words."""

    svg: str
    width: float
    height: float
    words: str


def ladder_pictures(
    ladder: NumberLadder, words: Words, *, width: float = WIDTH, titled: bool = False,
    colours: Colours | None = None,
) -> Iterator[LadderPicture]:  # fmt: skip
    """The pictures of a ladder, the last one with the legend; `titled` = with its title on it.

    `colours` are those of light paper unless given.
    """
    ladder = _shown(ladder, _SHOW)
    shown = ladder if titled else replace(ladder, title="", note="")
    parts = list(_parts(shown))
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        drawn = _drawn(part, words, width, ladder, legend_too=last)
        yield _picture(drawn, ladder.title, part.note, colours or _colours())


@dataclass(frozen=True, slots=True)
class LadderStrips:
    """A ladder cut for pages: its axis, to be repeated, strips of a few figures, its legend."""

    axis: LadderPicture
    figures: tuple[LadderPicture, ...]
    legend: LadderPicture


def ladder_strips(
    ladder: NumberLadder, words: Words, *, width: float, show: Callable[[str], str] = _SHOW
) -> LadderStrips:
    """A ladder in low strips that join without a seam wherever a page breaks.

    `show` gives its words a form that a picture can hold.
    """
    ladder = _shown(ladder, show)
    title = shortened(ladder.title, _TITLE)
    drawn = _drawn(replace(ladder, title="", note=""), words, width, ladder)
    axis, signed = drawn.rows[-2:]
    figures = tuple(
        _strip(drawn, rows, title) for rows in _groups(drawn.rows[:-2])
    )  # fmt: skip
    return LadderStrips(_strip(drawn, [axis], title), figures, _strip(drawn, [signed], title))


def _shown(ladder: NumberLadder, show: Callable[[str], str]) -> NumberLadder:
    """The same ladder with every word in a form that prints: XML has no sign for some."""
    return replace(
        ladder, title=show(ladder.title), unit=show(ladder.unit), note=show(ladder.note),
        rungs=tuple(
            Rung(show(rung.scope), tuple(_shown_figure(f, show) for f in rung.figures))
            for rung in ladder.rungs
        ),
    )  # fmt: skip


def _shown_figure(figure: Figure, show: Callable[[str], str]) -> Figure:
    return replace(
        figure, words=show(figure.words), label=show(figure.label), detail=show(figure.detail),
        address=show(figure.address),
    )  # fmt: skip


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Some figures each, under the name of their scope where one begins."""
    group: list[Row] = []
    count = 0
    for row in rows[_first(rows) :]:
        if count and (row.figure is None or count == STRIP):
            yield group
            group, count = [], 0
        group.append(row)
        count += row.figure is not None
    if group:
        yield group


def _first(rows: Sequence[Row]) -> int:
    """Where the figures begin, with the name of their scope, after what heads a ladder."""
    figures = [at for at, row in enumerate(rows) if row.figure is not None]
    if not figures:
        return len(rows)
    heads = 2 if len(figures) > MOST_WITHOUT_TOP else 1
    return min(heads, figures[0])


def _strip(drawn: Picture, rows: Sequence[Row], title: str) -> LadderPicture:
    said = ". ".join(row.words for row in rows if row.words)
    part = _cut(drawn, rows[0].top, rows[-1].bottom)
    svg = picture_svg(part, _colours(), title)
    return LadderPicture(svg, part.width, part.height, f"{title}: {said}" if said else title)


def _cut(drawn: Picture, top: float, bottom: float) -> Picture:
    """What of a picture lies between two heights."""
    items = tuple(
        moved(shown, -top) for item in drawn.items if (shown := _within(item, top, bottom))
    )
    return Picture(drawn.width, bottom - top, items, ())


def _within(item: Item, top: float, bottom: float) -> Item | None:
    if isinstance(item, Rule):
        if item.y2 <= top or item.y1 >= bottom:
            return None
        return replace(item, y1=max(item.y1, top), y2=min(item.y2, bottom))
    return item if top <= item.y < bottom else None


def _picture(drawn: Picture, title: str, note: str, colours: Colours) -> LadderPicture:
    said = ". ".join(row.words for row in drawn.rows if row.figure is not None)
    svg = picture_svg(drawn, colours, title, note)
    return LadderPicture(svg, drawn.width, drawn.height, f"{title}: {said}")


def _drawn(
    part: NumberLadder, words: Words, width: float, whole: NumberLadder, *, legend_too: bool = True
) -> Picture:
    unit = part.unit
    if part.axis.log:
        unit = words.table("figures")["log"].format(unit=unit).lstrip(", ")
    drawn = lay_out(
        part,
        width=width,
        measure=type_measure,
        tick_names={tick: words.number(tick) for tick in part.axis.ticks},
        unit=unit,
        part_of=whole,
    )
    if not legend_too:
        return drawn
    names = {s: words.table("signs")[s] for s in signs(whole.figures())}
    return stacked([drawn, legend(names, width, type_measure, words=names)])


def _parts(ladder: NumberLadder) -> Iterator[NumberLadder]:
    """A ladder in parts of at most so many figures, a scope begun anew where it is cut."""
    rungs: list[Rung] = []
    count = 0
    for rung in ladder.rungs:
        figures = rung.figures
        while figures:
            taken = figures[: MOST - count]
            rungs.append(Rung(rung.scope, taken))
            count += len(taken)
            figures = figures[len(taken) :]
            if count == MOST:
                yield replace(ladder, rungs=tuple(rungs))
                rungs, count = [], 0
    if rungs:
        yield replace(ladder, rungs=tuple(rungs))


def _colours() -> Colours:
    light = palette.tokens("light")
    return Colours(
        "#ffffff", light["ink"], light["muted"], light["hairline"],
        lambda style: palette.look(style).colour,
    )  # fmt: skip


def ladder_words(ladder: NumberLadder) -> Iterator[str]:
    """A ladder in words, one line for each scope: for formats without pictures."""
    for rung in ladder.rungs:
        said = "; ".join(
            ", ".join(part for part in (f.address, f.words, f.label, f.detail) if part)
            for f in rung.figures
        )
        yield f"{rung.scope}: {said}" if rung.scope else said
