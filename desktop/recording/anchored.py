"""Where links and notes stand in the editions that are held."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from db.corpus import Corpus
from db.records import Link


class AnchorPlace(NamedTuple):
    """Where an anchor's words stand in one edition; `passage` is the passage's number."""

    anchor_id: int
    source_id: int
    edition_id: int
    passage: int
    start: int
    end: int


class Joined(NamedTuple):
    """A link with its two places in a pair of editions."""

    link: Link
    one: AnchorPlace
    other: AnchorPlace


_PLACES = (
    "SELECT pl.anchor_id, n.source_id, pl.edition_id, p.number, pl.start, pl.end "
    "FROM placement pl JOIN anchor n ON n.id = pl.anchor_id "
    "JOIN passage p ON p.id = pl.passage_id JOIN edition e ON e.id = pl.edition_id "
    "WHERE e.state = 'held' AND pl.anchor_id IN ({anchors}) ORDER BY pl.edition_id, pl.start"
)
_OF_LINKS = "SELECT a_anchor_id FROM link UNION SELECT b_anchor_id FROM link"
_OF_NOTES = "SELECT subject_id FROM note WHERE subject = 'anchor'"


class Anchored:
    """Read once and kept until the corpus changes: links, notes on words, and their places."""

    def __init__(self, corpus: Corpus) -> None:
        self.links = corpus.links.all()
        self.notes = [n for n in corpus.notes.all() if n.subject == "anchor"]
        self._links_at: defaultdict[int, list[AnchorPlace]] = defaultdict(list)
        self._notes_at: defaultdict[int, list[AnchorPlace]] = defaultdict(list)
        self._places: defaultdict[int, list[AnchorPlace]] = defaultdict(list)
        for query, by_edition in ((_OF_LINKS, self._links_at), (_OF_NOTES, self._notes_at)):
            for row in corpus.connection.execute(_PLACES.format(anchors=query)):
                place = AnchorPlace(*row)
                by_edition[place.edition_id].append(place)
                self._places[place.anchor_id].append(place)

    def link_places(self, edition_id: int) -> list[AnchorPlace]:
        """The ends of links in an edition, in reading order."""
        return self._links_at.get(edition_id, [])

    def note_places(self, edition_id: int) -> list[AnchorPlace]:
        """The words with notes in an edition, in reading order."""
        return self._notes_at.get(edition_id, [])

    def places(self, anchor_id: int) -> list[AnchorPlace]:
        """An anchor's place in every edition that is held."""
        return self._places.get(anchor_id, [])

    def place_in(self, anchor_id: int, edition_id: int) -> AnchorPlace | None:
        """An anchor's place in one edition."""
        return next((p for p in self.places(anchor_id) if p.edition_id == edition_id), None)

    def joined(self, edition_id: int, other_id: int) -> list[Joined]:
        """The links between two editions; `one` stands in the first, whichever end it is."""
        found = []
        for link in self.links:
            for a, b in (
                (link.a_anchor_id, link.b_anchor_id),
                (link.b_anchor_id, link.a_anchor_id),
            ):
                one, other = self.place_in(a, edition_id), self.place_in(b, other_id)
                if one is not None and other is not None:
                    found.append(Joined(link, one, other))
        return found
