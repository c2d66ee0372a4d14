"""The cells of a sheet: what each source has on each event, or why it has nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from db.comparing.silence import Silences
from db.corpus import Corpus
from db.records import Placement, Silence, Source
from db.sheets.model import Cell
from db.sheets.texts import QuotableText

# Where in which text: the text's rank among those of its source, and the passage's number.
Spot = tuple[int, int]


class CellBuilder:
    """Reads a corpus once and answers for every event and source.

    `texts` holds the texts of each source by its id, the one to quote first.
    """

    def __init__(
        self,
        corpus: Corpus,
        texts: Mapping[int, list[QuotableText]],
        *,
        known_by: int | None,
        context: int | None,
    ) -> None:
        self._texts = texts
        self._known_by = known_by
        self._context = context
        self._silences = Silences(corpus, known_by=known_by)
        self._places: defaultdict[tuple[int, int], list[Placement]] = defaultdict(list)
        for place in corpus.mentions.all():
            self._places[place.event_id, place.source_id].append(place)

    def cell(self, event_id: int, source: Source) -> Cell:
        """What a source has on an event."""
        texts = self._texts[source.id]
        found = _by_spot(texts, self._places.get((event_id, source.id), ()))
        known = [s for s in sorted(found) if texts[s[0]].known(s[1], self._known_by)]
        withheld = len(found) - len(known)
        if known:
            quoted = (texts[rank].quote(n, found[rank, n], self._context) for rank, n in known)
            return Cell(source.key, tuple(quoted), withheld=withheld)
        silence = self._silences.kind(event_id, source.id)
        settled = silence not in (None, Silence.NOT_LOOKED) and not withheld
        reason = self._silences.reason(event_id, source.id) if settled else ""
        return Cell(source.key, silence=silence, reason=reason, withheld=withheld)


def _by_spot(texts: list[QuotableText], places: Iterable[Placement]) -> dict[Spot, list[Placement]]:
    """The place of each mention in the first text that has it, by text and passage."""
    ranks = {text.edition.id: rank for rank, text in enumerate(texts)}
    first: dict[int, Placement] = {}
    for place in places:
        other = first.get(place.mention_id)
        if other is None or ranks[place.edition_id] < ranks[other.edition_id]:
            first[place.mention_id] = place
    found: defaultdict[Spot, list[Placement]] = defaultdict(list)
    for place in first.values():
        found[ranks[place.edition_id], place.passage].append(place)
    return found
