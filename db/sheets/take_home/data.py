"""What a take-home page holds, as plain values for its script."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final
from unicodedata import bidirectional

from db.comparing.ladder_svg import Colours
from db.fingerprint import shown
from db.records import Silence
from db.sheets import palette
from db.sheets.claim_model import SheetComparison
from db.sheets.compared import ComparedLines
from db.sheets.ladder_pictures import ladder_pictures
from db.sheets.model import Cell, Quotation, Row, Sheet, SheetSource, SheetText
from db.sheets.seals import sheet_seal
from db.sheets.times import SheetTime
from db.sheets.wording import Words, words_of
from db.text.folding import fold

Data = dict[str, Any]
# Latin, Greek, Cyrillic, Hebrew and Arabic, with their marks.
_TYPED: Final = ((0x00A0, 0x0700), (0x1E00, 0x2040))


def page_data(sheet: Sheet) -> Data:
    """Everything the page shows; offsets are code points within a passage."""
    return _Page(sheet).data()


class _Page:
    """One sheet on its way into a page."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._words: Words = words_of(sheet)
        self._lines = ComparedLines(sheet)
        self._colours = _colours(sheet)
        self._starts = {
            (text.edition, p.number): p.start for text in sheet.texts for p in text.passages
        }

    def data(self) -> Data:
        """The whole page."""
        sheet = self._sheet
        seal = sheet_seal(sheet)
        texts = {text.source: text for text in sheet.texts}
        return {
            "title": sheet.title or self._words.labels["kind"],
            "corpus": sheet.corpus_title,
            "content": shown(sheet.corpus_hash),
            "seal": str(seal) if seal else "",
            "made": sheet.made.shown,
            "zone": sheet.zone,
            "notes": list(self._words.notes(sheet, dotted="dotted_line", marked="underlined")),
            "sources": [self._source(s, texts.get(s.key)) for s in sheet.sources],
            "events": [self._event(row) for row in sheet.rows],
            "folds": self._folds(),
            "names": [
                {"name": n.title, "spellings": list(n.spellings),
                 "uses": [list(self._lines.uses(u)) for u in n.uses]}
                for n in sheet.names
            ],
        }  # fmt: skip

    def _folds(self) -> dict[str, str]:
        """How characters are folded, where that is not their small letter.

        Those of the texts and names, and the letters in which a reader may type them.
        """
        used = {c for text in self._sheet.texts for p in text.passages for c in p.text}
        used |= {c for n in self._sheet.names for s in n.spellings for c in s}
        used |= {chr(code) for first, last in _TYPED for code in range(first, last)} | {"Σ"}
        return {c: fold(c) for c in sorted(used) if fold(c) != c.lower() or c == "Σ"}

    def _source(self, source: SheetSource, text: SheetText | None) -> Data:
        look = palette.look(source.style)
        return {
            "key": source.key,
            "letter": source.letter,
            "label": source.label,
            "about": self._words.about(source),
            "known": [list(pair) for pair in self._words.description(source)],
            "colour": look.colour,
            "dark": look.dark_colour,
            "pattern": look.pattern,
            "edition": text.edition if text else "",
            "language": text.language if text else "",
            "rtl": text is not None and _right_to_left(text),
            **_whole(text),
        }

    def _event(self, row: Row) -> Data:
        event = row.event
        return {
            "key": event.key,
            "title": event.title,
            "time": _time(event.happened),
            "place": event.place,
            "part": self._words.parent_words(event.parent),
            "depth": event.depth,
            "cells": [self._cell(cell) for cell in row.cells],
            "aspects": [self._aspect(row, c) for c in row.comparisons],
            "links": [[line.a, line.kind, line.b, line.note]
                      for line in map(self._lines.link, row.links)],
            "notes": [[note.on, note.text, note.made.shown] for note in row.notes],
        }  # fmt: skip

    def _cell(self, cell: Cell) -> Data:
        return {
            "marks": [mark for q in cell.quotations for mark in self._marks(q)],
            "silence": "" if cell.quotations else self._words.silence_words(cell),
            "looked": cell.silence is not Silence.NOT_LOOKED,
            "reason": cell.reason,
        }

    def _marks(self, quotation: Quotation) -> list[list[Any]]:
        """What speaks of the event: passage number, start and end in it, and how."""
        number = int(quotation.address.rpartition(".")[2])
        first = self._starts.get((quotation.edition, number))
        if first is None:
            return []
        marks, at = [], quotation.start - first
        for run in quotation.runs:
            if run.relation is not None:
                marks.append([number, at, at + len(run.text), str(run.relation)])
            at += len(run.text)
        return marks

    def _aspect(self, row: Row, comparison: SheetComparison) -> Data:
        lines = self._lines
        return {
            "title": comparison.title,
            "summary": lines.summary(comparison),
            "conflicts": comparison.conflicts,
            "cells": [
                {
                    "claims": [
                        [c.said, c.scope, c.how, c.when.shown, list(c.addresses)]
                        for c in lines.claims(cell, comparison.aspect)
                    ],
                    "silence": lines.silence(comparison, at),
                }
                for at, cell in enumerate(row.cells)
            ],
            "relations": [
                [r.a[0], r.a[1], r.b[0], r.b[1], r.relation, r.conflict, r.reason]
                for r in lines.relations(comparison)
            ],
            "ladders": [
                picture.svg
                for ladder in comparison.ladders
                for picture in ladder_pictures(
                    ladder, self._words, width=620, colours=self._colours
                )
            ],
        }


def _colours(sheet: Sheet) -> Colours:
    """The page's own colours, so that a picture turns dark with it."""
    places = {source.style: f"var(--source-{at})" for at, source in enumerate(sheet.sources)}
    return Colours(
        "var(--paper)", "var(--ink)", "var(--muted)", "var(--hairline)",
        lambda style: places.get(style, "var(--muted)"),
    )  # fmt: skip


def _whole(text: SheetText | None) -> Data:
    """The passages of a text, and those reports that they stand in: no others are told of."""
    passages = text.passages if text else ()
    used = sorted({p.report for p in passages if p.report is not None})
    places: dict[int | None, int] = {report: at for at, report in enumerate(used)}
    reports = [text.reports[n] for n in used] if text else []
    return {
        "reports": [
            {"heading": r.heading, "author": r.author, "time": _time(r.reported)} for r in reports
        ],
        "passages": [
            [p.number, str(p.kind), p.text, places.get(p.report, -1), p.known_since]
            for p in passages
        ],
    }


def _right_to_left(text: SheetText) -> bool:
    """Whether most letters of a text are written from right to left, going by its beginning."""
    begin = "".join(p.text[:2_000] for p in text.passages[:50])
    ways = Counter(map(bidirectional, begin))
    return ways["R"] + ways["AL"] > ways["L"]


def _time(time: SheetTime) -> Data:
    return {
        "shown": time.shown,
        "doubtful": time.zone_doubtful,
        "from": time.time.earliest,
        "to": time.time.latest,
    }
