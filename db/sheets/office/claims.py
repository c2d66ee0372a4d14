"""What is claimed of an event: aspect by aspect, source by source, and how the claims relate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.sheets.choices import Part
from db.sheets.claim_model import SheetComparison, SheetNote
from db.sheets.compared import ClaimLine, ComparedLines, RelationLine
from db.sheets.ladder_pictures import LadderPicture, ladder_pictures
from db.sheets.model import Row, Sheet
from db.sheets.office.document import Block, Box, Line, Paragraph, Picture, Span
from db.sheets.office.notes import note_paragraphs
from db.sheets.office.rasters import rasters
from db.sheets.office.spans import BETWEEN, Pen
from db.sheets.wording import words_of

_WIDEST: Final = 176.0
# Pixels of a ladder's picture to a millimetre of paper.
_PIXELS: Final = 5.2
_WRITTEN: Final = 2
_ROOM: Final = 14


class ClaimWriter:
    """Writes what one sheet compares; `width` is that of the page inside, in millimetres."""

    def __init__(self, sheet: Sheet, pen: Pen, width: float) -> None:
        self._pen = pen
        self._words = words_of(sheet)
        self._lines = ComparedLines(sheet)
        self._count = len(sheet.sources)
        self._figures = Part.FIGURES in sheet.show
        self._relations = Part.RELATIONS in sheet.show
        self._width = min(width, _WIDEST)

    def lines(self, row: Row) -> Iterator[Line]:
        """The rows of a table that compare: three for each aspect, as far as there is something."""
        pictures = self._drawn(row)
        for comparison in row.comparisons:
            below: list[Block] = [*pictures.pop(0), *self._relation_lines(comparison)]
            if not self._figures and not below:
                continue
            yield Line((Box((self._aspect(comparison),), self._count),), part=True)
            if self._figures:
                yield Line(tuple(self._boxes(row, comparison)), part=True)
            if below:
                yield Line((Box(tuple(below), self._count),), part=True)

    def _aspect(self, comparison: SheetComparison) -> Paragraph:
        title = Span(self._pen.plain(comparison.title), "Strong")
        summary = self._lines.summary(comparison)
        if not summary:
            return Paragraph("Aspect", (title,))
        style = "Conflict" if comparison.conflicts else "Small"
        return Paragraph("Aspect", (title, Span(BETWEEN), Span(self._pen.plain(summary), style)))

    def _boxes(self, row: Row, comparison: SheetComparison) -> Iterator[Box]:
        for at, cell in enumerate(row.cells):
            blocks: list[Block] = [Paragraph("Writing", ())] * (_WRITTEN if cell.gap else 0)
            blocks += [self._claim(c) for c in self._lines.claims(cell, comparison.aspect)]
            silence = self._lines.silence(comparison, at)
            if silence:
                blocks.append(self._pen.paragraph("Unsaid", silence))
            yield Box(tuple(blocks))

    def _claim(self, claim: ClaimLine) -> Paragraph:
        pen = self._pen
        said = Span(pen.plain(claim.said), "Strong")
        if claim.gap:
            said = pen.gap(_ROOM)
        elif claim.answer:
            said = pen.answered(claim.said)
        more = pen.joined(
            [said],
            [Span(pen.plain(claim.scope), "Small")],
            [Span(pen.plain(claim.how), "Small")],
            pen.time(claim.when, "Small"),
        )
        quoted = [Span(BETWEEN), Span(f"“{pen.plain(claim.words)}”", "Quoted")]
        addresses = Span(pen.plain(", ".join(claim.addresses)), "Address")
        return Paragraph(
            "Claim", (*more, *(quoted if claim.words else ()), Span(BETWEEN), addresses)
        )

    # ------------------------------------------------------------------ relations
    def _relation_lines(self, comparison: SheetComparison) -> Iterator[Paragraph]:
        if not self._relations or not comparison.pairs:
            return
        for line in self._lines.relations(comparison):
            yield Paragraph("Relation", tuple(self._relation(line)))
        counts = self._lines.counts(comparison)
        if counts:
            yield self._pen.paragraph("Counts", f"{self._words.labels['relations']}: {counts}")

    def _relation(self, line: RelationLine) -> Iterator[Span]:
        pen = self._pen
        yield Span(pen.plain(line.relation), "Conflict" if line.conflict else "Strong")
        for (addresses, said), before in ((line.a, BETWEEN), (line.b, " – ")):
            yield Span(before)
            yield Span(pen.plain(addresses), "Address")
            if said:
                yield Span(f" {pen.plain(said)}")
        if line.reason:
            yield Span(f"{BETWEEN}{pen.plain(line.reason)}", "Small")

    # ------------------------------------------------------------------ ladders
    def _drawn(self, row: Row) -> list[list[Picture]]:
        """The pictures of each aspect, all drawn at once."""
        width = self._width * _PIXELS
        groups = [
            [p for ladder in c.ladders for p in ladder_pictures(ladder, self._words, width=width)]
            for c in row.comparisons
        ]
        drawn = iter(rasters([picture for group in groups for picture in group]))
        return [[self._picture(next(drawn), p) for p in group] for group in groups]

    def _picture(self, png: bytes, picture: LadderPicture) -> Picture:
        words = self._pen.plain(picture.words)
        title = words.split(":", 1)[0]
        return Picture(png, picture.width / _PIXELS, picture.height / _PIXELS, title, words)

    # ------------------------------------------------------------------ links and notes
    def after(self, row: Row) -> Iterator[Paragraph]:
        """What stands under an event's table: links and notes."""
        labels, pen = self._words.labels, self._pen
        if row.links:
            yield pen.paragraph("Subject", labels["links"])
        for link in row.links:
            line = self._lines.link(link)
            quoted = [s for w in line.words if w
                      for s in (Span(BETWEEN), Span(f"“{pen.plain(w)}”", "Quoted"))]  # fmt: skip
            noted = [Span(f"{BETWEEN}{pen.plain(line.note)}", "Small")] if line.note else []
            yield Paragraph(
                "Relation",
                (Span(pen.plain(line.a), "Address"), Span(f" {pen.plain(line.kind)} "),
                 Span(pen.plain(line.b), "Address"), *quoted, *noted),
            )  # fmt: skip
        if row.notes:
            yield pen.paragraph("Subject", labels["notes"])
        for note in row.notes:
            yield from noted_paragraphs(note, pen)


def noted_paragraphs(note: SheetNote, pen: Pen) -> Iterator[Paragraph]:
    """A note of the reader's: what it is on and when it was made, then its words."""
    about = pen.joined([Span(pen.plain(note.on))], pen.time(note.made))
    if about:
        yield Paragraph("Counts", tuple(about))
    yield from note_paragraphs(note.text)
