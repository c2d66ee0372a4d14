"""Markdown: a sheet that reads well as plain text, for CommonMark, GFM and Pandoc."""

from __future__ import annotations

from collections.abc import Iterator

from db.fingerprint import shown
from db.sheets.markdown_claims import MarkdownClaims
from db.sheets.markdown_text import GAP, answered, code, line, moment, written
from db.sheets.model import Cell, Quotation, Row, Sheet, SheetSource
from db.sheets.references import DIGITS, references
from db.sheets.seals import seals
from db.sheets.watching import Watch, unwatched, watched
from db.sheets.wording import Words, words_of


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as UTF-8 Markdown."""
    return ("\n".join(_lines(sheet, watch)).rstrip() + "\n").encode("utf-8", "replace")


def _lines(sheet: Sheet, watch: Watch) -> Iterator[str]:
    words = words_of(sheet)
    labels = words.labels
    yield f"# {line(sheet.title)}"
    yield ""
    yield f"{words.kind(sheet)} · {words.extent(sheet)} · {line(sheet.made.shown)}\\"
    yield f"{line(sheet.corpus_title)} · {labels['content']} {code(shown(sheet.corpus_hash))}"
    for note in words.notes(sheet, dotted="asterisk", marked="bold"):
        yield ""
        yield line(note)
    yield ""
    yield f"## {labels['sources']}"
    for source in sheet.sources:
        yield from _source(source, words)
    yield ""
    yield f"## {labels['events']}"
    claims = MarkdownClaims(sheet)
    for row in watched(sheet.rows, watch):
        yield from _row(sheet, row, words, claims)
    yield from claims.ending()
    yield from _references(sheet)


def _source(source: SheetSource, words: Words) -> Iterator[str]:
    yield ""
    yield f"### {source.letter} · {line(source.label)}"
    yield ""
    for name, value in words.description(source):
        yield f"- {name}: {line(value)}"


def _row(sheet: Sheet, row: Row, words: Words, claims: MarkdownClaims) -> Iterator[str]:
    event = row.event
    told = [moment(event.happened), line(event.place), line(words.parent_words(event.parent))]
    yield ""
    yield f"### {line(event.title)}"
    if any(told):
        yield ""
        yield " · ".join(t for t in told if t)
    for source, cell in zip(sheet.sources, row.cells, strict=True):
        yield ""
        yield f"#### {_column(source, words)}"
        yield from _cell(source, cell, words)
    yield from claims.row(row)


def _column(source: SheetSource, words: Words) -> str:
    if source.gap:
        return f"{source.letter} · {GAP * 20}"
    text = words.edition_words(source)
    label = line(source.label)
    return f"{source.letter} · {answered(label) if source.answer else label}" + (
        f" ({text})" if text else ""
    )


def _cell(source: SheetSource, cell: Cell, words: Words) -> Iterator[str]:
    for _ in range(cell.gap):
        yield ""
        yield GAP * 60
    for report, quotations in cell.by_report():
        if report and source.reports > 1:
            told = moment(report.reported), line(words.report_heading(report, quotations))
            yield ""
            yield " · ".join(t for t in told if t) + ":"
        for quotation in quotations:
            yield from _quotation(quotation, words)
    aside = words.withheld_words(cell)
    if not cell.quotations:
        aside = " — ".join(line(t) for t in (words.silence_words(cell), cell.reason) if t)
    if aside:
        yield ""
        yield f"— *{aside}*"


def _quotation(quotation: Quotation, words: Words) -> Iterator[str]:
    relation = words.relation_words(quotation)
    yield ""
    yield f"{code(quotation.address)}{f' {relation}' if relation else ''}"
    yield ""
    said = written(quotation.runs, bold=quotation.marked)
    before, after = "… " * quotation.cut_before, " …" * quotation.cut_after
    for each in f"{before}{said}{after}".split("\n"):
        yield f"> {each}"


def _references(sheet: Sheet) -> Iterator[str]:
    words = words_of(sheet)
    labels = words.labels
    yield from _seals(sheet, words)
    if not references(sheet):
        return
    yield ""
    yield f"## {labels['references']}"
    yield ""
    yield labels["references_note"].format(digits=DIGITS)
    for _, found in references(sheet):
        yield ""
        for reference in found:
            yield f"- {code(str(reference))}"


def _seals(sheet: Sheet, words: Words) -> Iterator[str]:
    """By what the sheet can be compared with its corpus."""
    found = seals(sheet)
    if found:
        yield ""
        yield f"## {words.labels['seals']}"
        yield ""
        yield words.seals_note(sheet)
        yield ""
    for seal in found:
        yield f"- {code(seal)}"
