"""The comparing part of a PDF page as plain strings: aspects, relations, ladders, links, names."""

from __future__ import annotations

from typing import Any, Final

from db.sheets.choices import Part
from db.sheets.claim_model import SheetComparison, SheetNote
from db.sheets.compared import ClaimLine, ComparedLines, LinkLine, RelationLine
from db.sheets.ladder_pictures import LadderPicture, ladder_strips
from db.sheets.model import Row, Sheet
from db.sheets.printable import Printer, shortened
from db.sheets.times import SheetTime
from db.sheets.wording import words_of

Data = dict[str, Any]
# Pixels of a ladder's picture to a millimetre of paper.
_PIXELS: Final = 5.2
# What is no longer than so many letters is kept on one page: twelve claims of some words each.
_MOST_LETTERS: Final = 1_200
_A_LINE: Final = 24
# As many characters of a picture are read out; its figures stand in the cells above it too.
_ALT: Final = 1_500


class PageClaims:
    """Writes down what a sheet compares; `width` is that of the page inside, in millimetres."""

    def __init__(self, sheet: Sheet, printer: Printer, width: float) -> None:
        self._sheet = sheet
        self._print = printer
        self._width = width
        self._words = words_of(sheet)
        self._lines = ComparedLines(sheet)

    def row(self, row: Row) -> Data:
        """What stands under an event's passages."""
        return {
            "aspects": [self._aspect(row, c) for c in row.comparisons],
            "links": [self._link(self._lines.link(link)) for link in row.links],
            "notes": [self.note(note) for note in row.notes],
        }

    def _aspect(self, row: Row, comparison: SheetComparison) -> Data:
        lines = self._lines
        figures = Part.FIGURES in self._sheet.show
        cells: list[Data] = [
            {
                "claims": [self._claim(c) for c in lines.claims(cell, comparison.aspect)],
                "silence": self._print(lines.silence(comparison, at)) if figures else "",
                "gap": cell.gap > 0,
            }
            for at, cell in enumerate(row.cells)
        ]
        return {
            "title": self._print(comparison.title),
            "summary": self._print(lines.summary(comparison)),
            "conflict": comparison.conflicts > 0,
            "cells": cells,
            "keep": _surely_low([comparison.title, *map(_claimed, cells)]),
            "relations": [self._relation(r) for r in lines.relations(comparison)],
            "counts": self._print(lines.counts(comparison)),
            "ladders": self._ladders(comparison),
        }

    def _claim(self, claim: ClaimLine) -> Data:
        return {
            "said": self._print(claim.said),
            "scope": self._print(claim.scope),
            "how": self._print(claim.how),
            "when": _moment(claim.when, self._print),
            "addresses": self._print(", ".join(claim.addresses)),
            "words": self._print(claim.words),
            "gap": claim.gap,
            "answer": claim.answer,
        }

    def _relation(self, line: RelationLine) -> Data:
        return {
            "a": [self._print(part) for part in line.a],
            "b": [self._print(part) for part in line.b],
            "relation": self._print(line.relation),
            "conflict": line.conflict,
            "reason": self._print(line.reason),
        }

    def _ladders(self, comparison: SheetComparison) -> list[Data]:
        width = self._width * _PIXELS
        show = self._print.whole
        cut = (
            ladder_strips(each, self._words, width=width, show=show) for each in comparison.ladders
        )
        return [
            {
                "axis": self._strip(strips.axis),
                "figures": [self._strip(strip) for strip in strips.figures],
                "legend": self._strip(strips.legend),
            }
            for strips in cut
        ]

    def _strip(self, strip: LadderPicture) -> Data:
        return {"svg": strip.svg, "words": self._print(shortened(strip.words, _ALT))}

    def _link(self, line: LinkLine) -> Data:
        return {
            "a": self._print(line.a),
            "kind": self._print(line.kind),
            "b": self._print(line.b),
            "note": self._print(line.note),
            "words": [self._print(w) for w in line.words if w],
        }

    def note(self, note: SheetNote) -> Data:
        """A note of the reader's, line by line."""
        return {
            "on": self._print(note.on),
            "lines": [self._print(line) for line in note.text.splitlines() if line.strip()],
            "made": self._print(note.made.shown),
        }

    def names(self) -> list[Data]:
        """What each source calls people, places and things."""
        return [
            {
                "name": self._print(name.title),
                "gap": name.gap,
                "uses": [[self._print(u) for u in self._lines.uses(uses)] for uses in name.uses],
            }
            for name in self._sheet.names
        ]


def _claimed(cell: Data) -> str:
    """What stands in a cell, each claim counted as one line more."""
    parts = (f"{c['said']}{c['scope']}{c['how']}{c['words']}" for c in cell["claims"])
    return "".join(part.ljust(len(part) + _A_LINE) for part in parts)


def _surely_low(texts: list[str]) -> bool:
    """Whether texts beside one another surely fit on a page that has begun."""
    return max(map(len, texts)) <= _MOST_LETTERS


def _moment(time: SheetTime, printer: Printer) -> Data:
    return {"shown": printer(time.shown), "doubtful": time.zone_doubtful}
