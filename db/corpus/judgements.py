"""Judgements: how two claims relate, as a person settled it against the program's proposal."""

from __future__ import annotations

from db.corpus.facet import Facet
from db.corpus.judged_as import changed_since
from db.errors import InvalidEditError, said
from db.records import Change, ClaimRelation, Judgement


class Judgements(Facet):
    """The judgements of a corpus."""

    def all(self) -> list[Judgement]:
        """Every pair of claims that was settled."""
        changed = changed_since(self._corpus)
        rows = self._corpus.connection.execute(
            "SELECT a_claim_id, b_claim_id, relation, reason, recorder, id FROM judgement "
            "ORDER BY id"
        )
        return [
            Judgement(a, b, ClaimRelation(relation), reason, by, changed.get(number, ()))
            for a, b, relation, reason, by, number in rows
        ]

    def settle(
        self, one_id: int, other_id: int, relation: ClaimRelation, reason: str
    ) -> tuple[int, Change]:
        """Say how two claims relate, and why, as they now stand; replaces what was settled before.

        Raises InvalidEditError without a reason, or for claims that cannot be compared.
        """
        if not reason.strip():
            raise InvalidEditError(reason=said("A judgement needs a reason."))
        pair = self._pair(one_id, other_id)
        with self._corpus.edit("Judge claims") as pending:
            self._drop(pair)
            judgement_id = self._corpus.insert(
                "judgement",
                {
                    "a_claim_id": pair[0],
                    "b_claim_id": pair[1],
                    "relation": str(relation),
                    "reason": reason.strip(),
                    "recorder": "reader",
                },
            )
        return judgement_id, pending.change

    def withdraw(self, one_id: int, other_id: int) -> Change:
        """Take a judgement back, so that the program's proposal is in force again."""
        with self._corpus.edit("Withdraw judgement") as pending:
            if not self._drop((min(one_id, other_id), max(one_id, other_id))):
                raise InvalidEditError(reason=said("Nothing was judged of these two claims."))
        return pending.change

    def _pair(self, one_id: int, other_id: int) -> tuple[int, int]:
        aspects = self._corpus.connection.execute(
            "SELECT aspect_id FROM claim WHERE id IN (?, ?)", (one_id, other_id)
        ).fetchall()
        if len(aspects) != 2:
            raise InvalidEditError(
                reason=said("A judgement needs two claims that are in the corpus.")
            )
        if len(set(aspects)) != 1:
            raise InvalidEditError(reason=said("Only two claims about one aspect can be compared."))
        return (min(one_id, other_id), max(one_id, other_id))

    def _drop(self, pair: tuple[int, int]) -> bool:
        found = self._corpus.connection.execute(
            "DELETE FROM judgement WHERE a_claim_id = ? AND b_claim_id = ?", pair
        )
        return found.rowcount > 0
