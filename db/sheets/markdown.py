"""Markdown: a sheet that reads well as plain text, for CommonMark, GFM and Pandoc."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.fingerprint import shown
from db.sheets import wording
from db.sheets.markdown_text import bolded, code, escape
from db.sheets.model import Cell, Quotation, Row, Sheet, SheetSource, SheetTime
from db.sheets.references import DIGITS, references
from db.sheets.wording import LABELS

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
    yield f"# {_line(sheet.title)}"
    yield ""
    yield f"{LABELS['kind']} · {wording.extent(sheet)} · {_line(sheet.made.shown)}\\"
    yield f"{_line(sheet.corpus_title)} · {LABELS['content']} {code(shown(sheet.corpus_hash))}"
    for note in wording.notes(sheet, dotted="an asterisk", marked="Words in bold"):
        yield ""
        yield _line(note)
    yield ""
    yield f"## {LABELS['sources']}"
    for source in sheet.sources:
        yield from _source(source)
    yield ""
    yield f"## {LABELS['events']}"
    for row in sheet.rows:
        yield from _row(sheet, row)
    yield from _references(sheet)


def _source(source: SheetSource) -> Iterator[str]:
    yield ""
    yield f"### {source.letter} · {_line(source.label)}"
    yield ""
    for name, value in wording.description(source):
        yield f"- {name}: {_line(value)}"


def _row(sheet: Sheet, row: Row) -> Iterator[str]:
    event = row.event
    told = [_time(event.happened), _line(event.place), _line(wording.parent_words(event.parent))]
    yield ""
    yield f"### {_line(event.title)}"
    if any(told):
        yield ""
        yield " · ".join(t for t in told if t)
    for source, cell in zip(sheet.sources, row.cells, strict=True):
        yield ""
        yield f"#### {source.letter} · {_line(source.label)} ({wording.edition_words(source)})"
        yield from _cell(source, cell)


def _cell(source: SheetSource, cell: Cell) -> Iterator[str]:
    for report, quotations in cell.by_report():
        if report and source.reports > 1:
            told = _time(report.reported), _line(wording.report_heading(report, quotations))
            yield ""
            yield " · ".join(t for t in told if t) + ":"
        for quotation in quotations:
            yield from _quotation(quotation)
    aside = wording.withheld_words(cell)
    if not cell.quotations:
        aside = " — ".join(_line(t) for t in (wording.silence_words(cell), cell.reason) if t)
    if aside:
        yield ""
        yield f"— *{aside}*"


def _quotation(quotation: Quotation) -> Iterator[str]:
    relation = wording.relation_words(quotation)
    yield ""
    yield f"{code(quotation.address)}{f' {relation}' if relation else ''}"
    yield ""
    words = bolded(quotation.runs) if quotation.marked else escape(quotation.text)
    before, after = "… " * quotation.cut_before, " …" * quotation.cut_after
    for line in f"{before}{words}{after}".split("\n"):
        yield f"> {line}"


def _references(sheet: Sheet) -> Iterator[str]:
    yield ""
    yield f"## {LABELS['references']}"
    yield ""
    yield LABELS["references_note"].format(digits=DIGITS)
    for _, found in references(sheet):
        yield ""
        for reference in found:
            yield f"- {code(str(reference))}"
