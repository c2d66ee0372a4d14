"""Markdown: a sheet that reads well as plain text, for CommonMark, GFM and Pandoc."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.fingerprint import shown
from db.sheets.markdown_text import bolded, code, escape
from db.sheets.model import Cell, Quotation, Row, Sheet, SheetSource
from db.sheets.references import DIGITS, references
from db.sheets.times import SheetTime
from db.sheets.wording import Words, words_of

_DOUBTFUL: Final = "\\*"


def render(sheet: Sheet) -> bytes:
    """The sheet as UTF-8 Markdown."""
    return ("\n".join(_lines(sheet)).rstrip() + "\n").encode("utf-8", "replace")


def _line(text: str) -> str:
    """A title, name or note: on one line, no character of it markup."""
    return escape(" ".join(text.split()))


def _time(time: SheetTime) -> str:
    return _line(time.shown) + (_DOUBTFUL if time.zone_doubtful else "")


def _lines(sheet: Sheet) -> Iterator[str]:
    words = words_of(sheet)
    labels = words.labels
    yield f"# {_line(sheet.title)}"
    yield ""
    yield f"{words.kind(sheet)} · {words.extent(sheet)} · {_line(sheet.made.shown)}\\"
    yield f"{_line(sheet.corpus_title)} · {labels['content']} {code(shown(sheet.corpus_hash))}"
    for note in words.notes(sheet, dotted="asterisk", marked="bold"):
        yield ""
        yield _line(note)
    yield ""
    yield f"## {labels['sources']}"
    for source in sheet.sources:
        yield from _source(source, words)
    yield ""
    yield f"## {labels['events']}"
    for row in sheet.rows:
        yield from _row(sheet, row, words)
    yield from _references(sheet)


def _source(source: SheetSource, words: Words) -> Iterator[str]:
    yield ""
    yield f"### {source.letter} · {_line(source.label)}"
    yield ""
    for name, value in words.description(source):
        yield f"- {name}: {_line(value)}"


def _row(sheet: Sheet, row: Row, words: Words) -> Iterator[str]:
    event = row.event
    told = [_time(event.happened), _line(event.place), _line(words.parent_words(event.parent))]
    yield ""
    yield f"### {_line(event.title)}"
    if any(told):
        yield ""
        yield " · ".join(t for t in told if t)
    for source, cell in zip(sheet.sources, row.cells, strict=True):
        yield ""
        yield f"#### {source.letter} · {_line(source.label)} ({words.edition_words(source)})"
        yield from _cell(source, cell, words)


def _cell(source: SheetSource, cell: Cell, words: Words) -> Iterator[str]:
    for report, quotations in cell.by_report():
        if report and source.reports > 1:
            told = _time(report.reported), _line(words.report_heading(report, quotations))
            yield ""
            yield " · ".join(t for t in told if t) + ":"
        for quotation in quotations:
            yield from _quotation(quotation, words)
    aside = words.withheld_words(cell)
    if not cell.quotations:
        aside = " — ".join(_line(t) for t in (words.silence_words(cell), cell.reason) if t)
    if aside:
        yield ""
        yield f"— *{aside}*"


def _quotation(quotation: Quotation, words: Words) -> Iterator[str]:
    relation = words.relation_words(quotation)
    yield ""
    yield f"{code(quotation.address)}{f' {relation}' if relation else ''}"
    yield ""
    said = bolded(quotation.runs) if quotation.marked else escape(quotation.text)
    before, after = "… " * quotation.cut_before, " …" * quotation.cut_after
    for line in f"{before}{said}{after}".split("\n"):
        yield f"> {line}"


def _references(sheet: Sheet) -> Iterator[str]:
    labels = words_of(sheet).labels
    yield ""
    yield f"## {labels['references']}"
    yield ""
    yield labels["references_note"].format(digits=DIGITS)
    for _, found in references(sheet):
        yield ""
        for reference in found:
            yield f"- {code(str(reference))}"
