"""The passages of an event in one text, and which of them to go to first."""

from __future__ import annotations

from db.records import Placement, Relation
from desktop.reading.decoration import Span
from desktop.reading.source_text import EditionText

TELLING = (Relation.REPORTS, Relation.DENIES)


def spans_in(shown: EditionText | None, placements: list[Placement]) -> list[Span]:
    """The places of an event in an edition, in reading order; none where none is shown."""
    if shown is None:
        return []
    here = [p for p in placements if p.edition_id == shown.edition.id]
    spans = [Span(shown.index_of(p.passage), p.start, p.end) for p in here]
    return sorted(s for s in spans if s.passage >= 0)


def distinct(spans: list[Span]) -> list[int]:
    """The passages of spans, each once, in reading order."""
    return list(dict.fromkeys(span.passage for span in spans))


def telling_step(shown: EditionText | None, placements: list[Placement], spans: list[Span]) -> int:
    """The first step that tells of the event rather than expects it or looks back at it."""
    telling = [p for p in placements if p.relation in TELLING]
    told = {span.passage for span in spans_in(shown, telling)}
    for step, passage in enumerate(distinct(spans), start=1):
        if passage in told:
            return step
    return 1
