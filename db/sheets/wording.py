"""The words a sheet adds to what it quotes, in one place so that they can be translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from db.comparing.silence import PHRASES
from db.records import EditionKind, PassageKind, Relation
from db.sheets.model import Cell, Quotation, Sheet, SheetReport, SheetSource, SheetTime

EDITIONS: Final[Mapping[EditionKind, str]] = {
    EditionKind.ORIGINAL: "original text",
    EditionKind.TRANSLATION: "translation",
    EditionKind.DIGEST: "digest in other words",
}

# What a quotation is tagged with where it does more, or less, than report.
RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.REPORTS: "",
    Relation.DENIES: "denies",
    Relation.EXPECTS: "expects",
    Relation.CONTEXT: "background",
}

LABELS: Final[Mapping[str, str]] = {
    "kind": "Comparison sheet",
    "event": "Event",
    "events": "Events",
    "part_of": "part of {title}",
    "continued": "continued",
    "sources": "Sources",
    "references": "References",
    "references_note": (
        "Every quotation by its address, the text it stands in, the characters it spans there and "
        "the first {digits} digits of the SHA-256 of its words."
    ),
    "content": "content",
    "page": "page {page} of {pages}",
    "title": "Title",
    "by": "By",
    "publisher": "Publisher",
    "published": "Published",
    "published_unknown": "date of publication unknown",
    "citation": "Cited as",
    "rights": "Rights",
    "quoted": "Quoted from",
    "fingerprint": "SHA-256 of that text",
    "no_text": "no text held",
    "not_held": "speaks of it, in words that this corpus does not hold",
    "zone_doubtful": "time zone not stated",
}


def silence_words(cell: Cell) -> str:
    """Why a cell has no quotation, in words."""
    return LABELS["not_held"] if cell.silence is None else PHRASES[cell.silence]


def withheld_words(cell: Cell) -> str:
    """How much of a cell was published later than the sheet shows; empty for nothing."""
    if not cell.withheld:
        return ""
    passages = "1 passage was" if cell.withheld == 1 else f"{cell.withheld} passages were"
    return f"{passages} published later"


def edition_words(source: SheetSource) -> str:
    """Which text of a source a column quotes."""
    return EDITIONS[source.edition.kind] if source.edition else LABELS["no_text"]


def published_words(source: SheetSource) -> str:
    """When a source was published, as far as it is known."""
    return source.published.shown or LABELS["published_unknown"]


def report_heading(report: SheetReport, quotations: Sequence[Quotation]) -> str:
    """The heading over the quotations of one report; empty where it is itself quoted."""
    return "" if any(q.kind is PassageKind.HEADING for q in quotations) else report.heading


def relation_words(quotation: Quotation) -> str:
    """How a quotation speaks of the event, where it does not simply report it."""
    return ", ".join(RELATIONS[r] for r in quotation.relations if RELATIONS[r])


def parent_words(title: str) -> str:
    """What an event is part of."""
    return LABELS["part_of"].format(title=title) if title else ""


def extent(sheet: Sheet) -> str:
    """How much a sheet compares: "12 events · 3 sources"."""
    counts = ((len(sheet.rows), "event"), (len(sheet.sources), "source"))
    return " · ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in counts)


def notes(sheet: Sheet, *, dotted: str, marked: str) -> Iterator[str]:
    """What a reader must know to read the sheet.

    `dotted` names how a doubtful zone is shown, `marked` the words that speak of an event.
    """
    if sheet.known_by:
        yield f"Only what was published by {sheet.known_by.shown} is shown."
    if any(q.marked for q in sheet.quotations()):
        yield f"{marked} speak of the event; the rest of the passage stands around them."
    if any(time.zone_doubtful for time in _times(sheet)):
        yield f"Clock times are local to {sheet.zone}; {dotted} marks a zone that is not stated."


def _times(sheet: Sheet) -> Iterator[SheetTime]:
    for row in sheet.rows:
        yield row.event.happened
    for quotation in sheet.quotations():
        if quotation.report:
            yield quotation.report.reported


def description(source: SheetSource) -> Iterator[tuple[str, str]]:
    """What is known of a source, as names and values; nothing empty."""
    edition = source.edition
    quoted = f"{edition.key}, {edition.characters:,} characters" if edition else ""
    rows = (
        ("title", source.title),
        ("by", ", ".join(source.creators)),
        ("publisher", source.publisher),
        ("published", _published(source)),
        ("citation", source.citation),
        ("rights", source.rights),
        ("quoted", f"{edition_words(source)} ({quoted})" if quoted else LABELS["no_text"]),
        ("fingerprint", _in_groups(edition.text_sha256) if edition else ""),
    )
    return ((LABELS[name], value) for name, value in rows if value)


def _published(source: SheetSource) -> str:
    printed = source.published.time.printed
    words = published_words(source)
    return f"{words} (printed: {printed})" if printed and printed != words else words


def _in_groups(digits: str) -> str:
    """A long hash in groups that an eye can compare and a line can break between."""
    return " ".join(digits[i : i + 8] for i in range(0, len(digits), 8))
