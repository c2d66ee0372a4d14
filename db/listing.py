"""What a corpus holds as plain dictionaries, with the fields the command line promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from db.corpus import Corpus
from db.records import Claim, ClaimPlacement, Edition, EditionKind, Source, Time
from db.text.instants import DAY, date_of

Row = dict[str, Any]


def utc(instant: int | None) -> str | None:
    """An instant as ISO 8601 in UTC, a year before 0000 or after 9999 signed; None stays None."""
    if instant is None:
        return None
    number, second = divmod(instant, DAY)
    year, month, day = date_of(number)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return f"{sign}{abs(year):04}-{month:02}-{day:02}T{clock}Z"


def when(time: Time) -> str | None:
    """The EDTF of a time, None where there is none."""
    return time.edtf or None


class Listing:
    """One corpus, ready to be listed: what several kinds need is read once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.sources: dict[int, Source] = {s.id: s for s in corpus.sources.all()}
        self.editions: dict[int, Edition] = {e.id: e for e in corpus.editions.all()}
        self.events = {e.id: e for e in corpus.events.all()}

    def address(self, edition: Edition, number: int) -> str:
        """The address a reader types and prints."""
        return f"{self.sources[edition.source_id].letter}.{number}"

    def place(self, edition_id: int, number: int, start: int, end: int) -> Row:
        """The fields that say where words stand."""
        edition = self.editions[edition_id]
        return {
            "source": edition.source_key,
            "edition": edition.key,
            "address": self.address(edition, number),
            "start": start,
            "end": end,
        }

    def rows(self, kind: str) -> Iterator[Row]:
        """Every row of a kind, in the corpus's order."""
        return KINDS[kind](self)


def _sources(listing: Listing) -> Iterator[Row]:
    for source in listing.sources.values():
        yield {
            "key": source.key,
            "label": source.label,
            "title": source.title or None,
            "creators": list(source.creators),
            "publisher": source.publisher or None,
            "language": source.language or None,
            "published": when(source.published),
            "position": source.position or None,
        }


def _editions(listing: Listing) -> Iterator[Row]:
    for edition in listing.editions.values():
        yield {
            "source": edition.source_key,
            "edition": edition.key,
            "kind": str(edition.kind),
            "sha256": edition.sha256,
            "characters": edition.characters,
            "media_type": edition.media_type,
        }


def _reports(listing: Listing) -> Iterator[Row]:
    by_source: dict[int, list[Edition]] = {}
    for edition in listing.editions.values():
        by_source.setdefault(edition.source_id, []).append(edition)
    printed = {e: _headings(listing.corpus, listing.editions[e]) for e in listing.editions}
    for report in listing.corpus.sources.reports():
        for edition in by_source.get(report.source_id, ()):
            yield {
                "source": edition.source_key,
                "edition": edition.key,
                "number": report.number,
                "heading": printed[edition.id].get(report.id) or report.heading or None,
                "author": report.author or None,
                "reported": when(report.reported),
                "reported_as_printed": report.reported.printed or None,
                "zone": str(report.reported.zone_status),
            }


def _headings(corpus: Corpus, edition: Edition) -> dict[int, str]:
    """The heading each report has in an edition's own words."""
    if edition.kind is EditionKind.DIGEST:
        return {}
    passages = corpus.editions.passages(edition.id)
    text = corpus.editions.text(edition.id)
    found: dict[int, str] = {}
    for index, kind in enumerate(passages.kinds):
        report = passages.reports[index]
        if kind == "heading" and report and report not in found:
            found[report] = text[passages.starts[index] : passages.ends[index]]
    return found


def _passages(listing: Listing) -> Iterator[Row]:
    numbers = {r.id: r.number for r in listing.corpus.sources.reports()}
    for edition in listing.editions.values():
        text = listing.corpus.editions.text(edition.id)
        passages = listing.corpus.editions.passages(edition.id)
        for index, number in enumerate(passages.numbers):
            start, end = passages.starts[index], passages.ends[index]
            yield {
                "source": edition.source_key,
                "edition": edition.key,
                "address": listing.address(edition, number),
                "kind": str(passages.kinds[index]),
                "start": start,
                "end": end,
                "report": numbers.get(passages.reports[index]),
                "text": text[start:end],
            }


def _events(listing: Listing) -> Iterator[Row]:
    for event in listing.events.values():
        parent = listing.events.get(event.parent_id or 0)
        yield {
            "key": event.key,
            "title": event.title,
            "when": when(event.happened),
            "earliest": utc(event.happened.earliest),
            "latest": utc(event.happened.latest),
            "place": event.place or None,
            "parent": parent.key if parent else None,
        }


def _mentions(listing: Listing) -> Iterator[Row]:
    placed = listing.corpus.mentions.all()
    order = {event_id: i for i, event_id in enumerate(listing.events)}
    for found in sorted(placed, key=lambda p: (order[p.event_id], p.edition_id, p.start)):
        yield {
            "id": found.mention_id,
            "event": listing.events[found.event_id].key,
            **listing.place(found.edition_id, found.passage, found.start, found.end),
            "relation": str(found.relation),
        }


