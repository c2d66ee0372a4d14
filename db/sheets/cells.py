"""The cells of a sheet: what each source has on each event, or why it has nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db.comparing.silence import Silences
from db.corpus import Corpus
from db.records import Event, Placement, Silence, Source
from db.sheets.choices import Part
from db.sheets.claim_model import SheetComparison
from db.sheets.comparing import ClaimBuilder
from db.sheets.model import Cell
from db.sheets.requests import SheetRequest
from db.sheets.texts import QuotableText

# Where in which text: the text's rank among those of its source, and the passage's number.
Spot = tuple[int, int]


class CellBuilder:
    """Answers for every event and source what a sheet has on it.

    `texts` holds the texts of each source by its id, the one to quote first; `mentions` are all.
    """

    def __init__(
        self,
        corpus: Corpus,
        request: SheetRequest,
        sources: Sequence[Source],
        texts: Mapping[int, list[QuotableText]],
        silences: Silences,
        mentions: Iterable[Placement],
    ) -> None:
        self._texts = texts
        self._known_by = request.known_by
        self._context = request.context
        self._show = request.show
        self._silences = silences
        compares = {Part.FIGURES, Part.RELATIONS, Part.LADDER} & request.show
        self._claims = ClaimBuilder(corpus, request, sources, texts, silences) if compares else None
        self._places: defaultdict[tuple[int, int], list[Placement]] = defaultdict(list)
        for place in mentions:
            self._places[place.event_id, place.source_id].append(place)

    def cell(self, event_id: int, source: Source) -> Cell:
        """What a source has on an event."""
        texts = self._texts[source.id]
        found = _by_spot(texts, self._places.get((event_id, source.id), ()))
        known = [s for s in sorted(found) if texts[s[0]].known(s[1], self._known_by)]
        withheld = len(found) - len(known)
        claims = self._claims.claims(event_id, source.id) if self._claims else ()
        if known:
            quoted = (texts[rank].quote(n, found[rank, n], self._context) for rank, n in known)
            shown = tuple(quoted) if Part.PASSAGES in self._show else ()
            return Cell(source.key, shown, withheld=withheld, claims=claims)
        silence = self._silences.kind(event_id, source.id)
        settled = silence not in (None, Silence.NOT_LOOKED) and not withheld
        reason = self._silences.reason(event_id, source.id) if settled else ""
        if Part.SILENCES not in self._show:
            return Cell(source.key, claims=claims)
        return Cell(
            source.key, silence=silence, held=silence is not None, reason=reason,
            withheld=withheld, claims=claims,
        )  # fmt: skip

    def comparisons(self, event: Event) -> tuple[SheetComparison, ...]:
        """The aspects of an event about which some source claims something."""
        return self._claims.comparisons(event) if self._claims else ()


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
