"""Two claims of one aspect side by side: which came first, and whether one is part of the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final

from db.comparing.context import Context, stretches
from db.comparing.intervals import Interval, allowed
from db.comparing.moments import is_later
from db.comparing.reasons import Grounds
from db.records import Aspect, Claim

EVERYONE: Final = "all"
"""The scope that counts everybody and everything."""

EXPECTED: Final = "expected"
"""The hedge of what is yet to come."""


class Fit(StrEnum):
    """Whether two claims count the same."""

    SAME = "same"
    PART = "part"
    AMONG_ALL = "among-all"
    """A scope that the ladder does not know, beside everybody."""
    OTHER_SCOPE = "other-scope"
    OTHER_UNIT = "other-unit"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one aspect, the earlier one first where `ordered`.

    `part` is the one that counts a part of what the other, `whole`, counts (Fit.PART, AMONG_ALL).
    """

    first: Claim
    second: Claim
    context: Context
    aspect: Aspect
    ordered: bool
    fit: Fit
    part: Claim
    whole: Claim

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """Both claims."""
        return (self.first, self.second)

    @property
    def same_event(self) -> bool:
        """Whether both speak of one event, not of an event and its part."""
        return self.first.event_id == self.second.event_id

    @property
    def measured(self) -> bool:
        """Whether the values are numbers or times."""
        return self.aspect.type in ("number", "time")

    @property
    def affirmed(self) -> bool:
        """Whether both affirm."""
        return self.first.polarity == self.second.polarity == "affirm"

    @property
    def affirmed_and_denied(self) -> tuple[Claim, Claim]:
        """Both claims, one that affirms before one that denies."""
        one, other = self.claims
        return (other, one) if one.polarity == "deny" else (one, other)

    def ranges(self, claim: Claim) -> tuple[Interval, ...]:
        """What a number or a time allows, in UTC seconds for a time; none where it is neither.

        A figure allows one stretch, a list of dates one for each of them.
        """
        if self.aspect.type == "time":
            return stretches(claim.value or "", self.context.zone)
        lists, counted = self.context.lists, self.aspect.counts
        return (allowed(claim.min, claim.max, claim.vague, lists, counted=counted),)

    def figure(self, claim: Claim) -> Interval:
        """What the figure of a count allows."""
        return self.ranges(claim)[0]

    @property
    def figures(self) -> tuple[Interval, Interval]:
        """What the figures of both counts allow."""
        return self.figure(self.first), self.figure(self.second)

    def names_number(self, claim: Claim) -> bool:
        """Whether a figure's words name a number, and not only a vague word."""
        return claim.min is not None or claim.max is not None

    def combinations(self) -> list[tuple[Interval, Interval]]:
        """Each stretch the first allows with each the second does; none where one is unknown."""
        first, second = (self.ranges(c) for c in self.claims)
        return list(product(first, second))

    @property
    def expected(self) -> tuple[Claim, Claim] | None:
        """Both, the one that only expects before the one that tells; None where neither or both."""
        one, other = self.claims
        if (one.hedge == EXPECTED) == (other.hedge == EXPECTED):
            return None
        return (one, other) if one.hedge == EXPECTED else (other, one)

    def grounds(self) -> Grounds:
        """What a sentence about the two names."""
        affirmed, denied = self.affirmed_and_denied
        expected, found = self.expected or self.claims
        events = self.context.events
        return Grounds(
            self.aspect,
            self.first,
            self.second,
            self.part,
            self.whole,
            affirmed,
            denied,
            expected,
            found,
            voice=self.context.speakers.name(self.first),
            first_event=events[self.first.event_id].title,
            second_event=events[self.second.event_id].title,
        )


def pair_of(one: Claim, other: Claim, context: Context) -> Pair:
    """Set two claims of one aspect side by side, the same way whichever is given first."""
    if other.id < one.id:
        one, other = other, one
    first, last = context.held(one), context.held(other)
    turned = is_later(first, last)
    if turned:
        one, other = other, one
    ordered = turned or is_later(last, first)
    fit, part = _fit(one, other, context)
    whole = one if part is other else other
    aspect = context.aspects[one.aspect_id]
    return Pair(one, other, context, aspect, ordered, fit, part, whole)


def _fit(one: Claim, other: Claim, context: Context) -> tuple[Fit, Claim]:
    """Whether two claims count the same, and which of them counts a part."""
    if one.unit != other.unit:
        return Fit.OTHER_UNIT, one
    if one.event_id == other.event_id:
        if _scope(one, context) == _scope(other, context):
            return Fit.SAME, one
        for part, whole in ((one, other), (other, one)):
            found = _within(part, whole, context)
            if found is not Fit.OTHER_SCOPE:
                return found, part
        return Fit.OTHER_SCOPE, one
    part, whole = (one, other) if context.is_part(one.event_id, other.event_id) else (other, one)
    same = _scope(part, context) == _scope(whole, context)
    return (Fit.PART if same else _within(part, whole, context)), part


def _within(part: Claim, whole: Claim, context: Context) -> Fit:
    inner, outer = _scope(part, context), _scope(whole, context)
    if context.scopes(part.aspect_id).lies_within(inner, outer):
        return Fit.PART
    # Whoever is counted is among all, also where nobody has said so in the ladder of scopes.
    among_all = outer == EVERYONE and context.aspects[part.aspect_id].counts
    return Fit.AMONG_ALL if among_all else Fit.OTHER_SCOPE


def _scope(claim: Claim, context: Context) -> str:
    """Whom a claim counts: everybody where it counts people or things and names no scope."""
    counts = context.aspects[claim.aspect_id].counts
    return EVERYONE if counts and not claim.scope else claim.scope
