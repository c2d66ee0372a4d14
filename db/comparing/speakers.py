"""Who speaks in a claim: the voice at the end of its chain, and whose account it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from db.records import Claim, Voice

# Kinds of voices that have a part in the rules; the reader may use any others.
OUTLET: Final = "outlet"
OFFICIAL: Final = "official"
# What a source passes on with doubt, or as an accusation, it does not make its own.
NOT_ADOPTED: Final = frozenset({"alleged", "denied"})

# ("voice" or "source", id)
Speaker = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Speakers:
    """The voices of a corpus by id."""

    voices: Mapping[int, Voice]

    def chain(self, claim: Claim) -> list[Voice]:
        """Who is quoted, outermost first; the source itself is left out."""
        found = (self.voices.get(v) for v in claim.voices)
        return [v for v in found if v is not None and v.source_id != claim.source_id]

    def innermost(self, claim: Claim) -> Speaker:
        """On whose word a claim rests in the end."""
        chain = self.chain(claim)
        if not chain:
            return ("source", claim.source_id)
        last = chain[-1]
        return ("voice", last.id) if last.source_id is None else ("source", last.source_id)

    def name(self, claim: Claim) -> str:
        """The name of the voice a claim rests on; empty for the source itself."""
        chain = self.chain(claim)
        return chain[-1].name if chain else ""

    def same_voice(self, one: Claim, other: Claim) -> bool:
        """Whether two claims rest on the same voice, in one source or in two."""
        return self.innermost(one) == self.innermost(other)

    def same_account(self, one: Claim, other: Claim) -> bool:
        """Whether two claims belong to one running account of one source.

        A source's account is what it says itself and what it passes on as its own news. Not part
        of it are another outlet's words, what is passed on as an allegation, and an official's
        word against anyone else's; nor is a denial an account's next state.
        """
        account = self._account(one)
        return (
            account is not None
            and account == self._account(other)
            and self._is_official(one) == self._is_official(other)
            and one.polarity == other.polarity
        )

    def _account(self, claim: Claim) -> tuple[int, int] | None:
        """The source, and the outlet that speaks in it (0 = the source itself)."""
        if claim.hedge in NOT_ADOPTED:
            return None
        chain = self.chain(claim)
        outlet = chain[0].id if chain and chain[0].kind == OUTLET else 0
        return (claim.source_id, outlet)

    def _is_official(self, claim: Claim) -> bool:
        chain = self.chain(claim)
        return bool(chain) and chain[-1].kind == OFFICIAL
