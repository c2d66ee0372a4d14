"""What a claim says, in a few plain words for a sentence about it."""

from __future__ import annotations

from decimal import Decimal

from db.records import Aspect, Claim
from db.text.display import display_when


def said(claim: Claim, aspect: Aspect) -> str:
    """The value of a claim: `71 or more`, `“dozens”`, `“police”`, `not “police”`, a time."""
    if aspect.type == "number":
        words = _figure(claim)
    elif aspect.type == "time":
        words = display_when(claim.value or "")
    else:
        words = f"“{claim.value or ''}”"
    return f"not {words}" if claim.polarity == "deny" else words


def _figure(claim: Claim) -> str:
    bounds = _bounds(claim.min, claim.max)
    if not claim.vague:
        return bounds
    return f"{bounds} (“{claim.vague}”)" if bounds else f"“{claim.vague}”"


def _bounds(least: float | None, most: float | None) -> str:
    if least is not None and least == most:
        return number(least)
    if least is not None and most is not None:
        return f"{number(least)} to {number(most)}"
    if least is not None:
        return f"{number(least)} or more"
    return "" if most is None else f"at most {number(most)}"


def number(value: float) -> str:
    """A number as people write it, to its last digit: 3,000; 3.5; 0.000001."""
    whole = float(value).is_integer()
    return f"{int(value):,}" if whole else f"{Decimal(repr(float(value))):,f}"


def places(value: float) -> int:
    """How many digits stand behind the point of a number that is written in full."""
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
