"""The data a PDF page is set from: the sheet as plain strings, and the sizes that fit it."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from db.fingerprint import shown
from db.records import PassageKind, Silence
from db.sheets import palette
from db.sheets.choices import Orientation, Paper
from db.sheets.model import Cell, Quotation, Row, Run, Sheet, SheetReport, SheetSource
from db.sheets.office.direction import is_rtl
from db.sheets.page_claims import PageClaims
from db.sheets.printable import Printer, shortened
from db.sheets.references import DIGITS, references
from db.sheets.seals import seals
from db.sheets.times import SheetTime
from db.sheets.watching import Watch, unwatched, watched
from db.sheets.wording import words_of

Data = dict[str, Any]

# Type size in points and width of the event column in millimetres, by the number of columns;
# upright paper holds two where flat paper holds three.
_SIZES: Final = {1: (9.2, 44), 2: (9, 42), 3: (8.4, 38), 4: (7.6, 34), 5: (7, 31), 6: (6.6, 28)}
_UPRIGHT: Final = 1.5
_INSIDE: Final = {
    (Paper.A4, Orientation.LANDSCAPE): (271, 178),
    (Paper.A4, Orientation.PORTRAIT): (184, 265),
    (Paper.LETTER, Orientation.LANDSCAPE): (253, 184),
    (Paper.LETTER, Orientation.PORTRAIT): (190, 247),
}
# A row is kept on one page where it surely fills less than this part of it.
_KEPT: Final = 0.42
_MILLIMETRES: Final = 0.353
_REFERENCE_SIZE: Final = 6.2
# What stands at the head or foot of every page is cut to so many characters where it is long; it
# stands whole once, at the beginning or among the sources.
_RUNNING: Final = 130
_HEADS: Final = {1: 240, 2: 200, 3: 120, 4: 90, 5: 70, 6: 60}
# What describes the sources is kept together where it surely fits, by the letters of the longest.
_ON_ONE_PAGE: Final = 1_600
# A heading without any words is none to a screen reader.
_NAMELESS: Final = "—"
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?![a-z])")


def page_data(sheet: Sheet, printer: Printer, watch: Watch = unwatched) -> Data:
    """Everything the template shows, every string made printable."""
    return _Page(sheet, printer).data(watch)


class _Page:
    """One sheet on its way to the page."""

    def __init__(self, sheet: Sheet, printer: Printer) -> None:
        self._sheet = sheet
        self._print = printer
        self._words = words_of(sheet)
        flat = sheet.orientation is Orientation.LANDSCAPE
        columns = math.ceil(len(sheet.sources) * (1 if flat else _UPRIGHT))
        self._claims = PageClaims(sheet, printer, self._inside[0])
        self._size, self._event = _SIZES[min(columns, max(_SIZES))]
        self._most = _HEADS[min(columns, max(_HEADS))]
        self._hanging = columns < 4
        longest = max((len(q.address) for q in sheet.quotations()), default=4)
        self._margin = longest * self._size * 0.21 + 1.6 if self._hanging else 0.0

    def data(self, watch: Watch) -> Data:
        """The whole page."""
        sheet = self._sheet
        return {
            **self._heading(),
            "paper": str(sheet.paper),
            "flipped": sheet.orientation is Orientation.LANDSCAPE,
            "size": self._size,
            "event": self._event,
            "inside": self._inside[0],
            "hanging": self._hanging,
            "margin": self._margin,
            "colours": palette.tokens("light"),
            "labels": {
                **self._words.labels,
                "references_note": self._words.labels["references_note"].format(digits=DIGITS),
                "seals_note": self._words.seals_note(sheet),
            },
            "sources": (sources := [self._source(s) for s in sheet.sources]),
            "sources_kept": _letters(sources) < _ON_ONE_PAGE,
            "rows": [self._row(row) for row in watched(sheet.rows, watch)],
            "names": self._claims.names(),
            "sheet_notes": [self._claims.note(note) for note in sheet.notes],
            **self._references(),
        }

    def _heading(self) -> Data:
        sheet = self._sheet
        notes = self._words.notes(sheet, dotted="dotted_line", marked="underlined")
        title = sheet.title.strip() or self._words.kind(sheet)
        long = len(sheet.corpus_title) > _RUNNING
        return {
            "title": self._print(title).strip(),
            "kind": self._words.kind(sheet),
            "extent": self._words.extent(sheet),
            "made": self._print(sheet.made.shown),
            "running": self._short(title, _RUNNING),
            "corpus": self._short(sheet.corpus_title, _RUNNING),
            "corpus_whole": self._print(sheet.corpus_title) if long else "",
            "content": shown(sheet.corpus_hash),
            "notes": [self._print(note) for note in notes],
            "lang": _language(sheet.language) or "en",
        }

    def _references(self) -> Data:
        # Unbroken, so that a program finds them in the text of the file.
        lines = [self._print.whole(str(r)) for _, found in references(self._sheet) for r in found]
        widest = max(map(len, lines), default=1) * _REFERENCE_SIZE * _MILLIMETRES * 0.5 + 6
        return {
            "references": lines,
            "seals": [self._print.whole(each) for each in seals(self._sheet)],
            "reference_columns": max(1, min(4, int(self._inside[0] / widest))),
        }

    def _source(self, source: SheetSource) -> Data:
        look = palette.look(source.style)
        about = self._words.about(source)
        return {
            "letter": self._print(source.letter),
            "label": self._print(source.label),
            "head": self._short(source.label, self._most),
            "about": self._short(about, self._most),
            "gap": source.gap,
            "answer": source.answer,
            "colour": look.colour,
            "pattern": look.pattern,
            "description": [
                [name, self._print(value)] for name, value in self._words.description(source)
            ],
        }

    def _row(self, row: Row) -> Data:
        event = row.event
        title = event.title.strip() or event.key.strip() or _NAMELESS
        return {
            "title": self._print(title),
            "running": self._short(title, _RUNNING // 2),
            **self._moment(event.happened),
            "place": self._print(event.place),
            "parent": self._print(self._words.parent_words(event.parent)),
            "depth": event.depth,
            "keep": self._height(row) < _KEPT * self._inside[1],
            "cells": [
                self._cell(source, cell)
                for source, cell in zip(self._sheet.sources, row.cells, strict=True)
            ],
            **self._claims.row(row),
        }

    def _cell(self, source: SheetSource, cell: Cell) -> Data:
        headed = source.reports > 1
        return {
            "groups": [
                {
                    "head": self._head(report, quotations) if report and headed else None,
                    "lang": self._language_of(quotations[0]),
                    "quotes": [self._quotation(q) for q in quotations],
                }
                for report, quotations in cell.by_report()
            ],
            "silence": "" if cell.quotations else self._words.silence_words(cell),
            "looked": cell.silence is not Silence.NOT_LOOKED,
            "reason": self._print(cell.reason),
            "withheld": self._words.withheld_words(cell) if cell.quotations else "",
            "gap": cell.gap,
            "answer": cell.answer,
        }

    def _head(self, report: SheetReport, quotations: list[Quotation]) -> Data:
        heading = self._print(self._words.report_heading(report, quotations))
        return {**self._moment(report.reported), "heading": heading}

    def _moment(self, time: SheetTime) -> Data:
        return {"shown": self._print(time.shown), "doubtful": time.zone_doubtful}

    def _quotation(self, quotation: Quotation) -> Data:
        return {
            "address": self._print(quotation.address),
            "relation": self._words.relation_words(quotation),
            "heading": quotation.kind is PassageKind.HEADING,
            "lang": self._language_of(quotation),
            "rtl": is_rtl(quotation.text),
            "before": quotation.cut_before,
            "after": quotation.cut_after,
            "marked": quotation.marked,
            "runs": [self._run(run) for run in quotation.runs],
        }

    def _run(self, run: Run) -> Data:
        return {
            "text": self._print(run.text),
            "about": run.relation is not None,
            "gap": run.gap,
            "answer": run.answer,
        }

    def _short(self, text: str, most: int) -> str:
        """A text that stands on every page."""
        return self._print(shortened(text, most))

    def _language_of(self, quotation: Quotation) -> str:
        return _language(quotation.language) or _language(self._sheet.language) or "en"

    @property
    def _inside(self) -> tuple[int, int]:
        """Width and height between the margins in millimetres."""
        return _INSIDE[self._sheet.paper, self._sheet.orientation]

    def _height(self, row: Row) -> float:
        """How high a row may at most be, in millimetres, guessed generously."""
        a_letter = self._size * _MILLIMETRES * 0.56
        width = (self._inside[0] - self._event) / len(self._sheet.sources) - 5 - self._margin
        letters = max(4.0, width / a_letter)
        lines = max((self._lines(cell, letters) for cell in row.cells), default=0)
        event = f"{row.event.title}{row.event.place}{row.event.parent}"
        lines = max(lines, 5 + _width(event) / max(4.0, (self._event - 4) / a_letter))
        return max(lines, 6) * self._size * _MILLIMETRES * 1.45

    def _lines(self, cell: Cell, letters: float) -> float:
        lines = 2.0 + math.ceil(len(cell.reason) / letters)
        for report, quotations in cell.by_report():
            lines += 2 + (_width(report.heading) / letters if report else 0)
            lines += sum(1.2 + math.ceil(_width(q.text) / letters) for q in quotations)
        return lines


def _letters(sources: list[Data]) -> int:
    """The letters of the sources' longest description."""
    return max(sum(len(value) for _, value in s["description"]) for s in sources) if sources else 0


def _width(text: str) -> int:
    """The length of a text in letters as wide as Latin ones; others may be twice as wide."""
    return len(text) + sum(character >= "\u1100" for character in text)


def _language(tag: str) -> str:
    """The first part of a language tag where it is one that typst knows the form of."""
    found = _LANGUAGE.match(tag.lower())
    return found[0] if found else ""
