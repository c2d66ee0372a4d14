"""Claims as figures on a ladder: by unit, by scope, in the order in which they held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from db.comparing.number_axis import NumberAxis
from db.comparing.number_ladder import Figure, figure_interval, ladder_axis, manner_of
from db.records import Aspect, Claim
from desktop.comparing.compared import Compared
from desktop.comparing.sayings import Saying
from desktop.comparing.wording import number, short_time, source_words, value_words

FAR = 2**62


def figure_of(
    saying: Saying, aspect: Aspect, compared: Compared, *, day: date | None = None,
    by_report: bool = False,
) -> Figure:  # fmt: skip
    """A saying as a row of a ladder."""
    claim = saying.first
    lists = compared.session.word_lists
    interval, vague = figure_interval(claim, lists, counted=aspect.counts)
    source = compared.sources[claim.source_id]
    return Figure(
        interval,
        value_words(claim, aspect),
        label=short_time(compared.times.moment(claim, reported=by_report), day),
        address=compared.places.address(claim) or source.letter,
        detail=source_words(claim, compared.speakers),
        style=source.style,
        manner=manner_of(claim),
        vague=vague,
        denied=claim.polarity == "deny",
        later=saying.later,
        claim_id=claim.id,
    )


def by_unit(found: Iterable[Saying], aspect: Aspect) -> dict[str, dict[str, list[Saying]]]:
    """Sayings by unit and then by scope, the scopes in the aspect's own order."""
    order = {scope: at for at, (scope, _) in enumerate(aspect.scopes)}
    units: dict[str, dict[str, list[Saying]]] = {}
    for saying in found:
        claim = saying.first
        scopes = units.setdefault(claim.unit or aspect.unit, {})
        scopes.setdefault(claim.scope, []).append(saying)
    return {
        unit: dict(sorted(scopes.items(), key=lambda item: order.get(item[0], FAR)))
        for unit, scopes in units.items()
    }


def axis_of(found: Iterable[Saying], compared: Compared, *, ticks: int = 5) -> NumberAxis:
    """The axis of some sayings."""
    lists, aspects = compared.session.word_lists, compared.aspects
    claims = [saying.first for saying in found]
    intervals = (figure_interval(c, lists, counted=aspects[c.aspect_id].counts)[0] for c in claims)
    return ladder_axis(intervals, ticks=ticks)


def tick_words(axis: NumberAxis) -> tuple[str, ...]:
    """The numbers of an axis as the reader writes them."""
    return tuple(number(tick) for tick in axis.ticks)


def in_order(
    claims: Iterable[tuple[Claim, bool]], compared: Compared, *, by_report: bool = False
) -> list[tuple[Claim, bool]]:
    """Claims by when they held, or by when they were reported; those without a time come last."""

    def when(item: tuple[Claim, bool]) -> tuple[int, int]:
        held = compared.times.held(item[0])
        span = held.reported if by_report else held.span
        ends = [end for end in (span.earliest, span.latest) if end is not None]
        # The middle: a stretch of days is not earlier than the night it begins in.
        return (sum(ends) // len(ends) if ends else FAR, item[0].id)

    return sorted(claims, key=when)
