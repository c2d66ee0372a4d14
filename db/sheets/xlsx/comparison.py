"""The sheet to read and print: events down, sources across, each passage in a cell of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from db.records import PassageKind
from db.sheets import palette
from db.sheets.choices import Part
from db.sheets.claim_model import SheetComparison
from db.sheets.compared import ClaimLine, ComparedLines
from db.sheets.flat import BLANK
from db.sheets.long_texts import pieces
from db.sheets.model import Cell, Quotation, Row, Run, Sheet, SheetSource
from db.sheets.watching import Watch
from db.sheets.wording import words_of
from db.sheets.xlsx.cells import SANS, Piece, Styles, Table, cell_text

BETWEEN: Final = "\u2002"
_LEADS: Final = 3
_ROOM: Final = {1: 96, 2: 62, 3: 44, 4: 36, 5: 31, 6: 28}
# A row can be 409 points high: what does not fit goes on in the next one.
_MOST_LINES: Final = 28
# Letters of the reading face to a unit of a column's width.
_LETTERS: Final = 1.1
_HEAD: Final = 34
_WIDTHS: Final = (24, 13, 16)
_GAP_LINES: Final = "\n" * 2
_HIGHEST: Final = 409
_OVER: Final = 60
_LINE: Final = 12.8
_EDGE: Final = 4.0

Entry = tuple[Piece, ...]


class ComparisonTable:
    """Writes the events of one sheet."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._sheet = sheet
        self._table = table
        self._styles: Styles = table.styles
        self._words = words_of(sheet)
        self._lines = ComparedLines(sheet)
        self._figures = Part.FIGURES in sheet.show
        self._width = _ROOM[len(sheet.sources)]
        self._at = 0

    def write(self, watch: Watch) -> int:
        """Write all of it; returns the number of the last row."""
        self._head()
        for row in self._sheet.rows:
            self._event(row)
            watch()
        return self._at

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return _LEADS + len(self._sheet.sources)

    def _head(self) -> None:
        named = self._words.table("columns")
        keys = ("event", "when", "aspect")
        for column, (key, width) in enumerate(zip(keys, _WIDTHS, strict=True)):
            self._table.sheet.set_column(column, column, width)
            self._table.text(0, column, named[key], self._styles.head())
        self._table.sheet.set_column(_LEADS, self.columns - 1, self._width)
        self._table.sheet.set_row(0, _HEAD)
        for column, source in enumerate(self._sheet.sources, start=_LEADS):
            entry = [*self._source(source), Piece(f"\n{cell_text(self._about(source))}", "Small")]
            self._table.pieces(0, column, entry, self._styles.head(source.style))

    def _source(self, source: SheetSource) -> Iterator[Piece]:
        yield Piece(cell_text(source.letter), "Letter", palette.look(source.style).colour)
        label = cell_text(source.label)
        if source.gap:
            label = BLANK * 20
        yield Piece(f"{BETWEEN}‹{label}›" if source.answer else f"{BETWEEN}{label}", "Head")

    def _about(self, source: SheetSource) -> str:
        return self._words.labels["name_here"] if source.gap else self._words.about(source)

    # ------------------------------------------------------------------ one event
    def _event(self, row: Row) -> None:
        told = zip(self._sheet.sources, row.cells, strict=True)
        self._lead(row, "", [list(self._passages(source, cell)) for source, cell in told])
        for comparison in row.comparisons if self._figures else ():
            columns = [
                list(self._claims(cell, comparison, at)) for at, cell in enumerate(row.cells)
            ]
            summary = self._lines.summary(comparison)
            title = "\n".join(part for part in (comparison.title, summary) if part)
            self._lead(row, title, columns)

    def _lead(self, row: Row, aspect: str, columns: Sequence[Sequence[Entry]]) -> None:
        """Rows with one entry of each source in each; what they are about stands in every one."""
        event = row.event
        said = [cell_text(text) for text in (event.title, event.happened.shown, aspect)]
        for number, entries in enumerate(zip_longest(*columns, fillvalue=()) or ()):
            self._at += 1
            first = number == 0
            for column, text in enumerate(said):
                leads = first and (column == 0 if not aspect else column == _LEADS - 1)
                format = (
                    self._styles.cell(text, face=SANS, first=first, bold=True, font_size=9.5)
                    if leads
                    else self._styles.muted(text, first=first)
                )
                self._table.text(self._at, column, text, format)
            for column, entry in enumerate(entries, start=_LEADS):
                self._entry(column, entry, first)
            self._height(said, entries)

    def _height(self, said: Sequence[str], entries: Sequence[Entry]) -> None:
        """Make the row as high as its words need; spreadsheets do not all do so by themselves."""
        lines = [_lines(text, width) for text, width in zip(said, _WIDTHS, strict=True)]
        lines += [_lines("".join(p.text for p in entry), self._width) for entry in entries]
        self._table.sheet.set_row(self._at, min(_HIGHEST, max(lines) * _LINE + _EDGE))

    def _entry(self, column: int, entry: Entry, first: bool) -> None:
        text = "".join(piece.text for piece in entry)
        aside = all(piece.style in ("Small", "") for piece in entry) and len(entry) == 1
        make = self._styles.muted if aside else self._styles.cell
        self._table.pieces(self._at, column, entry, make(text, first=first, left=1, indent=1))

    # ------------------------------------------------------------------ passages
    def _passages(self, source: SheetSource, cell: Cell) -> Iterator[Entry]:
        if cell.gap:
            yield (Piece(_GAP_LINES * cell.gap, "Small"),)
        for report, quotations in cell.by_report():
            told = ""
            if report and source.reports > 1:
                heading = self._words.report_heading(report, quotations)
                told = " · ".join(part for part in (report.reported.shown, heading) if part)
            for quotation in quotations:
                yield from self._quotation(source, quotation, told)
                told = ""
        aside = self._words.withheld_words(cell)
        if not cell.quotations:
            aside = "\n".join(t for t in (self._words.silence_words(cell), cell.reason) if t)
        if aside or not (cell.quotations or cell.gap):
            yield (Piece(cell_text(aside), "Small"),)

    def _quotation(self, source: SheetSource, quotation: Quotation, report: str) -> Iterator[Entry]:
        """The passage; one that is higher than a row goes on in the next, and says so.

        `report` is what stands over it where it is the first of its report. The words follow their
        address, so that both are found together on paper too.
        """
        tag = self._words.relation_words(quotation)
        said = list(self._said(source, quotation))
        for number, part in enumerate(
            _cut(said, int(self._width * _LETTERS) * _MOST_LINES), start=1
        ):
            going_on = f" ({number})" if number > 1 else ""
            over = (Piece(f"{cell_text(report)}\n", "Small"),) if report and number == 1 else ()
            address = Piece(f"{cell_text(quotation.address)}{going_on}{BETWEEN}", "Address")
            told = (Piece(f"{tag}{BETWEEN}", "Tag"),) if tag and number == 1 else ()
            yield (*over, address, *told, *part)

    def _said(self, source: SheetSource, quotation: Quotation) -> Iterator[Piece]:
        if quotation.cut_before:
            yield Piece("… ")
        for run in quotation.runs:
            yield self._run(run, quotation, palette.look(source.style).colour)
        if quotation.cut_after:
            yield Piece(" …")

    def _run(self, run: Run, quotation: Quotation, colour: str) -> Piece:
        if run.gap:
            return Piece(BLANK * run.gap)
        if run.answer:
            return Piece(f"‹{cell_text(run.text)}›", "Answer")
        words = cell_text(run.text)
        if not quotation.marked:
            return Piece(words, "Strong" if quotation.kind is PassageKind.HEADING else "")
        return Piece(words, "Around") if run.relation is None else Piece(words, "Speaks", colour)

    # ------------------------------------------------------------------ claims
    def _claims(self, cell: Cell, comparison: SheetComparison, at: int) -> Iterator[Entry]:
        if cell.gap:
            yield (Piece(_GAP_LINES, "Small"),)
        for claim in self._lines.claims(cell, comparison.aspect):
            yield self._claim(claim)
        silence = self._lines.silence(comparison, at)
        if silence:
            yield (Piece(cell_text(silence), "Small"),)

    def _claim(self, claim: ClaimLine) -> Entry:
        said = Piece(cell_text(claim.said), "Strong")
        if claim.gap:
            said = Piece(BLANK * 14)
        elif claim.answer:
            said = Piece(f"‹{said.text}›", "Answer")
        more = [part for part in (claim.scope, claim.how, claim.when.shown) if part]
        quoted = f"{BETWEEN}“{cell_text(claim.words)}”" if claim.words else ""
        addresses = f"{BETWEEN}{cell_text(', '.join(claim.addresses))}"
        how = "".join(f" · {cell_text(part)}" for part in more)
        return (said, Piece(how, "Small"), Piece(quoted), Piece(addresses, "Address"))


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column so many letters wide."""
    return sum(1 + int(len(line) / (width * _LETTERS)) for line in text.split("\n"))


def _cut(said: Sequence[Piece], most: int) -> Iterator[list[Piece]]:
    """Words in parts that fit into cells, about equally long, their styles kept."""
    whole = "".join(piece.text for piece in said)
    if len(whole) > most:
        most = min(most, len(whole) // -(-len(whole) // most) + _OVER)
    ends: list[int] = []
    for part in pieces(whole, most):
        ends.append((ends[-1] if ends else 0) + len(part))
    start = 0
    for end in ends:
        yield list(_between(said, start, end))
        start = end


def _between(said: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in said:
        first, last = max(start - at, 0), end - at
        if first < len(piece.text) and last > 0:
            yield Piece(piece.text[first:last], piece.style, piece.colour)
        at += len(piece.text)
