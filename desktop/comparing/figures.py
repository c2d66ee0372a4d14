"""The ladders of the Figures page: one aspect over one event or all, by scope and unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from db.comparing.comparison import ComparisonRow
from db.comparing.ladder_items import Measure
from db.comparing.ladder_legend import Sign, legend, signs
from db.comparing.ladder_picture import Picture, lay_out, stacked
from db.comparing.number_ladder import Figure, NumberLadder, Rung
from db.records import Aspect, Claim
from desktop.comparing.compared import Compared
from desktop.comparing.ladder_figures import axis_of, by_unit, figure_of, in_order, tick_words
from desktop.comparing.saying_lines import not_yet
from desktop.comparing.sayings import Saying
from desktop.comparing.wording import known_by_words, scope_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures: an aspect, an event (0 = all), a scope (None = all), and in which order."""

    aspect: int
    event: int = 0
    scope: str | None = None
    by_report: bool = False


def ladders(compared: Compared, wanted: Wanted) -> list[NumberLadder]:
    """One ladder for each unit."""
    aspect = compared.aspects[wanted.aspect]
    found: dict[str, list[tuple[Rung, list[Saying]]]] = {}
    for row in _rows(compared, wanted):
        for unit, scopes in by_unit(_sayings(compared, row, wanted), aspect).items():
            for scope, group in scopes.items():
                rung = _rung(compared, row, scope, group, aspect, wanted)
                found.setdefault(unit, []).append((rung, group))
    return [
        NumberLadder(
            _title(compared, wanted, aspect),
            unit,
            axis_of((saying for _, group in rungs for saying in group), compared),
            tuple(rung for rung, _ in rungs),
            _note(compared, wanted),
        )
        for unit, rungs in found.items()
    ]


def _rows(compared: Compared, wanted: Wanted) -> Iterator[ComparisonRow]:
    """The rows of the aspect: of the event and its parts, or of all events."""
    events = {wanted.event, *compared.parts(wanted.event)} if wanted.event else None
    for row in compared.rows:
        if row.aspect_id == wanted.aspect and (events is None or row.event_id in events):
            yield row


def _sayings(compared: Compared, row: ComparisonRow, wanted: Wanted) -> list[Saying]:
    """One for each claim: on a ladder every claim has its row."""
    claims: Iterable[tuple[Claim, bool]] = (
        claim
        for source in compared.claiming(row)
        for claim in compared.claims(row, source.id)
        if wanted.scope is None or claim[0].scope == wanted.scope
    )
    ordered = in_order(claims, compared, by_report=wanted.by_report)
    return [Saying((claim,), later) for claim, later in ordered]


def _rung(
    compared: Compared, row: ComparisonRow, scope: str, group: list[Saying], aspect: Aspect,
    wanted: Wanted,
) -> Rung:  # fmt: skip
    title = compared.session.events_by_id[row.event_id].title
    parts = [title if row.event_id != wanted.event else "", scope_words(scope) if scope else ""]
    figures = [_figure(compared, saying, aspect, wanted) for saying in group]
    return Rung(" · ".join(p for p in parts if p), tuple(figures))


def _figure(compared: Compared, saying: Saying, aspect: Aspect, wanted: Wanted) -> Figure:
    figure = figure_of(saying, aspect, compared, by_report=wanted.by_report)
    if not saying.later:
        return figure
    detail = " · ".join(p for p in (figure.detail, not_yet()) if p)
    return replace(figure, detail=detail)


def _title(compared: Compared, wanted: Wanted, aspect: Aspect) -> str:
    if not wanted.event:
        return translate("comparing", "{aspect} · all events").format(aspect=aspect.title)
    event = compared.session.events_by_id[wanted.event].title
    return f"{aspect.title} · {event}"


def _note(compared: Compared, wanted: Wanted) -> str:
    held = translate("comparing", "In the order of the times the figures are given for")
    reported = translate("comparing", "In the order in which they were reported")
    known = known_by_words(compared.session.known_by_words)
    return ". ".join(p for p in (reported if wanted.by_report else held, known) if p)


def picture(
    found: list[NumberLadder], width: float, measure: Measure, *, scale: float = 1.0
) -> Picture:
    """Ladders one below another, with the legend of the signs that occur."""
    pictures = [
        lay_out(
            ladder,
            width=width,
            measure=measure,
            scale=scale,
            tick_names=dict(zip(ladder.axis.ticks, tick_words(ladder.axis), strict=True)),
            unit=axis_words(ladder),
        )
        for ladder in found
    ]
    used = signs(figure for ladder in found for figure in ladder.figures())
    signed = legend(used, width, measure, scale=scale, words=sign_words())
    return stacked([*pictures, signed])


def axis_words(ladder: NumberLadder) -> str:
    """What an axis counts, and that its steps are factors where they are."""
    if not ladder.axis.log:
        return ladder.unit
    words = translate("comparing", "{unit}, logarithmic: equal steps are equal factors")
    return words.format(unit=ladder.unit).lstrip(", ")


def sign_words() -> dict[Sign, str]:
    """The legend in the reader's language."""
    return {
        Sign.NUMBER: translate("comparing", "one number"),
        Sign.RANGE: translate("comparing", "least to greatest"),
        Sign.OPEN: translate("comparing", "arrow: open end"),
        Sign.PASSED_ON: translate("comparing", "hollow: another's words, passed on"),
        Sign.HEDGED: translate("comparing", "broken: unconfirmed, alleged, denied or expected"),
        Sign.DENIED: translate("comparing", "struck through: said not to be so"),
        Sign.VAGUE: translate("comparing", "dotted: a vague word, over its range in the word list"),
        Sign.LATER: translate("comparing", "grey: not yet published"),
    }
