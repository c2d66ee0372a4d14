"""Origins: which claims a reader has confirmed, or refused, to rest on one origin."""

from __future__ import annotations

from typing import Final

from db.corpus.facet import Facet
from db.errors import InvalidEditError, said
from db.records import Change, Origin

BASES: Final = ("voice", "words", "reader")


class Origins(Facet):
    """The settled origins of a corpus; what is proposed is worked out (db.comparing.origins)."""

    def all(self) -> list[Origin]:
        """Every pair of claims that was settled."""
        rows = self._corpus.connection.execute(
            "SELECT a_claim_id, b_claim_id, basis, state FROM origin ORDER BY id"
        )
        return [Origin(*r) for r in rows]

    def confirmed(self) -> list[tuple[int, int]]:
        """Pairs of claims that rest on one origin, the lower id first."""
        return [(o.a_id, o.b_id) for o in self.all() if o.state == "confirmed"]

    def settle(
        self, one_id: int, other_id: int, *, confirmed: bool, basis: str = "reader"
    ) -> tuple[int, Change]:
        """Confirm or refuse that two claims rest on one origin; replaces what was settled before.

        Raises InvalidEditError for claims of one source, which count once anyway.
        """
        if basis not in BASES:
            raise InvalidEditError(reason=said("{basis} is no basis for an origin.", basis=basis))
        self._require_two_sources(one_id, other_id)
        pair = (min(one_id, other_id), max(one_id, other_id))
        with self._corpus.edit("Confirm origin" if confirmed else "Refuse origin") as pending:
            self._drop(pair)
            values = {
                "a_claim_id": pair[0],
                "b_claim_id": pair[1],
                "basis": basis,
                "state": "confirmed" if confirmed else "rejected",
            }
            origin_id = self._corpus.insert("origin", values)
        return origin_id, pending.change

    def withdraw(self, one_id: int, other_id: int) -> Change:
        """Forget what was settled of two claims, so that it is a proposal again."""
        with self._corpus.edit("Withdraw origin") as pending:
            if not self._drop((min(one_id, other_id), max(one_id, other_id))):
                raise InvalidEditError(reason=said("Nothing was settled of these two claims."))
        return pending.change

    def _require_two_sources(self, one_id: int, other_id: int) -> None:
        sources = self._corpus.connection.execute(
            "SELECT n.source_id FROM claim c JOIN anchor n ON n.id = c.anchor_id "
            "WHERE c.id IN (?, ?)",
            (one_id, other_id),
        ).fetchall()
        if len(sources) != 2 or len(set(sources)) != 2:
            reason = said("Only two claims of different sources can be counted as one origin.")
            raise InvalidEditError(reason=reason)

    def _drop(self, pair: tuple[int, int]) -> bool:
        found = self._corpus.connection.execute(
            "DELETE FROM origin WHERE a_claim_id = ? AND b_claim_id = ?", pair
        )
        return found.rowcount > 0
