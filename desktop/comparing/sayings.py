"""Claims of one source that say the same, taken together for the eye; every address is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.records import Claim


@dataclass(frozen=True, slots=True)
class Saying:
    """What a source says once or more often, in order; `later` nobody had published yet."""

    claims: tuple[Claim, ...]
    later: bool = False

    @property
    def first(self) -> Claim:
        """The claim that stands for all."""
        return self.claims[0]


def sayings(claims: Iterable[tuple[Claim, bool]], *, by_time: bool = False) -> list[Saying]:
    """Claims that differ only in where they stand; `by_time` keeps moments apart."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    later: dict[tuple[object, ...], bool] = {}
    for claim, is_later in claims:
        key = (_said(claim), claim.as_of.edtf if by_time else "", is_later)
        found.setdefault(key, []).append(claim)
        later[key] = is_later
    return [Saying(tuple(group), later[key]) for key, group in found.items()]


def _said(claim: Claim) -> tuple[object, ...]:
    return (
        claim.source_id, claim.min, claim.max, claim.value, claim.vague, claim.unit, claim.scope,
        claim.hedge, claim.polarity, claim.voices,
    )  # fmt: skip
