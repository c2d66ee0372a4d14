"""Links: passages of different sources that a person joined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.corpus.facet import Facet
from db.errors import InvalidEditError, said
from db.records import Change, Link

KINDS: Final = ("contradicts", "supports", "repeats", "updates", "explains")

# An edition's id and the words' start and end in its text.
Place = tuple[int, int, int]


class Links(Facet):
    """The links of a corpus."""

    def all(self) -> list[Link]:
        """Every link."""
        rows = self._corpus.connection.execute(
            "SELECT id, a_anchor_id, b_anchor_id, kind, note FROM link ORDER BY id"
        )
        return [Link(*r) for r in rows]

    def add(self, one: Place, other: Place, kind: str, note: str = "") -> tuple[int, Change]:
        """Join words of two sources; returns the link's id.

        Raises InvalidEditError for words outside a passage and for two places in one source.
        """
        corpus = self._corpus
        with corpus.edit("Add link") as pending:
            _check_kind(kind)
            ends = [corpus.mentions.add_anchor(*place) for place in (one, other)]
            sources = corpus.connection.execute(
                "SELECT DISTINCT source_id FROM anchor WHERE id IN (?, ?)", ends
            ).fetchall()
            if len(sources) != 2:
                raise InvalidEditError(
                    reason=said("A link joins passages of two different sources.")
                )
            values = {"a_anchor_id": ends[0], "b_anchor_id": ends[1], "kind": kind}
            link_id = corpus.insert("link", {**values, "note": note, "recorder": "reader"})
        return link_id, pending.change

    def change(self, link_id: int, kind: str, note: str = "") -> Change:
        """Give a link another kind and note; its ends stay (see Anchors.move)."""
        with self._corpus.edit("Edit link") as pending:
            _check_kind(kind)
            self._corpus.update("link", link_id, {"kind": kind, "note": note})
        return pending.change

    def delete(self, links: Sequence[int]) -> Change:
        """Delete links; the texts stay."""
        corpus = self._corpus
        with corpus.edit("Delete link") as pending:
            for link_id in links:
                ends = corpus.connection.execute(
                    "SELECT a_anchor_id, b_anchor_id FROM link WHERE id = ?", (link_id,)
                ).fetchall()
                corpus.delete("link", link_id)
                for anchor_id in (anchor for pair in ends for anchor in pair):
                    corpus.mentions.drop_unused_anchor(anchor_id)
        return pending.change


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise InvalidEditError(
            reason=said("“{kind}” is no kind of link; it {known}.", kind=kind, known=KINDS)
        )
