"""The claims of a sheet's rows, and how they relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db.comparing.comparison import ComparedPair, Comparison, ComparisonRow
from db.comparing.number_ladder import (
    Figure,
    NumberLadder,
    Rung,
    figure_interval,
    ladder_axis,
    manner_of,
)
from db.comparing.silence import Silences
from db.comparing.speakers import Speakers
from db.corpus import Corpus
from db.records import Aspect, Claim, ClaimPlacement, Event, Source
from db.sheets.choices import Part
from db.sheets.claim_model import SheetClaim, SheetComparison, SheetPair
from db.sheets.figure_words import manner_words, value_words
from db.sheets.reason_words import reason_words
from db.sheets.requests import SheetRequest
from db.sheets.texts import QuotableText, ranked
from db.sheets.times import shown_time
from db.sheets.wording import words_in
from db.text.display import display_when

FAR = 2**62


class ClaimBuilder:
    """Reads the claims of a corpus once and answers for every event.

    `texts` holds the texts of each source by its id, the one to quote first. Claims whose words
    stand in no text that is held are left out: they could not be checked.
    """

    def __init__(
        self,
        corpus: Corpus,
        request: SheetRequest,
        sources: Sequence[Source],
        texts: Mapping[int, list[QuotableText]],
        silences: Silences,
    ) -> None:
        self._request = request
        self._sources = sources
        self._words = words_in(request.language)
        self._aspects = {a.id: a for a in corpus.aspects.all()}
        self._speakers = Speakers({v.id: v for v in corpus.voices.all()})
        self._texts = ranked(texts)
        self._places = self._read_places(corpus)
        comparison = Comparison(
            corpus,
            sources=[s.id for s in sources],
            aspects=request.aspects,
            known_by=request.known_by,
            silences=silences,
        )
        self._rows: defaultdict[int, list[ComparisonRow]] = defaultdict(list)
        for row in comparison.rows():
            self._rows[row.event_id].append(row)
        self._comparison = comparison
        self._made: dict[int, SheetClaim] = {}

    def _read_places(self, corpus: Corpus) -> dict[int, ClaimPlacement]:
        """The place of each claim in the first text that has it."""
        found: dict[int, ClaimPlacement] = {}
        for place in corpus.claims.placements():
            other = found.get(place.claim_id)
            if place.edition_id in self._texts and (
                other is None or self._rank(place) < self._rank(other)
            ):
                found[place.claim_id] = place
        return found

    def _rank(self, place: ClaimPlacement) -> int:
        return self._texts[place.edition_id][0]

    def claims(self, event_id: int, source_id: int) -> tuple[SheetClaim, ...]:
        """What a source claims of an event, aspect by aspect."""
        found = (self._comparison.claims(row, source_id) for row in self._rows[event_id])
        return tuple(self._claim(c) for claims in found for c in claims if c.id in self._places)

    def comparisons(self, event: Event) -> tuple[SheetComparison, ...]:
        """The aspects of an event about which some source claims something."""
        found = (self._compared(event, row) for row in self._rows[event.id])
        return tuple(c for c in found if c.sources)

    def _claim(self, claim: Claim) -> SheetClaim:
        if claim.id not in self._made:
            self._made[claim.id] = self._make(claim, self._places[claim.id])
        return self._made[claim.id]

    def _make(self, claim: Claim, place: ClaimPlacement) -> SheetClaim:
        text = self._texts[place.edition_id][1]
        aspect = self._aspects[claim.aspect_id]
        return SheetClaim(
            key=claim.key,
            aspect=aspect.key,
            type=aspect.type,
            address=text.address(place.passage),
            edition=text.edition.key,
            language=text.edition.language,
            start=place.start,
            end=place.end,
            words=text.words(place.start, place.end),
            shown=value_words(claim, aspect, self._words),
            min=claim.min,
            max=claim.max,
            value=claim.value or "",
            vague=claim.vague or "",
            unit=claim.unit or aspect.unit,
            scope=claim.scope,
            hedge=claim.hedge,
            polarity=claim.polarity,
            voices=tuple(v.name for v in self._speakers.chain(claim)),
            as_of=shown_time(claim.as_of, self._request.language),
            reported=text.reported(place.passage),
        )

    def _compared(self, event: Event, row: ComparisonRow) -> SheetComparison:
        aspect = self._aspects[row.aspect_id]
        shown = self._request.show
        held = [c for c in row.claims if c.id in self._places]
        return SheetComparison(
            aspect=aspect.key,
            title=aspect.title,
            type=aspect.type,
            unit=aspect.unit,
            silences=tuple(cell.silence for cell in row.cells),
            withheld=tuple(cell.withheld for cell in row.cells),
            pairs=tuple(self._pairs(row)) if Part.RELATIONS in shown else (),
            sources=len({c.source_id for c in held}),
            origins=row.origins,
            ladders=self._ladders(event, aspect, held) if Part.LADDER in shown else (),
        )

    def _pairs(self, row: ComparisonRow) -> Iterable[SheetPair]:
        for pair in row.pairs:
            if pair.a.id in self._places and pair.b.id in self._places:
                yield self._pair(pair)

    def _pair(self, pair: ComparedPair) -> SheetPair:
        reason = reason_words(pair, self._words)
        return SheetPair(
            pair.a.key, pair.b.key, pair.relation, pair.proposed, reason,
            judged=pair.judgement is not None,
        )  # fmt: skip

    def _ladders(
        self, event: Event, aspect: Aspect, claims: Sequence[Claim]
    ) -> tuple[NumberLadder, ...]:
        """One ladder for each unit; one figure alone needs none."""
        if aspect.type != "number" or len(claims) < 2:
            return ()
        order = {scope: at for at, (scope, _) in enumerate(aspect.scopes)}
        units: dict[str, dict[str, list[Claim]]] = {}
        for claim in sorted(claims, key=self._held_order):
            scopes = units.setdefault(claim.unit or aspect.unit, {})
            scopes.setdefault(claim.scope, []).append(claim)
        title = f"{aspect.title} · {event.title}"
        note = self._words.table("figures")["held_order"]
        return tuple(
            NumberLadder(
                title,
                unit,
                ladder_axis(figure_interval(c)[0] for group in scopes.values() for c in group),
                tuple(
                    Rung(scope, tuple(self._figure(c, aspect) for c in group))
                    for scope, group in sorted(scopes.items(), key=lambda i: order.get(i[0], FAR))
                ),
                note,
            )
            for unit, scopes in units.items()
        )

    def _figure(self, claim: Claim, aspect: Aspect) -> Figure:
        made = self._claim(claim)
        interval, vague = figure_interval(claim)
        source = next(s for s in self._sources if s.id == claim.source_id)
        return Figure(
            interval,
            made.shown,
            label=display_when(made.when.time.edtf, language=self._request.language, short=True),
            address=made.address,
            detail=manner_words(made, self._words),
            style=source.style,
            manner=manner_of(claim),
            vague=vague,
            denied=claim.polarity == "deny",
            claim_id=claim.id,
        )

    def _held_order(self, claim: Claim) -> tuple[int, int]:
        span = self._comparison.held(claim).span
        ends = [end for end in (span.earliest, span.latest) if end is not None]
        # The middle: a stretch of days is not earlier than the night it begins in.
        return (sum(ends) // len(ends) if ends else FAR, claim.id)
