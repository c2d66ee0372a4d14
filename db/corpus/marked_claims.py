"""The claims marked in a text: asked for each text that is shown, so by one small query."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.corpus.corpus import Corpus


def marked_claims(corpus: Corpus, edition_id: int) -> list[tuple[int, int, int, int]]:
    """The words of each claim of a number, and of each that is only suggested, in reading order.

    Passage number, start and end in the edition, and 1 for a suggestion.
    """
    return corpus.connection.execute(
        "SELECT p.number, pl.start, pl.end, c.status = 'suggested' FROM claim c "
        "JOIN aspect a ON a.id = c.aspect_id "
        "JOIN placement pl ON pl.anchor_id = c.anchor_id "
        "JOIN passage p ON p.id = pl.passage_id "
        "WHERE pl.edition_id = ? AND (a.type = 'number' OR c.status = 'suggested') "
        "ORDER BY pl.start, c.id",
        (edition_id,),
    ).fetchall()
