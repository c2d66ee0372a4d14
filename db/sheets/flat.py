"""A sheet as flat records, the same for every format that is a table.

Each record is of one kind and names its fields; what it has no word for it leaves out. Numbers
stay numbers, times are EDTF, lists are joined by "; ". The fields are described in the help.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from typing import Final

from db.listing import utc
from db.sheets.choices import Part
from db.sheets.claim_model import SheetClaim, SheetComparison, SheetLink, SheetNote, SheetPlace
from db.sheets.model import Cell, Quotation, Row, Sheet, SheetSource
from db.sheets.references import reference
from db.sheets.seals import seals
from db.sheets.times import SheetTime
from db.sheets.watching import Watch, unwatched

Value = str | int | float | None
Record = dict[str, Value]

# Events and reports of one day share their instants.
_utc = lru_cache(maxsize=4096)(utc)
BLANK: Final = "_"
"""Stands for each letter of a gap."""


def records(sheet: Sheet, watch: Watch = unwatched) -> Iterator[Record]:
    """Every record: the sheet, its sources, then event by event, then names and seals."""
    yield _head(sheet)
    for source in sheet.sources:
        yield _source(source)
    for note in sheet.notes:
        yield _note(note, "")
    for row in sheet.rows:
        yield from _row(sheet, row)
        watch()
    for name in sheet.names:
        for source, uses in zip(sheet.sources, name.uses, strict=True):
            for use in uses:
                yield {"record": "name", "id": name.key, "kind": name.kind, "title": name.title,
                       "source": source.key, "address": use.address, "text": use.spelling,
                       "count": use.count}  # fmt: skip
        if name.gap:
            yield {"record": "name", "id": name.key, "kind": name.kind, "gap": 1}
    for seal in seals(sheet):
        yield {"record": "seal", "text": seal}


def told(time: SheetTime) -> Record:
    """A time: as EDTF, as printed, and its earliest and latest instant in UTC."""
    at = time.time
    return {"when": at.edtf, "printed": at.printed, "earliest": _utc(at.earliest),
            "latest": _utc(at.latest), "zone": at.zone, "zone_status": _zone(time)}  # fmt: skip


def _zone(time: SheetTime) -> str:
    return str(time.time.zone_status) if time.time.edtf else ""


def _head(sheet: Sheet) -> Record:
    parts = [str(part) for part in Part if part in sheet.show]
    return {
        "record": "sheet",
        "kind": str(sheet.kind),
        "title": sheet.title,
        "language": sheet.language,
        "text": sheet.corpus_title,
        "sha256": sheet.corpus_hash,
        "zone": sheet.zone,
        "when": sheet.made.time.edtf,
        "value": "; ".join(parts),
        "as_of": sheet.known_by.time.edtf if sheet.known_by else "",
    }


def _source(source: SheetSource) -> Record:
    edition = source.edition
    held: Record = {}
    if edition:
        held = {"edition": edition.key, "start": 0, "end": edition.characters,
                "sha256": edition.text_sha256}  # fmt: skip
    return {
        "record": "source",
        "source": source.key,
        "id": source.letter,
        "title": source.title,
        "text": source.label,
        "language": source.language,
        "place": source.place,
        "voices": "; ".join(source.creators),
        "publisher": source.publisher,
        "reason": source.position,
        "rights": source.rights,
        "citation": source.reference or source.citation,
        "gap": 1 if source.gap else None,
        **held,
        **told(source.published),
    }


def _row(sheet: Sheet, row: Row) -> Iterator[Record]:
    event = row.event
    key: Record = {"event": event.key}
    yield {"record": "event", **key, "title": event.title, "place": event.place,
           "parent": event.parent_key, **told(event.happened)}  # fmt: skip
    for cell in row.cells:
        for found in _cell(cell):
            yield {**found, **key, "source": cell.source}
    for comparison in row.comparisons:
        yield from ({**found, **key} for found in _comparison(sheet, comparison))
        yield from ({**found, **key} for found in _pairs(row, comparison))
    for link in row.links:
        yield {**_link(link), **key}
    for note in row.notes:
        yield _note(note, event.key)


def _cell(cell: Cell) -> Iterator[Record]:
    for quotation in cell.quotations:
        yield _quotation(quotation)
    if cell.silence is not None or not cell.held or cell.reason or cell.withheld:
        kind = str(cell.silence) if cell.silence is not None else "" if cell.held else "not-held"
        if cell.quotations:
            kind = "withheld"
        yield {"record": "silence", "kind": kind, "reason": cell.reason,
               "count": cell.withheld or None}  # fmt: skip
    if cell.gap:
        yield {"record": "gap", "gap": cell.gap}
    for claim in cell.claims:
        yield _claim(claim)


def _quotation(quotation: Quotation) -> Record:
    report = quotation.report
    sha256 = quotation.sha256 if quotation.whole else ""
    return {
        "record": "quotation",
        "kind": str(quotation.kind),
        "address": quotation.address,
        "edition": quotation.edition,
        "start": quotation.start,
        "end": quotation.end,
        "sha256": sha256 or None,
        "text": words_with_gaps(quotation),
        "language": quotation.language,
        "relation": "; ".join(quotation.relations),
        "marked": marked_words(quotation),
        "answers": "\n".join(run.text for run in quotation.runs if run.answer),
        "cut": _cut(quotation),
        "report": report.number if report else None,
        "title": report.heading if report else "",
        "voices": report.author if report else "",
        "gap": sum(run.gap for run in quotation.runs) or None,
        "reference": str(reference(quotation, sha256)) if sha256 else "",
        **(told(report.reported) if report else {}),
    }


def words_with_gaps(quotation: Quotation) -> str:
    """The quoted words, a gap as so many low lines."""
    return "".join(BLANK * run.gap or run.text for run in quotation.runs)


def marked_words(quotation: Quotation) -> str:
    """The words that speak of the event, where the others do not; one stretch a line."""
    if not quotation.marked:
        return ""
    return "\n".join(run.text for run in quotation.runs if run.relation is not None and run.text)


def _cut(quotation: Quotation) -> str:
    cut = ("before",) * quotation.cut_before + ("after",) * quotation.cut_after
    return "; ".join(cut)


def _claim(claim: SheetClaim) -> Record:
    whole = not claim.gap and bool(claim.words)
    return {
        "record": "claim",
        "id": claim.key,
        "aspect": claim.aspect,
        "kind": claim.type,
        "min": _number(claim.min),
        "max": _number(claim.max),
        "value": claim.value,
        "vague": claim.vague,
        "unit": claim.unit,
        "scope": claim.scope,
        "hedge": claim.hedge,
        "polarity": claim.polarity,
        "voices": "; ".join(claim.voices),
        "as_of": claim.as_of.time.edtf,
        "when": claim.reported.time.edtf,
        "printed": claim.reported.time.printed,
        "earliest": _utc(claim.reported.time.earliest),
        "latest": _utc(claim.reported.time.latest),
        "title": claim.shown,
        "text": claim.words,
        "address": claim.address,
        "edition": claim.edition,
        "start": claim.start,
        "end": claim.end,
        "sha256": claim.sha256 if whole else None,
        "language": claim.language,
        "gap": 1 if claim.gap else None,
        "answers": claim.shown if claim.answer else "",
    }


def _number(value: float | None) -> float | None:
    """A whole number without a point."""
    return int(value) if value is not None and value == int(value) else value


def _comparison(sheet: Sheet, comparison: SheetComparison) -> Iterator[Record]:
    aspect: Record = {"aspect": comparison.aspect}
    yield {
        "record": "comparison",
        **aspect,
        "title": comparison.title,
        "kind": comparison.type,
        "unit": comparison.unit,
        "conflicts": comparison.conflicts,
        "sources": comparison.sources,
        "origins": comparison.origins,
    }
    if Part.FIGURES not in sheet.show:
        return
    said = zip(sheet.sources, comparison.silences, comparison.withheld, strict=True)
    for source, silence, withheld in said:
        if silence is not None or withheld:
            kind = str(silence) if silence is not None else "withheld"
            yield {"record": "silence", **aspect, "source": source.key, "kind": kind,
                   "count": withheld or None}  # fmt: skip


def _pairs(row: Row, comparison: SheetComparison) -> Iterator[Record]:
    claims = {c.key: (cell.source, c) for cell in row.cells for c in cell.claims}
    for pair in comparison.pairs:
        yield {
            "record": "relation",
            "aspect": comparison.aspect,
            "relation": pair.relation or "not-judged",
            "proposed": pair.proposed or "not-judged",
            "judged": "reader" if pair.judged else "",
            "reason": pair.reason,
            **_end(pair.a, claims, ""),
            **_end(pair.b, claims, "other_"),
        }


def _end(key: str, claims: dict[str, tuple[str, SheetClaim]], prefix: str) -> Record:
    """One of the two claims of a relation; of one of another event only its key is known."""
    found = claims.get(key)
    if found is None:
        return {f"{prefix}id": key}
    source, claim = found
    return {f"{prefix}id": key, f"{prefix}source": source, f"{prefix}address": claim.address,
            f"{prefix}text": claim.shown}  # fmt: skip


def _link(link: SheetLink) -> Record:
    return {
        "record": "link",
        "relation": link.kind,
        "reason": link.note,
        **_place(link.a, ""),
        **_place(link.b, "other_"),
    }


def _place(place: SheetPlace, prefix: str) -> Record:
    fields = asdict(place)
    fields["text"] = fields.pop("words")
    return {f"{prefix}{name}": value for name, value in fields.items()}


def _note(note: SheetNote, event: str) -> Record:
    return {"record": "note", "event": event, "title": note.on, "text": note.text,
            "when": note.made.time.edtf}  # fmt: skip
