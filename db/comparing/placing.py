"""Where the words of one claim stand, in each edition that is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.records import Claim, ClaimPlacement

if TYPE_CHECKING:
    from db.corpus import Corpus

_QUERY = """SELECT pl.edition_id, p.number, pl.start, pl.end FROM placement pl
JOIN passage p ON p.id = pl.passage_id JOIN edition e ON e.id = pl.edition_id
WHERE pl.anchor_id = ? AND e.state = 'held' ORDER BY e.kind = 'original' DESC, pl.edition_id"""


def placements_of(corpus: Corpus, claim: Claim) -> list[ClaimPlacement]:
    """The places of a claim's words, the original's first; none where no text is held."""
    rows = corpus.connection.execute(_QUERY, (claim.anchor_id,))
    return [ClaimPlacement(claim.id, *row) for row in rows]
