"""When a claim held: by its own as-of time, else by when it was reported."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from db.comparing.silence import Span

SECONDS: Final[Mapping[str, float]] = {
    "seconds": 1,
    "minutes": 60,
    "hours": 3_600,
    "days": 86_400,
    "weeks": 7 * 86_400,
    "months": 30.44 * 86_400,
    "years": 365.25 * 86_400,
}
"""How long the units of time are that are read from words."""


@dataclass(frozen=True, slots=True)
class Held:
    """The two clocks of a claim; `as_of` is None where the words give no such time."""

    as_of: Span | None = None
    reported: Span = field(default_factory=Span)

    @property
    def span(self) -> Span:
        """When the claim held, as far as is known."""
        return self.as_of if self.as_of is not None else self.reported


def comes_after(later: Span, earlier: Span) -> bool:
    """Whether a time lies wholly after another."""
    return (
        later.earliest is not None
        and earlier.latest is not None
        and later.earliest > earlier.latest
    )


def is_later(one: Held, other: Held) -> bool:
    """Whether a claim held later than another, or was reported later where that is not certain."""
    if comes_after(one.span, other.span):
        return True
    if comes_after(other.span, one.span):
        return False
    return comes_after(one.reported, other.reported)


def stretch(earlier: Span, later: Span) -> float:
    """The most seconds that can lie between two times; infinite where an end is open."""
    if later.latest is None or earlier.earliest is None:
        return math.inf
    return later.latest - earlier.earliest
