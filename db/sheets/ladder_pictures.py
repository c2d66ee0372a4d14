"""Number ladders as pictures for a sheet: SVG in the colours of light paper, with words for it.

A ladder higher than a page is cut between figures; its parts keep one axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from db.comparing.ladder_legend import legend, signs
from db.comparing.ladder_picture import lay_out, stacked
from db.comparing.ladder_svg import Colours, picture_svg, plain_measure
from db.comparing.number_ladder import NumberLadder, Rung
from db.sheets import palette
from db.sheets.wording import Words

WIDTH: Final = 900.0
MOST: Final = 11
"""Figures on one picture."""


@dataclass(frozen=True, slots=True)
class LadderPicture:
    """A picture as SVG, its size in pixels, and what it shows in words."""

    svg: str
    width: float
    height: float
    words: str


def ladder_pictures(
    ladder: NumberLadder, words: Words, *, width: float = WIDTH, titled: bool = False
) -> Iterator[LadderPicture]:
    """The pictures of a ladder, the last one with the legend; `titled` = with its title on it."""
    shown = ladder if titled else replace(ladder, title="", note="")
    parts = list(_parts(shown))
    for at, part in enumerate(parts):
        yield _picture(part, ladder.title, words, width, last=at == len(parts) - 1, whole=ladder)


def _picture(
    part: NumberLadder, title: str, words: Words, width: float, *, last: bool, whole: NumberLadder
) -> LadderPicture:
    unit = part.unit
    if part.axis.log:
        unit = words.table("figures")["log"].format(unit=unit).lstrip(", ")
    drawn = lay_out(
        part,
        width=width,
        measure=plain_measure,
        tick_names={tick: words.number(tick) for tick in part.axis.ticks},
        unit=unit,
    )
    if last:
        names = {s: words.table("signs")[s] for s in signs(whole.figures())}
        signed = legend(names, width, plain_measure, words=names)
        drawn = stacked([drawn, signed])
    said = ". ".join(row.words for row in drawn.rows if row.figure is not None)
    svg = picture_svg(drawn, _colours(), title, part.note)
    return LadderPicture(svg, drawn.width, drawn.height, f"{title}: {said}")


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
