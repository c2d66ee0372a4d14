"""JSON: the whole model as one object, one line an event, for other programs.

Fields have the names of the model; what is unknown is null. Times are objects of EDTF, the words
that were printed, the zone, and the earliest and latest instant in UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any, Final

from db.listing import utc
from db.sheets.choices import Part
from db.sheets.claim_model import SheetClaim, SheetComparison, SheetName, SheetNote
from db.sheets.flat import words_with_gaps
from db.sheets.model import Cell, Quotation, Row, Run, Sheet, SheetReport, SheetSource
from db.sheets.references import reference, references
from db.sheets.seals import seals
from db.sheets.times import SheetTime
from db.sheets.watching import Watch, unwatched

FORMAT: Final = "triptych-sheet"
VERSION: Final = 1

Data = dict[str, Any]


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as one JSON object in UTF-8."""
    return "".join(_lines(sheet, watch)).encode("utf-8", "replace")


def _lines(sheet: Sheet, watch: Watch) -> Iterator[str]:
    """The object, each member on a line of its own, each member of its lists too."""
    yield "{\n"
    for name, value in _head(sheet).items():
        yield f'"{name}": {_json(value)},\n'
    lists: dict[str, Iterable[Data | str]] = {
        "sources": map(_source, sheet.sources),
        "events": _watched(sheet.rows, watch),
        "names": (_name(sheet, name) for name in sheet.names),
        "notes": map(_note, sheet.notes),
        "references": [str(r) for _, found in references(sheet) for r in found],
        "seals": seals(sheet),
    }
    yield ",\n".join(f'"{name}": [{_listed(values)}]' for name, values in lists.items())
    yield "\n}\n"


def _listed(values: Iterable[Data | str]) -> str:
    lines = ",\n".join(map(_json, values))
    return f"\n{lines}\n" if lines else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _watched(rows: Iterable[Row], watch: Watch) -> Iterator[Data]:
    for row in rows:
        yield _row(row)
        watch()


def _head(sheet: Sheet) -> Data:
    return {
        "format": FORMAT,
        "version": VERSION,
        "kind": sheet.kind,
        "title": sheet.title,
        "language": sheet.language,
        "made": _time(sheet.made),
        "known_by": _time(sheet.known_by) if sheet.known_by else None,
        "corpus": {"title": sheet.corpus_title, "sha256": sheet.corpus_hash, "zone": sheet.zone},
        "show": [part for part in Part if part in sheet.show],
        "blank": sorted(sheet.blank),
        "blind": sheet.blind,
        "citation_style": sheet.citation_style,
        "paper": sheet.paper,
        "orientation": sheet.orientation,
    }


def _time(time: SheetTime) -> Data | None:
    at = time.time
    if not at.edtf and not at.printed:
        return None
    return {
        "edtf": at.edtf or None,
        "printed": at.printed or None,
        "shown": time.shown,
        "zone": at.zone or None,
        "zone_status": at.zone_status,
        "earliest": utc(at.earliest),
        "latest": utc(at.latest),
    }


def _source(source: SheetSource) -> Data:
    edition = source.edition
    return {
        **_plain(source, "published", "edition", "creators"),
        "creators": list(source.creators),
        "published": _time(source.published),
        "edition": asdict(edition) if edition else None,
    }


def _plain(record: Any, *without: str) -> Data:
    """A record's fields as they are, empty words as null."""
    names = (f.name for f in fields(record) if f.name not in without)
    return {name: _or_none(getattr(record, name)) for name in names}


def _or_none(value: object) -> object:
    return None if value == "" else value


def _row(row: Row) -> Data:
    return {
        **_plain(row.event, "happened"),
        "happened": _time(row.event.happened),
        "cells": [_cell(cell) for cell in row.cells],
        "comparisons": [_comparison(c) for c in row.comparisons],
        "links": [asdict(link) for link in row.links],
        "notes": [_note(note) for note in row.notes],
    }


def _cell(cell: Cell) -> Data:
    return {
        **_plain(cell, "quotations", "claims"),
        "quotations": [_quotation(q) for q in cell.quotations],
        "claims": [_claim(claim) for claim in cell.claims],
    }


def _quotation(quotation: Quotation) -> Data:
    whole = quotation.whole
    return {
        "address": quotation.address,
        "edition": quotation.edition,
        "start": quotation.start,
        "end": quotation.end,
        "sha256": quotation.sha256 if whole else None,
        "text": words_with_gaps(quotation),
        "whole": whole,
        "kind": quotation.kind,
        "language": quotation.language,
        "runs": [_run(run) for run in quotation.runs],
        "report": _report(quotation.report) if quotation.report else None,
        "cut_before": quotation.cut_before,
        "cut_after": quotation.cut_after,
        "reference": str(reference(quotation)) if whole else None,
    }


def _run(run: Run) -> Data:
    return {"text": run.text, "relation": run.relation, "gap": run.gap, "answer": run.answer}


def _report(report: SheetReport) -> Data:
    return {**_plain(report, "reported"), "reported": _time(report.reported)}


def _claim(claim: SheetClaim) -> Data:
    return {
        **_plain(claim, "voices", "as_of", "reported"),
        "sha256": claim.sha256 if claim.words else None,
        "voices": list(claim.voices),
        "as_of": _time(claim.as_of),
        "reported": _time(claim.reported),
    }


def _comparison(comparison: SheetComparison) -> Data:
    return {
        **_plain(comparison, "pairs", "ladders"),
        "conflicts": comparison.conflicts,
        "pairs": [asdict(pair) for pair in comparison.pairs],
        "ladders": [
            {
                "title": ladder.title,
                "unit": ladder.unit or None,
                "note": ladder.note or None,
                "scopes": [
                    {"scope": r.scope, "figures": [_figure(f) for f in r.figures]}
                    for r in ladder.rungs
                ],
            }
            for ladder in comparison.ladders
        ],
    }


def _figure(figure: Any) -> Data:
    return {
        **_plain(figure, "interval", "claim_id", "style"),
        "least": figure.interval.least,
        "most": figure.interval.most,
    }


def _name(sheet: Sheet, name: SheetName) -> Data:
    uses = {s.key: [asdict(u) for u in used]
            for s, used in zip(sheet.sources, name.uses, strict=True)}  # fmt: skip
    return {**_plain(name, "uses", "spellings"), "spellings": list(name.spellings), "uses": uses}


def _note(note: SheetNote) -> Data:
    return {"on": note.on, "text": note.text, "made": _time(note.made)}