def _claims(listing: Listing) -> Iterator[Row]:
    facet = listing.corpus.claims
    claims = {c.id: c for c in facet.all()}
    aspects = {a.id: a.key for a in listing.corpus.aspects.all()}
    voices = {v.id: v.key for v in listing.corpus.voices.all()}
    placed = [(claims[found.claim_id], found) for found in facet.placements()]
    standing = {claim.id for claim, _ in placed}
    # A claim whose place was lost is listed where it would be looked for: never left out.
    lost = [(claim, None) for claim in claims.values() if claim.id not in standing]
    for claim, found in [*placed, *lost]:
        yield {
            "id": claim.key,
            "event": listing.events[claim.event_id].key,
            **_place(listing, claim, found),
            "aspect": aspects[claim.aspect_id],
            "min": claim.min,
            "max": claim.max,
            "value": claim.value,
            "vague": claim.vague,
            "unit": claim.unit or None,
            "scope": claim.scope or None,
            "hedge": claim.hedge,
            "polarity": claim.polarity,
            "voices": [voices[v] for v in claim.voices],
            "as_of": when(claim.as_of),
            "reported": _reported(listing, found.edition_id, found.passage) if found else None,
            "status": claim.status,
        }


def _place(listing: Listing, claim: Claim, found: ClaimPlacement | None) -> Row:
    if found is not None:
        return listing.place(found.edition_id, found.passage, found.start, found.end)
    nowhere = dict.fromkeys(("edition", "address", "start", "end"))
    return {"source": listing.sources[claim.source_id].key, **nowhere}


def _reported(listing: Listing, edition_id: int, number: int) -> str | None:
    """When the words were reported: by their report, else by their source."""
    row = listing.corpus.connection.execute(
        "SELECT coalesce(nullif(r.reported_edtf, ''), s.published_edtf) FROM passage p "
        "JOIN edition e ON e.id = p.edition_id JOIN source s ON s.id = e.source_id "
        "LEFT JOIN report r ON r.id = p.report_id WHERE p.edition_id = ? AND p.number = ?",
        (edition_id, number),
    ).fetchone()
    return (row[0] or None) if row else None


def _voices(listing: Listing) -> Iterator[Row]:
    for voice in listing.corpus.voices.all():
        yield {
            "key": voice.key,
            "name": voice.name,
            "kind": voice.kind or None,
            "first_hand": voice.first_hand,
        }


def _names(listing: Listing) -> Iterator[Row]:
    for name in listing.corpus.names.all():
        yield {
            "key": name.key,
            "kind": name.kind,
            "spellings": [
                {"text": s.text, "script": s.script or None, "language": s.language or None}
                for s in name.spellings
            ],
        }


def _links(listing: Listing) -> Iterator[Row]:
    ends = {}
    for anchor, edition, number, start, end in listing.corpus.connection.execute(
        "SELECT pl.anchor_id, pl.edition_id, p.number, pl.start, pl.end FROM placement pl "
        "JOIN passage p ON p.id = pl.passage_id JOIN edition e ON e.id = pl.edition_id "
        "WHERE e.state = 'held' AND pl.anchor_id IN "
        "(SELECT a_anchor_id FROM link UNION SELECT b_anchor_id FROM link) "
        "ORDER BY e.kind = 'digest' DESC, e.id"
    ):
        ends[anchor] = listing.place(edition, number, start, end)
    for a, b, kind, note in listing.corpus.connection.execute(
        "SELECT a_anchor_id, b_anchor_id, kind, note FROM link ORDER BY id"
    ):
        if a in ends and b in ends:
            yield {"a": ends[a], "b": ends[b], "kind": kind, "note": note or None}


def _notes(listing: Listing) -> Iterator[Row]:
    for note in listing.corpus.notes.all():
        subject = _subject(listing, note.subject, note.subject_id)
        yield {"on": subject, "text": note.text, "made": utc(note.made)}


KEYED = ("source", "event", "claim", "aspect", "voice", "name")


def _subject(listing: Listing, table: str, row_id: int) -> str:
    """What a note is on: `event/shooting`, `claim/A001`; words as `words/A.12`."""
    connection = listing.corpus.connection
    if table in KEYED:
        row = connection.execute(f"SELECT key FROM {table} WHERE id = ?", (row_id,)).fetchone()
        return f"{table}/{row[0]}" if row else f"{table}/{row_id}"
    if table == "edition" and row_id in listing.editions:
        return f"edition/{listing.editions[row_id].key}"
    if table == "anchor":
        row = connection.execute(
            "SELECT pl.edition_id, p.number FROM placement pl JOIN passage p "
            "ON p.id = pl.passage_id JOIN edition e ON e.id = pl.edition_id "
            "WHERE pl.anchor_id = ? AND e.state = 'held' ORDER BY pl.edition_id",
            (row_id,),
        ).fetchone()
        if row:
            return f"words/{listing.address(listing.editions[row[0]], row[1])}"
    return table if table == "corpus" else f"{table}/{row_id}"


def _reviews(listing: Listing) -> Iterator[Row]:
    for review in listing.corpus.reviews.all():
        yield {
            "event": listing.events[review.event_id].key,
            "source": listing.sources[review.source_id].key,
            "state": review.state,
            "silence": str(review.silence) if review.silence else None,
        }


KINDS: dict[str, Callable[[Listing], Iterator[Row]]] = {
    "sources": _sources,
    "editions": _editions,
    "reports": _reports,
    "passages": _passages,
    "events": _events,
    "mentions": _mentions,
    "claims": _claims,
    "voices": _voices,
    "names": _names,
    "links": _links,
    "notes": _notes,
    "reviews": _reviews,
}
