"""Worksheets and their keys: what a class is to find out, taken from the sheet or set as answers.

A worksheet's file holds nothing of what it leaves blank. Its key is the same sheet with every gap
filled and marked, so that both have the same rows at the same places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from db.sheets.choices import LANGUAGES, Blank, SheetKind
from db.sheets.claim_model import SheetClaim, SheetComparison, SheetName
from db.sheets.model import Cell, Quotation, Row, Run, Sheet, SheetSource
from db.sheets.requests import SheetRequest
from db.sheets.wording import words_of
from db.text.folding import FILLER, fold
from db.text.reading import ReadQuantity, read_text

EVERYTHING: Final = frozenset({Blank.ALL})
_LEAST_ROOM: Final = 6
_LETTERS_A_LINE: Final = 55
_MOST_LINES: Final = 8

Stretch = tuple[int, int]


def as_asked(sheet: Sheet, request: SheetRequest, spellings: Sequence[str]) -> Sheet:
    """A sheet as the request wants it: blind, a worksheet, a key, or as it is.

    `spellings` are those of all names, to be found where names are left blank.
    """
    if request.kind is not SheetKind.COMPARISON:
        blank = request.blank or EVERYTHING
        sheet = _Blanker(blank, request.kind is SheetKind.KEY, spellings).sheet(sheet)
    hidden = request.kind is SheetKind.WORKSHEET and Blank.SOURCES in sheet.blank
    return _blind(sheet, hidden) if request.blind or hidden else sheet


class _Blanker:
    """Makes gaps, or answers."""

    def __init__(self, blank: frozenset[Blank], answers: bool, spellings: Sequence[str]) -> None:
        self._blank = blank
        self._answers = answers
        self._names = names_pattern(spellings) if Blank.NAMES in blank else None

    def sheet(self, sheet: Sheet) -> Sheet:
        kind = SheetKind.KEY if self._answers else SheetKind.WORKSHEET
        sources = sheet.sources
        if Blank.SOURCES in self._blank and self._answers:
            sources = tuple(replace(s, answer=True) for s in sources)
        rows = tuple(self._row(row) for row in sheet.rows)
        names = self._name_table(sheet.names)
        return replace(sheet, kind=kind, blank=self._blank, sources=sources, rows=rows, names=names)

    def _row(self, row: Row) -> Row:
        cells = tuple(self._cell(cell) for cell in row.cells)
        if self._answers:
            return replace(row, cells=cells)
        # A ladder, a reason or a link's words would tell what is to be found out.
        tells = self._blank & {Blank.ALL, Blank.FIGURES, Blank.NAMES}
        links = () if tells else row.links
        comparisons = tuple(self._comparison(c) for c in row.comparisons)
        notes = () if tells else row.notes
        return replace(row, cells=cells, comparisons=comparisons, links=links, notes=notes)

    def _comparison(self, comparison: SheetComparison) -> SheetComparison:
        if not self._blank & {Blank.ALL, Blank.FIGURES, Blank.NAMES}:
            return comparison
        without = replace(comparison, pairs=(), ladders=())
        if Blank.ALL not in self._blank:
            return without
        nothing = tuple(None for _ in comparison.silences)
        return replace(without, silences=nothing, withheld=tuple(0 for _ in nothing), sources=0,
                       origins=0)  # fmt: skip

    def _cell(self, cell: Cell) -> Cell:
        if Blank.ALL in self._blank:
            return self._whole_cell(cell)
        return replace(
            cell,
            quotations=tuple(self._quotation(q) for q in cell.quotations),
            claims=tuple(self._claim(c) for c in cell.claims),
        )

    def _whole_cell(self, cell: Cell) -> Cell:
        if self._answers:
            claims = tuple(replace(c, answer=True) for c in cell.claims)
            return replace(cell, answer=True, claims=claims)
        letters = sum(len(q.text) for q in cell.quotations)
        lines = min(_MOST_LINES, max(3, -(-letters // _LETTERS_A_LINE)))
        return Cell(cell.source, gap=lines)

    def _claim(self, claim: SheetClaim) -> SheetClaim:
        named = self._names is not None and any(map(self._names_in, claim.voices))
        hidden = Blank.FIGURES in self._blank and claim.type == "number"
        said = any(map(self._names_in, (claim.words, claim.shown, claim.value)))
        if not hidden and not named and not said:
            return claim
        if self._answers:
            return replace(claim, answer=True)
        return replace(
            claim, words="", shown="", gap=True,
            min=None, max=None, value="", vague="", voices=() if named else claim.voices,
        )  # fmt: skip

    def _names_in(self, words: str) -> bool:
        return self._names is not None and self._names.search(fold(words)) is not None

    def _quotation(self, quotation: Quotation) -> Quotation:
        stretches = sorted(self._stretches(quotation.text, quotation.language))
        runs = tuple(self._split(quotation.runs, list(merged(stretches))))
        report = quotation.report
        if report and not self._answers and any(self._stretches(report.heading, "")):
            report = replace(report, heading="")
        return replace(quotation, runs=runs, report=report)

    def _stretches(self, text: str, language: str) -> Iterator[Stretch]:
        return stretches(text, language, self._names, figures=Blank.FIGURES in self._blank)

    def _split(self, runs: Iterable[Run], stretches: list[Stretch]) -> Iterator[Run]:
        """Runs cut where a stretch begins or ends, the stretches made gaps or answers."""
        at = 0
        for run in runs:
            end, place = at + len(run.text), at
            for start, stop in stretches:
                start, stop = max(start, at), min(stop, end)
                if start >= stop:
                    continue
                if start > place:
                    yield replace(run, text=run.text[place - at : start - at])
                yield self._hidden(run, run.text[start - at : stop - at])
                place = stop
            if place < end:
                yield replace(run, text=run.text[place - at :])
            at = end

    def _hidden(self, run: Run, words: str) -> Run:
        if self._answers:
            return replace(run, text=words, answer=True)
        return replace(run, text="", gap=max(_LEAST_ROOM, len(words)))

    def _name_table(self, names: tuple[SheetName, ...]) -> tuple[SheetName, ...]:
        """What the sources call people is the answer itself: a worksheet has room for it only."""
        if self._answers or not self._blank & {Blank.NAMES, Blank.ALL}:
            return names
        if Blank.ALL in self._blank:
            return ()
        return tuple(
            replace(n, title="", spellings=(), uses=tuple(() for _ in n.uses), gap=True)
            for n in names
        )


def _blind(sheet: Sheet, hidden: bool) -> Sheet:
    """The sources as letters only; with a line for the name where a class is to find it."""
    words = words_of(sheet)
    sources = tuple(_blind_source(s, words.labels["source_letter"], hidden) for s in sheet.sources)
    letters = {s.key: f"{t.letter}" for s, t in zip(sheet.sources, sources, strict=True)}
    rows = tuple(
        replace(
            row,
            cells=tuple(_blind_cell(cell, letters) for cell in row.cells),
            links=(),
            notes=(),
        )
        for row in sheet.rows
    )
    return replace(sheet, sources=sources, rows=rows, blind=True, notes=())


def _blind_source(source: SheetSource, label: str, hidden: bool) -> SheetSource:
    return SheetSource(
        key=source.letter,
        letter=source.letter,
        label="" if hidden else label.format(letter=source.letter),
        style=source.style,
        reports=source.reports,
        blind=True,
        gap=hidden,
    )


def _blind_cell(cell: Cell, letters: dict[str, str]) -> Cell:
    letter = letters[cell.source]
    return replace(
        cell,
        source=letter,
        quotations=tuple(replace(q, edition=letter, blind=True) for q in cell.quotations),
        claims=tuple(replace(c, edition=letter) for c in cell.claims),
    )


def stretches(
    text: str, language: str, names: re.Pattern[str] | None, *, figures: bool
) -> Iterator[Stretch]:
    """Where in a text something stands that is left blank: figures, and names of a pattern."""
    if figures:
        for found in _figures(text, language):
            yield found.start, found.end
    if names is not None:
        for match in names.finditer(fold(text)):
            yield match.start(), match.end()


def _figures(text: str, language: str) -> Iterator[ReadQuantity]:
    """The quantities in a text; its language is found where it is none that can be read."""
    known = language[:2].lower()
    for paragraph in read_text(text, known if known in LANGUAGES else None):
        yield from paragraph.quantities


def merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches in order, those that overlap as one."""
    last: Stretch | None = None
    for start, end in stretches:
        if last is not None and start < last[1]:
            last = (last[0], max(end, last[1]))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def names_pattern(spellings: Sequence[str]) -> re.Pattern[str] | None:
    """Whole words that spell a name, folded one character in, one out; the longest first."""
    folded = sorted({fold(s).replace(FILLER, "") for s in spellings if s.strip()}, key=len)
    if not folded:
        return None
    words = "|".join(_spaced(s) for s in reversed(folded))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")


def _spaced(spelling: str) -> str:
    """A spelling with any marks that folding sets aside between its letters."""
    marks = f"{FILLER}*"
    return marks.join(rf"\W+{marks}" if c.isspace() else re.escape(c) for c in spelling)
